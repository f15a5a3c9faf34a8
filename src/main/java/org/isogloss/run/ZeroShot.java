package org.isogloss.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.overlap.OverlapCheck;
import org.isogloss.corpus.overlap.OverlapReport;
import org.isogloss.corpus.overlap.OverlapVerdict;

/**
 * The zero-shot guard of a run: what its training data, as trained on, have in common with its test
 * collections. What the backbone was trained on before is not known to it.
 *
 * @param report what was found in the data that are trained on
 * @param validation what was found in the data that choose the best checkpoint; null where there
 *     are none, and in runs made before they were checked
 * @param leftOut for each training set, the ids of its items that are not trained on because they
 *     overlap; empty lists unless the recipe asks for it
 */
public record ZeroShot(OverlapReport report, OverlapReport validation, List<List<String>> leftOut) {
    public ZeroShot {
        leftOut = leftOut.stream().map(List::copyOf).toList();
    }

    /**
     * Checks, leaves out what overlaps if asked to, and then checks again what is left.
     *
     * @throws BadInputException if a training set overlaps altogether and should be left out
     */
    static ZeroShot of(
            List<ParallelCorpus> training,
            List<ParallelCorpus> validation,
            List<TestCollection> evaluation,
            boolean exclude,
            Progress progress,
            Cancellation stop) {
        OverlapCheck check = new OverlapCheck();
        OverlapReport report = check.between(training, evaluation, progress, stop);
        List<List<String>> leftOut = new ArrayList<>();
        for (int i = 0; i < training.size(); i++) {
            List<String> ids =
                    exclude ? report.overlapping(i).stream().sorted().toList() : List.of();
            if (!ids.isEmpty() && ids.size() == training.get(i).items().size()) {
                throw new BadInputException(
                        "every item of '"
                                + training.get(i).name()
                                + "' overlaps with a test collection, so that nothing is left to"
                                + " train on; choose other data or set excludeOverlap to false");
            }
            leftOut.add(ids);
        }
        OverlapReport choosing =
                validation.isEmpty() ? null : check.between(validation, evaluation, progress, stop);
        ZeroShot checked = new ZeroShot(report, choosing, leftOut);
        return checked.leftOutItems() == 0
                ? checked
                : new ZeroShot(
                        check.between(checked.kept(training), evaluation, progress, stop),
                        choosing,
                        leftOut);
    }

    /** The training sets without what is left out. */
    List<ParallelCorpus> kept(List<ParallelCorpus> training) {
        List<ParallelCorpus> kept = new ArrayList<>();
        for (int i = 0; i < training.size(); i++) {
            kept.add(
                    leftOut.get(i).isEmpty()
                            ? training.get(i)
                            : training.get(i).without(Set.copyOf(leftOut.get(i))));
        }
        return kept;
    }

    /** How many items are left out of all training sets. */
    public int leftOutItems() {
        return leftOut.stream().mapToInt(List::size).sum();
    }

    /** The verdict on a test collection, in a sentence. */
    public String sentence(String collection) {
        String verdict = report.verdict(collection).sentence();
        if (leftOutItems() > 0) {
            verdict += "; overlapping training items left out: " + leftOutItems();
        }
        return verdict + chosenOn(collection);
    }

    /** Names only texts that are the collection's own: what is alike does not choose a model. */
    private String chosenOn(String collection) {
        if (validation == null) {
            return "";
        }
        OverlapVerdict verdict = validation.verdict(collection);
        return verdict.outcome() == OverlapVerdict.Outcome.OVERLAP
                ? String.format(
                        Locale.ROOT,
                        "; validation data hold %,d of its questions and %,d of its passages",
                        verdict.questions(),
                        verdict.passages())
                : "";
    }
}
