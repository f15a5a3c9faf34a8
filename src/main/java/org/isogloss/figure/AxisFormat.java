package org.isogloss.figure;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.function.DoubleFunction;

/** Writes an axis's numbers as a figure does. */
final class AxisFormat extends NumberFormat {
    private static final long serialVersionUID = 1;

    private final transient DoubleFunction<String> written;

    AxisFormat(DoubleFunction<String> written) {
        this.written = written;
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        return to.append(written.apply(number));
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return to.append(written.apply((double) number));
    }

    @Override
    public Number parse(String text, ParsePosition position) {
        throw new UnsupportedOperationException("an axis reads no numbers");
    }
}
