package org.isogloss.batch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.isogloss.base.BadInputException;

/** How the languages of a batch's rows relate to each other. */
public enum BatchKind {
    /** Every question and every answer in one and the same language: LAReQA's "X-X-mono". */
    MONOLINGUAL("monolingual"),
    /** In every row a question and an answer in two different languages: LAReQA's "X-Y". */
    CROSS_LINGUAL("cross-lingual"),
    /** In every row one language, but not the same in all rows: LAReQA's "X-X". */
    MIXED("mixed");

    private final String id;

    BatchKind(String id) {
        this.id = id;
    }

    /** Its name in files: {@code cross-lingual}. */
    @JsonValue
    public String id() {
        return id;
    }

    /**
     * The kind with a name in files.
     *
     * @throws BadInputException if there is none
     */
    @JsonCreator
    public static BatchKind byId(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "there is no batch kind '"
                                                + id
                                                + "'; known are "
                                                + String.join(
                                                        ", ",
                                                        Arrays.stream(values())
                                                                .map(BatchKind::id)
                                                                .toList())));
    }

    boolean joins(LanguagePair pair) {
        return pair.sameLanguage() != (this == CROSS_LINGUAL);
    }
}
