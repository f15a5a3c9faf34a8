package org.isogloss.figure.export;

import java.awt.image.BufferedImage;
import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;

/** The formats that figures are exported in. */
public final class FigureFormats {
    private FigureFormats() {}

    /** All formats, the one for papers first. */
    public static List<FigureFormat> all() {
        return List.of(
                new Pdf(),
                new Svg(),
                new Png(),
                new Csv(),
                new Latex(),
                new Tikz(),
                new Markdown());
    }

    /** A figure in pixels, as {@code png} writes it. */
    public static BufferedImage image(Figure figure, ChartStyle style, FigureSize size) {
        return Png.image(figure, style, size);
    }

    /**
     * A figure as an SVG element to be put into a web page, for light and for dark ground; the page
     * says title and explanation beside it.
     *
     * @param id told from that of every other figure in the page
     * @param inks the page's colours, which its style sheet has to say
     */
    public static String inPage(Figure figure, String id, FigureSize size, PageInks inks) {
        return new PagePicture(id, size, inks).of(figure);
    }

    /**
     * A format by its id.
     *
     * @throws BadInputException if there is none, listing those there are
     */
    public static FigureFormat byId(String id) {
        return all().stream()
                .filter(format -> format.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "no figure format is called '"
                                                + id
                                                + "'; known are "
                                                + all().stream().map(FigureFormat::id).toList()));
    }
}
