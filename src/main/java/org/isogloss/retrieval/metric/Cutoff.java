package org.isogloss.retrieval.metric;

/**
 * Down to which rank a metric looks.
 *
 * @param k the last rank that counts, at least 1
 */
record Cutoff(int k) {
    /** Looks at the whole ranking. */
    static final int NONE = Integer.MAX_VALUE;

    Cutoff {
        if (k < 1) {
            throw new IllegalArgumentException("a cutoff of " + k + " leaves nothing to look at");
        }
    }

    /** The id of the whole ranking, or the one with a cutoff. */
    String id(String whole, String cut) {
        return k == NONE ? whole : cut + "_" + k;
    }

    /** A name with the cutoff, if there is one. */
    String name(String name) {
        return k == NONE ? name : name + "@" + k;
    }

    /** What is looked at, in words. */
    String words() {
        return k == NONE ? "all passages" : "the " + k + " best";
    }
}
