package org.isogloss.report;

import java.util.HashSet;
import java.util.Set;

/** Names of places in a page and of files, made of texts, no two of which are the same. */
final class Anchors {
    private final Set<String> taken = new HashSet<>();

    /**
     * A text's own name, or with the least number behind it that makes it one.
     *
     * @param otherwise the name of a text without a letter or digit of a plain name's
     */
    String of(String text, String otherwise) {
        String plain = Markup.anchor(text);
        String name = plain.isEmpty() ? otherwise : plain;
        String free = name;
        for (int n = 2; !taken.add(free); n++) {
            free = name + "-" + n;
        }
        return free;
    }
}
