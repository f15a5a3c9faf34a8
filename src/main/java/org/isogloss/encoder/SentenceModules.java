package org.isogloss.encoder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import tools.jackson.databind.JsonNode;

/**
 * The steps of a sentence-transformers model, from {@code modules.json}.
 *
 * <p>A directory without that file is read as sentence-transformers does: mean pooling. Vectors are
 * of length 1 where a Normalize step or cosine similarity, the standard, makes them so.
 *
 * @param transformer the folder of config.json, tokenizer.json and the weights
 * @param pooling the folder of the pooling config, or null for mean pooling
 * @param dense the folder of the Dense layer's config and weights, or null where there is none
 * @param normalize whether a step gives vectors length 1
 */
record SentenceModules(Path transformer, Path pooling, Path dense, boolean normalize) {
    private static final String MODULES = "modules.json";
    private static final String CONFIG = "config.json";
    private static final String POOLING_FOLDER = "1_Pooling";
    private static final String DENSE_FOLDER = "2_Dense";
    private static final String LIBRARY = "sentence_transformers.";
    private static final List<String> ORDER =
            List.of("Transformer", "Pooling", "Dense", "Normalize");

    /**
     * Reads a directory's steps.
     *
     * @throws BadInputException if there is a step that cannot be done, or one too few or too many
     */
    static SentenceModules read(Path folder) {
        Path file = folder.resolve(MODULES);
        if (!Files.exists(file)) {
            return new SentenceModules(folder, null, null, false);
        }
        Map<String, Path> steps = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (JsonNode module : JsonFile.tree(file)) {
            String name = name(file, module.path("type").asString(""));
            names.add(name);
            steps.put(name, folder.resolve(module.path("path").asString("")));
        }
        for (String needed : ORDER.subList(0, 2)) {
            if (!steps.containsKey(needed)) {
                throw BadInputException.in(file, "names no " + needed + " step");
            }
        }
        if (!names.equals(ORDER.stream().filter(steps::containsKey).toList())) {
            throw BadInputException.in(
                    file,
                    "has the steps "
                            + names
                            + "; only Transformer, Pooling, at most one Dense and at most one"
                            + " Normalize can be done, in this order");
        }
        return new SentenceModules(
                steps.get("Transformer"),
                steps.get("Pooling"),
                steps.get("Dense"),
                steps.containsKey("Normalize"));
    }

    private static String name(Path file, String type) {
        String name = type.substring(type.lastIndexOf('.') + 1);
        if (!type.startsWith(LIBRARY) || !ORDER.contains(name)) {
            throw BadInputException.in(
                    file,
                    "has a step of type '"
                            + type
                            + "'; only sentence-transformers' own "
                            + ORDER
                            + " can be done, choose a model without it");
        }
        return name;
    }

    /**
     * Reads what follows the transformer.
     *
     * @param hidden the dimension of a token's vector
     * @param cosine whether vectors are compared by their cosine
     * @throws BadInputException if a setting cannot be done or a width does not fit
     */
    SentenceHead head(int hidden, boolean cosine) {
        Dense layer = null;
        if (dense != null) {
            layer = Dense.read(dense.resolve(CONFIG));
            requireWidth(dense.resolve(CONFIG), "in_features", layer.in(), hidden);
        }
        Pooling own = pooling == null ? Pooling.MEAN : pooling(pooling.resolve(CONFIG), hidden);
        return new SentenceHead(own, layer, normalize || cosine);
    }

    private static Pooling pooling(Path file, int hidden) {
        JsonNode json = JsonFile.tree(file);
        String width = "word_embedding_dimension";
        requireWidth(file, width, json.path(width).asInt(hidden), hidden);
        if (!json.path("include_prompt").asBoolean(true)) {
            throw BadInputException.in(file, "include_prompt is false, which cannot be done");
        }
        List<String> modes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            if (entry.getKey().startsWith("pooling_mode_") && entry.getValue().asBoolean(false)) {
                modes.add(entry.getKey());
            }
        }
        return Arrays.stream(Pooling.values())
                .filter(each -> modes.equals(List.of(each.key())))
                .findFirst()
                .orElseThrow(
                        () ->
                                BadInputException.in(
                                        file,
                                        "asks for "
                                                + modes
                                                + "; exactly one must be true of "
                                                + Arrays.stream(Pooling.values())
                                                        .map(Pooling::key)
                                                        .toList()));
    }

    private static void requireWidth(Path file, String key, int found, int hidden) {
        if (found != hidden) {
            throw BadInputException.in(
                    file,
                    key
                            + " is "
                            + found
                            + ", but the transformer's config.json says hidden_size "
                            + hidden
                            + "; the two are of different models");
        }
    }

    /**
     * Writes the steps of a model whose transformer lies in the folder itself.
     *
     * @return the steps as written
     */
    static SentenceModules write(Path folder, ModelDescription model) {
        SentenceHead head = model.head();
        List<Map<String, Object>> modules = new ArrayList<>();
        modules.add(module(0, "", "Transformer"));
        modules.add(module(1, POOLING_FOLDER, "Pooling"));
        if (head.dense() != null) {
            modules.add(module(2, DENSE_FOLDER, "Dense"));
            head.dense().write(folder.resolve(DENSE_FOLDER).resolve(CONFIG));
        }
        if (head.normalize()) {
            int index = modules.size();
            modules.add(module(index, index + "_Normalize", "Normalize"));
        }
        Map<String, Object> modes = new LinkedHashMap<>();
        modes.put("word_embedding_dimension", model.config().hidden());
        for (Pooling each : Pooling.values()) {
            modes.put(each.key(), each == head.pooling());
        }
        JsonFile.write(folder.resolve(POOLING_FOLDER).resolve(CONFIG), modes);
        JsonFile.write(folder.resolve(MODULES), modules);
        return read(folder);
    }

    private static Map<String, Object> module(int index, String path, String type) {
        Map<String, Object> module = new LinkedHashMap<>();
        module.put("idx", index);
        module.put("name", String.valueOf(index));
        module.put("path", path);
        module.put("type", LIBRARY + "models." + type);
        return module;
    }
}
