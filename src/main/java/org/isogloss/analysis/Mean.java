package org.isogloss.analysis;

import java.util.Collection;

/** The mean of the numbers there are. */
final class Mean {
    private double sum;
    private int count;

    void add(double number) {
        sum += number;
        count++;
    }

    /** NaN if nothing was added. */
    double value() {
        return sum / count;
    }

    /** The mean of all that are not NaN; NaN if there are none. */
    static double of(Collection<Double> numbers) {
        Mean mean = new Mean();
        numbers.stream().filter(number -> !number.isNaN()).forEach(mean::add);
        return mean.value();
    }
}
