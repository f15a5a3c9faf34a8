package org.isogloss.analysis.stats;

import java.util.List;
import java.util.stream.Stream;

/** What the number of seeds lets one say, in sentences. */
final class Seeds {
    private Seeds() {}

    static List<String> notes(Side a, Side b) {
        int ofA = a.runs().size();
        int ofB = b.runs().size();
        if (ofA == 1 && ofB == 1) {
            return List.of(
                    "one run a side: the test speaks of these two models, not of how they were"
                            + " trained; how much the numbers vary with the seed is not known");
        }
        return Stream.concat(
                        Stream.of(
                                ("%d and %d runs: intervals and p count both which questions were"
                                                + " asked and which seeds were run")
                                        .formatted(ofA, ofB)),
                        Stream.of(a, b)
                                .filter(side -> side.runs().size() == 1)
                                .map(
                                        side ->
                                                side.name()
                                                        + " has one run: how its numbers vary with"
                                                        + " the seed is not known and not counted"))
                .toList();
    }
}
