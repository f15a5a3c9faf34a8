package org.isogloss.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
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
 * collections. What its backbone learnt from in {@linkplain EarlierTraining earlier runs} counts as
 * trained on; what it learnt elsewhere is not known to the guard.
 *
 * @param report what was found in the data that are trained on, or were before
 * @param validation what was found in the data that choose the best checkpoint; null where there
 *     are none, and in runs made before they were checked
 * @param leftOut for each training set, the ids of its items that are not trained on because they
 *     overlap; empty lists unless the recipe asks for it
 * @param lost names of data that the backbone learnt from before and that could not be compared,
 *     because they are gone, have changed or cannot be read
 */
public record ZeroShot(
        OverlapReport report,
        OverlapReport validation,
        List<List<String>> leftOut,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> lost) {
    public ZeroShot {
        leftOut = leftOut.stream().map(List::copyOf).toList();
        lost = lost == null ? List.of() : List.copyOf(lost);
    }

    /**
     * Checks, leaves out what overlaps if asked to, and then checks again what is left. What the
     * backbone learnt from before can no longer be left out.
     *
     * @throws BadInputException if a training set overlaps altogether and should be left out
     */
    static ZeroShot of(
            List<ParallelCorpus> training,
            List<ParallelCorpus> validation,
            EarlierTraining.Texts before,
            List<TestCollection> evaluation,
            boolean exclude,
            Progress progress,
            Cancellation stop) {
        OverlapCheck check = new OverlapCheck();
        OverlapReport report =
                check.between(joined(training, before.training()), evaluation, progress, stop);
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
        List<ParallelCorpus> chosenBy = joined(validation, before.validation());
        OverlapReport choosing =
                chosenBy.isEmpty() ? null : check.between(chosenBy, evaluation, progress, stop);
        ZeroShot checked = new ZeroShot(report, choosing, leftOut, before.lost());
        return checked.leftOutItems() == 0
                ? checked
                : new ZeroShot(
                        check.between(
                                joined(checked.kept(training), before.training()),
                                evaluation,
                                progress,
                                stop),
                        choosing,
                        leftOut,
                        before.lost());
    }

    private static List<ParallelCorpus> joined(
            List<ParallelCorpus> own, List<ParallelCorpus> before) {
        return Stream.concat(own.stream(), before.stream()).toList();
    }

    /** The training sets without what is left out. */
    List<ParallelCorpus> kept(List<ParallelCorpus> training) {
        List<ParallelCorpus> kept = new ArrayList<>();
        for (int i = 0; i < training.size(); i++) {
            kept.add(kept(i, training.get(i)));
        }
        return kept;
    }

    /** A training set, told by its place from 0, without what is left out of it. */
    ParallelCorpus kept(int at, ParallelCorpus training) {
        return leftOut.get(at).isEmpty() ? training : training.without(Set.copyOf(leftOut.get(at)));
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
        return verdict + chosenOn(collection) + notCompared();
    }

    private String notCompared() {
        return lost.isEmpty()
                ? ""
                : "; not compared, because gone or changed since the backbone learnt from it: "
                        + String.join(", ", lost);
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
