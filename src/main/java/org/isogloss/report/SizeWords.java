package org.isogloss.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.isogloss.analysis.stats.Interval;
import org.isogloss.analysis.stats.SizeLaw;
import org.isogloss.analysis.stats.SizeTrend;
import org.isogloss.analysis.stats.SizeTrends;
import org.isogloss.figure.Numbers;

/** What fits over the size of models say, in sentences. */
final class SizeWords {
    private SizeWords() {}

    /** The strategy a trend is of; a lead's name has the baseline after it. */
    static String strategy(SizeTrend trend) {
        return trend.name().split(" − ", 2)[0];
    }

    /** What each strategy tends to by a power law; empty of a line. */
    static Optional<String> limits(MacroMeasure measure, SizeTrends trends) {
        List<String> limits =
                trends.strategies().stream()
                        .flatMap(trend -> limit(measure, trend).stream())
                        .toList();
        return limits.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "With ever larger models, if the law holds beyond these sizes: "
                                + String.join("; ", limits)
                                + ".");
    }

    static String sentence(MacroMeasure measure, SizeTrends trends, SizeTrend lead) {
        boolean ranks = measure == MacroMeasure.RANK_DISTANCE;
        Interval slope = lead.slope();
        return "%s less %s in %s: %s from the smallest model to the largest, and %s; %s [%s, %s]%s with ten times the parameters (p %s, %d sizes)."
                .formatted(
                        strategy(lead),
                        trends.baseline(),
                        SizeFigures.words(measure),
                        written(first(lead), ranks) + " to " + written(last(lead), ranks),
                        lead.told() ? trendOf(lead) : "no trend beyond chance",
                        written(slope.estimate(), ranks),
                        written(slope.low(), ranks),
                        written(slope.high(), ranks),
                        trends.law() == SizeLaw.LINE ? "" : " on average",
                        Numbers.p(lead.p()),
                        lead.points().size());
    }

    /** A gap has a sign; whether it opens or closes is the slope's sign beside it. */
    private static String trendOf(SizeTrend lead) {
        if (first(lead) * last(lead) < 0) {
            return "the gap turns round";
        }
        return first(lead) * lead.slope().estimate() > 0 ? "the gap opens" : "the gap closes";
    }

    /** What a strategy tends to with ever larger models, or that it cannot be told. */
    private static Optional<String> limit(MacroMeasure measure, SizeTrend trend) {
        return trend.floor()
                .map(
                        floor ->
                                floor.identified()
                                        ? "%s %s, exponent %s, R² %s"
                                                .formatted(
                                                        trend.name(),
                                                        written(floor.limit(), measure.written()),
                                                        written(
                                                                floor.exponent(),
                                                                SizeWords::exponent),
                                                        Numbers.p(trend.rSquared()))
                                        : "%s not identified, the sizes do not tell its floor in %d %% of resamples, R² %s"
                                                .formatted(
                                                        trend.name(),
                                                        Math.round(100 * floor.unidentified()),
                                                        Numbers.p(trend.rSquared())));
    }

    private static String written(Interval interval, DoubleFunction<String> number) {
        return "%s [%s, %s]"
                .formatted(
                        number.apply(interval.estimate()),
                        number.apply(interval.low()),
                        number.apply(interval.high()));
    }

    private static String exponent(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static double first(SizeTrend lead) {
        return lead.points().get(0).value().estimate();
    }

    private static double last(SizeTrend lead) {
        return lead.points().get(lead.points().size() - 1).value().estimate();
    }

    private static String written(double value, boolean ranks) {
        return ranks ? (value > 0 ? "+" : "") + Numbers.count(value) : Numbers.difference(value);
    }
}
