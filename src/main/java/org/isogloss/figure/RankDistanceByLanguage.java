package org.isogloss.figure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isogloss.corpus.Lang;
import org.jfree.chart.JFreeChart;

/**
 * How far apart the answers to one question lie in the ranking, by question language and run.
 *
 * @param languages question languages in the order shown
 * @param chosen the language that stands out; empty for none
 */
public record RankDistanceByLanguage(
        List<Lang> languages, List<Series> series, Optional<Lang> chosen, Provenance provenance)
        implements Figure {
    private static final String AXIS = "rank distance (ranks, lower is better)";

    /**
     * A mean with an interval.
     *
     * @param lower equal to the value where there is no interval
     * @param upper equal to the value where there is no interval
     */
    public record Estimate(double value, double lower, double upper) {
        /** A value without an interval. */
        public static Estimate exact(double value) {
            return new Estimate(value, value, value);
        }

        /** A mean and its standard deviation to each side; NaN where there is none. */
        public static Estimate around(double mean, double deviation) {
            return Double.isNaN(deviation)
                    ? exact(mean)
                    : new Estimate(mean, mean - deviation, mean + deviation);
        }
    }

    /** One run's rank distance by question language; a language may be missing. */
    public record Series(String run, StrategyStyle style, Map<Lang, Estimate> values) {
        public Series {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        double mean() {
            return values.values().stream()
                    .mapToDouble(Estimate::value)
                    .average()
                    .orElse(Double.NaN);
        }
    }

    /** A figure in which no language stands out. */
    public RankDistanceByLanguage(
            List<Lang> languages, List<Series> series, Provenance provenance) {
        this(languages, series, Optional.empty(), provenance);
    }

    public RankDistanceByLanguage {
        languages = List.copyOf(languages);
        series = List.copyOf(series);
    }

    /** The same with a language that stands out, or with none. */
    public RankDistanceByLanguage choosing(Optional<Lang> language) {
        return new RankDistanceByLanguage(languages, series, language, provenance);
    }

    @Override
    public String id() {
        return "rank-distance";
    }

    @Override
    public String title() {
        return "Rank distance by question language";
    }

    @Override
    public String subtitle() {
        return provenance.line();
    }

    @Override
    public String explanation() {
        return "Every question has an answer in each language. A mark is the mean distance between"
                + " the best and the worst ranked of them, in one pool of all languages; a line"
                + " through it is its interval. Lower is better: the answers stand together"
                + " whatever their language. The mean hangs on the worst answer of each question,"
                + " so a single language that is hard to find raises it for all.";
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        return new LanguageDots(languages, series, AXIS, Numbers::count, true, chosen)
                .draw(this, style);
    }

    @Override
    public FigureTable table() {
        return LanguageDots.table(series, "rank distance");
    }
}
