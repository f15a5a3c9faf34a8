package org.isogloss.analysis.stats;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.isogloss.base.BadInputException;

/** Refuses to pair runs that did not answer the same questions. */
final class SameQuestions {
    private static final int NAMED = 3;

    private SameQuestions() {}

    /**
     * @throws BadInputException naming what only one of the runs has
     */
    static void check(List<RunScores> runs, Set<String> metrics) {
        RunScores first = runs.get(0);
        for (RunScores run : runs) {
            compare(first, run, "questions", first.questions(), run.questions());
            compare(first, run, "parallel ids", first.clusters(), run.clusters());
            for (String metric : metrics) {
                compare(
                        first,
                        run,
                        "language pairs of " + metric,
                        names(first.cells(metric)),
                        names(run.cells(metric)));
            }
        }
    }

    /** Says that two runs have different numbers of scores where they should have as many. */
    static BadInputException uneven(RunScores first, RunScores run, Quantity quantity) {
        return new BadInputException(
                "%s and %s have not the same number of scores of %s for every question; score both"
                                .formatted(first.name(), run.name(), quantity)
                        + " on the same judgments");
    }

    private static void compare(
            RunScores first, RunScores run, String what, Set<String> here, Set<String> there) {
        if (!here.equals(there)) {
            throw new BadInputException(
                    "%s and %s do not have the same %s, so they cannot be paired: %s; %s; score both"
                                    .formatted(
                                            first.name(),
                                            run.name(),
                                            what,
                                            only(first, here, there),
                                            only(run, there, here))
                            + " on the same collection");
        }
    }

    private static String only(RunScores run, Set<String> its, Set<String> others) {
        Set<String> only = new TreeSet<>(its);
        only.removeAll(others);
        String some = String.join(", ", only.stream().limit(NAMED).toList());
        return only.isEmpty()
                ? run.name() + " has none of its own"
                : "only %s has %s%s (%d)"
                        .formatted(run.name(), some, only.size() > NAMED ? ", …" : "", only.size());
    }

    private static Set<String> names(Set<Cell> cells) {
        Set<String> names = new TreeSet<>();
        cells.forEach(cell -> names.add(cell.toString()));
        return names;
    }
}
