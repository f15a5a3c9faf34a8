package org.isogloss.encoder;

import java.util.Locale;

/** How the vectors of a text's tokens become the one vector of the text. */
public enum Pooling {
    /** The mean of all tokens, special tokens included. */
    MEAN,
    /** The first token, {@code [CLS]} or {@code <s>}. */
    CLS,
    /** The greatest value of each dimension. */
    MAX;

    /** The name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
