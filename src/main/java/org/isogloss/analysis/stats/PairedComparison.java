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
        List<Tested> tested =
                contrast.seeds(Contrast.DIFFERENCE)
                        ? overSeeds(runs, estimates)
                        : overQuestions(runs, contrast);
        double[] holm = Holm.adjusted(tested.stream().mapToDouble(Tested::p).toArray());
        List<Comparison> comparisons = new ArrayList<>();
        for (int o = 0; o < quantities.size(); o++) {
            Quantity quantity = quantities.get(o);
            comparisons.add(
                    comparison(quantity, o, runs.clusters(o), estimates, tested.get(o))
                            .corrected(holm[o], settings.alpha()));
        }
        return comparisons;
    }

    /**
     * The quantities of a single run with their intervals, in the order given.
     *
     * @throws IllegalArgumentException if one has no scores
     */
    public Map<Quantity, Interval> intervals(RunScores run, Collection<Quantity> quantities) {
        Map<Quantity, Interval> intervals = new LinkedHashMap<>();
        values(List.of(run), List.copyOf(quantities))
                .forEach((quantity, value) -> intervals.put(quantity, value.interval()));
        return intervals;
    }

    /** A p value and where it comes from. */
    private record Tested(double p, PairedTest test) {}

    /**
     * The quantities of one side, in the order given.
     *
     * @throws org.isogloss.base.BadInputException if its runs did not answer the same questions
     * @throws IllegalArgumentException if a quantity has no scores
     */
    public Map<Quantity, SideValue> values(List<RunScores> side, List<Quantity> quantities) {
        if (quantities.isEmpty()) {
            return Map.of();
        }
        requireScores(side.get(0), quantities);
        AlignedRuns runs = new AlignedRuns(side, quantities);
        Contrast contrast = new Contrast(side.size(), side.size());
        Estimates estimates = new Estimates(runs, contrast, settings);
        Map<Quantity, SideValue> values = new LinkedHashMap<>();
        for (int o = 0; o < quantities.size(); o++) {
            values.put(quantities.get(o), estimates.side(Contrast.A, o));
        }
        return values;
    }

    private static void requireScores(RunScores run, List<Quantity> quantities) {
        for (Quantity quantity : quantities) {
            if (quantity.cells(run.cells(quantity.metric())).isEmpty()) {
                throw new IllegalArgumentException(run.name() + " has no scores of " + quantity);
            }
        }
    }

    private List<Tested> overQuestions(AlignedRuns runs, Contrast contrast) {
        double[] weights = contrast.weights(Contrast.DIFFERENCE, contrast.equal());
        double[][] differences = runs.shares(weights, false);
        double[] p = new RandomizationTest(settings.resamples(), settings.seed()).p(differences);
        List<Tested> tested = new ArrayList<>();
        for (int o = 0; o < p.length; o++) {
            boolean all = RandomizationTest.isExact(RandomizationTest.column(differences, o));
            tested.add(new Tested(p[o], all ? PairedTest.COUNTED : PairedTest.DRAWN));
        }
        return tested;
    }

    private static List<Tested> overSeeds(AlignedRuns runs, Estimates estimates) {
        List<Tested> tested = new ArrayList<>();
        for (int o = 0; o < runs.quantities(); o++) {
            double p = runs.clusters(o) < 2 ? Double.NaN : student(estimates, o);
            tested.add(new Tested(p, PairedTest.STUDENT));
        }
        return tested;
    }

    private static double student(Estimates estimates, int o) {
        double difference = Math.abs(estimates.estimate(Contrast.DIFFERENCE, o));
        if (difference == 0) {
            // Sides that are equal whatever is drawn have no error to measure 0 by.
            return 1;
        }
        double t = difference / estimates.standardError(Contrast.DIFFERENCE, o);
        double degrees = estimates.variance(Contrast.DIFFERENCE, o).degrees();
        return 2 * TDistribution.of(degrees).survivalProbability(t);
    }

    /** One quantity's comparison before it is corrected for the others. */
    private Comparison comparison(
            Quantity quantity, int o, int clusters, Estimates estimates, Tested tested) {
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
                estimates.side(Contrast.A, o),
                estimates.side(Contrast.B, o),
                difference,
                error,
                tested.test(),
                tested.p(),
                tested.p(),
                clusters,
                power == null ? Double.NaN : power.minimalDetectable(),
                power == null ? null : power.moreClusters(difference.estimate(), clusters),
                Verdict.TIE);
    }
}
