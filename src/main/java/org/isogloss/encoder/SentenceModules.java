package org.isogloss.encoder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import tools.jackson.databind.JsonNode;

/**
 * What sentence-transformers keeps beside a model: the steps after it and the longest text.
 *
 * <p>A directory without {@code modules.json} is read as sentence-transformers does: mean pooling.
 * Vectors are of length 1 where a Normalize step or cosine similarity, the standard, makes them so.
 *
 * @param transformer the folder of config.json, tokenizer.json and the weights
 * @param pooling how token vectors become a text vector
 * @param normalize whether vectors get length 1
 * @param longest the longest text in tokens, where stated
 */
record SentenceModules(Path transformer, Pooling pooling, boolean normalize, OptionalInt longest) {
    private static final String MODULES = "modules.json";
    private static final String SENTENCE_CONFIG = "sentence_bert_config.json";
    private static final String POOLING_FOLDER = "1_Pooling";
    private static final String PACKAGE = "sentence_transformers.models.";

    /**
     * Reads a directory.
     *
     * @throws BadInputException if a step or a setting is not one this encoder can do
     */
    static SentenceModules read(Path folder) {
        boolean cosine = cosine(folder.resolve("config_sentence_transformers.json"));
        Path file = folder.resolve(MODULES);
        if (!Files.exists(file)) {
            return new SentenceModules(folder, Pooling.MEAN, cosine, longest(folder));
        }
        Path transformer = null;
        Pooling pooling = null;
        boolean normalize = cosine;
        for (JsonNode module : JsonFile.tree(file)) {
            String type = module.path("type").asString("");
            Path place = folder.resolve(module.path("path").asString(""));
            switch (type.substring(type.lastIndexOf('.') + 1)) {
                case "Transformer" -> transformer = place;
                case "Pooling" -> pooling = pooling(place.resolve("config.json"));
                case "Normalize" -> normalize = true;
                default ->
                        throw BadInputException.in(
                                file,
                                "has a step of type '"
                                        + type
                                        + "'; only Transformer, Pooling and "
                                        + "Normalize can be done, choose a model without it");
            }
        }
        if (transformer == null || pooling == null) {
            throw BadInputException.in(
                    file,
                    "names no " + (transformer == null ? "Transformer" : "Pooling") + " step");
        }
        return new SentenceModules(transformer, pooling, normalize, longest(transformer));
    }

    private static boolean cosine(Path file) {
        if (!Files.exists(file)) {
            return true;
        }
        String similarity = JsonFile.tree(file).path("similarity_fn_name").asString("cosine");
        return switch (similarity) {
            case "cosine" -> true;
            case "dot" -> false;
            default ->
                    throw BadInputException.in(
                            file,
                            "similarity_fn_name is "
                                    + similarity
                                    + "; only cosine and dot can be ranked by");
        };
    }

    private static Pooling pooling(Path file) {
        JsonNode json = JsonFile.tree(file);
        List<String> modes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            if (entry.getKey().startsWith("pooling_mode_") && entry.getValue().asBoolean(false)) {
                modes.add(entry.getKey());
            }
        }
        if (!json.path("include_prompt").asBoolean(true)) {
            throw BadInputException.in(file, "include_prompt is false, which cannot be done");
        }
        for (Pooling pooling : Pooling.values()) {
            if (modes.equals(List.of(key(pooling)))) {
                return pooling;
            }
        }
        throw BadInputException.in(
                file,
                "asks for "
                        + modes
                        + "; exactly one of pooling_mode_cls_token, pooling_mode_mean_tokens and "
                        + "pooling_mode_max_tokens must be true");
    }

    private static String key(Pooling pooling) {
        return switch (pooling) {
            case MEAN -> "pooling_mode_mean_tokens";
            case CLS -> "pooling_mode_cls_token";
            case MAX -> "pooling_mode_max_tokens";
        };
    }

    private static OptionalInt longest(Path folder) {
        Path file = folder.resolve(SENTENCE_CONFIG);
        if (!Files.exists(file)) {
            return OptionalInt.empty();
        }
        JsonNode json = JsonFile.tree(file);
        if (json.path("do_lower_case").asBoolean(false)) {
            throw BadInputException.in(
                    file, "do_lower_case is true; lower-casing must stand in tokenizer.json");
        }
        JsonNode longest = json.path("max_seq_length");
        if (longest.isMissingNode() || longest.isNull()) {
            return OptionalInt.empty();
        }
        if (!longest.isInt() || longest.asInt() < 1) {
            throw BadInputException.in(
                    file, "max_seq_length is " + longest + ", not a whole number from 1");
        }
        return OptionalInt.of(longest.asInt());
    }

    /** Writes the files of a model with its weights in the same folder. */
    static void write(Path folder, int dimension, Pooling pooling, boolean normalize, int longest) {
        List<Map<String, Object>> modules = new ArrayList<>();
        modules.add(module(0, "", "Transformer"));
        modules.add(module(1, POOLING_FOLDER, "Pooling"));
        if (normalize) {
            modules.add(module(2, "2_Normalize", "Normalize"));
        }
        JsonFile.write(folder.resolve(MODULES), modules);
        Map<String, Object> modes = new LinkedHashMap<>();
        modes.put("word_embedding_dimension", dimension);
        for (Pooling each : Pooling.values()) {
            modes.put(key(each), each == pooling);
        }
        JsonFile.write(folder.resolve(POOLING_FOLDER).resolve("config.json"), modes);
        Map<String, Object> sentence = new LinkedHashMap<>();
        sentence.put("max_seq_length", longest);
        sentence.put("do_lower_case", false);
        JsonFile.write(folder.resolve(SENTENCE_CONFIG), sentence);
        Map<String, Object> similarity = new LinkedHashMap<>();
        similarity.put("similarity_fn_name", normalize ? "cosine" : "dot");
        JsonFile.write(folder.resolve("config_sentence_transformers.json"), similarity);
    }

    private static Map<String, Object> module(int index, String path, String type) {
        Map<String, Object> module = new LinkedHashMap<>();
        module.put("idx", index);
        module.put("name", String.valueOf(index));
        module.put("path", path);
        module.put("type", PACKAGE + type);
        return module;
    }
}
