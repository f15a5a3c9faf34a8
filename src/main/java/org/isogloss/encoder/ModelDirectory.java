package org.isogloss.encoder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** How to make safetensors of a pickle; {@code %1$s} is the folder. */
    private static final String CONVERSION =
            "python -c \"from transformers import AutoModel;"
                    + " AutoModel.from_pretrained('%1$s').save_pretrained('%1$s')\"";

    /** The same for a Dense layer; {@code %1$s} is the folder of the whole model. */
    private static final String DENSE_CONVERSION =
            "python -c \"from sentence_transformers import SentenceTransformer;"
                    + " SentenceTransformer('%1$s').save('%1$s')\"";

    private final Path path;
    private final SentenceModules modules;
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
        modules = SentenceModules.read(path);
        Comparison comparison = Comparison.read(path);
        Path folder = modules.transformer();
        ModelConfig config = ModelConfig.read(folder.resolve(CONFIG));
        SentenceHead head = modules.head(config.hidden(), comparison.cosine());
        SentenceConfig sentence = SentenceConfig.read(folder);
        Path tokenizer = folder.resolve(TOKENIZER);
        TokenizerFile.requireFits(tokenizer, config.vocabulary());
        description =
                new ModelDescription(
                        config,
                        head,
                        new TextInput(
                                tokenizer,
                                sentence.lowerCase(),
                                Math.min(config.longestText(), sentence.longest()),
                                comparison.prompts()));
        openWeights().close();
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
        return description.head().pooling();
    }

    /** Whether vectors get length 1. */
    public boolean normalize() {
        return description.head().normalize();
    }

    /** The longest text in tokens, special tokens included. */
    public int maxTokens() {
        return description.input().maxTokens();
    }

    /** The model's tokenizer, to be closed by the caller. */
    public TextTokenizer tokenizer() {
        TextInput input = description.input();
        return new TextTokenizer(input.tokenizer(), config().vocabulary(), input.lowerCase());
    }

    /** The model's tensors, to be closed by the caller. */
    StoredWeights openWeights() {
        WeightFiles encoder = files(modules.transformer(), CONVERSION, modules.transformer());
        try {
            WeightFiles dense =
                    modules.dense() == null ? null : files(modules.dense(), DENSE_CONVERSION, path);
            return new StoredWeights(encoder, dense, description);
        } catch (BadInputException e) {
            encoder.close();
            throw e;
        }
    }

    private static WeightFiles files(Path folder, String conversion, Path converted) {
        return new WeightFiles(folder, String.format(Locale.ROOT, conversion, converted));
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
        SentenceModules written = SentenceModules.write(folder, model);
        TextInput input = model.input();
        new SentenceConfig(input.maxTokens(), input.lowerCase()).write(folder);
        new Comparison(model.head().normalize(), input.prompts()).write(folder);
        AtomicFile.writeText(folder.resolve("README.md"), card);
        Map<Boolean, List<NamedTensor>> parts =
                tensors.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        each -> each.name().startsWith(WeightLayout.DENSE)));
        if (model.head().dense() != null) {
            List<NamedTensor> own = new ArrayList<>();
            for (NamedTensor each : parts.get(true)) {
                String name = each.name().substring(WeightLayout.DENSE.length());
                own.add(new NamedTensor(name, each.shape(), each.values()));
            }
            Safetensors.write(written.dense().resolve(WeightFiles.SINGLE), own);
        }
        Safetensors.write(folder.resolve(WeightFiles.SINGLE), parts.get(false));
        return new ModelDirectory(folder);
    }

    private static void copyTokenizer(ModelDescription model, Path folder) {
        Path tokenizer = model.input().tokenizer();
        copy(tokenizer, folder.resolve(TOKENIZER));
        Path config = tokenizer.resolveSibling(TOKENIZER_CONFIG);
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
        json.put("model_max_length", model.input().maxTokens());
        for (JsonNode token : JsonFile.tree(model.input().tokenizer()).path("added_tokens")) {
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
