package org.isogloss.analysis.stats;

import java.util.List;

/**
 * A quantity of one side: its mean over the side's runs, and each run's own.
 *
 * @param interval the mean over the runs and between what it may lie
 * @param runs the quantity of each run, in the order of the runs
 * @param deviation their sample standard deviation, over seeds; NaN for one run
 */
public record SideValue(Interval interval, List<Double> runs, double deviation) {
    public SideValue {
        runs = List.copyOf(runs);
    }

    /** The mean over the runs. */
    public double estimate() {
        return interval.estimate();
    }
}
