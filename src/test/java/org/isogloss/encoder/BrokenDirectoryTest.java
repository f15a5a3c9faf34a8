package org.isogloss.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.isogloss.base.BadInputException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way a model directory can be broken ends in a sentence that names the file. */
class BrokenDirectoryTest {
    private static final String WEIGHTS = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";
    private static final String FIRST = "model-00001-of-00002.safetensors";
    private static final String SECOND = "model-00002-of-00002.safetensors";
    private static final String DENSE = "2_Dense/model.safetensors";

    private static final String PICKLE =
            "is a pickle, which can run code when it is read; convert it once with python -c \"from"
                    + " transformers import AutoModel; AutoModel.from_pretrained('FOLDER')"
                    + ".save_pretrained('FOLDER')\"";

    @TempDir private Path folder;

    /** A way to break a directory. */
    @FunctionalInterface
    private interface Harm {
        void to(Path folder) throws IOException;
    }

    /**
     * A directory that is refused.
     *
     * @param of the kind of directory that is broken
     * @param file the file the sentence begins with
     * @param problem how the sentence goes on; {@code FOLDER} stands for the directory
     */
    private record Broken(String name, Kind of, Harm harm, String file, String problem) {
        @Override
        public String toString() {
            return name;
        }
    }

    private enum Kind {
        PLAIN,
        SPLIT,
        DENSE
    }

    static List<Broken> directories() {
        return List.of(
                plain("pickle", move(WEIGHTS, "pytorch_model.bin"), "pytorch_model.bin", PICKLE),
                plain(
                        "pickle in parts",
                        move(WEIGHTS, "pytorch_model.bin.index.json"),
                        "pytorch_model.bin.index.json",
                        PICKLE),
                plain("no weights", delete(WEIGHTS), WEIGHTS, "there is no such file"),
                plain("no config", delete("config.json"), "config.json", "there is no such file"),
                plain(
                        "no tokenizer",
                        delete("tokenizer.json"),
                        "tokenizer.json",
                        "there is no such file; write it with python -c \"from transformers"),
                plain(
                        "no pooling config",
                        delete("1_Pooling/config.json"),
                        "1_Pooling/config.json",
                        "there is no such file"),
                plain(
                        "empty weights",
                        keep(WEIGHTS, 0),
                        WEIGHTS,
                        "holds 0 bytes, fewer than the 8 of a safetensors length; the file is"),
                plain(
                        "a git-lfs pointer for weights",
                        text(WEIGHTS, "version https://git-lfs.github.com/spec/v1\n"),
                        WEIGHTS,
                        "announces a header of "),
                plain("cut header", keep(WEIGHTS, 100), WEIGHTS, "announces a header of "),
                plain(
                        "cut data",
                        keep(WEIGHTS, -100),
                        WEIGHTS,
                        "tensor 'encoder.layer.0.output.dense.weight' has data_offsets [4016, 4400], which do"),
                plain(
                        "a tensor missing",
                        names(name -> name.replace("output.dense.bias", "output.dense.other")),
                        WEIGHTS,
                        "holds no tensor 'encoder.layer.0.attention.output.dense.bias', which"
                                + " config.json calls for"),
                plain(
                        "weights of no encoder",
                        names(name -> "decoder." + name),
                        WEIGHTS,
                        "holds no tensor 'embeddings.word_embeddings.weight', with or without"),
                plain(
                        "one tensor without the others' prefix",
                        names(name -> name.contains("query") ? name : "bert." + name),
                        WEIGHTS,
                        "holds no tensor 'bert.encoder.layer.0.attention.self.query.weight'"),
                plain(
                        "a tokenizer of another model",
                        text(
                                "tokenizer.json",
                                "{\"model\": {\"vocab\": {\"a\": 0, \"zebra\": 40}}}"),
                        "tokenizer.json",
                        "gives 'zebra' the id 40, but config.json says vocab_size 40, so that the"
                                + " last row of the embeddings is 39; the two are of different"),
                plain(
                        "a unigram tokenizer of another model",
                        text(
                                "tokenizer.json",
                                "{\"model\": {\"vocab\": ["
                                        + "[\"a\", -1.5],".repeat(40)
                                        + "[\"zebra\", -2]]}}"),
                        "tokenizer.json",
                        "gives 'zebra' the id 40"),
                plain(
                        "a token added past the embeddings",
                        text(
                                "tokenizer.json",
                                "{\"added_tokens\": [{\"id\": 41, \"content\": \"<mask>\"}]}"),
                        "tokenizer.json",
                        "gives '<mask>' the id 41"),
                plain(
                        "a broken tokenizer",
                        text("tokenizer.json", "{"),
                        "tokenizer.json:1",
                        "Unexpected end-of-input"),
                plain(
                        "a broken config",
                        text("config.json", "{\"a\": }"),
                        "config.json:1",
                        "Unexpected"),
                plain(
                        "a broken modules.json",
                        text("modules.json", "[{]"),
                        "modules.json:1",
                        "Unexpected"),
                plain(
                        "code of its own",
                        replace("modules.json", "sentence_transformers.models.P", "custom_st.P"),
                        "modules.json",
                        "has a step of type 'custom_st.Pooling'; only sentence-transformers' own"),
                plain(
                        "prompts that are no texts",
                        text("config_sentence_transformers.json", "{\"prompts\": {\"query\": 1}}"),
                        "config_sentence_transformers.json",
                        "prompt 'query' is 1, but must be text in quotes"),
                plain(
                        "a default prompt that is not there",
                        text(
                                "config_sentence_transformers.json",
                                "{\"prompts\": {\"sts\": \"\"}, \"default_prompt_name\": \"query\"}"),
                        "config_sentence_transformers.json",
                        "default_prompt_name is 'query', but the prompts are [sts]"),
                split(
                        "a part missing",
                        delete(SECOND),
                        SECOND,
                        "there is no such file, but model."),
                split(
                        "an index that names a tensor its part lacks",
                        replace(INDEX, "embeddings.LayerNorm.bias", "embeddings.LayerNorm.shift"),
                        INDEX,
                        "says that tensor 'embeddings.LayerNorm.shift' is in " + FIRST + ", which"),
                split(
                        "an index that lacks a tensor",
                        replace(INDEX, "\"embeddings.LayerNorm.bias\" : \"" + FIRST + "\",", ""),
                        INDEX,
                        "holds no tensor 'embeddings.LayerNorm.bias', which config.json calls for"),
                split(
                        "an index that leads out of the folder",
                        replace(INDEX, FIRST, "../" + FIRST),
                        INDEX,
                        "says that tensor 'embeddings.word_embeddings.weight' is in \"../"
                                + FIRST
                                + "\", but it must be in a .safetensors file of"),
                split(
                        "an index without a map",
                        replace(INDEX, "weight_map", "weights"),
                        INDEX,
                        "has no weight_map, which says in which file each tensor lies"),
                split("a broken index", text(INDEX, "{\"weight_map\""), INDEX + ":1", "Unexpected"),
                split("a part cut short", keep(SECOND, -4), SECOND, "tensor 'encoder.layer.0."),
                split(
                        "a part of another shape",
                        replace("config.json", "type_vocab_size\" : 2", "type_vocab_size\" : 3"),
                        FIRST,
                        "tensor 'embeddings.token_type_embeddings.weight' has shape [2, 8], but"
                                + " config.json calls for [3, 8]; the two are of different models"),
                dense(
                        "a pickle for the Dense layer",
                        move(DENSE, "2_Dense/pytorch_model.bin"),
                        "2_Dense/pytorch_model.bin",
                        "is a pickle, which can run code when it is read; convert it once with"
                                + " python -c \"from sentence_transformers import"
                                + " SentenceTransformer; SentenceTransformer('FOLDER')"
                                + ".save('FOLDER')\""),
                dense("no Dense weights", delete(DENSE), DENSE, "there is no such file"),
                dense(
                        "a Dense layer for wider vectors",
                        replace(
                                "2_Dense/config.json",
                                "\"in_features\" : 8",
                                "\"in_features\" : 9"),
                        "2_Dense/config.json",
                        "in_features is 9, but the transformer's config.json says hidden_size 8"),
                dense(
                        "a Dense layer of another shape",
                        replace(
                                "2_Dense/config.json",
                                "\"out_features\" : 5",
                                "\"out_features\" : 6"),
                        DENSE,
                        "tensor 'linear.weight' has shape [5, 8], but config.json calls for [6, 8]"),
                dense(
                        "a Dense layer without its bias",
                        folder ->
                                Safetensors.write(
                                        folder.resolve(DENSE),
                                        List.of(
                                                TinyDirectory.counted(
                                                        "linear.weight", List.of(5L, 8L)))),
                        DENSE,
                        "holds no tensor 'linear.bias', which config.json calls for"),
                dense(
                        "a Dense layer with another activation",
                        replace("2_Dense/config.json", "activation.Tanh", "activation.ReLU"),
                        "2_Dense/config.json",
                        "activation_function is torch.nn.modules.activation.ReLU, but only Tanh"
                                + " and Identity can be done"),
                dense(
                        "a Dense layer of no size",
                        replace("2_Dense/config.json", "\"out_features\" : 5", "\"out\" : 5"),
                        "2_Dense/config.json",
                        "has no out_features; a Dense step needs a whole number from 1"),
                dense(
                        "a Dense layer after Normalize",
                        folder -> {
                            replace("modules.json", "models.Dense", "models.X").to(folder);
                            replace("modules.json", "models.Normalize", "models.Dense").to(folder);
                            replace("modules.json", "models.X", "models.Normalize").to(folder);
                        },
                        "modules.json",
                        "has the steps [Transformer, Pooling, Normalize, Dense]; only"),
                dense(
                        "two Dense layers",
                        replace("modules.json", "Normalize\"", "Dense\""),
                        "modules.json",
                        "has the steps [Transformer, Pooling, Dense, Dense]; only Transformer,"
                                + " Pooling, at most one Dense"));
    }

    @ParameterizedTest
    @MethodSource("directories")
    void refuses(Broken broken) throws IOException {
        ModelConfig config = TinyDirectory.config("bert", 40, 1);
        switch (broken.of) {
            case PLAIN -> TinyDirectory.counted(folder, config);
            case SPLIT -> {
                TinyDirectory.counted(folder, config);
                TinyDirectory.split(folder, config);
            }
            case DENSE -> TinyDirectory.countedWithDense(folder, config);
        }
        assertThat(new ModelDirectory(folder).config()).isEqualTo(config);
        broken.harm.to(folder);
        assertThatThrownBy(() -> new ModelDirectory(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(
                        folder.resolve(broken.file)
                                + ": "
                                + broken.problem.replace("FOLDER", folder.toString()));
    }

    private static Broken plain(String name, Harm harm, String file, String problem) {
        return new Broken(name, Kind.PLAIN, harm, file, problem);
    }

    private static Broken split(String name, Harm harm, String file, String problem) {
        return new Broken(name, Kind.SPLIT, harm, file, problem);
    }

    private static Broken dense(String name, Harm harm, String file, String problem) {
        return new Broken(name, Kind.DENSE, harm, file, problem);
    }

    private static Harm delete(String name) {
        return folder -> Files.delete(folder.resolve(name));
    }

    private static Harm move(String name, String to) {
        return folder -> Files.move(folder.resolve(name), folder.resolve(to));
    }

    private static Harm text(String name, String text) {
        return folder -> Files.writeString(folder.resolve(name), text);
    }

    private static Harm replace(String name, String from, String to) {
        return folder -> {
            String text = Files.readString(folder.resolve(name));
            assertThat(text).contains(from);
            Files.writeString(folder.resolve(name), text.replace(from, to));
        };
    }

    /** Keeps a file's first bytes, or all but some of its last. */
    private static Harm keep(String name, int bytes) {
        return folder -> {
            byte[] all = Files.readAllBytes(folder.resolve(name));
            int kept = bytes < 0 ? all.length + bytes : bytes;
            Files.write(folder.resolve(name), Arrays.copyOf(all, kept));
        };
    }

    private static Harm names(UnaryOperator<String> name) {
        ModelConfig config = TinyDirectory.config("bert", 40, 1);
        return folder ->
                Safetensors.write(folder.resolve(WEIGHTS), TinyDirectory.renamed(config, name));
    }
}
