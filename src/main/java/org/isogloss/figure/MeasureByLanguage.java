package org.isogloss.figure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.isogloss.analysis.bias.BiasMeasure;
import org.isogloss.analysis.bias.BiasReport;
import org.isogloss.corpus.Lang;
import org.jfree.chart.JFreeChart;

/**
 * A bias measure of each question language and run, with the text that its definition comes with.
 *
 * @param measure names and explains it; its numbers are in the series
 * @param languages question languages in the order shown
 */
public record MeasureByLanguage(
        BiasReport.Measured measure,
        List<Lang> languages,
        List<RankDistanceByLanguage.Series> series,
        Provenance provenance)
        implements Figure {
    public MeasureByLanguage {
        languages = List.copyOf(languages);
        series = List.copyOf(series);
    }

    @Override
    public String id() {
        return "bias-" + Numbers.slug(measure.id());
    }

    @Override
    public String title() {
        return measure.name() + " by question language";
    }

    @Override
    public String subtitle() {
        return provenance.line();
    }

    @Override
    public String explanation() {
        return measure.explanation().definition()
                + "\n\n"
                + measure.explanation().formula()
                + "\n\nSource: "
                + measure.explanation().source()
                + "\n\nRange: "
                + measure.explanation().range()
                + "\n\nTrap: "
                + measure.explanation().trap();
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        boolean ranks = measure.unit().equals("ranks");
        return new LanguageDots(
                        languages,
                        series,
                        axis(),
                        ranks ? Numbers::count : Numbers::score,
                        measure.direction() != BiasMeasure.Direction.HIGHER,
                        Optional.empty())
                .draw(this, style);
    }

    private String axis() {
        String unit = measure.unit().isEmpty() ? "" : measure.unit() + ", ";
        String fair =
                switch (measure.direction()) {
                    case LOWER -> "lower is fairer";
                    case HIGHER -> "higher is fairer";
                    case ZERO -> "0 is fair";
                };
        return measure.name().toLowerCase(Locale.ROOT) + " (" + unit + fair + ")";
    }

    @Override
    public FigureTable table() {
        return LanguageDots.table(series, measure.name());
    }
}
