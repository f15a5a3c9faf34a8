package org.isogloss.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.DotProducts;
import org.isogloss.encoder.PyTorch;
import org.isogloss.encoder.Vectors;
import org.isogloss.retrieval.ExactSearch;
import org.isogloss.retrieval.Ranking;

/**
 * Isogloss's side of the comparison of exact search with NumPy: {@code fitness.py} calls it and
 * {@code peer_rank.py} in turn.
 *
 * <p>Not a test. {@code vectors FOLDER} writes what both sides read; {@code rank FOLDER THREADS}
 * ranks all candidates for all questions and prints the sum of the ranks of the right answers;
 * {@code product FOLDER THREADS} computes the scores alone.
 */
final class RankPeer {
    private static final int QUESTIONS = 2048; // Q
    private static final int ITEMS = 1183;
    private static final int DIMENSION = 384; // E
    private static final int HITS = 20;
    private static final int PASSES = 4;

    /**
     * Noise beside a question's direction; answers then stand from the first place to far below.
     */
    private static final double NOISE = 7;

    private static final List<String> LANGUAGES =
            List.of("ar", "de", "el", "en", "es", "hi", "ru", "th", "tr", "vi", "zh");

    private RankPeer() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        ExactSearch search = new ExactSearch(collection());
        if (args[0].equals("vectors")) {
            write(folder, search);
            return;
        }
        PyTorch.start(Integer.parseInt(args[2]), line -> {});
        Vectors questions = Vectors.readNpy(folder.resolve("questions.npy"));
        Vectors passages = Vectors.readNpy(folder.resolve("passages.npy"));
        double pairs = (double) questions.count() * passages.count();
        try (DotProducts products = new DotProducts(questions, passages, ComputeDevice.CPU)) {
            for (int pass = 0; pass < PASSES; pass++) {
                BenchClock clock = new BenchClock();
                if (args[0].equals("rank")) {
                    List<Ranking> found =
                            search.rank(products, HITS, Progress.NONE, Cancellation.NEVER);
                    clock.print(pass, (double) sum(found), pairs);
                } else {
                    FloatBuffer scores = scores(passages.count());
                    for (int from = 0; from < QUESTIONS; from += 512) {
                        products.block(from, from + 512, scores);
                    }
                    clock.print(pass, scores.get(0), 2 * pairs * DIMENSION);
                }
            }
        }
    }

    private static FloatBuffer scores(int candidates) {
        return ByteBuffer.allocateDirect(Float.BYTES * 512 * candidates)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    private static long sum(List<Ranking> found) {
        return found.stream()
                .flatMap(ranking -> ranking.relevant().stream())
                .mapToLong(relevant -> relevant.inPool())
                .sum();
    }

    private static TestCollection collection() {
        List<Passage> passages = new ArrayList<>();
        for (String language : LANGUAGES) {
            for (int i = 0; i < ITEMS; i++) {
                passages.add(new Passage(language + "_" + i, new Lang(language), ""));
            }
        }
        List<Question> questions = new ArrayList<>();
        Map<String, Set<String>> relevant = new LinkedHashMap<>();
        for (int q = 0; q < QUESTIONS; q++) {
            String id = Integer.toString(q);
            questions.add(new Question(id, id, new Lang("en"), ""));
            Set<String> answers = new LinkedHashSet<>();
            for (String language : LANGUAGES) {
                answers.add(language + "_" + q % ITEMS);
            }
            relevant.put(id, answers);
        }
        return new TestCollection("bench", questions, passages, Judgments.ofRelevant(relevant));
    }

    /**
     * Vectors of length 1 in the order of the search, and the columns of each question's answers.
     */
    private static void write(Path folder, ExactSearch search) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        float[] items = new float[ITEMS * DIMENSION];
        for (int i = 0; i < items.length; i++) {
            items[i] = (float) (random.nextDouble() - .5);
        }
        int[] itemOf = search.passages().stream().mapToInt(RankPeer::itemOf).toArray();
        vectors(itemOf, items, random).writeNpy(folder.resolve("passages.npy"));
        int[] asked = new int[QUESTIONS];
        for (int q = 0; q < QUESTIONS; q++) {
            asked[q] = q % ITEMS;
        }
        vectors(asked, items, random).writeNpy(folder.resolve("questions.npy"));
        StringBuilder columns = new StringBuilder();
        for (int q = 0; q < QUESTIONS; q++) {
            for (int c = 0; c < itemOf.length; c++) {
                if (itemOf[c] == asked[q]) {
                    columns.append(c).append(' ');
                }
            }
            columns.append('\n');
        }
        Files.writeString(folder.resolve("relevant.txt"), columns);
    }

    private static int itemOf(Passage passage) {
        return Integer.parseInt(passage.id().substring(passage.id().indexOf('_') + 1));
    }

    private static Vectors vectors(int[] itemOf, float[] items, SplittableRandom random) {
        float[] values = new float[itemOf.length * DIMENSION];
        for (int row = 0; row < itemOf.length; row++) {
            double square = 0;
            for (int i = 0; i < DIMENSION; i++) {
                double value =
                        items[itemOf[row] * DIMENSION + i] + NOISE * (random.nextDouble() - .5) / 2;
                values[row * DIMENSION + i] = (float) value;
                square += value * value;
            }
            for (int i = 0; i < DIMENSION; i++) {
                values[row * DIMENSION + i] /= (float) Math.sqrt(square);
            }
        }
        return new Vectors(itemOf.length, DIMENSION, values);
    }
}
