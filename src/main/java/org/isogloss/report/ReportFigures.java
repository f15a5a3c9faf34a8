package org.isogloss.report;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.isogloss.figure.Figure;
import org.isogloss.figure.StrategyStyle;
import org.isogloss.figure.export.FigureFormats;
import org.isogloss.figure.export.FigureSize;
import org.isogloss.figure.export.PageInks;

/**
 * Figures in a page, numbered as they come: each has the colours of the reader's system, light or
 * dark, and is told in words to who cannot see it.
 */
final class ReportFigures {
    private static final double WIDTH = 540;

    private final Markup page;
    private final PageInks inks = new PageInks();
    private int number;

    ReportFigures(Markup page) {
        this.page = page;
    }

    /** The style sheet of all figures there are by now. */
    String css() {
        return inks.css();
    }

    /** Figures beside each other; what explains them all is said once. */
    void grid(List<Figure> figures) {
        if (figures.isEmpty()) {
            return;
        }
        boolean alike = figures.stream().map(Figure::explanation).distinct().count() == 1;
        page.open("div", "class", "figures");
        for (Figure figure : figures) {
            page.block("figure", "id", figure.id(), one -> show(figure, !alike));
        }
        page.close();
        if (alike) {
            explain(figures.get(0));
        }
    }

    private void show(Figure figure, boolean explained) {
        number++;
        page.open(
                "div",
                "role",
                "img",
                "aria-label",
                figure.title() + ". " + figure.explanation().replaceAll("\\s+", " "));
        page.trusted(FigureFormats.inPage(figure, "f" + number, size(figure), inks));
        page.close();
        page.open("figcaption").line("b", "Figure " + number + ". ").text(figure.title() + ". ");
        page.line("span", figure.subtitle(), "class", "origin").text(" · ");
        page.open("a", "href", "tables/" + figure.id() + ".csv").text("Numbers").close();
        if (explained) {
            explain(figure);
        }
        page.close();
    }

    private static FigureSize size(Figure figure) {
        return FigureSize.screen(WIDTH, Math.rint(WIDTH * figure.heightToWidth()));
    }

    private void explain(Figure figure) {
        page.open("details").line("summary", "What am I seeing?");
        for (String paragraph : figure.explanation().split("\\n\\n", -1)) {
            page.line("p", paragraph);
        }
        page.close();
    }

    /** A dot in a strategy's colour. */
    void mark(StrategyStyle style) {
        page.open("span", "class", "mark", "style", "background:" + hex(style.colour())).close();
    }

    private static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
    }
}
