package org.isogloss.figure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a figure's numbers come from; a part that does not apply is empty or zero and is left out.
 *
 * @param collection the test collection's name
 * @param protocol what is searched, such as {@code multilingual pool}
 * @param candidates passages in the pool
 * @param questions questions for each language
 * @param seeds such as {@code seeds 0–2, mean}
 * @param guard the verdict on overlap of training and test data, such as {@code zero-shot}
 */
public record Provenance(
        String collection,
        String protocol,
        int candidates,
        int questions,
        String seeds,
        String guard) {
    public static final Provenance UNKNOWN = new Provenance("", "", 0, 0, "", "");

    /** All parts in one line. */
    public String line() {
        String pool =
                candidates > 0
                        ? protocol + ", " + Numbers.count(candidates) + " candidates"
                        : protocol;
        String n = questions > 0 ? "n = " + Numbers.count(questions) + " per language" : "";
        return List.of(collection, pool, n, seeds, Numbers.counts(guard)).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
