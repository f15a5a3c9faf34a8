package org.isogloss.figure.export;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;

/**
 * A figure as a picture in a web page: one drawing for light and dark ground, in tenths of a unit,
 * and what many shapes have in common said once. Text stays text.
 *
 * @param id told from that of every other picture in the page
 * @param inks the page's colours
 */
record PagePicture(String id, FigureSize size, PageInks inks) {
    private static final Pattern MATRIX = Pattern.compile("matrix\\(([^)]*)\\)");

    /** The element. */
    String of(Figure figure) {
        List<SvgShape> light = shapes(figure, ChartStyle.light());
        List<SvgShape> dark = shapes(figure, ChartStyle.dark());
        // a drawing that is another on dark ground keeps the light one, whole and readable
        List<SvgShape> other = alike(light, dark) ? dark : light;
        Map<String, String> clips = new LinkedHashMap<>();
        StringBuilder gradients = new StringBuilder();
        List<SvgGroups.Part> parts = new ArrayList<>();
        for (int i = 0; i < light.size(); i++) {
            SvgRamp ramp = SvgRamp.at(i, light);
            if (ramp.isEmpty()) {
                parts.add(part(light.get(i), other.get(i), clips));
            } else {
                String name = id + "g" + i;
                gradients.append(ramp.gradient(name, light, other, inks));
                SvgShape strip = ramp.strip(light).filled("url(#" + name + ")");
                parts.add(part(strip, strip, clips));
                i = ramp.end() - 1;
            }
        }
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        svg.append(" viewBox=\"0 0 ").append(SvgPath.number(size.width())).append(' ');
        svg.append(SvgPath.number(size.height())).append("\" aria-hidden=\"true\">");
        clips.forEach(
                (path, name) ->
                        svg.append(
                                "<clipPath id=\"%s\"><path d=\"%s\"/></clipPath>"
                                        .formatted(name, path)));
        svg.append(gradients);
        SvgGroups.write(parts, svg);
        return svg.append("</svg>").toString();
    }

    private List<SvgShape> shapes(Figure figure, ChartStyle style) {
        return SvgShape.merged(Svg.drawn(figure, style.titled(false), size));
    }

    /** True if two drawings differ in nothing but colours. */
    static boolean alike(List<SvgShape> one, List<SvgShape> other) {
        return one.size() == other.size()
                && IntStream.range(0, one.size()).allMatch(i -> alike(one.get(i), other.get(i)));
    }

    private static boolean alike(SvgShape one, SvgShape other) {
        return one.element().equals(other.element())
                && one.geometry().equals(other.geometry())
                && one.clip().equals(other.clip())
                && one.text().equals(other.text())
                && painted(one).equals(painted(other));
    }

    private static Map<String, String> painted(SvgShape shape) {
        Map<String, String> look = new TreeMap<>(shape.look());
        look.computeIfPresent("stroke", (name, colour) -> "");
        if (!"none".equals(look.get("fill"))) {
            look.remove("fill");
        }
        return look;
    }

    private SvgGroups.Part part(SvgShape light, SvgShape dark, Map<String, String> clips) {
        Map<String, String> common = new TreeMap<>(light.look());
        Map<String, String> own = new LinkedHashMap<>(geometry(light));
        for (String paint : List.of("fill", "stroke")) {
            String none = paint.equals("fill") ? "#000" : "none";
            String ink =
                    inks.of(
                            light.look().getOrDefault(paint, none),
                            dark.look().getOrDefault(paint, none));
            if (!ink.equals(none)) {
                common.put(paint, ink);
            }
        }
        if (clips(light)) {
            String path = SvgPath.shorter(light.clip());
            String name = clips.computeIfAbsent(path, unseen -> id + "c" + clips.size());
            // what is turned has a clip turned with it, which a group around it would not have
            (light.geometry().containsKey("transform") ? own : common)
                    .put("clip-path", "url(#" + name + ")");
        }
        if (common.containsKey("opacity")) {
            own.put("opacity", common.remove("opacity")); // a group fades as a whole
        }
        return new SvgGroups.Part(light.element(), common, light.idle(), rest(light, own));
    }

    private static String rest(SvgShape shape, Map<String, String> own) {
        String text = FigureFacts.escaped(shape.text());
        boolean spaced = !text.equals(text.strip()) || text.contains("  ");
        return SvgGroups.attributes(own)
                + (text.isEmpty()
                        ? "/>"
                        : (spaced ? " xml:space=\"preserve\">" : ">")
                                + text
                                + "</"
                                + shape.element()
                                + ">");
    }

    /** False where the clip is the whole picture, which ends there anyway. */
    private boolean clips(SvgShape shape) {
        if (shape.clip().isEmpty()) {
            return false;
        }
        Rectangle2D page =
                new Rectangle2D.Double(.01, .01, size.width() - .02, size.height() - .02);
        Matcher matrix = MATRIX.matcher(shape.geometry().getOrDefault("transform", ""));
        AffineTransform turned = new AffineTransform();
        if (matrix.matches()) {
            turned = new AffineTransform(numbers(matrix.group(1)));
        }
        return !turned.createTransformedShape(SvgPath.shape(shape.clip())).contains(page);
    }

    private static double[] numbers(String list) {
        return Arrays.stream(list.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    /** Both ends of a side are rounded, so that cells beside each other stay so. */
    private static Map<String, String> geometry(SvgShape shape) {
        Map<String, String> rounded = new LinkedHashMap<>();
        shape.geometry()
                .forEach(
                        (name, value) -> {
                            switch (name) {
                                case "transform" -> rounded.put(name, value);
                                case "d" -> rounded.put(name, SvgPath.shorter(value));
                                case "points" -> rounded.put(name, value);
                                case "width" -> rounded.put(name, side(shape, "x", value));
                                case "height" -> rounded.put(name, side(shape, "y", value));
                                default ->
                                        rounded.put(
                                                name, SvgPath.number(Double.parseDouble(value)));
                            }
                        });
        return rounded;
    }

    private static String side(SvgShape shape, String from, String length) {
        double start = Double.parseDouble(shape.geometry().getOrDefault(from, "0"));
        double end = start + Double.parseDouble(length);
        return SvgPath.number((Math.round(end * 10) - Math.round(start * 10)) / 10.);
    }
}
