package org.isogloss.analysis.stats;

/**
 * One quantity of two sides: how they differ, and whether the test can tell.
 *
 * @param metric the scores' metric
 * @param scope over which cells the mean is taken
 * @param cell the only cell, or null for a macro mean
 * @param better which way the metric is better
 * @param a the quantity of side A
 * @param b the quantity of side B
 * @param difference A minus B
 * @param standardError of the difference: its standard deviation over the resamples
 * @param test where p comes from
 * @param p the two-sided p value of the difference
 * @param pHolm p corrected for all quantities compared at once, by Holm
 * @param clusters how many question ids have scores
 * @param minimalDetectable the least true difference that a single such test tells with a chance of
 *     80 %
 * @param moreClusters how many more question ids it takes to tell a true difference as large as
 *     this one with a chance of 80 %; null if no number is enough
 * @param verdict what pHolm lets one say
 */
public record Comparison(
        String metric,
        Scope scope,
        Cell cell,
        Direction better,
        SideValue a,
        SideValue b,
        Interval difference,
        double standardError,
        PairedTest test,
        double p,
        double pHolm,
        int clusters,
        double minimalDetectable,
        Long moreClusters,
        Verdict verdict) {

    /** What is compared. */
    public Quantity quantity() {
        return new Quantity(metric, scope, cell);
    }

    /** The same with p corrected for other tests, and the verdict that this leaves. */
    Comparison corrected(double corrected, double alpha) {
        return new Comparison(
                metric,
                scope,
                cell,
                better,
                a,
                b,
                difference,
                standardError,
                test,
                p,
                corrected,
                clusters,
                minimalDetectable,
                moreClusters,
                Verdict.of(difference.estimate(), corrected, alpha));
    }

    /** The verdict in words. */
    public String sentence() {
        return verdict.sentence(better);
    }
}
