package org.isogloss.encoder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import tools.jackson.databind.JsonNode;

/**
 * A Hugging Face or sentence-transformers model directory, opened and checked: config, tokenizer,
 * pooling, and every tensor's name, type and shape. Weights come from safetensors only, for a
 * pickle can run code.
 */
public final class ModelDirectory {
    private static final String CONFIG = "config.json";
    private static final String TOKENIZER = "tokenizer.json";
    private static final String TOKENIZER_CONFIG = "tokenizer_config.json";
    private static final String WEIGHTS = "model.safetensors";

    /** How to make safetensors of a pickle; {@code %1$s} is the folder. */
    private static final String CONVERSION =
            "python -c \"from transformers import AutoModel;"
                    + " AutoModel.from_pretrained('%1$s').save_pretrained('%1$s')\"";

    private final Path path;
    private final Path weights;
    private final ModelDescription description;

    /**
     * Opens a directory.
     *
     * @throws BadInputException naming the file, what was expected and what was found
     */
    public ModelDirectory(Path path) {
        this.path = path;
        if (!Files.isDirectory(path)) {
            throw BadInputException.in(path, "there is no such model directory");
        }
        SentenceModules modules = SentenceModules.read(path);
        Path folder = modules.transformer();
        ModelConfig config = ModelConfig.read(folder.resolve(CONFIG));
        int longest = Math.min(config.longestText(), modules.longest().orElse(Integer.MAX_VALUE));
        description =
                new ModelDescription(
                        config,
                        modules.pooling(),
                        modules.normalize(),
                        longest,
                        requireTokenizer(folder));
        weights = requireWeights(folder);
        openWeights().close();
    }

    private static Path requireTokenizer(Path folder) {
        Path file = folder.resolve(TOKENIZER);
        if (!Files.isRegularFile(file)) {
            throw BadInputException.in(
                    file,
                    "there is no such file; write it with python -c \"from transformers import"
                            + (" AutoTokenizer; AutoTokenizer.from_pretrained('" + folder + "')")
                            + (".save_pretrained('" + folder + "')\""));
        }
        return file;
    }

    private static Path requireWeights(Path folder) {
        Path file = folder.resolve(WEIGHTS);
        if (Files.isRegularFile(file)) {
            return file;
        }
        if (Files.exists(folder.resolve("pytorch_model.bin"))) {
            throw BadInputException.in(
                    folder.resolve("pytorch_model.bin"),
                    "is a pickle, which can run code when it is read; convert it once with "
                            + String.format(CONVERSION, folder));
        }
        if (Files.exists(folder.resolve(WEIGHTS + ".index.json"))) {
            throw BadInputException.in(
                    folder.resolve(WEIGHTS + ".index.json"),
                    "splits the weights into several files; join them into one with "
                            + String.format(CONVERSION, folder)
                                    .replace("')\"", "', max_shard_size='100GB')\""));
        }
        throw BadInputException.in(file, "there is no such file");
    }

    /** The directory. */
    public Path path() {
        return path;
    }

    /** All of the model but its weights. */
    public ModelDescription description() {
        return description;
    }

    /** The model's sizes. */
    public ModelConfig config() {
        return description.config();
    }

    /** How token vectors become a text vector. */
    public Pooling pooling() {
        return description.pooling();
    }

    /** Whether vectors get length 1. */
    public boolean normalize() {
        return description.normalize();
    }

    /** The longest text in tokens, special tokens included. */
    public int maxTokens() {
        return description.maxTokens();
    }

    /** The model's tokenizer, to be closed by the caller. */
    public TextTokenizer tokenizer() {
        return new TextTokenizer(description.tokenizer(), config().vocabulary());
    }

    /** The model's tensors, to be closed by the caller. */
    StoredWeights openWeights() {
        return new StoredWeights(weights, config());
    }

    /**
     * Writes a directory that transformers and sentence-transformers load; the weights come last,
     * so that a directory that was not finished is refused.
     *
     * @param tensors under their Hugging Face names
     * @param card the text of README.md
     */
    public static ModelDirectory write(
            Path folder, ModelDescription model, Collection<NamedTensor> tensors, String card) {
        model.config().write(folder.resolve(CONFIG));
        copyTokenizer(model, folder);
        SentenceModules.write(
                folder,
                model.config().hidden(),
                model.pooling(),
                model.normalize(),
                model.maxTokens());
        AtomicFile.writeText(folder.resolve("README.md"), card);
        Safetensors.write(folder.resolve(WEIGHTS), tensors);
        return new ModelDirectory(folder);
    }

    private static void copyTokenizer(ModelDescription model, Path folder) {
        copy(model.tokenizer(), folder.resolve(TOKENIZER));
        Path config = model.tokenizer().resolveSibling(TOKENIZER_CONFIG);
        if (Files.exists(config)) {
            copy(config, folder.resolve(TOKENIZER_CONFIG));
        } else {
            JsonFile.write(folder.resolve(TOKENIZER_CONFIG), tokenizerConfig(model));
        }
    }

    private static void copy(Path from, Path to) {
        if (!from.toAbsolutePath().normalize().equals(to.toAbsolutePath().normalize())) {
            AtomicFile.write(to, out -> Files.copy(from, out));
        }
    }

    /** Says that tokenizer.json stands for itself, and which of its tokens are special. */
    private static Map<String, Object> tokenizerConfig(ModelDescription model) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tokenizer_class", "PreTrainedTokenizerFast");
        json.put("model_max_length", model.maxTokens());
        for (JsonNode token : JsonFile.tree(model.tokenizer()).path("added_tokens")) {
            String text = token.path("content").asString("");
            if (token.path("id").asInt(-1) == model.config().paddingId()) {
                json.put("pad_token", text);
            }
            switch (text) {
                case "[UNK]", "<unk>" -> json.put("unk_token", text);
                case "[CLS]", "<s>" -> json.put("cls_token", text);
                case "[SEP]", "</s>" -> json.put("sep_token", text);
                case "[MASK]", "<mask>" -> json.put("mask_token", text);
                default -> {}
            }
        }
        return json;
    }
}
