package org.isogloss.analysis.stats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Compares runs on the same questions, question by question, with all translations of a question
 * together.
 *
 * <p>With one seed a side the p value is that of the {@link RandomizationTest}. Where a side has
 * several seeds it is Student's t with the standard error of the hierarchical bootstrap, so that it
 * speaks of what was trained and not only of the models that came out. Verdicts are the tests';
 * near the border an interval, made in another way, may just hold 0 or just miss it.
 *
 * @param settings how
 */
public record PairedComparison(TestSettings settings) {

    /**
     * Compares two sides, each the runs of one setting with several seeds, or a single run.
     *
     * @param quantities what is compared; Holm's correction is over all of them
     * @throws org.isogloss.base.BadInputException if the runs did not answer the same questions
     * @throws IllegalArgumentException if a quantity has no scores
     */
    public List<Comparison> of(List<RunScores> a, List<RunScores> b, List<Quantity> quantities) {
        List<RunScores> all = new ArrayList<>(a);
        all.addAll(b);
        requireScores(a.get(0), quantities);
        AlignedRuns runs = new AlignedRuns(all, quantities);
        Contrast contrast = new Contrast(a.size(), all.size());
        Estimates estimates = new Estimates(runs, contrast, settings);
        double[] p =
                contrast.seeds(Contrast.DIFFERENCE)
                        ? overSeeds(estimates, quantities.size())
                        : overQuestions(runs, contrast);
        double[] holm = Holm.adjusted(p);
        List<Comparison> comparisons = new ArrayList<>();
        for (int o = 0; o < quantities.size(); o++) {
            comparisons.add(
                    comparison(quantities.get(o), o, runs.clusters(o), estimates, p[o], holm[o]));
        }
        return comparisons;
    }

    /**
     * The quantities of a single run with their intervals, in the order given.
     *
     * @throws IllegalArgumentException if one has no scores
     */
    public Map<Quantity, Interval> intervals(RunScores run, Collection<Quantity> quantities) {
        return intervals(List.of(run), List.copyOf(quantities));
    }

    /**
     * The quantities of one side with their intervals, in the order given.
     *
     * @throws org.isogloss.base.BadInputException if its runs did not answer the same questions
     * @throws IllegalArgumentException if a quantity has no scores
     */
    public Map<Quantity, Interval> intervals(List<RunScores> side, List<Quantity> quantities) {
        if (quantities.isEmpty()) {
            return Map.of();
        }
        requireScores(side.get(0), quantities);
        AlignedRuns runs = new AlignedRuns(side, quantities);
        Contrast contrast = new Contrast(side.size(), side.size());
        Estimates estimates = new Estimates(runs, contrast, settings);
        Map<Quantity, Interval> intervals = new LinkedHashMap<>();
        for (int o = 0; o < quantities.size(); o++) {
            intervals.put(quantities.get(o), estimates.interval(Contrast.A, o));
        }
        return intervals;
    }

    private static void requireScores(RunScores run, List<Quantity> quantities) {
        for (Quantity quantity : quantities) {
            if (quantity.cells(run.cells(quantity.metric())).isEmpty()) {
                throw new IllegalArgumentException(run.name() + " has no scores of " + quantity);
            }
        }
    }

    private double[] overQuestions(AlignedRuns runs, Contrast contrast) {
        double[] weights = contrast.weights(Contrast.DIFFERENCE, contrast.equal());
        return new RandomizationTest(settings.resamples(), settings.seed())
                .p(runs.shares(weights, false));
    }

    private static double[] overSeeds(Estimates estimates, int quantities) {
        double[] p = new double[quantities];
        for (int o = 0; o < quantities; o++) {
            double difference = Math.abs(estimates.estimate(Contrast.DIFFERENCE, o));
            double t = difference / estimates.standardError(Contrast.DIFFERENCE, o);
            double degrees = estimates.variance(Contrast.DIFFERENCE, o).degrees();
            // Sides that are equal whatever is drawn have no error to measure 0 by.
            p[o] = difference == 0 ? 1 : 2 * TDistribution.of(degrees).survivalProbability(t);
        }
        return p;
    }

    private Comparison comparison(
            Quantity quantity, int o, int clusters, Estimates estimates, double p, double pHolm) {
        Interval difference = estimates.interval(Contrast.DIFFERENCE, o);
        double error = clusters < 2 ? Double.NaN : estimates.standardError(Contrast.DIFFERENCE, o);
        Power power =
                clusters < 2
                        ? null
                        : new Power(
                                error,
                                estimates.variance(Contrast.DIFFERENCE, o),
                                settings.alpha());
        return new Comparison(
                quantity.metric(),
                quantity.scope(),
                quantity.cell(),
                Direction.of(quantity.metric()),
                estimates.interval(Contrast.A, o),
                estimates.interval(Contrast.B, o),
                difference,
                error,
                p,
                pHolm,
                clusters,
                power == null ? Double.NaN : power.minimalDetectable(),
                power == null ? null : power.moreClusters(difference.estimate(), clusters),
                Verdict.of(difference.estimate(), pHolm, settings.alpha()));
    }
}
