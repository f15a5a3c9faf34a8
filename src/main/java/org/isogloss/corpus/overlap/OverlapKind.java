package org.isogloss.corpus.overlap;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a text of an evaluation set is held to be in, or like something in, a training set. */
public enum OverlapKind {
    /** A training item has the question's id, in whatever language: it is the same question. */
    ID(true),
    /** The same {@linkplain FoldedText folded} text. */
    EXACT(true),
    /** A text whose character n-grams are mostly the same: as it seems, a changed copy. */
    NEAR(true),
    /** A question about an article that a training item is about. */
    TITLE(false),
    /**
     * A text that ten different training texts resemble: the same sentence pattern filled with
     * other words, as templates make it. How it is put was trained on; whether also what it says
     * cannot be told.
     */
    PATTERN(false);

    private final boolean trainedOn;

    OverlapKind(boolean trainedOn) {
        this.trainedOn = trainedOn;
    }

    /** True if the text itself was trained on, so that a score on it is not a zero-shot score. */
    public boolean trainedOn() {
        return trainedOn;
    }

    /** The name in files: {@code near}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
