package org.isogloss.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Drives every reader in the list with its good fixtures after they were damaged: what it cannot
 * read it must refuse by {@link BadInputException} with a file in it, and what it reads must hold
 * together. Seeds are fixed, so a failure repeats.
 */
class DatasetFormatsFuzzTest {
    private static final int DAMAGES_PER_FIXTURE = 60;

    /** Bytes that mean something to some format, besides any byte. */
    private static final byte[] TELLING = {
        '"',
        '\\',
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '\t',
        '\r',
        '\n',
        ' ',
        '0',
        '-',
        'n',
        0,
        (byte) 0xEF
    };

    static List<DatasetFormat> formats() {
        return DatasetFormats.all();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void refuseOrReadWhatIsDamagedButNeverBreak(DatasetFormat format, @TempDir Path folder)
            throws IOException {
        int refused = 0;
        for (Path fixture : DatasetFormatsTest.good(format)) {
            Path copy = folder.resolve(fixture.getFileName());
            copy(fixture, copy);
            for (int seed = 0; seed < DAMAGES_PER_FIXTURE; seed++) {
                SplittableRandom chances = new SplittableRandom(seed);
                Path damaged = anyFile(copy, chances);
                byte[] whole = Files.readAllBytes(damaged);
                Files.write(damaged, damage(whole, chances));
                format.probe(copy);
                try {
                    holdsTogether(format.read(copy));
                } catch (BadInputException e) {
                    refused++;
                    assertThat(e).hasMessageStartingWith(copy.toString());
                } catch (RuntimeException e) {
                    throw new AssertionError(
                            "%s, seed %d: %s".formatted(fixture, seed, damaged), e);
                }
                Files.write(damaged, whole);
            }
        }
        assertThat(refused).as("damage that was noticed").isPositive();
    }

    private static void holdsTogether(Dataset dataset) {
        Set<String> passages = new HashSet<>();
        for (Passage passage : dataset.collection().passages()) {
            assertThat(passages.add(passage.id())).isTrue();
            assertThat(passage.text()).isNotBlank();
        }
        for (Question question : dataset.collection().questions()) {
            assertThat(question.text()).isNotBlank();
            assertThat(dataset.collection().judgments().of(question.id())).isNotEmpty();
            assertThat(passages)
                    .containsAll(
                            dataset.collection().judgments().grades().get(question.id()).keySet());
        }
        dataset.items()
                .items()
                .forEach(
                        item ->
                                assertThat(item.pairs().values())
                                        .isNotEmpty()
                                        .allSatisfy(
                                                pair -> {
                                                    assertThat(pair.question()).isNotBlank();
                                                    assertThat(pair.passage()).isNotBlank();
                                                }));
    }

    private static Path anyFile(Path fixture, SplittableRandom chances) throws IOException {
        try (Stream<Path> all = Files.walk(fixture)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            return files.get(chances.nextInt(files.size()));
        }
    }

    /** Cuts, flips, doubles, deletes or inserts bytes. */
    private static byte[] damage(byte[] bytes, SplittableRandom chances) {
        int at = chances.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + chances.nextInt(40));
        byte[] before = Arrays.copyOf(bytes, at);
        byte[] part = Arrays.copyOfRange(bytes, at, at + length);
        byte[] after = Arrays.copyOfRange(bytes, at + length, bytes.length);
        return switch (chances.nextInt(6)) {
            case 0 -> before;
            case 1 -> {
                part[0] ^= (byte) (1 << chances.nextInt(8));
                yield join(before, part, after);
            }
            case 2 -> join(before, part, part, after);
            case 3 -> join(before, after);
            case 4 -> {
                byte[] any = new byte[1 + chances.nextInt(4)];
                chances.nextBytes(any);
                yield join(before, any, part, after);
            }
            default ->
                    join(
                            before,
                            new byte[] {TELLING[chances.nextInt(TELLING.length)]},
                            part,
                            after);
        };
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    /** Reading allocates at most some copies of the longest line, not of the file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flag-embedding | long-de.jsonl | {\"query\":\"a\",\"pos\":[\"",
                "parallel-jsonl | long.jsonl | {\"id\":\"a\",\"texts\":{\"de\":\"",
                "columns | long-de.tsv | question\\tpassage\\n",
                "columns | long-de.csv | question,passage\\n\"",
                "squad | de.json | {\"data\":[{\"paragraphs\":[{\"context\":\"",
            })
    void refuseALineOf50MegabytesInBoundedMemory(
            String format, String name, String start, @TempDir Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(start.replace("\\n", "\n").replace("\\t", "\t"));
            String part = "x".repeat(1 << 20);
            for (int i = 0; i < 50; i++) {
                out.write(part);
            }
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(
                        () ->
                                DatasetFormats.read(
                                        file, ReadOptions.NONE.withFormat(format.strip())))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file.toString());
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(400L << 20);
    }
}
