package org.isogloss.figure.export;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The colours of a web page's pictures that are others on dark ground than on light. Each has a
 * name which pictures use, and the page's style sheet says what it is.
 */
public final class PageInks {
    private final Map<Inked, String> names = new LinkedHashMap<>();

    private record Inked(String light, String dark) {}

    /** A colour as an attribute names it, both being CSS colours. */
    String of(String light, String dark) {
        return light.equals(dark)
                ? light
                : "var("
                        + names.computeIfAbsent(
                                new Inked(light, dark), unseen -> "--c" + names.size())
                        + ")";
    }

    /** What the names stand for: rules of a style sheet; print is on light ground. */
    public String css() {
        StringBuilder light = new StringBuilder();
        StringBuilder dark = new StringBuilder();
        names.forEach(
                (ink, name) -> {
                    light.append(name).append(':').append(ink.light).append(';');
                    dark.append(name).append(':').append(ink.dark).append(';');
                });
        return names.isEmpty()
                ? ""
                : ":root{%s}\n@media screen and (prefers-color-scheme:dark){:root{%s}}\n"
                        .formatted(light, dark);
    }
}
