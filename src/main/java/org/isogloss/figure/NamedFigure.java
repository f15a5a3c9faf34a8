package org.isogloss.figure;

import org.jfree.chart.JFreeChart;

/**
 * A figure under another name, where several of a kind stand beside each other.
 *
 * @param id the name: lower-case letters, digits and hyphens
 * @param figure what it shows
 */
public record NamedFigure(String id, Figure figure) implements Figure {
    @Override
    public String title() {
        return figure.title();
    }

    @Override
    public String subtitle() {
        return figure.subtitle();
    }

    @Override
    public Provenance provenance() {
        return figure.provenance();
    }

    @Override
    public String explanation() {
        return figure.explanation();
    }

    @Override
    public double heightToWidth() {
        return figure.heightToWidth();
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        return figure.draw(style);
    }

    @Override
    public FigureTable table() {
        return figure.table();
    }

    @Override
    public FigureTable printed() {
        return figure.printed();
    }
}
