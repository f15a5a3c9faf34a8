package org.isogloss.encoder;

import java.util.Arrays;
import java.util.Locale;
import org.isogloss.base.BadInputException;

/**
 * How the vectors of a text's tokens become the one vector of the text.
 *
 * <p>Letters: n tokens of the text, special tokens included; x<sub>i</sub> the vector of token i.
 */
public enum Pooling {
    /** Σ x<sub>i</sub> / n. */
    MEAN("mean_tokens"),
    /** x<sub>1</sub>, the vector of {@code [CLS]} or {@code <s>}. */
    CLS("cls_token"),
    /** The greatest value of each dimension. */
    MAX("max_tokens"),
    /** Σ x<sub>i</sub> / √n. */
    MEAN_SQRT_LEN("mean_sqrt_len_tokens"),
    /** Σ i x<sub>i</sub> / Σ i: later tokens weigh more (Muennighoff, 2022, SGPT). */
    WEIGHTED_MEAN("weightedmean_tokens"),
    /** x<sub>n</sub>. */
    LAST_TOKEN("lasttoken");

    private final String mode;

    Pooling(String mode) {
        this.mode = mode;
    }

    /** The name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of sentence-transformers' pooling config that is true for this pooling. */
    String key() {
        return "pooling_mode_" + mode;
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
                                        "pooling '"
                                                + id
                                                + "' is none of "
                                                + Arrays.stream(values())
                                                        .map(Pooling::id)
                                                        .toList()));
    }
}
