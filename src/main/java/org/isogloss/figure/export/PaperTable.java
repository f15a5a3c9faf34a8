package org.isogloss.figure.export;

import org.isogloss.figure.Figure;
import org.isogloss.figure.FigureTable;
import org.isogloss.figure.Provenance;

/**
 * A table of a paper, with a figure beside it or without.
 *
 * @param id a name for files, made of lower-case letters, digits and hyphens
 * @param title what it is about
 * @param subtitle where its numbers come from, in one line; empty if that is not known
 * @param printed as it is set, with what stands out
 * @param numbers every number, for other programs
 */
public record PaperTable(
        String id,
        String title,
        String subtitle,
        Provenance provenance,
        FigureTable printed,
        FigureTable numbers) {
    /** A figure's table. */
    static PaperTable of(Figure figure) {
        return new PaperTable(
                figure.id(),
                figure.title(),
                figure.subtitle(),
                figure.provenance(),
                figure.printed(),
                figure.table());
    }
}
