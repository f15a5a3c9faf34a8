package org.isogloss.encoder;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import tools.jackson.databind.JsonNode;

/**
 * What a model's makers put before texts, such as {@code "query: "}; empty for nothing.
 *
 * @param question before every question
 * @param passage before every passage
 */
public record Prompts(String question, String passage) {
    /** Nothing is put before a text. */
    public static final Prompts NONE = new Prompts("", "");

    private static final List<String> QUESTION = List.of("query");
    private static final List<String> PASSAGE = List.of("document", "passage", "corpus");

    /**
     * Chooses from the prompts in a {@code config_sentence_transformers.json} as
     * sentence-transformers' {@code encode_query} and {@code encode_document} do: by name, else the
     * default prompt.
     *
     * @throws BadInputException if a prompt is not text or the default one is not there
     */
    static Prompts of(Path file, JsonNode json) {
        Map<String, String> known = new LinkedHashMap<>();
        if (json.hasNonNull("prompts") && !json.get("prompts").isObject()) {
            throw BadInputException.in(
                    file, "prompts is " + json.get("prompts") + ", not texts by name");
        }
        for (Map.Entry<String, JsonNode> entry : json.path("prompts").properties()) {
            if (!entry.getValue().isString()) {
                throw BadInputException.in(
                        file,
                        "prompt '"
                                + entry.getKey()
                                + "' is "
                                + entry.getValue()
                                + ", but must be text in quotes");
            }
            known.put(entry.getKey(), entry.getValue().asString());
        }
        String standard = json.path("default_prompt_name").asString("");
        if (!standard.isEmpty() && !known.containsKey(standard)) {
            throw BadInputException.in(
                    file,
                    "default_prompt_name is '"
                            + standard
                            + "', but the prompts are "
                            + known.keySet());
        }
        String otherwise = known.getOrDefault(standard, "");
        return new Prompts(choose(known, QUESTION, otherwise), choose(known, PASSAGE, otherwise));
    }

    /** The first that says something; newer versions add empty ones beside a model's own. */
    private static String choose(Map<String, String> known, List<String> names, String otherwise) {
        return names.stream()
                .filter(known::containsKey)
                .map(known::get)
                .reduce((first, next) -> first.isEmpty() ? next : first)
                .orElse(otherwise);
    }

    /** The prompts by the names under which sentence-transformers looks for them. */
    Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        if (!equals(NONE)) {
            named.put(QUESTION.get(0), question);
            named.put(PASSAGE.get(0), passage);
        }
        return named;
    }
}
