package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.bias.BiasOptions;
import org.isogloss.analysis.bias.BiasReport;
import org.isogloss.analysis.bias.RankTable;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.PassagePool;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.pool.IndexedPassages;
import org.isogloss.corpus.pool.MiraclPassages;
import org.isogloss.corpus.pool.PassageFile;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.Encoder;
import org.isogloss.encoder.EncodingSettings;
import org.isogloss.encoder.ModelDirectory;
import org.isogloss.encoder.Pooling;
import org.isogloss.encoder.ShardedVectors;
import org.isogloss.encoder.Side;
import org.isogloss.encoder.TinyDirectory;
import org.isogloss.encoder.VectorManifest;
import org.isogloss.encoder.Vectors;
import org.isogloss.experiment.Encoding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("native")
class PoolEvaluationTest {
    private static final List<Lang> LANGS = List.of(new Lang("en"), new Lang("th"));
    private static final int EACH = 30;

    @TempDir private Path folder;
    private Path model;
    private TestCollection onDisk;
    private TestCollection inMemory;

    @BeforeEach
    void makeModelAndPool() throws IOException {
        model = folder.resolve("model");
        TinyDirectory.random(model, TinyDirectory.config("bert", 200, 1), Pooling.MEAN);
        List<PassageFile> files = new ArrayList<>();
        for (Lang lang : LANGS) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                lines.add(
                        "{\"docid\":\"%s#%d\",\"title\":\"\",\"text\":\"%s\"}"
                                .formatted(lang, i, text(lang, i)));
            }
            Path file = Files.write(folder.resolve(lang + ".jsonl"), lines);
            files.add(new PassageFile(file, lang, new MiraclPassages()));
        }
        PassagePool pool =
                IndexedPassages.open(
                        files, folder.resolve("cache"), Progress.NONE, Cancellation.NEVER);
        List<Question> questions = new ArrayList<>();
        Judgments.Builder judgments = new Judgments.Builder();
        for (int i = 0; i < 2 * EACH; i++) {
            Lang lang = LANGS.get(i % 2);
            questions.add(new Question("q" + i, "q" + i / 2, lang, "capital of land " + i / 2));
            for (Lang answer : LANGS) {
                judgments.relevant("q" + i, answer + "#" + i / 2);
            }
        }
        onDisk = new TestCollection("pool", questions, pool, judgments.build());
        inMemory = new TestCollection("pool", questions, new ArrayList<>(pool), onDisk.judgments());
    }

    private static String text(Lang lang, int i) {
        return lang.tag().equals("th")
                ? "เมืองหลวงของดินแดน %d คือ %d".formatted(i, 7 * i)
                : "The capital of land %d is city %d, since %d.".formatted(i, 7 * i, 1800 + i);
    }

    private ModelEvaluation open() {
        return ModelEvaluation.open(model, Encoding.STANDARD, new Compute(ComputeDevice.CPU, 1));
    }

    private static Evaluation evaluate(
            ModelEvaluation evaluation, TestCollection collection, ResultFolder out) {
        return evaluation.of(collection, Optional.of(out), Progress.NONE, Cancellation.NEVER);
    }

    @Test
    void scoresAPoolOnDiskAsOneInMemory() throws IOException {
        ResultFolder disk = new ResultFolder(folder.resolve("disk"));
        ResultFolder memory = new ResultFolder(folder.resolve("memory"));
        try (ModelEvaluation evaluation = open()) {
            assertThat(evaluate(evaluation, onDisk, disk))
                    .isEqualTo(evaluate(evaluation, inMemory, memory));
        }
        assertThat(disk.scores()).hasSameTextualContentAs(memory.scores());
        assertThat(
                        BiasReport.of(
                                "pool",
                                new RankTable(disk.rankings().orElseThrow()),
                                BiasOptions.STANDARD))
                .isEqualTo(JsonFile.read(disk.bias(), BiasReport.class));
        assertThat(Files.readAllLines(disk.ranking())).hasSize(60 * 60);
        assertThat(ShardedVectors.open(disk.vectors()).manifest().count()).isEqualTo(60);
    }

    @Test
    void needsAFolderForTheVectors() {
        try (ModelEvaluation evaluation = open()) {
            assertThatThrownBy(
                            () ->
                                    evaluation.of(
                                            onDisk,
                                            Optional.empty(),
                                            Progress.NONE,
                                            Cancellation.NEVER))
                    .isInstanceOf(BadInputException.class)
                    .hasMessage(
                            "pool: the vectors of so many passages are kept on disk; name a folder"
                                    + " for the results");
        }
    }

    @Test
    void refusesTheVectorsOfAnotherModel() {
        ResultFolder out = new ResultFolder(folder.resolve("out"));
        try (ModelEvaluation evaluation = open()) {
            evaluate(evaluation, onDisk, out);
        }
        TinyDirectory.random(model, TinyDirectory.config("bert", 200, 2), Pooling.MEAN);
        try (ModelEvaluation evaluation = open()) {
            assertThatThrownBy(() -> evaluate(evaluation, onDisk, out))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith(
                            out.vectors().resolve("manifest.json")
                                    + ": \"model\" of the vectors there is ");
        }
    }

    @Test
    void goesOnWithTheFirstShardThatIsMissing() throws IOException {
        ModelDirectory directory = new ModelDirectory(model);
        EncodingSettings settings = EncodingSettings.of(directory);
        PassagePool pool = (PassagePool) onDisk.passages();
        Path vectors = folder.resolve("vectors");
        VectorManifest manifest =
                new VectorManifest(
                        VectorManifest.FORMAT, 60, 8, 16, "d", "m", settings, Side.PASSAGE, false);
        try (Encoder encoder = new Encoder(directory, settings, ComputeDevice.CPU)) {
            PoolEncoding encoding = new PoolEncoding(encoder, model, false);
            ShardedVectors begun = ShardedVectors.resume(vectors, manifest);
            Cancellation afterTwo = () -> begun.missing().size() == 2;
            assertThatThrownBy(
                            () ->
                                    encoding.encode(
                                            pool, begun, Share.WHOLE, Progress.NONE, afterTwo))
                    .isInstanceOf(CancellationException.class);
            assertThat(begun.missing()).containsExactly(2, 3);
            FileTime longAgo = FileTime.from(Instant.EPOCH);
            Path first = vectors.resolve("vectors-00000.npy");
            Files.setLastModifiedTime(first, longAgo);

            List<String> told = new ArrayList<>();
            ShardedVectors whole =
                    encoding.encode(
                            pool,
                            ShardedVectors.resume(vectors, manifest),
                            Share.WHOLE,
                            (what, done, total) -> told.add(what + " " + done + "/" + total),
                            Cancellation.NEVER);
            assertThat(whole.missing()).isEmpty();
            assertThat(Files.getLastModifiedTime(first)).isEqualTo(longAgo);
            assertThat(told)
                    .startsWith("encoding passages 32/60")
                    .endsWith("encoding passages 60/60");

            List<String> texts = pool.stream().map(Passage::text).toList();
            Vectors atOnce = encoder.encode(Side.PASSAGE, texts, Progress.NONE, Cancellation.NEVER);
            for (int i = 0; i < 60; i++) {
                float[] row = new float[8];
                whole.rows(i, i + 1).asFloatBuffer().get(row);
                assertThat(row).containsExactly(atOnce.row(i), within());
            }
        }
    }

    @Test
    void encodesInSharesWhatOneProcessWouldEncode() throws IOException {
        ModelDirectory directory = new ModelDirectory(model);
        EncodingSettings settings = EncodingSettings.of(directory);
        PassagePool pool = (PassagePool) onDisk.passages();
        VectorManifest manifest =
                new VectorManifest(
                        VectorManifest.FORMAT, 60, 8, 7, "d", "m", settings, Side.PASSAGE, false);
        Path whole = folder.resolve("whole");
        Path shared = folder.resolve("shared");
        encode(directory, pool, ShardedVectors.resume(whole, manifest), Share.WHOLE);

        for (int number : List.of(3, 1, 2)) {
            ShardedVectors part = ShardedVectors.resume(shared, manifest);
            encode(directory, pool, part, new Share(number, 3));
        }

        ShardedVectors.open(shared).check();
        try (Stream<Path> files = Files.list(whole)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(9 + 1);
            assertThat(all)
                    .allSatisfy(
                            file ->
                                    assertThat(shared.resolve(file.getFileName()))
                                            .hasSameBinaryContentAs(file));
        }
        Files.write(shared.resolve("vectors-00004.npy"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> ShardedVectors.open(shared).check())
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("vectors-00004.npy");
    }

    /** Each share with an encoder of its own, as processes have. */
    private static void encode(
            ModelDirectory directory, PassagePool pool, ShardedVectors vectors, Share share) {
        EncodingSettings settings = EncodingSettings.of(directory);
        try (Encoder encoder = new Encoder(directory, settings, ComputeDevice.CPU)) {
            new PoolEncoding(encoder, directory.path(), false)
                    .encode(pool, vectors, share, Progress.NONE, Cancellation.NEVER);
        }
    }

    /** Other texts in a call, other sums in another order. */
    private static Offset<Float> within() {
        return Offset.offset(1e-6f);
    }
}
