package org.isogloss.corpus.overlap;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a text is in its data set; a hard negative counts as a passage, since it is read as one. */
public enum TextSide {
    QUESTION,
    PASSAGE;

    /** The name in files: {@code question}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
