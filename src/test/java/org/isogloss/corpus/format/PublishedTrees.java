package org.isogloss.corpus.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Made-up data sets in the layouts and with the counts of published ones: each question has one
 * relevant passage, spread over the corpus.
 */
final class PublishedTrees {
    private static final int SHARD = 500_000;
    private static final int WORDS = 20_000;

    private final String[] words = new String[WORDS];
    private final int characters;
    private final SplittableRandom random = new SplittableRandom(1);

    /**
     * Texts of about so many characters.
     *
     * @param firstLetter of 26, such as {@code 'a'}
     */
    PublishedTrees(int characters, int firstLetter) {
        this.characters = characters;
        for (int w = 0; w < WORDS; w++) {
            StringBuilder word = new StringBuilder();
            for (int i = random.nextInt(2, 10); i > 0; i--) {
                word.appendCodePoint(firstLetter + random.nextInt(26));
            }
            words[w] = word.toString();
        }
    }

    /** MIRACL's dev split of a language. */
    void miracl(Path folder, String lang, int questions, int passages) {
        String name = ".miracl-v1.0-" + lang + "-dev.tsv";
        Path own = folder.resolve("miracl-v1.0-" + lang);
        write(
                own.resolve("topics").resolve("topics" + name),
                questions,
                q -> q + "\t" + text(q, 40));
        write(
                own.resolve("qrels").resolve("qrels" + name),
                questions,
                q -> q + " Q0 " + passage(relevant(q, questions, passages)) + " 1");
        for (int from = 0, shard = 0; from < passages; from += SHARD, shard++) {
            int first = from;
            write(
                    folder.resolve("miracl-corpus-v1.0-" + lang)
                            .resolve("docs-" + shard + ".jsonl.gz"),
                    Math.min(SHARD, passages - from),
                    i ->
                            "{\"docid\": \"%s\", \"title\": \"%s\", \"text\": \"%s\"}"
                                    .formatted(
                                            passage(first + i),
                                            words[(first + i) / 7 % WORDS],
                                            text(first + i, characters)));
        }
    }

    /** A data set of BEIR. */
    void beir(Path folder, int questions, int passages) {
        hub(
                folder.resolve("queries.jsonl"),
                folder.resolve("corpus.jsonl"),
                questions,
                passages,
                "");
        write(
                folder.resolve("qrels").resolve("test.tsv"),
                questions + 1,
                q ->
                        q == 0
                                ? "query-id\tcorpus-id\tscore"
                                : "q%d\tp%d\t1"
                                        .formatted(q - 1, relevant(q - 1, questions, passages)));
    }

    /** A subset of a task on MTEB's hub. */
    void mteb(Path task, String subset, String split, int questions, int passages) {
        String file = split + ".jsonl";
        hub(
                task.resolve(subset + "-queries").resolve(file),
                task.resolve(subset + "-corpus").resolve(file),
                questions,
                passages,
                subset);
        write(
                task.resolve(subset + "-qrels").resolve(file),
                questions,
                q ->
                        "{\"query-id\": \"%1$sq%2$d\", \"corpus-id\": \"%1$sp%3$d\", \"score\": 1}"
                                .formatted(subset, q, relevant(q, questions, passages)));
    }

    /** mMARCO's small dev split of a language, named in English. */
    void mmarco(Path folder, String language, int questions, int passages) {
        write(
                folder.resolve(language + "_queries.dev.small.tsv"),
                questions,
                q -> q + "\t" + text(q, 40));
        write(
                folder.resolve("qrels.dev.small.tsv"),
                questions,
                q -> q + "\t0\t" + relevant(q, questions, passages) + "\t1");
        write(
                folder.resolve(language + "_collection.tsv"),
                passages,
                p -> p + "\t" + text(p, characters));
    }

    private void hub(Path queries, Path corpus, int questions, int passages, String prefix) {
        write(
                queries,
                questions,
                q -> "{\"_id\": \"%sq%d\", \"text\": \"%s\"}".formatted(prefix, q, text(q, 40)));
        write(
                corpus,
                passages,
                p ->
                        "{\"_id\": \"%sp%d\", \"title\": \"\", \"text\": \"%s\"}"
                                .formatted(prefix, p, text(p, characters)));
    }

    private static int relevant(int question, int questions, int passages) {
        return (int) ((long) question * passages / questions);
    }

    private static String passage(int number) {
        return number / 7 + "#" + number % 7;
    }

    /** Words, the frequent ones often, and a number of its own. */
    private String text(int number, int length) {
        StringBuilder text = new StringBuilder(length + 20);
        while (text.length() < length) {
            double u = random.nextDouble();
            text.append(words[(int) (u * u * u * WORDS)]).append(' ');
        }
        return text.append(number).append('.').toString();
    }

    private static void write(Path file, int lines, IntFunction<String> line) {
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream plain = Files.newOutputStream(file);
                    OutputStream out = file.toString().endsWith(".gz") ? new Fast(plain) : plain;
                    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                StringBuilder some = new StringBuilder();
                for (int i = 0; i < lines; i++) {
                    some.append(line.apply(i)).append('\n');
                    if (some.length() > 1 << 16 || i == lines - 1) {
                        text.append(some);
                        some.setLength(0);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /**
     * Makes a large one: {@code miracl-zh FOLDER} or {@code mmarco-de FOLDER}; {@link
     * PublishedLoad} then reads it.
     */
    public static void main(String[] args) {
        Path folder = Path.of(args[1]);
        long start = System.nanoTime();
        switch (args[0]) {
            case "miracl-zh" ->
                    new PublishedTrees(120, 0x4e00).miracl(folder, "zh", 393, 4_934_368);
            case "mmarco-de" ->
                    new PublishedTrees(200, 'a').mmarco(folder, "german", 6_980, 8_841_823);
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.out.printf(Locale.ROOT, "made in %.0f s%n", (System.nanoTime() - start) / 1e9);
    }
}
