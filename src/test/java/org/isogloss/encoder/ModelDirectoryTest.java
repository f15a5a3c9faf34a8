package org.isogloss.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.isogloss.base.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelDirectoryTest {
    private static final String WORDS = "embeddings.word_embeddings.weight";

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
    @ValueSource(strings = {"bert.", "roberta."})
    void readsNamesOfAModelWithAHead(String prefix) {
        ModelConfig config = tiny();
        List<NamedTensor> tensors = renamed(config, name -> prefix + name);
        tensors.add(TinyDirectory.counted("pooler.dense.weight", List.of(8L, 8L)));
        Safetensors.write(folder.resolve("model.safetensors"), tensors);
        assertThat(new ModelDirectory(folder).config()).isEqualTo(config);
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
                "modules.json|Normalize\"|Dense\"|has a step of type 'sentence_transformers.models.Dense'",
                "modules.json|Pooling\"|Normalize\"|names no Pooling step",
                "modules.json|Transformer\"|Normalize\"|names no Transformer step",
                "1_Pooling/config.json|\"pooling_mode_mean_tokens\" : true"
                        + "|\"pooling_mode_lasttoken\" : true|asks for [pooling_mode_lasttoken]",
                "1_Pooling/config.json|\"pooling_mode_cls_token\" : false"
                        + "|\"pooling_mode_cls_token\" : true|exactly one of",
                "sentence_bert_config.json|20|\"x\"|max_seq_length is \"x\"",
                "sentence_bert_config.json|\"do_lower_case\" : false|\"do_lower_case\" : true"
                        + "|do_lower_case is true",
                "config_sentence_transformers.json|cosine|euclidean|similarity_fn_name is euclidean",
            })
    void refusesWhatItCannotDo(String name, String from, String to, String problem)
            throws IOException {
        tiny();
        Path file = folder.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
        assertRefuses(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "config.json,there is no such file",
        "tokenizer.json,there is no such file; write it with python",
        "model.safetensors,there is no such file",
        "1_Pooling/config.json,there is no such file"
    })
    void refusesAMissingFile(String name, String problem) throws IOException {
        tiny();
        Files.delete(folder.resolve(name));
        assertRefuses(name + ": " + problem);
    }

    @Test
    void refusesPicklesWithTheCommandThatConvertsThem() throws IOException {
        tiny();
        Path weights = folder.resolve("model.safetensors");
        Files.move(weights, folder.resolve("pytorch_model.bin"));
        assertRefuses(
                "is a pickle, which can run code when it is read; convert it once with python -c"
                        + " \"from transformers import AutoModel; AutoModel.from_pretrained('"
                        + folder
                        + "').save_pretrained('"
                        + folder
                        + "')\"");
    }

    @Test
    void refusesWeightsInSeveralFiles() throws IOException {
        tiny();
        Path weights = folder.resolve("model.safetensors");
        Files.move(weights, folder.resolve("model.safetensors.index.json"));
        assertRefuses("max_shard_size='100GB'");
    }

    @Test
    void refusesAMissingTensor() {
        rewrite(tiny(), name -> name.replace("output.dense.bias", "output.dense.other"));
        assertRefuses("holds no tensor 'encoder.layer.0.attention.output.dense.bias'");
    }

    @Test
    void refusesWeightsOfNoEncoder() {
        rewrite(tiny(), name -> "model.decoder." + name);
        assertRefuses("holds no tensor '" + WORDS + "', with or without bert.");
    }

    @Test
    void refusesWeightsCutShort() throws IOException {
        tiny();
        Path weights = folder.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        Files.write(weights, Arrays.copyOf(bytes, bytes.length - 100));
        assertRefuses("which do not lie in the");
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
        Safetensors.write(folder.resolve("model.safetensors"), renamed(config, name));
    }

    private static List<NamedTensor> renamed(ModelConfig config, UnaryOperator<String> name) {
        List<NamedTensor> tensors = new ArrayList<>();
        for (NamedTensor each : TinyDirectory.tensors(config)) {
            tensors.add(new NamedTensor(name.apply(each.name()), each.shape(), each.values()));
        }
        return tensors;
    }

    private void assertRefuses(String problem) {
        assertThatThrownBy(() -> new ModelDirectory(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(folder.toString())
                .hasMessageContaining(problem);
    }
}
