package org.isogloss.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.isogloss.base.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelDirectoryTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"bert,0,0,20", "bert,2,0,20", "xlm-roberta,1,2,20", "roberta,1,2,20"})
    void opensWhatItWrote(String type, int layers, int offset, int longest) {
        ModelConfig config = TinyDirectory.config(type, 40, layers);
        ModelDirectory directory = new ModelDirectory(TinyDirectory.counted(folder, config));
        assertThat(directory.config()).isEqualTo(config);
        assertThat(directory.config().positionOffset()).isEqualTo(offset);
        assertThat(directory.description())
                .isEqualTo(
                        new ModelDescription(
                                config,
                                Pooling.MEAN,
                                true,
                                longest,
                                folder.resolve("tokenizer.json")));
    }

    @Test
    void opensADenseLayerLowerCasingAndPromptsItWrote() {
        ModelConfig config = TinyDirectory.config("bert", 40, 1);
        ModelDirectory directory =
                new ModelDirectory(TinyDirectory.countedWithDense(folder, config));
        assertThat(directory.description())
                .isEqualTo(
                        new ModelDescription(
                                config,
                                new SentenceHead(Pooling.CLS, TinyDirectory.dense(config), true),
                                new TextInput(
                                        folder.resolve("tokenizer.json"),
                                        true,
                                        20,
                                        new Prompts("query: ", ""))));
        assertThat(directory.description().dimension()).isEqualTo(5);
        assertThat(EncodingSettings.of(directory))
                .isEqualTo(new EncodingSettings(Pooling.CLS, 20, "query: ", ""));
    }

    @ParameterizedTest
    @EnumSource(Pooling.class)
    void opensEveryPoolingItWrote(Pooling pooling) {
        ModelConfig config = tiny();
        Path tokenizer = folder.resolve("tokenizer.json");
        ModelDescription model = new ModelDescription(config, pooling, false, 20, tokenizer);
        ModelDirectory.write(folder, model, TinyDirectory.tensors(config), "# Tiny\n");
        assertThat(new ModelDirectory(folder).description()).isEqualTo(model);
    }

    @Test
    void readsAPlainHuggingFaceDirectoryAsMeanPooling() throws IOException {
        tiny();
        for (String file : List.of("modules.json", "sentence_bert_config.json")) {
            Files.delete(folder.resolve(file));
        }
        Files.delete(folder.resolve("config_sentence_transformers.json"));
        ModelDirectory directory = new ModelDirectory(folder);
        assertThat(directory.pooling()).isEqualTo(Pooling.MEAN);
        assertThat(directory.normalize()).isTrue();
        assertThat(directory.maxTokens()).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bert.", "roberta.", "0.auto_model.", "model."})
    void readsNamesOfAModelWithAHead(String prefix) {
        ModelConfig config = tiny();
        List<NamedTensor> tensors = TinyDirectory.renamed(config, name -> prefix + name);
        tensors.add(TinyDirectory.counted("pooler.dense.weight", List.of(8L, 8L)));
        Safetensors.write(folder.resolve("model.safetensors"), tensors);
        assertThat(new ModelDirectory(folder).config()).isEqualTo(config);
    }

    @Test
    void readsWeightsInSeveralFiles() throws IOException {
        ModelConfig config = tiny();
        NamedTensor expected = TinyDirectory.tensors(config).get(7);
        TinyDirectory.split(folder, config);
        assertThat(folder.resolve("model.safetensors")).doesNotExist();
        try (StoredWeights stored = new ModelDirectory(folder).openWeights()) {
            NamedTensor found = stored.tensor(expected.name());
            assertThat(found.shape()).isEqualTo(expected.shape());
            FloatBuffer values = FloatBuffer.allocate((int) found.size());
            found.values().read(0, values);
            assertThat(values.get(3)).isEqualTo(3 / 64f);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"query\": \"q: \", \"passage\": \"p: \"}|null|'q: '|'p: '",
                "{\"query\": \"q: \", \"document\": \"\", \"passage\": \"p: \"}|null|'q: '|'p: '",
                "{\"query\": \"q: \", \"corpus\": \"c: \", \"document\": \"d: \"}|null|'q: '|'d: '",
                "{\"query\": \"q: \", \"sts\": \"s: \"}|\"sts\"|'q: '|'s: '",
                "{\"sts\": \"s: \"}|\"sts\"|'s: '|'s: '",
                "{\"sts\": \"s: \"}|null|''|''",
                "null|null|''|''",
            })
    void takesPromptsAsPrefixes(String prompts, String standard, String question, String passage)
            throws IOException {
        tiny();
        Files.writeString(
                folder.resolve("config_sentence_transformers.json"),
                "{\"prompts\": %s, \"default_prompt_name\": %s, \"similarity_fn_name\": null}"
                        .formatted(prompts, standard));
        EncodingSettings settings = EncodingSettings.of(new ModelDirectory(folder));
        assertThat(settings.questionPrefix()).isEqualTo(question);
        assertThat(settings.passagePrefix()).isEqualTo(passage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sentence_roberta_config.json", "sentence_xlm-roberta_config.json"})
    void readsOlderNamesOfTheSentenceConfig(String name) throws IOException {
        tiny();
        Files.move(folder.resolve("sentence_bert_config.json"), folder.resolve(name));
        assertThat(new ModelDirectory(folder).maxTokens()).isEqualTo(20);
    }

    @Test
    void readsTheLayerNormNamesOfTheFirstBert() {
        ModelConfig config = tiny();
        rewrite(
                config,
                name ->
                        name.replace("LayerNorm.weight", "LayerNorm.gamma")
                                .replace("LayerNorm.bias", "LayerNorm.beta"));
        assertThat(new ModelDirectory(folder).config()).isEqualTo(config);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "config.json|\"bert\"|\"t5\"|model_type is t5, but this encoder needs one of bert",
                "config.json|\"model_type\"|\"model\"|has no model_type",
                "config.json|\"vocab_size\" : 40|\"vocab\" : 40|has no vocab_size",
                "config.json|\"hidden_size\" : 8|\"hidden_size\" : 8.5|hidden_size is 8.5",
                "config.json|\"hidden_size\" : 8|\"hidden_size\" : 9|hidden_size 9 is not a multiple of 2",
                "config.json|\"gelu\"|\"relu\"|hidden_act is relu, but this encoder needs gelu",
                "config.json|absolute|relative_key|position_embedding_type is relative_key",
                "config.json|\"layer_norm_eps\" : 1.0E-5|\"layer_norm_eps\" : 0|layer_norm_eps is 0",
                "config.json|\"vocab_size\" : 40|\"vocab_size\" : 41"
                        + "|has shape [40, 8], but config.json calls for [41, 8]",
                "config.json|\"num_hidden_layers\" : 1|\"num_hidden_layers\" : 2"
                        + "|holds no tensor 'encoder.layer.1.attention.self.query.weight'",
                "config.json|{|[|config.json",
                "modules.json|Normalize\"|Asym\"|has a step of type 'sentence_transformers.models.Asym'",
                "modules.json|Pooling\"|Normalize\"|names no Pooling step",
                "modules.json|Transformer\"|Normalize\"|names no Transformer step",
                "1_Pooling/config.json|\"pooling_mode_mean_tokens\" : true"
                        + "|\"pooling_mode_other\" : true|asks for [pooling_mode_other]; exactly one",
                "1_Pooling/config.json|\"pooling_mode_cls_token\" : false"
                        + "|\"pooling_mode_cls_token\" : true|exactly one must be true of",
                "sentence_bert_config.json|20|\"x\"|max_seq_length is \"x\"",
                "sentence_bert_config.json|\"do_lower_case\" : false|\"do_lower_case\" : 2"
                        + "|do_lower_case is 2, not true or false",
                "1_Pooling/config.json|\"word_embedding_dimension\" : 8"
                        + "|\"word_embedding_dimension\" : 9|word_embedding_dimension is 9, but",
                "config_sentence_transformers.json|cosine|euclidean|similarity_fn_name is euclidean",
            })
    void refusesWhatItCannotDo(String name, String from, String to, String problem)
            throws IOException {
        tiny();
        Path file = folder.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
        assertThatThrownBy(() -> new ModelDirectory(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(folder.toString())
                .hasMessageContaining(problem);
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        Path absent = folder.resolve("absent");
        assertThatThrownBy(() -> new ModelDirectory(absent))
                .isInstanceOf(BadInputException.class)
                .hasMessage(absent + ": there is no such model directory");
    }

    private ModelConfig tiny() {
        ModelConfig config = TinyDirectory.config("bert", 40, 1);
        TinyDirectory.counted(folder, config);
        return config;
    }

    private void rewrite(ModelConfig config, UnaryOperator<String> name) {
        Safetensors.write(folder.resolve("model.safetensors"), TinyDirectory.renamed(config, name));
    }
}
