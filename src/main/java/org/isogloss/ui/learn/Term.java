package org.isogloss.ui.learn;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A word of the field.
 *
 * @param meaning what it means, in a sentence or two
 * @param formula its formula, if it has one
 * @param source the paper it is from, or that it is ours
 */
record Term(String name, String meaning, Optional<String> formula, String source) {
    /** Whether every word of a query stands in its name or its meaning, in capitals or not. */
    boolean matches(String query) {
        String text = (name + " " + meaning).toLowerCase(Locale.ROOT);
        return query.toLowerCase(Locale.ROOT)
                .strip()
                .lines()
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .allMatch(text::contains);
    }
}
