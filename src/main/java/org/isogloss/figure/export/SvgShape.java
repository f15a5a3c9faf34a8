package org.isogloss.figure.export;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/**
 * One shape or text of a picture with all that holds of it, whatever groups it stood in.
 *
 * @param element its kind
 * @param geometry what its form is, by attribute
 * @param look how it is painted, by attribute; what is SVG's default is left out
 * @param clip the path data of what cuts it off; empty if nothing does
 * @param text what it says; empty of shapes
 */
record SvgShape(
        String element,
        Map<String, String> geometry,
        Map<String, String> look,
        String clip,
        String text) {
    private static final Set<String> GEOMETRY =
            Set.of(
                    "x",
                    "y",
                    "width",
                    "height",
                    "x1",
                    "y1",
                    "x2",
                    "y2",
                    "cx",
                    "cy",
                    "r",
                    "rx",
                    "ry",
                    "d",
                    "points",
                    "transform");
    // what SVG takes where nothing is said, in an order that is the same on every machine
    private static final SortedMap<String, String> DEFAULTS =
            Collections.unmodifiableSortedMap(
                    new TreeMap<>(
                            Map.ofEntries(
                                    Map.entry("fill", "#000"),
                                    Map.entry("fill-opacity", "1"),
                                    Map.entry("stroke", "none"),
                                    Map.entry("stroke-opacity", "1"),
                                    Map.entry("stroke-width", "1"),
                                    Map.entry("stroke-dasharray", "none"),
                                    Map.entry("stroke-dashoffset", "0"),
                                    Map.entry("stroke-linecap", "butt"),
                                    Map.entry("stroke-linejoin", "miter"),
                                    Map.entry("stroke-miterlimit", "4"),
                                    Map.entry("opacity", "1"),
                                    Map.entry("font-family", ""),
                                    Map.entry("font-size", ""),
                                    Map.entry("font-style", "normal"),
                                    Map.entry("font-weight", "normal"))));
    private static final Pattern RGB = Pattern.compile("rgb\\((\\d+), ?(\\d+), ?(\\d+)\\)");
    private static final Map<String, String> NAMED = Map.of("black", "#000", "white", "#fff");
    private static final Pattern REFERENCE = Pattern.compile("url\\(#(.*)\\)");

    /** All shapes below an element in the order they are painted. */
    static List<SvgShape> of(Element root) {
        Map<String, String> clips = new LinkedHashMap<>();
        NodeList paths = root.getElementsByTagNameNS("*", "clipPath");
        for (int i = 0; i < paths.getLength(); i++) {
            Element clip = (Element) paths.item(i);
            clips.put(clip.getAttribute("id"), ((Element) clip.getFirstChild()).getAttribute("d"));
        }
        List<SvgShape> shapes = new ArrayList<>();
        collect(root, Map.of(), clips, shapes);
        return shapes;
    }

    private static void collect(
            Element element,
            Map<String, String> inherited,
            Map<String, String> clips,
            List<SvgShape> shapes) {
        if (element.getTagName().equals("defs")) {
            return;
        }
        Map<String, String> all = new LinkedHashMap<>(inherited);
        NamedNodeMap own = element.getAttributes();
        for (int i = 0; i < own.getLength(); i++) {
            all.put(own.item(i).getNodeName(), own.item(i).getNodeValue());
        }
        if (Set.of("svg", "g").contains(element.getTagName())) {
            NodeList children = element.getChildNodes();
            for (int i = 0; i < children.getLength(); i++) {
                if (children.item(i) instanceof Element child) {
                    collect(child, all, clips, shapes);
                }
            }
        } else {
            shapes.add(shape(element, all, clips));
        }
    }

    /** The same, where a shape that is filled and then outlined is one. */
    static List<SvgShape> merged(Element root) {
        List<SvgShape> merged = new ArrayList<>();
        for (SvgShape shape : of(root)) {
            int last = merged.size() - 1;
            if (last >= 0 && shape.outlines(merged.get(last))) {
                Map<String, String> look = new TreeMap<>(shape.look);
                look.remove("fill");
                look.putAll(merged.get(last).look);
                merged.set(
                        last,
                        new SvgShape(shape.element, shape.geometry, look, shape.clip, shape.text));
            } else if (!shape.invisible()) {
                merged.add(shape);
            }
        }
        return merged;
    }

    /** The same in another colour or gradient. */
    SvgShape filled(String paint) {
        Map<String, String> other = new TreeMap<>(look);
        other.put("fill", paint);
        return new SvgShape(element, geometry, other, clip, text);
    }

    private boolean outlines(SvgShape filled) {
        return element.equals(filled.element)
                && geometry.equals(filled.geometry)
                && clip.equals(filled.clip)
                && text.isEmpty()
                && "none".equals(look.get("fill"))
                && !"none".equals(filled.look.get("fill"))
                && !filled.look.containsKey("stroke")
                && !look.containsKey("opacity")
                && !filled.look.containsKey("opacity");
    }

    private boolean invisible() {
        return "none".equals(look.get("fill")) && !look.containsKey("stroke");
    }

    /** The attributes that change nothing of it. */
    Set<String> idle() {
        boolean stroked = look.containsKey("stroke");
        return DEFAULTS.keySet().stream()
                .filter(name -> idle(element, name, stroked))
                .collect(Collectors.toSet());
    }

    private static boolean idle(String element, String attribute, boolean stroked) {
        return attribute.startsWith("stroke-")
                ? !stroked
                : attribute.startsWith("font-")
                        ? !element.equals("text")
                        : attribute.startsWith("fill") && element.equals("line");
    }

    private static SvgShape shape(
            Element element, Map<String, String> all, Map<String, String> clips) {
        Map<String, String> geometry = new LinkedHashMap<>();
        all.forEach(
                (name, value) -> {
                    if (GEOMETRY.contains(name)) {
                        geometry.put(name, value);
                    }
                });
        boolean stroked = !all.getOrDefault("stroke", "none").equals("none");
        Map<String, String> look = new LinkedHashMap<>();
        DEFAULTS.forEach(
                (name, usual) -> {
                    String value = colour(all.getOrDefault(name, usual));
                    if (!idle(element.getTagName(), name, stroked) && !value.equals(usual)) {
                        look.put(name, value);
                    }
                });
        Matcher clip = REFERENCE.matcher(all.getOrDefault("clip-path", ""));
        return new SvgShape(
                element.getTagName(),
                geometry,
                look,
                clip.matches() ? clips.get(clip.group(1)) : "",
                element.getTextContent());
    }

    private static String colour(String value) {
        Matcher rgb = RGB.matcher(value);
        if (!rgb.matches()) {
            return NAMED.getOrDefault(value, value);
        }
        Color colour =
                new Color(
                        Integer.parseInt(rgb.group(1)),
                        Integer.parseInt(rgb.group(2)),
                        Integer.parseInt(rgb.group(3)));
        String hex = Integer.toHexString((colour.getRGB() & 0xffffff) | 0x1000000).substring(1);
        return "#" + hex.replaceFirst("^(.)\\1(.)\\2(.)\\3$", "$1$2$3");
    }
}
