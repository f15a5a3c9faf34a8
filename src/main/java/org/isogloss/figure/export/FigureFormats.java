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
     * A figure as an SVG element to be put into a web page, which says title and explanation beside
     * it; figures of one page need ids of their own.
     */
    public static String inPage(Figure figure, ChartStyle style, FigureSize size) {
        return Svg.inPage(figure, style, size);
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
