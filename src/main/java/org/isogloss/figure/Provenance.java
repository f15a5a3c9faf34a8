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
 * @param runs the runs the numbers were made by; written into files, not on the picture
 */
public record Provenance(
        String collection,
        String protocol,
        int candidates,
        int questions,
        String seeds,
        String guard,
        List<Source> runs) {
    public static final Provenance UNKNOWN = new Provenance("", "", 0, 0, "", "");

    /**
     * A run that numbers were made by.
     *
     * @param run its study and id, such as {@code world-facts/hybrid-050-nano-1}
     * @param sha256 of its spec.json, which names the SHA-256 of all data and weights
     */
    public record Source(String run, String sha256) {}

    public Provenance {
        runs = List.copyOf(runs);
    }

    /** Numbers whose runs are not told. */
    public Provenance(
            String collection,
            String protocol,
            int candidates,
            int questions,
            String seeds,
            String guard) {
        this(collection, protocol, candidates, questions, seeds, guard, List.of());
    }

    /** The same with the runs the numbers were made by. */
    public Provenance by(List<Source> sources) {
        return new Provenance(collection, protocol, candidates, questions, seeds, guard, sources);
    }

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
