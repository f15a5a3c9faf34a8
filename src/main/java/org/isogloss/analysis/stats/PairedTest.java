package org.isogloss.analysis.stats;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a p value comes from. */
public enum PairedTest {
    /** Every flip of the signs of the clusters' differences was counted. */
    COUNTED("randomisation test, all sign flips counted"),
    /** Flips were drawn. */
    DRAWN("randomisation test, sign flips drawn"),
    /** Student's t of the standard error over seeds and clusters. */
    STUDENT("Student's t, hierarchical bootstrap over seeds and questions");

    private final String words;

    PairedTest(String words) {
        this.words = words;
    }

    /** The test in words, as in files. */
    @JsonValue
    @Override
    public String toString() {
        return words;
    }
}
