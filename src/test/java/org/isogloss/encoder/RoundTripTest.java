package org.isogloss.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model that was loaded and written again gives the same vectors, bit by bit. */
@Tag("native")
class RoundTripTest {
    private static final Path MINI_LM = Path.of("../shared/models/all-minilm-l6-v2");

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "bert,0,MEAN,",
        "bert,2,CLS,TANH",
        "bert,1,WEIGHTED_MEAN,IDENTITY",
        "xlm-roberta,2,MEAN,",
        "xlm-roberta,1,LAST_TOKEN,TANH",
        "roberta,1,MEAN_SQRT_LEN,"
    })
    void embedsAlikeAfterAWriting(
            String type, int layers, Pooling pooling, Dense.Activation activation) {
        ModelConfig config = TinyDirectory.config(type, 200, layers);
        ModelDirectory plain = TinyDirectory.random(folder.resolve("plain"), config, pooling);
        ModelDirectory first =
                activation == null ? plain : withDense(plain, new Dense(8, 5, true, activation));
        ModelDirectory second = again(first, "second");
        assertThat(second.description().head()).isEqualTo(first.description().head());
        assertThat(embed(second)).isEqualTo(embed(first));
        assertThat(embed(first).dimension()).isEqualTo(activation == null ? 8 : 5);
    }

    @Test
    void miniLmEmbedsAlikeAfterAWriting() {
        assumeTrue(
                Files.exists(MINI_LM.resolve("model.safetensors")),
                "skipped: all-minilm-l6-v2 is not beside the project");
        ModelDirectory published = new ModelDirectory(MINI_LM);
        assertThat(embed(again(published, "again"))).isEqualTo(embed(published));
    }

    /** Lower-casing belongs to the model: written back, it still makes two spellings one text. */
    @Test
    void lowerCasesAfterAWriting() throws IOException {
        ModelConfig config = TinyDirectory.config("bert", 200, 1);
        ModelDirectory plain = TinyDirectory.random(folder.resolve("plain"), config, Pooling.MEAN);
        Path tokenizer = plain.description().input().tokenizer();
        String json = Files.readString(tokenizer);
        assertThat(json).contains("Lowercase");
        Files.writeString(tokenizer, json.replace("Lowercase", "NFC"));
        assertThat(ids(plain, "Greece")).isNotEqualTo(ids(plain, "greece"));
        ModelDirectory folded = again(withDense(plain, TinyDirectory.dense(config)), "folded");
        assertThat(ids(folded, "GREECE")).isEqualTo(ids(plain, "greece"));
    }

    /** The same encoder with a Dense layer, lower-casing and prompts besides. */
    private ModelDirectory withDense(ModelDirectory plain, Dense dense) {
        ModelDescription model =
                new ModelDescription(
                        plain.config(),
                        new SentenceHead(plain.pooling(), dense, true),
                        new TextInput(
                                plain.description().input().tokenizer(),
                                true,
                                20,
                                new Prompts("query: ", "passage: ")));
        try (Weights weights = Weights.load(plain, ComputeDevice.CPU)) {
            List<NamedTensor> tensors = new ArrayList<>(weights.namedTensors());
            dense.shapes()
                    .forEach(
                            (name, shape) ->
                                    tensors.add(
                                            TinyDirectory.counted(
                                                    WeightLayout.DENSE + name, shape)));
            return ModelDirectory.write(folder.resolve("dense"), model, tensors, "# Tiny\n");
        }
    }

    private ModelDirectory again(ModelDirectory model, String name) {
        try (Weights weights = Weights.load(model, ComputeDevice.CPU)) {
            Path place = folder.resolve(name);
            return ModelDirectory.write(
                    place, model.description(), weights.namedTensors(), "# Again\n");
        }
    }

    private static int[] ids(ModelDirectory model, String text) {
        try (TextTokenizer tokenizer = model.tokenizer()) {
            return tokenizer.ids(text, 20);
        }
    }

    private static Vectors embed(ModelDirectory model) {
        EncodingSettings settings = EncodingSettings.of(model);
        try (Encoder encoder = new Encoder(model, settings, ComputeDevice.CPU)) {
            return encoder.encode(
                    Side.QUESTION, TinyDirectory.TEXTS, Progress.NONE, Cancellation.NEVER);
        }
    }
}
