package org.isogloss.corpus.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a data set is used for; the order is that of use. */
public enum Role {
    /** Batches are drawn from it. */
    @JsonProperty("training")
    TRAINING,
    /** It says when to stop training, and which checkpoint is best. */
    @JsonProperty("validation")
    VALIDATION,
    /** Published numbers are measured on it. */
    @JsonProperty("evaluation")
    EVALUATION;

    /** The name in files and on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
