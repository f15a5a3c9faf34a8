package org.isogloss.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.corpus.PassagePool;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.overlap.OverlapCheck;
import org.isogloss.corpus.overlap.OverlapVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A corpus that is indexed is the same data set as one in memory, or refused. */
class LargeCorpusTest {
    private static final Path SAMPLES = Path.of("sample-data", "formats");

    @TempDir private Path folder;

    private PoolPlace everything(Progress progress, Cancellation stop) {
        return PoolPlace.in(folder.resolve("pools"), progress, stop).from(0);
    }

    private Dataset indexed(Path path) {
        return DatasetFormats.read(
                path, ReadOptions.NONE, everything(Progress.NONE, Cancellation.NEVER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"miracl/town", "mr-tydi/town", "mmarco/town", "beir/el"})
    void isTheSameIndexedAsInMemory(String sample) {
        Dataset inMemory = DatasetFormats.read(SAMPLES.resolve(sample));
        Dataset indexed = indexed(SAMPLES.resolve(sample));

        assertThat(indexed.collection().passages())
                .isInstanceOf(PassagePool.class)
                .isEqualTo(inMemory.collection().passages());
        assertThat(indexed.collection().questions()).isEqualTo(inMemory.collection().questions());
        assertThat(indexed.collection().judgments()).isEqualTo(inMemory.collection().judgments());
        assertThat(indexed.items()).isEqualTo(inMemory.items());
        assertThat(indexed.report()).isEqualTo(inMemory.report());
    }

    @Test
    void staysInMemoryBelowTheSize() {
        Path sample = SAMPLES.resolve("miracl/town");
        PoolPlace place = PoolPlace.in(folder.resolve("pools"), Progress.NONE, Cancellation.NEVER);

        assertThat(DatasetFormats.read(sample, ReadOptions.NONE, place).collection().passages())
                .isNotInstanceOf(PassagePool.class);
        assertThat(folder.resolve("pools")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'docid':'1','title':'t','text':' '}|passage '1' has no text; give it one or"
                        + " remove the line|the passage has no text; it is not searched",
                "{'docid':'0','title':'','text':'zero 0'}|id '0' already stands in line 1; ids must"
                        + " differ|the passage stands twice with the same text; one is used"
            },
            quoteCharacter = '"')
    void refusesWhatASmallCorpusLeavesOut(String line, String refusal, String note)
            throws IOException {
        Path tree = tree();
        Path corpus = tree.resolve("miracl-corpus-v1.0-sw").resolve("docs-0.jsonl");
        Files.writeString(corpus, Files.readString(corpus) + line.replace('\'', '"') + "\n");

        assertThatThrownBy(() -> indexed(tree))
                .isInstanceOf(BadInputException.class)
                .hasMessage(corpus + ":3: " + refusal);
        Dataset inMemory = DatasetFormats.read(tree);
        assertThat(inMemory.collection().passages()).hasSize(2);
        assertThat(inMemory.report().entries().toString()).contains(note);
    }

    /** One question in Swahili, its answer and another passage. */
    private Path tree() throws IOException {
        Path tree = folder.resolve("tree");
        Path corpus = Files.createDirectories(tree.resolve("miracl-corpus-v1.0-sw"));
        Files.writeString(
                corpus.resolve("docs-0.jsonl"),
                """
                {"docid":"0","title":"","text":"zero 0"}
                {"docid":"9","title":"Nine","text":"nobody asks for this"}
                """);
        Files.writeString(tree.resolve("topics.miracl-v1.0-sw-dev.tsv"), "q\tWhat is zero?\n");
        Files.writeString(tree.resolve("qrels.miracl-v1.0-sw-dev.tsv"), "q Q0 0 1\n");
        return tree;
    }

    @Test
    void readsAnIndexOnceMadeAndArchivesToo() throws IOException {
        Path tree = tree();
        Path zip = folder.resolve("sw.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name :
                    List.of(
                            "miracl-corpus-v1.0-sw/docs-0.jsonl",
                            "topics.miracl-v1.0-sw-dev.tsv",
                            "qrels.miracl-v1.0-sw-dev.tsv")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(Files.readAllBytes(tree.resolve(name)));
            }
        }
        TestCollection first = indexed(tree).collection();
        List<Path> made;
        try (var all = Files.list(folder.resolve("pools"))) {
            made = all.toList();
        }

        assertThat(indexed(zip).collection().passages()).isEqualTo(first.passages());

        assertThat(folder.resolve("pools").toFile().list()).hasSize(made.size());
    }

    @Test
    void canBeStoppedAndLeavesNothingHalfIndexed() throws IOException {
        Path tree = tree();
        Path pools = folder.resolve("pools");
        PoolPlace place = everything(Progress.NONE, () -> Files.exists(pools));

        assertThatThrownBy(() -> DatasetFormats.read(tree, ReadOptions.NONE, place))
                .isInstanceOf(CancellationException.class);

        assertThat(pools).isEmptyDirectory();
    }

    @Test
    void isLookedForByItsJudgedPassagesAndTheVerdictSaysSo() throws IOException {
        TestCollection inMemory = DatasetFormats.read(tree()).collection();
        TestCollection indexed = indexed(folder.resolve("tree")).collection();

        assertThat(verdict("Nine nobody asks for this", inMemory)).contains("1 of 2 passages");
        assertThat(verdict("Nine nobody asks for this", indexed))
                .isEqualTo(
                        "zero-shot: no overlap with the training data found; of 2 passages only the"
                                + " 1 judged ones were looked for");
        assertThat(verdict("Zero 0", indexed))
                .isEqualTo(
                        "overlap: 1 of 1 judged passages trained on; of 2 passages only the 1"
                                + " judged ones were looked for");
    }

    private static String verdict(String passage, TestCollection evaluation) {
        ParallelItem item =
                new ParallelItem(
                        "unlike",
                        "unlike",
                        Map.of(new Lang("sw"), new Pair("Who goes there?", passage)));
        OverlapVerdict verdict =
                new OverlapCheck()
                        .between(
                                List.of(new ParallelCorpus("training", List.of(item))),
                                List.of(evaluation),
                                Progress.NONE,
                                Cancellation.NEVER)
                        .verdict(evaluation.name());
        return verdict.sentence();
    }
}
