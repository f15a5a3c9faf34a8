package org.isogloss.encoder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import tools.jackson.databind.JsonNode;

/** Checks a {@code tokenizer.json} against a model's embeddings before any text is tokenised. */
final class TokenizerFile {
    private TokenizerFile() {}

    /**
     * Refuses a tokenizer that may give a token the model has no vector for.
     *
     * @param vocabulary rows of the word embeddings
     * @throws BadInputException naming the token, or the file if it is missing or broken
     */
    static void requireFits(Path file, int vocabulary) {
        if (!Files.isRegularFile(file)) {
            Path folder = file.getParent();
            throw BadInputException.in(
                    file,
                    "there is no such file; write it with python -c \"from transformers import"
                            + (" AutoTokenizer; AutoTokenizer.from_pretrained('" + folder + "')")
                            + (".save_pretrained('" + folder + "')\""));
        }
        JsonNode json = JsonFile.tree(file);
        JsonNode tokens = json.path("model").path("vocab");
        if (tokens.isArray()) { // Unigram: pairs of a token and its score, counted from 0
            int last = tokens.size() - 1;
            require(file, last, tokens.path(last).path(0).asString(""), vocabulary);
        }
        for (Map.Entry<String, JsonNode> token : tokens.properties()) { // BPE and WordPiece
            require(file, token.getValue().asLong(0), token.getKey(), vocabulary);
        }
        for (JsonNode token : json.path("added_tokens")) {
            require(
                    file,
                    token.path("id").asLong(0),
                    token.path("content").asString(""),
                    vocabulary);
        }
    }

    private static void require(Path file, long id, String token, int vocabulary) {
        if (id >= vocabulary) {
            throw BadInputException.in(
                    file,
                    "gives '"
                            + token
                            + "' the id "
                            + id
                            + ", but config.json says vocab_size "
                            + vocabulary
                            + ", so that the last row of the embeddings is "
                            + (vocabulary - 1)
                            + "; the two are of different models");
        }
    }
}
