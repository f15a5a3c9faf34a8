package org.isogloss.ui.design;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalDouble;
import org.isogloss.figure.Numbers;

/** Numbers as they are typed: {@code 600}, {@code .05}, {@code 3e-5}. */
final class NumberText {
    private static final double SMALL = 1e-3;
    private static final double LARGE = 1e7;
    private static final double LONG = 1e4;
    private static final double WHOLE = 1e15;

    private NumberText() {}

    /** The shortest text that is read as the same number. */
    static String of(double value) {
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        double size = Math.abs(value);
        if (value == 0 || (size >= SMALL && size < LARGE)) {
            return exact.toPlainString();
        }
        String digits = exact.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - exact.scale();
        String tail = digits.length() == 1 ? "" : "." + digits.substring(1);
        return (value < 0 ? "-" : "") + digits.charAt(0) + tail + "e" + exponent;
    }

    /** The number as it is shown, with thin spaces where it is long: {@code 10 000}. */
    static String shown(double value) {
        boolean longWhole = value == Math.rint(value) && value >= LONG && value < WHOLE;
        return longWhole ? Numbers.count(value) : of(value);
    }

    /** The number a text stands for; empty if it stands for none. */
    static OptionalDouble read(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replace('−', '-');
        // Double.parseDouble would also take "1f", "NaN" and hexadecimal digits.
        return plain.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)(e[+-]?\\d+)?")
                ? OptionalDouble.of(Double.parseDouble(plain))
                : OptionalDouble.empty();
    }
}
