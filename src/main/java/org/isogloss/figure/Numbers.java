package org.isogloss.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.metric.Metric;
import org.isogloss.retrieval.metric.Metrics;

/** How numbers are written, the same in every figure and view. */
public final class Numbers {
    private static final String THIN_SPACE = "\u2009";
    private static final String MINUS = "\u2212";
    private static final double SMALL = .0005;
    private static final double NOTHING = 1e-12; // what is left of a 0 that was added up

    private Numbers() {}

    /**
     * A score with three decimals and no leading zero: {@code .705}; a whole one is as long, {@code
     * 1.00}; a dash for NaN.
     */
    public static String score(double value) {
        String text = decimals(value, 3);
        return text.equals("1.000") ? "1.00" : text;
    }

    /** A difference of scores with its sign: {@code +.032}, {@code −.014}, {@code .000}. */
    public static String difference(double value) {
        String size = decimals(Math.abs(value), 3);
        if (Double.isNaN(value) || size.equals(".000")) {
            return size;
        }
        return (value > 0 ? "+" : MINUS) + size;
    }

    /** A probability with four decimals and no leading zero: {@code .0312}. */
    public static String p(double value) {
        return decimals(value, 4);
    }

    /** A whole number with thin spaces between thousands: {@code 13 014}. */
    public static String count(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        String grouped = String.format(Locale.ROOT, "%,.0f", value).replace(",", THIN_SPACE);
        return grouped.replace("-", MINUS);
    }

    /** A sentence with its whole numbers written as {@link #count} does. */
    public static String counts(String sentence) {
        return sentence.replaceAll("(?<=\\d),(?=\\d{3}(?!\\d))", THIN_SPACE);
    }

    /**
     * A number on an axis: thin spaces, and no more decimals than it needs, three at most; below 1
     * three digits at most, and a very small one by its power of ten, {@code 2e−5}.
     */
    public static String tick(double value) {
        double size = Math.abs(value);
        if (size > NOTHING && size < SMALL) {
            return new DecimalFormat("0.##E0", DecimalFormatSymbols.getInstance(Locale.ROOT))
                    .format(value)
                    .replace("E", "e")
                    .replace("-", MINUS);
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal rounded =
                size > NOTHING && size < 1
                        ? exact.round(new MathContext(3, RoundingMode.HALF_EVEN))
                        : exact.setScale(3, RoundingMode.HALF_EVEN);
        BigDecimal shortest = rounded.stripTrailingZeros();
        int decimals = Math.max(0, shortest.scale());
        String grouped = String.format(Locale.ROOT, "%,." + decimals + "f", shortest);
        return grouped.replace(",", THIN_SPACE).replace("-", MINUS);
    }

    /** A number for programs: six decimals at most, empty for NaN. */
    static String plain(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "" : Double.toString(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A metric's name for people: {@code mAP} for {@code map}, {@code R@10} for recall_10. */
    public static String metric(String id) {
        return id.startsWith("recall_")
                ? "R@" + id.substring("recall_".length())
                : stored(id).map(Metric::name).orElse(id);
    }

    /** What a metric of stored scores says, in a sentence; empty for any other. */
    static String meaning(String id) {
        return stored(id).map(one -> metric(id) + " of a question: " + one.meaning()).orElse("");
    }

    /** What brackets around languages mean; empty where there are none. */
    static String brackets(Set<Lang> unseen) {
        return unseen.isEmpty() ? "" : " (languages in brackets were never trained on)";
    }

    /** Tells files of a metric from those of mAP, which are called by what they show alone. */
    static String infix(String id) {
        return id.equals("map") ? "" : slug(id) + "-";
    }

    private static Optional<Metric> stored(String id) {
        return Metrics.stored().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Text as a file name: lower-case letters, digits and hyphens. */
    static String slug(String text) {
        String hyphens = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return hyphens.replaceAll("^-|-$", "");
    }

    static String decimals(double value, int digits) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : MINUS + "∞";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
        String size = rounded.abs().toPlainString();
        return (rounded.signum() < 0 ? MINUS : "")
                + (size.startsWith("0.") ? size.substring(1) : size);
    }
}
