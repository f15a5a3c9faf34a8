package org.isogloss.encoder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import tools.jackson.databind.JsonNode;

/**
 * How a model's vectors are meant to be used: {@code config_sentence_transformers.json}.
 *
 * @param cosine whether vectors are compared by their cosine, the standard, or their dot product
 * @param prompts what is put before texts
 */
record Comparison(boolean cosine, Prompts prompts) {
    private static final String FILE = "config_sentence_transformers.json";

    /**
     * Reads a directory's file, if there is one.
     *
     * @throws BadInputException if vectors are to be compared otherwise, or prompts are broken
     */
    static Comparison read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return new Comparison(true, Prompts.NONE);
        }
        JsonNode json = JsonFile.tree(file);
        String similarity =
                json.hasNonNull("similarity_fn_name")
                        ? json.get("similarity_fn_name").asString("")
                        : "cosine";
        boolean cosine =
                switch (similarity) {
                    case "cosine" -> true;
                    case "dot" -> false;
                    default ->
                            throw BadInputException.in(
                                    file,
                                    "similarity_fn_name is "
                                            + similarity
                                            + "; only cosine and dot can be ranked by");
                };
        return new Comparison(cosine, Prompts.of(file, json));
    }

    /** Writes the file. */
    void write(Path folder) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("prompts", prompts.named());
        json.put("default_prompt_name", null);
        json.put("similarity_fn_name", cosine ? "cosine" : "dot");
        JsonFile.write(folder.resolve(FILE), json);
    }
}
