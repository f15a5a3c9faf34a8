package org.isogloss.figure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.isogloss.corpus.Lang;
import org.jfree.chart.JFreeChart;

/**
 * mAP of each question language and strategy, in one setting of search.
 *
 * @param languages question languages in the order shown
 */
public record ScoreByLanguage(
        Search search,
        List<Lang> languages,
        List<RankDistanceByLanguage.Series> series,
        Provenance provenance)
        implements Figure {

    /** What is searched for the questions of a language. */
    public enum Search {
        MULTILINGUAL("Multilingual", "in one pool of the passages of all languages"),
        MONOLINGUAL("Monolingual", "among the passages of their own language");

        private final String words;
        private final String where;

        Search(String words, String where) {
            this.words = words;
            this.where = where;
        }
    }

    public ScoreByLanguage {
        languages = List.copyOf(languages);
        series = List.copyOf(series);
    }

    @Override
    public String id() {
        return search.words.toLowerCase(Locale.ROOT) + "-map-by-language";
    }

    @Override
    public String title() {
        return measure() + " by question language";
    }

    @Override
    public String subtitle() {
        return provenance.line();
    }

    @Override
    public String explanation() {
        return "A mark is the mean average precision of a strategy on the questions of one"
                + " language, searched "
                + search.where
                + ". The line through it is one standard deviation over seeds to each side; no"
                + " line means a single seed. Compare strategies within a language: some languages"
                + " are harder, or have harder passages, whatever was trained. The deviation tells"
                + " how much training varies, not how much other questions would change the"
                + " numbers. The axis does not begin at 0.";
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        String axis = measure().replaceFirst("^M", "m") + " (higher is better)";
        return new LanguageDots(languages, series, axis, Numbers::score, false, Optional.empty())
                .draw(this, style);
    }

    @Override
    public FigureTable table() {
        return LanguageDots.table(series, measure());
    }

    private String measure() {
        return search.words + " mAP";
    }
}
