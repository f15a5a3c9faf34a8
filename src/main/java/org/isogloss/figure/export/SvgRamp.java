package org.isogloss.figure.export;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A strip that shows a scale of colours: many thin rectangles on each other, which a picture can
 * say as one with a gradient.
 *
 * @param first its first rectangle's place among the shapes
 * @param end the place after its last
 */
record SvgRamp(int first, int end) {
    /** Fewer rectangles may be bars or cells. */
    private static final int LEAST = 64;

    /** Between two colours told, others are mixed: of eight rectangles one is told. */
    private static final int EACH = 8;

    /** The strip that begins at a shape; of no length if none does. */
    static SvgRamp at(int first, List<SvgShape> shapes) {
        int end = first;
        while (end < shapes.size()
                && plain(shapes.get(end))
                && (end == first || follows(area(shapes.get(end - 1)), area(shapes.get(end))))) {
            end++;
        }
        return end - first < LEAST ? new SvgRamp(first, first) : new SvgRamp(first, end);
    }

    private static boolean plain(SvgShape shape) {
        return shape.element().equals("rect")
                && Set.of("fill").containsAll(shape.look().keySet())
                && shape.text().isEmpty()
                && !shape.geometry().containsKey("transform");
    }

    /** Upwards, as the axis beside the strip. */
    private static boolean follows(Rectangle2D lower, Rectangle2D upper) {
        return lower.getX() == upper.getX()
                && lower.getWidth() == upper.getWidth()
                && upper.getY() < lower.getY()
                && upper.getMaxY() >= lower.getY();
    }

    private static Rectangle2D area(SvgShape shape) {
        return new Rectangle2D.Double(
                number(shape, "x"),
                number(shape, "y"),
                number(shape, "width"),
                number(shape, "height"));
    }

    private static double number(SvgShape shape, String side) {
        return Double.parseDouble(shape.geometry().getOrDefault(side, "0"));
    }

    boolean isEmpty() {
        return first == end;
    }

    /** The whole strip, of one colour. */
    SvgShape strip(List<SvgShape> shapes) {
        SvgShape lowest = shapes.get(first);
        Rectangle2D whole = area(lowest).createUnion(area(shapes.get(end - 1)));
        return new SvgShape(
                "rect",
                new TreeMap<>(
                        Map.of(
                                "x", Double.toString(whole.getX()),
                                "y", Double.toString(whole.getY()),
                                "width", Double.toString(whole.getWidth()),
                                "height", Double.toString(whole.getHeight()))),
                lowest.look(),
                lowest.clip(),
                "");
    }

    /** The gradient that paints it. */
    String gradient(String id, List<SvgShape> light, List<SvgShape> dark, PageInks inks) {
        StringBuilder stops =
                new StringBuilder(
                        "<linearGradient id=\"%s\" x2=\"0\" y1=\"1\" y2=\"0\">".formatted(id));
        int last = end - first - 1;
        for (int i = 0; i < last + EACH; i += EACH) {
            int at = Math.min(i, last);
            stops.append("<stop offset=\"")
                    .append(Math.round(1000. * at / last) / 1000.)
                    .append("\" stop-color=\"")
                    .append(inks.of(colour(light, at), colour(dark, at)))
                    .append("\"/>");
        }
        return stops.append("</linearGradient>").toString();
    }

    private String colour(List<SvgShape> shapes, int at) {
        return shapes.get(first + at).look().getOrDefault("fill", "#000");
    }
}
