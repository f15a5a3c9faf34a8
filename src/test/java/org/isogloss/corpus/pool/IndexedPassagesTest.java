package org.isogloss.corpus.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.LineSource;
import org.isogloss.base.OpenedPath;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.LanguageRun;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.TestCollection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexedPassagesTest {
    private static final Lang TH = new Lang("th");
    private static final Lang SW = new Lang("sw");

    @TempDir private Path folder;
    private Path corpus;
    private Path cache;

    @BeforeEach
    void makeFolders() throws IOException {
        corpus = Files.createDirectory(folder.resolve("corpus"));
        cache = folder.resolve("cache");
    }

    private Path write(String name, String... lines) throws IOException {
        Path file = corpus.resolve(name);
        try (OutputStream plain = Files.newOutputStream(file);
                OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static String line(String id, String title, String text) {
        return "{\"docid\":\"%s\",\"title\":\"%s\",\"text\":\"%s\"}".formatted(id, title, text);
    }

    private IndexedPassages open(List<PassageFile> files) {
        return IndexedPassages.open(files, cache, Progress.NONE, Cancellation.NEVER);
    }

    private List<PassageFile> thai() {
        return MiraclPassages.files(corpus, TH);
    }

    private List<String> cached() throws IOException {
        if (!Files.exists(cache)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(cache)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void readsEveryPassageInPlace() throws IOException {
        write("docs-0.jsonl.gz", line("7#0", "ไทย", "ประเทศ"), line("7#1", "", "\\ud83d\\ude00 é"));
        write("docs-1.jsonl.gz", line("10#0", "a", "b"));
        IndexedPassages pool = open(thai());
        assertThat(pool)
                .containsExactly(
                        new Passage("7#0", TH, "ไทย ประเทศ"),
                        new Passage("7#1", TH, "😀 é"),
                        new Passage("10#0", TH, "a b"));
        assertThat(pool.position("10#0")).hasValue(2);
        assertThat(pool.position("7#1")).hasValue(1);
        assertThat(pool.position("7#2")).isEmpty();
        assertThat(pool.runs()).containsExactly(new LanguageRun(TH, 0, 3));
        assertThat(pool.compareIds(0, 1)).isNegative();
        assertThat(pool.compareIds(0, 2)).isPositive();
        assertThat(pool.compareIds(2, 2)).isZero();
        assertThat(pool).hasToString("3 passages of 2 files");
        assertThatThrownBy(() -> pool.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void ordersFilesByNumberAndMissesNone() throws IOException {
        for (int i = 0; i < 11; i++) {
            write("docs-" + i + ".jsonl.gz", line("p" + i, "", "text"));
        }
        assertThat(open(thai()).get(10).id()).isEqualTo("p10");
        Files.delete(corpus.resolve("docs-3.jsonl.gz"));
        assertThatThrownBy(this::thai)
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        corpus
                                + ": lacks docs-3.jsonl.gz, though docs-4.jsonl.gz is there; fetch"
                                + " it");
    }

    @Test
    void isHeldByACollectionWithoutACopy() throws IOException {
        Path thai = write("docs-0.jsonl.gz", line("th_1", "", "ก"), line("th_2", "", "ข"));
        Path swahili = write("docs-1.jsonl.gz", line("sw_1", "", "a"));
        PassageShape shape = new MiraclPassages();
        IndexedPassages pool =
                open(
                        List.of(
                                new PassageFile(swahili, SW, shape),
                                new PassageFile(thai, TH, shape)));
        TestCollection collection =
                new TestCollection("c", List.of(), pool, new Judgments.Builder().build());
        assertThat(collection.passages()).isSameAs(pool);
        assertThat(collection.answerLanguages()).containsExactly(SW, TH);
        assertThat(collection.task(SW, TH).passages()).isEqualTo(pool.subList(1, 3));
        IndexedPassages alone = open(List.of(new PassageFile(thai, TH, shape)));
        assertThat(
                        new TestCollection("c", List.of(), alone, collection.judgments())
                                .task(SW, TH)
                                .passages())
                .isSameAs(alone);
        assertThat(pool.runs())
                .containsExactly(new LanguageRun(SW, 0, 1), new LanguageRun(TH, 1, 3));
        assertThat(pool.runs()).isEqualTo(LanguageRun.of(new ArrayList<>(pool)));
    }

    @Test
    void refusesAnIdTwiceInAFile() throws IOException {
        Path file =
                write(
                        "docs-0.jsonl.gz",
                        line("a", "", "1"),
                        line("b", "", "2"),
                        line("c", "", "3"),
                        line("b", "", "4"));
        assertThatThrownBy(() -> open(thai()))
                .isInstanceOf(BadInputException.class)
                .hasMessage(file + ":4: id 'b' already stands in line 2; ids must differ");
        assertThat(cached()).isEmpty();
    }

    @Test
    void refusesAnIdInTwoFiles() throws IOException {
        Path first = write("docs-0.jsonl.gz", line("a", "", "1"), line("b", "", "2"));
        write("docs-1.jsonl.gz", line("c", "", "1"));
        Path last = write("docs-2.jsonl.gz", line("e", "", "1"), line("b", "", "2"));
        assertThatThrownBy(() -> open(thai()))
                .isInstanceOf(BadInputException.class)
                .hasMessage(last + ":2: id 'b' already stands in " + first + ":2; ids must differ");
    }

    /** Of 200,000 ids some five pairs share 32 bits of hash. */
    @Test
    void findsEveryIdThoughHashesCollide() throws IOException {
        String[] lines =
                IntStream.range(0, 200_000)
                        .mapToObj(i -> line(i % 977 + "#" + i, "", "x"))
                        .toArray(String[]::new);
        write("docs-0.jsonl", lines);
        IndexedPassages pool = open(thai());
        Set<Long> hashes = new HashSet<>();
        for (int i = 0; i < lines.length; i++) {
            String id = i % 977 + "#" + i;
            assertThat(pool.position(id)).hasValue(i);
            hashes.add(IdEntry.first(id.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(hashes).as("there was something to find").hasSizeLessThan(lines.length);
    }

    @Test
    void doesNotReadAgainWhatIsDone() throws IOException {
        write("docs-0.jsonl.gz", line("a", "", "1"));
        Path broken = write("docs-1.jsonl.gz", line("b", "", "1"), "{");
        assertThatThrownBy(() -> open(thai()))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(broken + ":2: is not a whole JSON object: ");
        List<String> done = cached();
        assertThat(done).hasSize(1);
        // Only a second reading could tell: this index says otherwise than its source.
        Path index = cache.resolve(done.get(0)).resolve("passages.bin");
        Files.writeString(index, Files.readString(index).replace("a1", "z9"));
        write("docs-1.jsonl.gz", line("b", "", "1"));
        assertThat(open(thai())).extracting(Passage::text).containsExactly("9", "1");
        assertThat(cached()).hasSize(2).contains(done.get(0));
    }

    @Test
    void readsAChangedFileAnew() throws IOException {
        write("docs-0.jsonl.gz", line("a", "", "1"));
        String before = open(thai()).fingerprint();
        assertThat(open(thai()).fingerprint()).isEqualTo(before);
        write("docs-0.jsonl.gz", line("a", "", "2"));
        assertThat(open(thai()).fingerprint()).isNotEqualTo(before);
        assertThat(open(thai()).get(0).text()).isEqualTo("2");
    }

    @Test
    void leavesNothingWhenStopped() throws IOException {
        String[] lines =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> line("p" + i, "", "text"))
                        .toArray(String[]::new);
        write("docs-0.jsonl.gz", lines);
        List<Long> told = new ArrayList<>();
        assertThatThrownBy(
                        () ->
                                IndexedPassages.open(
                                        thai(),
                                        cache,
                                        (what, done, total) -> told.add(done),
                                        () -> told.size() >= 2))
                .isInstanceOf(CancellationException.class);
        assertThat(told).hasSize(2).isSorted();
        assertThat(cached()).isEmpty();
    }

    @Test
    void tellsHowFarItHasCome() throws IOException {
        Path file = write("docs-0.jsonl.gz", line("a", "", "1"));
        List<String> told = new ArrayList<>();
        IndexedPassages.open(
                thai(),
                cache,
                (what, done, total) -> told.add(what + " " + done + " of " + total),
                Cancellation.NEVER);
        long bytes = Files.size(file);
        assertThat(told)
                .containsExactly(
                        "indexing passages 0 of " + bytes,
                        "indexing passages " + bytes + " of " + bytes);
    }

    @Test
    void readsFilesInAnArchive() throws IOException {
        Path file = write("docs-0.jsonl.gz", line("a", "", "1"), line("b", "", "2"));
        write("docs-1.jsonl.gz", line("c", "", "3"));
        Path archive = folder.resolve("corpus.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i < 2; i++) {
                zip.putNextEntry(new ZipEntry("corpus/docs-" + i + ".jsonl.gz"));
                Files.copy(file.resolveSibling("docs-" + i + ".jsonl.gz"), zip);
            }
        }
        IndexedPassages pool;
        try (OpenedPath opened = new OpenedPath(archive)) {
            pool = open(MiraclPassages.files(opened.root(), TH));
        }
        assertThat(pool).extracting(Passage::id).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1]|is not a JSON object of docid, title and text",
                "{\"docid\":\"a\",\"title\":\"\"}|\"text\" is missing, where a text is needed",
                "{\"docid\":\"a\",\"title\":null,\"text\":\"t\"}|\"title\" is null, where a text is"
                        + " needed",
                "{\"docid\":\"a b\",\"title\":\"\",\"text\":\"t\"}|docid 'a b' is empty or has a"
                        + " space; TREC files need neither",
                "{\"docid\":\"a\",\"title\":\"\",\"text\":\" \"}|passage 'a' has no text; give it"
                        + " one or remove the line",
                "{\"docid\":\"a\",\"title\":\"\",\"text\":\"t\",\"x\":1}|unknown key \"x\"; known"
                        + " are docid, title and text",
                "{\"docid\":\"a\",\"title\":\"\",\"text\":\"half \\ud83d\"}|holds half a surrogate"
                        + " pair; it was cut inside a character",
                "` `|the line is empty; remove it",
            })
    void refusesALineThatIsNoPassage(String bad, String problem) throws IOException {
        Path file = write("docs-0.jsonl.gz", line("good", "", "t"), bad, line("c", "", "t"));
        assertThatThrownBy(() -> open(thai()))
                .isInstanceOf(BadInputException.class)
                .hasMessage(file + ":2: " + problem);
        assertThat(cached()).isEmpty();
    }

    @Test
    void refusesAFileThatWasCutAndAnEmptyOne() throws IOException {
        Path file = write("docs-0.jsonl.gz", line("a", "", "t"), line("b", "", "t"));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 9));
        assertThatThrownBy(() -> open(thai()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is not a whole gzip file");
        write("docs-0.jsonl.gz");
        assertThatThrownBy(() -> open(thai()))
                .isInstanceOf(BadInputException.class)
                .hasMessage(file + ": is empty; it needs a passage on each line");
        assertThat(cached()).isEmpty();
    }

    @Test
    void refusesAnIndexThatWasDamaged() throws IOException {
        write("docs-0.jsonl.gz", line("a", "", "t"));
        open(thai());
        Path index = cache.resolve(cached().get(0));
        Files.write(index.resolve("passages.bin"), new byte[3]);
        assertThatThrownBy(() -> open(thai()))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        index + ": is damaged; delete it, and it is made again from its source");
    }

    @Test
    void keepsPoolsOfTheSameFilesApartByLanguageAndOrder() throws IOException {
        write("docs-0.jsonl.gz", line("a", "", "t"));
        write("docs-1.jsonl.gz", line("b", "", "t"));
        List<PassageFile> files = thai();
        List<PassageFile> turned = List.of(files.get(1), files.get(0));
        List<PassageFile> swahili = MiraclPassages.files(corpus, SW);
        assertThat(
                        Stream.of(files, turned, swahili)
                                .map(this::open)
                                .map(IndexedPassages::fingerprint)
                                .collect(Collectors.toSet()))
                .hasSize(3);
    }

    @Test
    void keepsNoIndexOfAFileThatChangedWhileItWasRead() throws IOException {
        Path file = write("docs-0.jsonl", line("1#0", "", "old"));
        PassageShape changing =
                new PassageShape() {
                    @Override
                    public String id() {
                        return "changing-1";
                    }

                    @Override
                    public Passage passage(String line, Lang lang, LineSource source) {
                        try {
                            Files.writeString(file, line("2#0", "", "new"));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                        return new MiraclPassages().passage(line, lang, source);
                    }
                };

        assertThatThrownBy(() -> open(List.of(new PassageFile(file, TH, changing))))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining("changed while it was read");
        assertThat(cached()).isEmpty();
    }
}
