package org.isogloss.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isogloss.base.BadInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterpolationTest {
    private static final ModelConfig CONFIG = TinyDirectory.config("bert", 40, 1);
    @TempDir Path folder;
    private Path a;
    private Path b;
    private Path out;

    @BeforeEach
    void makeTwo() {
        a = TinyDirectory.counted(folder.resolve("a"), CONFIG);
        b = TinyDirectory.counted(folder.resolve("b"), CONFIG);
        out = folder.resolve("out");
        List<NamedTensor> others = new ArrayList<>();
        for (NamedTensor each : TinyDirectory.tensors(CONFIG)) {
            others.add(
                    new NamedTensor(
                            each.name(),
                            each.shape(),
                            (from, into) -> {
                                for (long i = from; into.hasRemaining(); i++) {
                                    into.put(i == 0 ? -0f : 3 - i / 7f);
                                }
                            }));
        }
        Safetensors.write(weights(b), others);
    }

    private static Path weights(Path model) {
        return model.resolve("model.safetensors");
    }

    @Test
    void isOneOfTheTwoBitForBitAtTheEnds() {
        new Interpolation(a, b, 1).write(out);
        assertThat(weights(out)).hasSameBinaryContentAs(weights(a));
        new Interpolation(a, b, 0).write(out);
        assertThat(weights(out)).hasSameBinaryContentAs(weights(b));
    }

    @Test
    void isTheMeanInTheMiddle() throws IOException {
        new Interpolation(a, b, 0.5).write(out);
        try (Safetensors mixed = new Safetensors(weights(out))) {
            assertThat(mixed.names()).hasSize(TinyDirectory.tensors(CONFIG).size());
            for (String name : mixed.names()) {
                NamedTensor tensor = mixed.tensor(name);
                FloatBuffer values = FloatBuffer.allocate((int) tensor.size());
                tensor.values().read(0, values);
                for (int i = 0; i < tensor.size(); i++) {
                    float two = i == 0 ? -0f : 3 - i / 7f;
                    assertThat(values.get(i)).isEqualTo((float) ((i / 64f + (double) two) / 2));
                }
            }
        }
        assertThat(Files.readString(out.resolve("README.md")))
                .contains("# 0.5 × a + 0.5 × b")
                .contains("without training");
    }

    @Test
    void refusesTensorsOfOtherShapes() {
        Path wide = TinyDirectory.counted(folder.resolve("c"), TinyDirectory.config("bert", 41, 1));
        refused(
                wide,
                "tensor 'embeddings.word_embeddings.weight' has shape [41, 8], but "
                        + a
                        + " has [40, 8]");
    }

    @Test
    void refusesModelsOfOtherDepth() {
        Path deep = TinyDirectory.counted(folder.resolve("c"), TinyDirectory.config("bert", 40, 2));
        refused(deep, "holds tensors that " + a + " has not: [encoder.layer.1.");
        assertThatThrownBy(() -> new Interpolation(deep, a, 0.5))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is missing, but " + deep + " has [8, 8]");
    }

    @Test
    void refusesAnotherTokenizer() throws IOException {
        Files.writeString(b.resolve("tokenizer.json"), "{ }");
        refused(b, "tokenizer.json: differs from " + a.resolve("tokenizer.json") + " at byte 1");
    }

    @Test
    void refusesAnotherConfig() {
        Path other =
                TinyDirectory.counted(
                        folder.resolve("c"), TinyDirectory.config("xlm-roberta", 40, 1));
        refused(other, "config.json says ");
    }

    @Test
    void refusesToOverwriteWhatItReads() {
        assertThatThrownBy(() -> new Interpolation(a, b, 0.5).write(b.resolve("../b")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is one of the models to mix");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesAWeightThatIsNoShare(double weight) {
        assertThatThrownBy(() -> new Interpolation(a, b, weight))
                .isInstanceOf(BadInputException.class)
                .hasMessageEndingWith("must lie between 0 and 1");
    }

    private void refused(Path other, String message) {
        assertThatThrownBy(() -> new Interpolation(a, other, 0.5))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(message);
    }
}
