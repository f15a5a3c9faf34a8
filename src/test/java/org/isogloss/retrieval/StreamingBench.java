package org.isogloss.retrieval;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.isogloss.base.Cancellation;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.pool.IndexBench;
import org.isogloss.corpus.pool.IndexedPassages;
import org.isogloss.corpus.pool.MiraclPassages;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.EncodingSettings;
import org.isogloss.encoder.Pooling;
import org.isogloss.encoder.PyTorch;
import org.isogloss.encoder.ShardProducts;
import org.isogloss.encoder.ShardedVectors;
import org.isogloss.encoder.Side;
import org.isogloss.encoder.VectorManifest;
import org.isogloss.encoder.Vectors;

/**
 * Prints what the exact search through a pool on disk costs beside the matrix product alone, on
 * random vectors for the passages that {@link IndexBench} made and indexed.
 *
 * <p>Not a test. Arguments: that folder, dimension, questions, relevant passages of each question,
 * hits, threads of the engine, and {@code near} for questions near their relevant passages, or
 * {@code far} for such that find them anywhere.
 */
final class StreamingBench {
    private static final int BLOCK = 1 << 13;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private StreamingBench() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        int[] n = new int[5];
        for (int i = 0; i < n.length; i++) {
            n[i] = Integer.parseInt(args[i + 1]);
        }
        PyTorch.start(n[4], System.out::println);
        IndexedPassages pool =
                IndexedPassages.open(
                        MiraclPassages.files(folder.resolve("corpus"), new Lang("th")),
                        folder.resolve("cache"),
                        (what, done, total) -> {},
                        Cancellation.NEVER);
        ShardedVectors passages = vectors(folder.resolve("vectors-" + n[0]), pool.size(), n[0]);
        System.out.println("vectors on disk; " + IndexBench.memory());
        int[][] relevant = relevant(pool.size(), n[1], n[2]);
        Vectors asked = random(n[1], n[0], 99);
        if (args[6].equals("near")) {
            bringNear(asked, passages, relevant);
        }
        StreamingSearch search = new StreamingSearch(collection(pool, relevant));
        double alone = product(asked, pool.size());
        try (ShardProducts products = new ShardProducts(asked, passages, ComputeDevice.CPU)) {
            double blocks = blocks(products);
            long wall = System.nanoTime();
            long cpu = SYSTEM.getProcessCpuTime();
            List<Ranking> rankings =
                    search.rank(products, n[3], (what, done, all) -> {}, Cancellation.NEVER);
            double seconds = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "search: %.1f s, %.1f CPU s = %.2f times the product alone, %.2f times blocks"
                            + " from disk; %s; median rank of relevant passages %,d%n",
                    (System.nanoTime() - wall) / 1e9,
                    seconds,
                    seconds / alone,
                    seconds / blocks,
                    IndexBench.memory(),
                    median(rankings));
        }
    }

    private static int median(List<Ranking> rankings) {
        int[] ranks =
                rankings.stream()
                        .flatMap(ranking -> ranking.relevant().stream())
                        .mapToInt(RelevantRank::inPool)
                        .sorted()
                        .toArray();
        return ranks.length == 0 ? 0 : ranks[ranks.length / 2];
    }

    private static ShardedVectors vectors(Path folder, int count, int dimension) {
        VectorManifest manifest =
                new VectorManifest(
                        VectorManifest.FORMAT,
                        count,
                        dimension,
                        VectorManifest.SHARD_ROWS,
                        "random",
                        "none",
                        new EncodingSettings(Pooling.MEAN, 1, "", ""),
                        Side.PASSAGE,
                        false);
        ShardedVectors vectors = ShardedVectors.resume(folder, manifest);
        for (int shard : vectors.missing()) {
            int rows = manifest.to(shard) - manifest.from(shard);
            vectors.write(shard, random(rows, dimension, shard));
        }
        return vectors;
    }

    private static Vectors random(int count, int dimension, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count * dimension];
        float scale = (float) Math.sqrt(3.0 / dimension);
        for (int i = 0; i < values.length; i++) {
            values[i] = scale * (2 * (float) random.nextDouble() - 1);
        }
        return new Vectors(count, dimension, values);
    }

    private static int[][] relevant(int passages, int questions, int count) {
        SplittableRandom random = new SplittableRandom(3);
        int[][] relevant = new int[questions][];
        for (int q = 0; q < questions; q++) {
            relevant[q] = random.ints(count, 0, passages).toArray();
        }
        return relevant;
    }

    /** Adds the vectors of a question's relevant passages to its own. */
    private static void bringNear(Vectors asked, ShardedVectors passages, int[][] relevant) {
        for (int q = 0; q < relevant.length; q++) {
            for (int position : relevant[q]) {
                FloatBuffer passage = passages.rows(position, position + 1).asFloatBuffer();
                for (int e = 0; e < asked.dimension(); e++) {
                    asked.values()[q * asked.dimension() + e] += passage.get(e);
                }
            }
        }
    }

    private static TestCollection collection(IndexedPassages pool, int[][] relevant) {
        List<Question> asked = new ArrayList<>();
        Judgments.Builder judgments = new Judgments.Builder();
        for (int q = 0; q < relevant.length; q++) {
            asked.add(new Question("q" + q, "q" + q, new Lang("th"), "text"));
            for (int position : relevant[q]) {
                judgments.relevant("q" + q, pool.get(position).id());
            }
        }
        return new TestCollection("bench", asked, pool, judgments.build());
    }

    /** The product of as many blocks, of vectors already in memory and without taking it out. */
    private static double product(Vectors asked, int candidates) {
        Shape block = new Shape(BLOCK, asked.dimension());
        try (NDManager manager = PyTorch.newManager(ComputeDevice.CPU)) {
            NDArray questions =
                    manager.create(asked.values(), new Shape(asked.count(), asked.dimension()));
            NDArray passages =
                    manager.create(random(BLOCK, asked.dimension(), 4).values(), block).transpose();
            long wall = System.nanoTime();
            long cpu = SYSTEM.getProcessCpuTime();
            for (int from = 0; from < candidates; from += BLOCK) {
                questions.matMul(passages).close();
            }
            return told("product alone", wall, cpu);
        }
    }

    private static double blocks(ShardProducts products) {
        FloatBuffer out =
                ByteBuffer.allocateDirect(Float.BYTES * BLOCK * products.questions())
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
        long wall = System.nanoTime();
        long cpu = SYSTEM.getProcessCpuTime();
        for (int from = 0; from < products.candidates(); from += BLOCK) {
            products.block(from, Math.min(products.candidates(), from + BLOCK), out);
        }
        return told("blocks from disk", wall, cpu);
    }

    private static double told(String what, long wall, long cpu) {
        double seconds = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f s, %.1f CPU s%n",
                what,
                (System.nanoTime() - wall) / 1e9,
                seconds);
        return seconds;
    }
}
