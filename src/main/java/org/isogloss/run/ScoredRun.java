package org.isogloss.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.stats.RunScores;
import org.isogloss.base.BadInputException;
import org.isogloss.retrieval.ScoreFile;

/**
 * What one run scored on one collection, to be compared with another.
 *
 * @param name the run's id, or the path of results that belong to no run
 * @param results where its scores lie
 * @param summary their summary
 */
public record ScoredRun(String name, ResultFolder results, Evaluation summary) {

    /**
     * Opens a run, or a folder of results.
     *
     * @param collection the collection meant; null where there is only one
     * @throws BadInputException if the folder is neither, has no finished results on the
     *     collection, or has several where none is named
     */
    public static ScoredRun open(Path folder, String collection) {
        if (RunFolder.isOne(folder)) {
            return open(RunFolder.open(folder), collection);
        }
        ResultFolder results = new ResultFolder(folder);
        if (!Files.exists(results.scores())) {
            throw BadInputException.in(
                    folder,
                    "is neither a run nor a folder of results: it has no spec.json and no"
                            + " scores.csv");
        }
        ScoredRun run = new ScoredRun(folder.toString(), results, summary(results));
        if (collection != null && !collection.equals(run.summary.collection())) {
            throw BadInputException.in(
                    folder,
                    "holds results on '%s', not on '%s'"
                            .formatted(run.summary.collection(), collection));
        }
        return run;
    }

    /**
     * Opens a run's results on a collection.
     *
     * @throws BadInputException as {@link #open(Path, String)}
     */
    public static ScoredRun open(RunFolder run, String collection) {
        List<String> scored = run.scored();
        if (scored.isEmpty()) {
            throw BadInputException.in(
                    run.path(), "has no scores yet; wait until the run has finished");
        }
        if (collection == null && scored.size() > 1) {
            throw BadInputException.in(
                    run.path(),
                    "is scored on several collections; name one of them with --collection: "
                            + String.join(", ", scored));
        }
        String meant = collection == null ? scored.get(0) : collection;
        if (!scored.contains(meant)) {
            throw BadInputException.in(
                    run.path(),
                    "has no results on '%s', only on %s"
                            .formatted(meant, String.join(", ", scored)));
        }
        ResultFolder results = run.results(meant);
        return new ScoredRun(run.id(), results, summary(results));
    }

    private static Evaluation summary(ResultFolder results) {
        return results.evaluation()
                .orElseThrow(
                        () ->
                                BadInputException.in(
                                        results.path(),
                                        "has no summary.json, so its evaluation did not finish;"
                                                + " start it again"));
    }

    /** Reads the scores and adds them up by question id; an empty set keeps all metrics. */
    public RunScores scores(Set<String> metrics) {
        RunScores scores = new RunScores(name, metrics);
        ScoreFile.read(results.scores(), scores::add);
        return scores;
    }
}
