package org.isogloss.figure;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;

/**
 * The axis of training steps.
 *
 * @param steps the stretch that is seen
 * @param logarithmic true for powers of ten
 */
record StepAxis(StepRange steps, boolean logarithmic) {
    private static final String LABEL = "training step";

    ValueAxis axis(ChartFrame frame) {
        ValueAxis axis = logarithmic ? powers(frame) : linear(frame);
        if (!steps.all()) {
            double from = logarithmic ? Math.max(1, steps.from()) : steps.from();
            axis.setRange(from, Math.max(steps.to(), Math.nextUp(from)));
        }
        return axis;
    }

    private static ValueAxis linear(ChartFrame frame) {
        NumberAxis axis = frame.numbers(LABEL, Numbers::tick);
        axis.setAutoRangeMinimumSize(1); // a run that has just begun has one step
        axis.setLowerMargin(.01);
        axis.setUpperMargin(.02);
        return axis;
    }

    private static ValueAxis powers(ChartFrame frame) {
        LogAxis axis = new LogAxis(LABEL);
        axis.setBase(10);
        axis.setTickUnit(new NumberTickUnit(1));
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator('\u2009');
        axis.setNumberFormatOverride(new DecimalFormat("#,##0", symbols));
        frame.styled(axis);
        return axis;
    }
}
