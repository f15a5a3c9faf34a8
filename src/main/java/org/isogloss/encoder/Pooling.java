package org.isogloss.encoder;

import java.util.Arrays;
import java.util.Locale;
import org.isogloss.base.BadInputException;

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

    /**
     * The pooling of a name in files.
     *
     * @throws BadInputException if there is none of that name
     */
    public static Pooling of(String id) {
        return Arrays.stream(values())
                .filter(pooling -> pooling.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "pooling '" + id + "' is none of mean, cls and max"));
    }
}
