package org.isogloss.encoder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import tools.jackson.databind.JsonNode;

/**
 * What sentence-transformers keeps beside a transformer: {@code sentence_bert_config.json}.
 *
 * @param longest the longest text in tokens; as long as any where nothing is stated
 * @param lowerCase whether texts are lower-cased before the tokenizer sees them
 */
record SentenceConfig(int longest, boolean lowerCase) {
    /** Older versions named the file after the model's family. */
    private static final List<String> NAMES =
            List.of(
                    "sentence_bert_config.json",
                    "sentence_roberta_config.json",
                    "sentence_xlm-roberta_config.json");

    /**
     * Reads the file of a transformer's folder, if there is one.
     *
     * @throws BadInputException naming the key that has no usable value
     */
    static SentenceConfig read(Path folder) {
        return NAMES.stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst()
                .map(SentenceConfig::of)
                .orElse(new SentenceConfig(Integer.MAX_VALUE, false));
    }

    private static SentenceConfig of(Path file) {
        JsonNode json = JsonFile.tree(file);
        int longest = Integer.MAX_VALUE;
        if (json.hasNonNull("max_seq_length")) {
            JsonNode stated = json.get("max_seq_length");
            if (!stated.isInt() || stated.asInt() < 1) {
                throw BadInputException.in(
                        file, "max_seq_length is " + stated + ", not a whole number from 1");
            }
            longest = stated.asInt();
        }
        JsonNode lowerCase = json.path("do_lower_case");
        if (json.hasNonNull("do_lower_case") && !lowerCase.isBoolean()) {
            throw BadInputException.in(
                    file, "do_lower_case is " + lowerCase + ", not true or false");
        }
        return new SentenceConfig(longest, lowerCase.asBoolean(false));
    }

    /** Writes the file under its present name. */
    void write(Path folder) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("max_seq_length", longest);
        json.put("do_lower_case", lowerCase);
        JsonFile.write(folder.resolve(NAMES.get(0)), json);
    }
}
