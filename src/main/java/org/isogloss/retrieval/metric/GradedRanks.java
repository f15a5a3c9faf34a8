package org.isogloss.retrieval.metric;

import java.util.Arrays;

/**
 * Where the judged passages of one question stand in one ranking: all that a metric may look at.
 *
 * <p>A passage is relevant from the relevance level on; nDCG alone looks at how relevant. A
 * negative grade is a judgment without gain, as in trec_eval. Nothing is said of passages without
 * judgment but how many passages there are, so that a ranking of millions is a few numbers.
 *
 * <p>Letters: J judged passages found, R relevant ones found, G grades above 0.
 */
public final class GradedRanks {
    /** From this grade on a passage is relevant, if nobody says otherwise. */
    public static final int LEVEL = 1;

    private final int[] ranks; // [J] ascending
    private final int[] grades; // [J]
    private final int[] relevantRanks; // [R] ascending
    private final int[] ideal; // [G] descending
    private final int relevant;
    private final int retrieved;

    /**
     * Arranges the judged passages of a ranking.
     *
     * @param ranks the ranks of those that were found, from 1, each once, in any order; [J]
     * @param grades their grades; [J]
     * @param judged the grades of all judged passages, found or not, in any order
     * @param retrieved how many passages were ranked
     * @param level from which grade on a passage is relevant, at least 0
     * @throws IllegalArgumentException if there are not as many grades as ranks
     */
    public GradedRanks(int[] ranks, int[] grades, int[] judged, int retrieved, int level) {
        if (ranks.length != grades.length) {
            throw new IllegalArgumentException(
                    ranks.length + " ranks, " + grades.length + " grades");
        }
        long[] pairs = new long[ranks.length];
        for (int i = 0; i < pairs.length; i++) {
            // One number that sorts by rank and carries the grade along.
            pairs[i] = (long) ranks[i] << Integer.SIZE | (grades[i] & 0xffffffffL);
        }
        Arrays.sort(pairs);
        this.ranks = new int[pairs.length];
        this.grades = new int[pairs.length];
        int[] found = new int[pairs.length];
        int count = 0;
        for (int i = 0; i < pairs.length; i++) {
            this.ranks[i] = (int) (pairs[i] >> Integer.SIZE);
            this.grades[i] = (int) pairs[i];
            if (this.grades[i] >= level) {
                found[count++] = this.ranks[i];
            }
        }
        relevantRanks = Arrays.copyOf(found, count);
        ideal = gains(judged);
        relevant = count(judged, level);
        this.retrieved = retrieved;
    }

    /** A ranking of which only the relevant passages are known, all equally good. */
    public static GradedRanks ofRelevant(int[] ranks, int relevant, int retrieved) {
        int[] grades = new int[ranks.length];
        int[] judged = new int[relevant];
        Arrays.fill(grades, LEVEL);
        Arrays.fill(judged, LEVEL);
        return new GradedRanks(ranks, grades, judged, retrieved, LEVEL);
    }

    private static int[] gains(int[] judged) {
        int[] gains = new int[judged.length];
        int count = 0;
        for (int grade : judged) {
            if (grade > 0) {
                gains[count++] = grade;
            }
        }
        int[] ascending = Arrays.copyOf(gains, count);
        Arrays.sort(ascending);
        int[] descending = new int[count];
        for (int i = 0; i < count; i++) {
            descending[i] = ascending[count - 1 - i];
        }
        return descending;
    }

    private static int count(int[] judged, int level) {
        int count = 0;
        for (int grade : judged) {
            count += grade >= level ? 1 : 0;
        }
        return count;
    }

    /** How many passages are relevant, found or not. */
    public int relevant() {
        return relevant;
    }

    /** How many relevant passages were found. */
    public int found() {
        return relevantRanks.length;
    }

    /** How many relevant passages are among the k best. */
    public int found(int k) {
        return upTo(k, relevantRanks);
    }

    /** The rank of the i-th relevant passage found, i from 0. */
    public int relevantRank(int i) {
        return relevantRanks[i];
    }

    /** How many passages were ranked. */
    public int retrieved() {
        return retrieved;
    }

    /** How many judged passages were found. */
    public int judged() {
        return ranks.length;
    }

    /** How many judged passages are among the k best. */
    public int judged(int k) {
        return upTo(k, ranks);
    }

    /** The rank of the i-th judged passage found, i from 0. */
    public int judgedRank(int i) {
        return ranks[i];
    }

    /** The grade of the i-th judged passage found. */
    public int grade(int i) {
        return grades[i];
    }

    /** How many passages have a grade above 0, found or not. */
    public int gains() {
        return ideal.length;
    }

    /** The i-th greatest grade above 0, i from 0: what the ideal ranking has at rank i + 1. */
    public int gain(int i) {
        return ideal[i];
    }

    private static int upTo(int k, int[] ascending) {
        int count = 0;
        while (count < ascending.length && ascending[count] <= k) {
            count++;
        }
        return count;
    }
}
