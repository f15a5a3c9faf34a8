package org.isogloss.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Text of a web page: what is opened is closed, and texts and attributes are escaped, so that no
 * name, path or message can become markup. What is written is well-formed XML as well.
 */
final class Markup {
    private static final Set<String> EMPTY = Set.of("meta", "br", "col", "hr", "input");

    // a number with thin spaces must not be broken over two lines
    private static final char THIN_SPACE = '\u2009';
    private static final char UNBREAKABLE = '\u202f';

    private final StringBuilder page = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element.
     *
     * @param attributes names and values by turns; one whose value is empty is left out
     */
    Markup open(String element, String... attributes) {
        page.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                page.append(' ').append(attributes[i]).append("=\"");
                page.append(escaped(attributes[i + 1])).append('"');
            }
        }
        if (EMPTY.contains(element)) {
            page.append("/>");
        } else {
            page.append('>');
            open.push(element);
        }
        return this;
    }

    /** Ends the element begun last. */
    Markup close() {
        page.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element with what is written in it, on lines of its own. */
    Markup block(String element, String attribute, String value, Consumer<Markup> content) {
        page.append('\n');
        open(element, attribute, value);
        content.accept(this);
        close();
        page.append('\n');
        return this;
    }

    /** An element with what is written in it. */
    Markup block(String element, Consumer<Markup> content) {
        return block(element, "class", "", content);
    }

    /** An element that holds a text. */
    Markup line(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** A text as it is to be read. */
    Markup text(String text) {
        page.append(escaped(text));
        return this;
    }

    /** Markup made elsewhere: pictures and the style sheet. */
    Markup trusted(String markup) {
        page.append(markup);
        return this;
    }

    /** A table head of columns. */
    Markup head(String... columns) {
        open("thead").open("tr");
        for (String column : columns) {
            line("th", column, "scope", "col");
        }
        return close().close();
    }

    /** A row whose first cell names it. */
    Markup row(String name, String... cells) {
        open("tr").line("th", name, "scope", "row");
        for (String cell : cells) {
            line("td", cell);
        }
        return close();
    }

    /** The page; every element has been closed. */
    String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return page.toString();
    }

    /** A text as a name of a place in the page. */
    static String anchor(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> safe.append("&amp;");
                                case '<' -> safe.append("&lt;");
                                case '>' -> safe.append("&gt;");
                                case '"' -> safe.append("&quot;");
                                case '\'' -> safe.append("&#39;");
                                case THIN_SPACE -> safe.appendCodePoint(UNBREAKABLE);
                                case '\n', '\t' -> safe.append((char) c);
                                default -> {
                                    if (c >= ' ' && c != 0x7f) {
                                        safe.appendCodePoint(c);
                                    }
                                }
                            }
                        });
        return safe.toString();
    }
}
