package org.isogloss.cli;

import java.util.Locale;
import org.isogloss.analysis.stats.Interval;
import org.isogloss.retrieval.Score;
import picocli.CommandLine.Help.Ansi;

/**
 * Numbers with their intervals and p values as text, always with as many digits as are meant.
 *
 * @param metric decides the digits: ranks have one decimal, all others four and no leading zero
 */
record StatisticText(String metric) {
    private static final double SMALLEST = .0001;

    String number(double value) {
        return text(value, "");
    }

    String signed(double value) {
        return text(value, "+");
    }

    /** The ends of an interval: {@code [-.0012, +.0140]}. */
    String ends(Interval interval, boolean signed) {
        String flag = signed ? "+" : "";
        return "[" + text(interval.low(), flag) + ", " + text(interval.high(), flag) + "]";
    }

    private String text(double value, String flag) {
        if (Double.isNaN(value)) {
            return "?";
        }
        if (metric.equals(Score.RANK_DISTANCE)) {
            return String.format(Locale.ROOT, "%" + flag + ",.1f", value);
        }
        return withoutNought(String.format(Locale.ROOT, "%" + flag + ".4f", value));
    }

    static String p(double p) {
        if (Double.isNaN(p)) {
            return "?";
        }
        return p < SMALLEST ? "<.0001" : withoutNought(String.format(Locale.ROOT, "%.4f", p));
    }

    private static String withoutNought(String number) {
        return number.replaceFirst("^([+-]?)0\\.", "$1.");
    }

    /** Text in grey where the terminal can. */
    static String grey(String text) {
        return Ansi.AUTO.string("@|faint " + text + "|@");
    }

    /** Text in bold where the terminal can. */
    static String bold(String text) {
        return Ansi.AUTO.string("@|bold " + text + "|@");
    }
}
