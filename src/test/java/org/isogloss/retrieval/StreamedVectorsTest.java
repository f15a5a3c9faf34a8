package org.isogloss.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.PassagePool;
import org.isogloss.corpus.TestCollection;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.DotProducts;
import org.isogloss.encoder.EncodingSettings;
import org.isogloss.encoder.Pooling;
import org.isogloss.encoder.ShardProducts;
import org.isogloss.encoder.ShardedVectors;
import org.isogloss.encoder.Side;
import org.isogloss.encoder.VectorManifest;
import org.isogloss.encoder.Vectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("native")
class StreamedVectorsTest {
    private static final int DIMENSION = 24;
    private static final int PASSAGES = 1500;
    private static final int QUESTIONS = 30;

    @TempDir private Path folder;

    private static float[] whole(SplittableRandom random, int count) {
        float[] values = new float[count * DIMENSION];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(3) - 1;
        }
        return values;
    }

    /** Normal numbers; every third vector is a copy of the one before it. */
    private static float[] doubled(SplittableRandom random, int count) {
        float[] values = new float[count * DIMENSION];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    i / DIMENSION % 3 == 2 ? values[i - DIMENSION] : (float) random.nextGaussian();
        }
        return values;
    }

    private ShardedVectors sharded(float[] values, int shardRows) {
        VectorManifest manifest =
                new VectorManifest(
                        VectorManifest.FORMAT,
                        PASSAGES,
                        DIMENSION,
                        shardRows,
                        "data",
                        "model",
                        new EncodingSettings(Pooling.MEAN, 20, "", ""),
                        Side.PASSAGE,
                        false);
        ShardedVectors vectors = ShardedVectors.resume(folder.resolve("vectors"), manifest);
        for (int shard : vectors.missing()) {
            int from = manifest.from(shard);
            int to = manifest.to(shard);
            vectors.write(
                    shard,
                    new Vectors(
                            to - from,
                            DIMENSION,
                            Arrays.copyOfRange(values, from * DIMENSION, to * DIMENSION)));
        }
        return vectors;
    }

    private static List<Ranking> exact(TestCollection collection, Vectors asked, float[] values) {
        ExactSearch search = new ExactSearch(collection);
        PassagePool pool = (PassagePool) collection.passages();
        float[] ordered = new float[values.length];
        for (int c = 0; c < PASSAGES; c++) {
            int position = pool.position(search.passages().get(c).id()).orElseThrow();
            System.arraycopy(values, position * DIMENSION, ordered, c * DIMENSION, DIMENSION);
        }
        Vectors passages = new Vectors(PASSAGES, DIMENSION, ordered);
        try (DotProducts products = new DotProducts(asked, passages, ComputeDevice.CPU)) {
            return search.rank(products, 20, Progress.NONE, Cancellation.NEVER);
        }
    }

    /** Sums of whole numbers are exact, so that only the rule of ties decides. */
    @Test
    void agreesWithTheSearchInMemory() throws IOException {
        TestCollection collection = SmallPool.collection(folder, PASSAGES, QUESTIONS, 3);
        SplittableRandom random = new SplittableRandom(5);
        float[] values = whole(random, PASSAGES);
        Vectors asked = new Vectors(QUESTIONS, DIMENSION, whole(random, QUESTIONS));
        try (ShardProducts products =
                new ShardProducts(asked, sharded(values, 256), ComputeDevice.CPU)) {
            List<Ranking> rankings =
                    new StreamingSearch(collection)
                            .rank(products, 20, Progress.NONE, Cancellation.NEVER);
            assertThat(SmallPool.ordered(rankings))
                    .isEqualTo(SmallPool.ordered(exact(collection, asked, values)));
        }
    }

    /** What the search relies on to pass the candidates only once. */
    @Test
    void scoresACandidateAlikeInGatheredBlocks() {
        SplittableRandom random = new SplittableRandom(6);
        float[] values = doubled(random, PASSAGES);
        Vectors asked = new Vectors(1000, DIMENSION, doubled(random, 1000));
        int block = 256;
        FloatBuffer neighbours = FloatBuffer.allocate(1000 * block);
        FloatBuffer gathered = FloatBuffer.allocate(1000 * block);
        int[] candidates = new int[block];
        for (int column = 0; column < block; column++) {
            candidates[column] = random.nextInt(PASSAGES / block) * block + column;
        }
        try (ShardProducts products =
                new ShardProducts(asked, sharded(values, 512), ComputeDevice.CPU)) {
            products.block(candidates, gathered);
            for (int from = 0; from + block <= PASSAGES; from += block) {
                products.block(from, from + block, neighbours);
                for (int column = 0; column < block; column++) {
                    if (candidates[column] == from + column) {
                        for (int q = 0; q < 1000; q++) {
                            assertThat(gathered.get(q * block + column))
                                    .isEqualTo(neighbours.get(q * block + column));
                        }
                    }
                }
            }
        }
    }

    @Test
    void passesVectorsOnlyOnce() throws IOException {
        TestCollection collection = SmallPool.collection(folder, PASSAGES, QUESTIONS, 3);
        SplittableRandom random = new SplittableRandom(7);
        Vectors asked = new Vectors(QUESTIONS, DIMENSION, doubled(random, QUESTIONS));
        List<Long> told = new ArrayList<>();
        try (ShardProducts products =
                new ShardProducts(
                        asked, sharded(doubled(random, PASSAGES), 256), ComputeDevice.CPU)) {
            new StreamingSearch(collection)
                    .rank(products, 20, (what, done, n) -> told.add(done), Cancellation.NEVER);
        }
        assertThat(told).containsExactly(0L, 256L, 512L, 768L, 1024L, 1280L, 1500L);
    }

    @Test
    void scoresNeedOneDimension() {
        ShardedVectors candidates = sharded(new float[PASSAGES * DIMENSION], 512);
        Vectors five = new Vectors(1, 5, new float[5]);
        assertThatThrownBy(() -> new ShardProducts(five, candidates, ComputeDevice.CPU))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("questions of 5 numbers cannot be scored against candidates of 24");
    }
}
