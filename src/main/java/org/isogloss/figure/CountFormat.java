package org.isogloss.figure;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** Whole numbers on an axis as they are written everywhere. */
final class CountFormat extends NumberFormat {
    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        return to.append(Numbers.count(number));
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return to.append(Numbers.count((double) number));
    }

    @Override
    public Number parse(String text, ParsePosition position) {
        throw new UnsupportedOperationException("an axis reads no numbers");
    }
}
