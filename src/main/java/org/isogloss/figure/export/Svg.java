package org.isogloss.figure.export;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.Inks;
import org.isogloss.figure.PaperFont;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGUnits;

/**
 * Scalable Vector Graphics 1.1; text stays text, and the figure's title, explanation and provenance
 * go with it.
 */
final class Svg implements FigureFormat {
    private static final Pattern COLOUR = Pattern.compile("rgb\\((\\d+), ?(\\d+), ?(\\d+)\\)");

    @Override
    public String id() {
        return "svg";
    }

    @Override
    public String description() {
        return "vectors, for web pages and drawing programs";
    }

    @Override
    public void write(Figure figure, ChartStyle style, FigureSize size, OutputStream out)
            throws IOException {
        String svg = drawn(figure, figure.id(), style, size);
        int content = svg.indexOf('>') + 1;
        String text =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + sized(svg.substring(0, content), size)
                        + ("<title>" + FigureFacts.escaped(figure.title()) + "</title>")
                        + ("<desc>" + FigureFacts.escaped(figure.explanation()) + "</desc>")
                        + ("<metadata>" + FigureFacts.of(figure).rdf() + "</metadata>")
                        + svg.substring(content);
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The picture alone as an element of a web page, as wide as its place. The page tells title and
     * explanation beside it, so that they need not be in it.
     */
    static String inPage(Figure figure, ChartStyle style, FigureSize size) {
        String svg = drawn(figure, figure.id() + "-" + style.id(), style, size);
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" aria-hidden=\"true\">",
                        number(size.width()),
                        number(size.height()))
                + svg.substring(svg.indexOf('>') + 1);
    }

    /** An element whose definitions are told from those of other pictures by the id. */
    private static String drawn(Figure figure, String id, ChartStyle style, FigureSize size) {
        SVGGraphics2D graphics = new SVGGraphics2D(size.width(), size.height(), SVGUnits.PX);
        graphics.setFontFunction(Svg::families);
        graphics.setDefsKeyPrefix(id + "-"); // the library's own is the time of day
        graphics.setGeomDoubleConverter(number -> Double.toString(Math.round(number * 1e3) / 1e3));
        Rectangle2D area = new Rectangle2D.Double(0, 0, size.width(), size.height());
        figure.draw(style).draw(graphics, area);
        return printed(graphics.getSVGElement(id), style.inks());
    }

    /** The element's head with its size on paper, and with the layout's units inside. */
    private static String sized(String head, FigureSize size) {
        String own = head.replaceAll(" (width|height|viewBox)=[\"'][^\"']*[\"']", "");
        return own.replaceFirst(
                ">$",
                String.format(
                        Locale.ROOT,
                        " width=\"%spt\" height=\"%spt\" viewBox=\"0 0 %s %s\">",
                        number(size.widthPoints()),
                        number(size.heightPoints()),
                        number(size.width()),
                        number(size.height())));
    }

    private static String number(double value) {
        return Double.toString(Math.round(value * 1e3) / 1e3);
    }

    /** The library puts the list in single quotes, so names in it take double ones. */
    private static String families(String family) {
        boolean logical = family.equals(Font.SANS_SERIF) || family.equals(Font.DIALOG);
        Stream<String> others =
                family.equals(PaperFont.FAMILY)
                        ? Stream.of("Arial", "Helvetica") // as wide
                        : Stream.of("DejaVu Sans", "Noto Sans");
        Stream<String> named = logical ? Stream.of() : Stream.of(family);
        return Stream.concat(named, others)
                .distinct()
                .map(name -> "\"" + FigureFacts.escaped(name.replaceAll("[\"']", "")) + "\"")
                .collect(Collectors.joining(", ", "", ", sans-serif"));
    }

    /** The library is closed to other colours while it draws, so they are exchanged afterwards. */
    private static String printed(String svg, Inks inks) {
        return COLOUR.matcher(svg)
                .replaceAll(
                        found -> {
                            Color colour =
                                    inks.printed(
                                            new Color(
                                                    Integer.parseInt(found.group(1)),
                                                    Integer.parseInt(found.group(2)),
                                                    Integer.parseInt(found.group(3))));
                            return "rgb(%d,%d,%d)"
                                    .formatted(
                                            colour.getRed(), colour.getGreen(), colour.getBlue());
                        });
    }
}
