package org.isogloss.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import ai.djl.ndarray.NDArray;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("native")
class EncoderTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"bert,0,MEAN", "bert,2,CLS", "xlm-roberta,2,MEAN", "roberta,1,MAX"})
    void aVectorDoesNotDependOnItsBatch(String type, int layers, Pooling pooling) {
        ModelDirectory directory = random(type, layers, pooling);
        List<String> many = new ArrayList<>();
        IntStream.range(0, 60).forEach(i -> many.addAll(TinyDirectory.TEXTS));
        for (int i = 0; i < many.size(); i++) {
            many.set(i, many.get(i).substring(i % 15));
        }
        Collections.shuffle(many, new Random(1));
        try (Encoder encoder = encoder(directory, "")) {
            Vectors together = encode(encoder, Side.QUESTION, many);
            assertThat(together.count()).isEqualTo(360);
            for (int i = 0; i < many.size(); i += 40) {
                Vectors alone = encode(encoder, Side.QUESTION, many.subList(i, i + 1));
                assertThat(together.row(i)).containsExactly(alone.values(), offset(1e-5f));
                assertThat(norm(alone.values())).isCloseTo(1, offset(1e-5));
            }
        }
    }

    @Test
    void putsTheSidesPrefixBeforeTheText() {
        ModelDirectory directory = random("bert", 1, Pooling.MEAN);
        try (Encoder plain = encoder(directory, "");
                Encoder prefixed = encoder(directory, "capital ")) {
            List<String> texts = List.of("of Greece");
            Vectors expected = encode(plain, Side.PASSAGE, List.of("capital of Greece"));
            assertThat(encode(prefixed, Side.PASSAGE, texts)).isEqualTo(expected);
            assertThat(encode(prefixed, Side.QUESTION, texts))
                    .isEqualTo(encode(plain, Side.QUESTION, texts));
        }
    }

    @Test
    void reportsProgressAndStopsWhenAsked() {
        ModelDirectory directory = random("bert", 0, Pooling.MEAN);
        List<String> texts = Collections.nCopies(1000, "What is the capital of Greece?");
        List<Long> done = new ArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        try (Encoder encoder = encoder(directory, "")) {
            encoder.encode(
                    Side.PASSAGE,
                    texts,
                    (what, count, total) -> {
                        assertThat(what).isEqualTo("encoding passages");
                        assertThat(total).isEqualTo(1000);
                        done.add(count);
                    },
                    Cancellation.NEVER);
            assertThat(done).startsWith(0L).endsWith(1000L).isSorted().hasSizeGreaterThan(2);
            Cancellation third = () -> asked.incrementAndGet() == 3;
            assertThatThrownBy(() -> encoder.encode(Side.PASSAGE, texts, Progress.NONE, third))
                    .isInstanceOf(CancellationException.class);
            assertThat(encode(encoder, Side.PASSAGE, List.of()).count()).isZero();
        }
    }

    @Test
    void refusesLongerTextsThanTheModelTakesAndAbsentDevices() {
        ModelDirectory directory = random("bert", 0, Pooling.MEAN);
        EncodingSettings longer = new EncodingSettings(Pooling.MEAN, 31, "", "");
        assertThatThrownBy(() -> new Encoder(directory, longer, ComputeDevice.CPU))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("maxTokens is 31, but this model takes 1 to 30");
        EncodingSettings own = EncodingSettings.of(directory);
        ComputeDevice absent = ComputeDevice.of("gpu:99");
        assertThatThrownBy(() -> new Encoder(directory, own, absent))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("device gpu:99 was asked for");
        assertThatThrownBy(() -> ComputeDevice.of("cuda")).isInstanceOf(BadInputException.class);
    }

    @Test
    void weightsComeBackAsTheyWereSaved() {
        ModelDirectory directory = random("bert", 2, Pooling.MEAN);
        try (Weights fresh = Weights.random(directory.config(), 7, ComputeDevice.CPU);
                Weights other = Weights.random(directory.config(), 8, ComputeDevice.CPU);
                Weights loaded = Weights.load(directory, ComputeDevice.CPU)) {
            assertThat(numbers(loaded)).isEqualTo(numbers(fresh)).isNotEqualTo(numbers(other));
            assertThat(loaded.arrays().get(5).getShape().getShape()).containsExactly(24, 8);
        }
    }

    @Test
    void freshWeightsAreNormallyDistributed() {
        ModelConfig bag = ModelConfig.bag(4000, 128, 128);
        try (Weights weights = Weights.random(bag, 1, ComputeDevice.CPU)) {
            assertThat(weights.size()).isEqualTo(4000 * 128 + 128 * 128 + 128 + 2 * 128);
            float[] word = weights.arrays().get(0).toFloatArray();
            float[] position = weights.arrays().get(1).toFloatArray();
            assertThat(norm(word) / Math.sqrt(word.length)).isCloseTo(0.05, offset(5e-4));
            assertThat(norm(position) / Math.sqrt(position.length)).isCloseTo(0.02, offset(5e-4));
            assertThat(weights.arrays().get(3).toFloatArray()).containsOnly(1);
            assertThat(weights.arrays().get(4).toFloatArray()).containsOnly(0);
        }
    }

    @Test
    void scoresAreDotProducts() {
        Vectors questions = vectors(1100, 5, 1);
        Vectors candidates = vectors(7, 5, 2);
        FloatBuffer out = FloatBuffer.allocate(9000);
        try (DotProducts scores = new DotProducts(questions, candidates, ComputeDevice.CPU)) {
            scores.block(30, 1100, out);
        }
        assertThat(out.position()).isZero();
        for (int q = 30; q < 1100; q++) {
            for (int c = 0; c < 7; c++) {
                double sum = 0;
                for (int e = 0; e < 5; e++) {
                    sum += (double) questions.row(q)[e] * candidates.row(c)[e];
                }
                assertThat(out.get((q - 30) * 7 + c)).isCloseTo((float) sum, offset(1e-6f));
            }
        }
    }

    @Test
    void scoresNeedOneDimension() {
        Vectors five = vectors(2, 5, 1);
        Vectors four = vectors(2, 4, 1);
        assertThatThrownBy(() -> new DotProducts(five, four, ComputeDevice.CPU))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("questions of 5 numbers");
    }

    private ModelDirectory random(String type, int layers, Pooling pooling) {
        return TinyDirectory.random(folder, TinyDirectory.config(type, 200, layers), pooling);
    }

    private static Encoder encoder(ModelDirectory directory, String passagePrefix) {
        EncodingSettings settings =
                new EncodingSettings(directory.pooling(), 20, "", passagePrefix);
        return new Encoder(directory, settings, ComputeDevice.CPU);
    }

    private static Vectors encode(Encoder encoder, Side side, List<String> texts) {
        return encoder.encode(side, texts, Progress.NONE, Cancellation.NEVER);
    }

    private static List<Float> numbers(Weights weights) {
        List<Float> numbers = new ArrayList<>();
        for (NDArray array : weights.arrays()) {
            for (float value : array.toFloatArray()) {
                numbers.add(value);
            }
        }
        return numbers;
    }

    private static double norm(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    private static Vectors vectors(int count, int dimension, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble() - 0.5f;
        }
        return new Vectors(count, dimension, values);
    }
}
