package org.isogloss.analysis.stats;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a test lets one say of two sides. */
public enum Verdict {
    A_HIGHER,
    B_HIGHER,
    /** The test cannot tell the sides apart; it does not say that they are equal. */
    TIE;

    /** The verdict at a level of significance. */
    static Verdict of(double difference, double p, double alpha) {
        if (!(p <= alpha) || difference == 0) {
            return TIE;
        }
        return difference > 0 ? A_HIGHER : B_HIGHER;
    }

    /** The name in files: {@code a-higher}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The verdict in words: {@code A is better}, or higher where neither way is better. */
    public String sentence(Direction direction) {
        if (this == TIE) {
            return "a tie: the test cannot tell";
        }
        String side = this == A_HIGHER ? "A" : "B";
        return switch (direction) {
            case HIGHER -> side + " is better";
            case LOWER -> (this == A_HIGHER ? "B" : "A") + " is better";
            case NEITHER -> side + " is higher";
        };
    }
}
