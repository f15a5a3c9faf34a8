package org.isogloss.corpus.pool;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.isogloss.base.Cancellation;
import org.isogloss.corpus.Lang;

/**
 * Prints how fast a MIRACL-shaped corpus of random words is indexed, what memory that takes, and
 * how fast passages are then found and read.
 *
 * <p>Not a test; run it with {@code -Xmx1g}. Arguments: {@code make} or {@code index}, a folder,
 * the number of passages.
 */
public final class IndexBench {
    private static final int SHARD = 500_000;
    private static final int WORDS = 20_000;
    private static final int READS = 200_000;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** First and last letters of Latin, Cyrillic, Arabic, Devanagari, Thai and Han. */
    private static final int[][] SCRIPTS = {
        {'a', 'z'}, {0x430, 0x44f}, {0x627, 0x648}, {0x905, 0x939}, {0xe01, 0xe2e}, {0x4e00, 0x57ff}
    };

    private IndexBench() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        int passages = Integer.parseInt(args[2]);
        if (args[0].equals("make")) {
            make(folder.resolve("corpus"), passages);
        } else {
            index(folder, passages);
        }
    }

    private static void make(Path corpus, int passages) throws IOException {
        Files.createDirectories(corpus);
        for (int from = 0; from < passages; from += SHARD) {
            SplittableRandom random = new SplittableRandom(from);
            Path file = corpus.resolve("docs-" + from / SHARD + ".jsonl.gz");
            if (Files.exists(file)) {
                continue;
            }
            try (OutputStream plain = Files.newOutputStream(file);
                    OutputStream out = new BufferedOutputStream(new FastGzip(plain), 1 << 16)) {
                String[] words = words(random, SCRIPTS[from / SHARD % SCRIPTS.length]);
                for (int i = from; i < Math.min(passages, from + SHARD); i++) {
                    out.write(line(i, words, random).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        System.out.printf(Locale.ROOT, "%,d bytes%n", size(corpus));
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static String[] words(SplittableRandom random, int[] script) {
        String[] words = new String[WORDS];
        for (int w = 0; w < WORDS; w++) {
            words[w] =
                    random.ints(random.nextInt(2, 10), script[0], script[1] + 1)
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining());
        }
        return words;
    }

    /** 100 to 600 characters of words, the frequent ones often. */
    private static String line(int i, String[] words, SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(100, 600);
        while (text.length() < length) {
            double u = random.nextDouble();
            text.append(words[(int) (u * u * u * WORDS)]).append(' ');
        }
        return "{\"docid\":\"%d#%d\",\"title\":\"%s\",\"text\":\"%s.\"}%n"
                .formatted(i / 7, i % 7, words[i % WORDS], text.toString().strip());
    }

    private static void index(Path folder, int passages) throws IOException {
        List<PassageFile> files = MiraclPassages.files(folder.resolve("corpus"), new Lang("th"));
        Path cache = folder.resolve("cache");
        for (String what : new String[] {"indexed", "opened again"}) {
            long wall = System.nanoTime();
            long cpu = SYSTEM.getProcessCpuTime();
            IndexedPassages pool =
                    IndexedPassages.open(files, cache, (w, done, all) -> {}, Cancellation.NEVER);
            double seconds = (System.nanoTime() - wall) / 1e9;
            double work = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%s %,d of %,d passages in %.1f s, %.1f CPU s: %,.0f lines/s, %,.0f lines/CPU"
                            + " s; %s; heap limit %,d MiB%n",
                    what,
                    pool.size(),
                    passages,
                    seconds,
                    work,
                    pool.size() / seconds,
                    pool.size() / work,
                    memory(),
                    Runtime.getRuntime().maxMemory() >> 20);
            use(pool);
        }
        System.out.printf(
                Locale.ROOT,
                "corpus %,d bytes, index %,d bytes%n",
                size(folder.resolve("corpus")),
                size(cache));
    }

    private static void use(IndexedPassages pool) {
        SplittableRandom random = new SplittableRandom(1);
        long start = System.nanoTime();
        long characters = 0;
        for (int i = 0; i < READS; i++) {
            characters += pool.get(random.nextInt(pool.size())).text().length();
        }
        long read = System.nanoTime();
        for (int i = 0; i < READS; i++) {
            int position = random.nextInt(pool.size());
            String id = position / 7 + "#" + position % 7;
            if (pool.position(id).orElse(-1) != position) {
                throw new IllegalStateException(id);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "read at random %,.0f passages/s of %d characters, found %,.0f ids/s; %s%n",
                READS / ((read - start) / 1e9),
                characters / READS,
                READS / ((System.nanoTime() - read) / 1e9),
                memory());
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** The process's memory: VmHWM counts mapped file pages, RssAnon does not. */
    public static String memory() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.matches("(VmHWM|RssAnon|RssFile):.*"))
                    .map(line -> line.replaceAll("\\s+", " "))
                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            return "memory unknown: " + e.getMessage();
        }
    }
}
