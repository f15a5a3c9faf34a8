package org.isogloss.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.corpus.Lang;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;

/**
 * Bars of {@link TopTenOwnership}: the own language in full colour, others faded; or the one
 * chosen.
 */
final class OwnershipRenderer extends StackedBarRenderer {
    private static final int OWN = 0;
    private static final double FADED = .5;
    private static final double NOT_CHOSEN = .22;

    private final transient LanguagePairTable shares;
    private final transient LanguageColours colours;
    private final transient Optional<Lang> chosen;
    private final transient ChartStyle style;

    OwnershipRenderer(
            LanguagePairTable shares,
            LanguageColours colours,
            Optional<Lang> chosen,
            ChartStyle style) {
        this.shares = shares;
        this.colours = colours;
        this.chosen = chosen;
        this.style = style;
        setBarPainter(new StandardBarPainter());
        setShadowVisible(false);
        setDrawBarOutline(true);
        setDefaultOutlineStroke(new BasicStroke(.8f));
        setDefaultItemLabelFont(style.cellFont());
        DecimalFormat whole = new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        setSeriesItemLabelGenerator(OWN, new StandardCategoryItemLabelGenerator("{2}", whole));
        setSeriesItemLabelsVisible(OWN, true);
        setDefaultToolTipGenerator(
                (data, row, column) ->
                        question(column)
                                + " → "
                                + language(row, column)
                                + ": "
                                + Numbers.count(data.getValue(row, column).doubleValue())
                                + " %");
        setDefaultItemURLGenerator(
                (data, row, column) -> LanguageMap.LANGUAGE + language(row, column));
    }

    @Override
    public Paint getItemPaint(int row, int column) {
        return colour(row, column);
    }

    @Override
    public Paint getItemOutlinePaint(int row, int column) {
        return style.ground();
    }

    @Override
    public Paint getItemLabelPaint(int row, int column) {
        return ColourScale.textOn(colour(row, column));
    }

    private Color colour(int row, int column) {
        Lang language = language(row, column);
        if (!shares.answerLanguages().contains(language)) {
            return style.ground(); // questions without passages of their own language
        }
        Color full = colours.of(language);
        if (chosen.isPresent()) {
            return chosen.get().equals(language) ? full : style.faded(full, NOT_CHOSEN);
        }
        return row == OWN ? full : style.faded(full, FADED);
    }

    private Lang question(int column) {
        return shares.questionLanguages().get(column);
    }

    private Lang language(int row, int column) {
        return row == OWN ? question(column) : shares.answerLanguages().get(row - 1);
    }
}
