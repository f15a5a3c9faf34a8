package org.isogloss.experiment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.isogloss.base.BadInputException;

/** Copies of lists and maps from a file, none of whose values is null. */
final class Complete {
    private Complete() {}

    /** A list; an absent one is empty. */
    static <T> List<T> list(List<T> list, String what) {
        if (list == null) {
            return List.of();
        }
        if (list.stream().anyMatch(Objects::isNull)) {
            throw new BadInputException("one of the " + what + " is null; give it or leave it out");
        }
        return List.copyOf(list);
    }

    /** Numbers by id, in the order of their ids; an absent map is empty. */
    static Map<String, Double> numbers(Map<String, Double> numbers) {
        Map<String, Double> complete = new TreeMap<>(numbers == null ? Map.of() : numbers);
        complete.forEach(
                (id, value) -> {
                    if (value == null || !Double.isFinite(value)) {
                        throw new BadInputException(
                                "'"
                                        + id
                                        + "' is "
                                        + value
                                        + "; give a number, or leave it out for its standard value");
                    }
                });
        return Collections.unmodifiableMap(complete);
    }
}
