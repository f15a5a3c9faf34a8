package org.isogloss.corpus.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.isogloss.base.BadInputException;
import tools.jackson.databind.JsonNode;

/**
 * SQuAD JSON with LAReQA's sentences, key by key; values whose faults are worth a line keep theirs.
 *
 * @param version any value; nothing depends on it
 * @param data the articles
 */
record Squad(JsonNode version, List<Article> data) {
    record Article(String title, List<Paragraph> paragraphs) {}

    record Paragraph(
            Located context,
            List<Asked> qas,
            @JsonProperty("sentence_breaks") List<List<Located>> breaks,
            List<Located> sentences) {}

    record Asked(Located id, Located question, List<Answer> answers) {}

    record Answer(@JsonProperty("answer_start") Located start, Located text) {}

    /** A list that is there and holds no null. */
    static <T> List<T> required(Path file, String key, List<T> list) {
        if (list == null || list.stream().anyMatch(Objects::isNull)) {
            throw BadInputException.in(
                    file, "a \"" + key + "\" list is missing or holds null; is this LAReQA JSON?");
        }
        return list;
    }
}
