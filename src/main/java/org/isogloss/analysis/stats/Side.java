package org.isogloss.analysis.stats;

import java.util.List;

/**
 * One side of a comparison: a run, or the runs of one setting with several seeds.
 *
 * @param name what it is called
 * @param runs its runs
 * @param zeroShot what is known of overlap between their training data and the collection, in
 *     sentences; as a rule one
 */
public record Side(String name, List<String> runs, List<String> zeroShot) {
    public Side {
        runs = List.copyOf(runs);
        zeroShot = List.copyOf(zeroShot);
    }
}
