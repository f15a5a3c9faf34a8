package org.isogloss.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.isogloss.base.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShardedVectorsTest {
    private static final EncodingSettings SETTINGS =
            new EncodingSettings(Pooling.MEAN, 20, "query: ", "");
    private static final VectorManifest MANIFEST = manifest(10, 3, "data", "model", SETTINGS);

    @TempDir private Path folder;

    private static VectorManifest manifest(
            int count, int dimension, String data, String model, EncodingSettings settings) {
        return new VectorManifest(
                VectorManifest.FORMAT,
                count,
                dimension,
                4,
                data,
                model,
                settings,
                Side.PASSAGE,
                false);
    }

    /** Row i is (3i, 3i + 1, 3i + 2). */
    private static Vectors rows(int from, int to) {
        float[] values = new float[3 * (to - from)];
        for (int i = 0; i < values.length; i++) {
            values[i] = 3 * from + i;
        }
        return new Vectors(to - from, 3, values);
    }

    private static float[] read(ShardedVectors vectors, int from, int to) {
        FloatBuffer values = vectors.rows(from, to).asFloatBuffer();
        float[] read = new float[values.remaining()];
        values.get(read);
        return read;
    }

    private ShardedVectors whole() {
        ShardedVectors vectors = ShardedVectors.resume(folder, MANIFEST);
        for (int shard : vectors.missing()) {
            vectors.write(shard, rows(MANIFEST.from(shard), MANIFEST.to(shard)));
        }
        return vectors;
    }

    @Test
    void readsRowsWhereTheyLie() {
        whole();
        ShardedVectors vectors = ShardedVectors.open(folder);
        assertThat(vectors.manifest()).isEqualTo(MANIFEST);
        assertThat(read(vectors, 0, 4)).isEqualTo(rows(0, 4).values());
        assertThat(read(vectors, 5, 7)).isEqualTo(rows(5, 7).values());
        assertThat(read(vectors, 9, 10)).isEqualTo(rows(9, 10).values());
        assertThatThrownBy(() -> vectors.rows(3, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNumPyArraysAndAManifest() throws IOException {
        whole();
        assertThat(Vectors.readNpy(folder.resolve("vectors-00000.npy"))).isEqualTo(rows(0, 4));
        assertThat(Vectors.readNpy(folder.resolve("vectors-00002.npy"))).isEqualTo(rows(8, 10));
        assertThat(folder.resolve("manifest.json"))
                .content()
                .isEqualToIgnoringNewLines(
                        """
                        {
                          "format" : "isogloss-vectors-1",
                          "count" : 10,
                          "dimension" : 3,
                          "shardRows" : 4,
                          "data" : "data",
                          "model" : "model",
                          "settings" : {
                            "pooling" : "MEAN",
                            "maxTokens" : 20,
                            "questionPrefix" : "query: ",
                            "passagePrefix" : ""
                          },
                          "side" : "PASSAGE",
                          "context" : false
                        }
                        """);
    }

    @Test
    void goesOnWithWhatIsMissing() {
        ShardedVectors vectors = ShardedVectors.resume(folder, MANIFEST);
        assertThat(vectors.missing()).containsExactly(0, 1, 2);
        vectors.write(1, rows(4, 8));
        assertThat(ShardedVectors.resume(folder, MANIFEST).missing()).containsExactly(0, 2);
        assertThatThrownBy(() -> ShardedVectors.open(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        folder
                                + ": lacks 2 of 3 shards, the first of them vectors-00000.npy;"
                                + " encode on");
        assertThat(whole().missing()).isEmpty();
    }

    @Test
    void removesWhatAKilledWriterLeft() throws IOException {
        ShardedVectors.resume(folder, MANIFEST);
        Path dead = Files.writeString(folder.resolve("vectors-00000.npy.1f.part"), "half");
        Path alive = Files.writeString(folder.resolve("vectors-00000.npy.2f.part"), "half");
        Files.setLastModifiedTime(dead, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        ShardedVectors.resume(folder, MANIFEST);
        assertThat(dead).doesNotExist();
        assertThat(alive).exists();
    }

    static List<VectorManifest> others() {
        List<VectorManifest> others = new ArrayList<>();
        others.add(manifest(11, 3, "data", "model", SETTINGS));
        others.add(manifest(10, 4, "data", "model", SETTINGS));
        others.add(manifest(10, 3, "other data", "model", SETTINGS));
        others.add(manifest(10, 3, "data", "other model", SETTINGS));
        others.add(
                manifest(
                        10,
                        3,
                        "data",
                        "model",
                        new EncodingSettings(Pooling.MEAN, 20, "query: ", "passage: ")));
        others.add(
                new VectorManifest(
                        VectorManifest.FORMAT,
                        10,
                        3,
                        5,
                        "data",
                        "model",
                        SETTINGS,
                        Side.PASSAGE,
                        false));
        others.add(
                new VectorManifest(
                        VectorManifest.FORMAT,
                        10,
                        3,
                        4,
                        "data",
                        "model",
                        SETTINGS,
                        Side.QUESTION,
                        false));
        others.add(
                new VectorManifest(
                        VectorManifest.FORMAT,
                        10,
                        3,
                        4,
                        "data",
                        "model",
                        SETTINGS,
                        Side.PASSAGE,
                        true));
        others.add(
                new VectorManifest(
                        "other", 10, 3, 4, "data", "model", SETTINGS, Side.PASSAGE, false));
        return others;
    }

    @ParameterizedTest
    @MethodSource("others")
    void refusesToGoOnWithOtherVectors(VectorManifest other) {
        ShardedVectors.resume(folder, MANIFEST);
        assertThatThrownBy(() -> ShardedVectors.resume(folder, other))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(folder.resolve("manifest.json") + ": \"")
                .hasMessageEndingWith("; name another folder or delete this one");
    }

    @Test
    void saysWhatDiffers() {
        ShardedVectors.resume(folder, MANIFEST);
        assertThatThrownBy(() -> ShardedVectors.resume(folder, others().get(3)))
                .hasMessage(
                        folder.resolve("manifest.json")
                                + ": \"model\" of the vectors there is model, not other model; name"
                                + " another folder or delete this one");
    }

    @Test
    void refusesAShardThatWasCut() throws IOException {
        whole();
        Path shard = folder.resolve("vectors-00001.npy");
        byte[] bytes = Files.readAllBytes(shard);
        Files.write(shard, Arrays.copyOf(bytes, bytes.length - 1));
        ShardedVectors vectors = ShardedVectors.open(folder);
        assertThat(read(vectors, 0, 1)).hasSize(3);
        assertThatThrownBy(() -> vectors.rows(4, 5))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        shard
                                + ": is not the array of 4 by 3 in 176 bytes that was written;"
                                + " delete it and encode on");
    }

    @Test
    void writesNoShardOfAnotherShape() {
        ShardedVectors vectors = ShardedVectors.resume(folder, MANIFEST);
        assertThatThrownBy(() -> vectors.write(2, rows(8, 11)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(vectors.missing()).hasSize(3);
    }

    @Test
    void countsShardsOfAnySize() {
        VectorManifest large = manifest(Integer.MAX_VALUE, 3, "", "", SETTINGS);
        assertThat(large.shards()).isEqualTo(1 << 29);
        assertThat(large.to(large.shards() - 1)).isEqualTo(Integer.MAX_VALUE);
    }
}
