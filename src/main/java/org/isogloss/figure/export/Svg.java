package org.isogloss.figure.export;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isogloss.base.AtomicFile;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGUnits;

/**
 * Scalable Vector Graphics 1.1; text stays text and the figure's title and explanation go with it.
 */
final class Svg implements FigureFormat {
    @Override
    public String id() {
        return "svg";
    }

    @Override
    public String description() {
        return "vectors, for papers and drawing programs";
    }

    @Override
    public void write(Figure figure, ChartStyle style, FigureSize size, Path file) {
        SVGGraphics2D graphics = new SVGGraphics2D(size.width(), size.height(), SVGUnits.PX);
        graphics.setFontFunction(Svg::families);
        graphics.setDefsKeyPrefix(figure.id() + "-"); // the library's own is the time of day
        graphics.setGeomDoubleConverter(number -> Double.toString(Math.round(number * 1e3) / 1e3));
        Rectangle2D area = new Rectangle2D.Double(0, 0, size.width(), size.height());
        figure.draw(style).draw(graphics, area);
        String svg = graphics.getSVGElement(figure.id());
        int content = svg.indexOf('>') + 1;
        AtomicFile.writeText(
                file,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + svg.substring(0, content)
                        + ("<title>" + escaped(figure.title()) + "</title>")
                        + ("<desc>" + escaped(figure.explanation()) + "</desc>")
                        + svg.substring(content));
    }

    /** The library puts the list in single quotes, so names in it take double ones. */
    private static String families(String family) {
        boolean logical = family.equals(Font.SANS_SERIF) || family.equals(Font.DIALOG);
        Stream<String> named = logical ? Stream.of() : Stream.of(family);
        return Stream.concat(named, Stream.of("DejaVu Sans", "Noto Sans"))
                .distinct()
                .map(name -> "\"" + escaped(name.replaceAll("[\"']", "")) + "\"")
                .collect(Collectors.joining(", ", "", ", sans-serif"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
