package org.isogloss.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.LimitTests;
import org.isogloss.analysis.Macro;
import org.isogloss.analysis.MacroIntervals;
import org.isogloss.analysis.bias.BiasOptions;
import org.isogloss.analysis.bias.BiasReport;
import org.isogloss.analysis.bias.RankTable;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.Score;
import org.isogloss.retrieval.ScoreFile;
import org.isogloss.retrieval.Scoring;

/**
 * Every number that follows from what a search found. No model is needed: rankings that were stored
 * give the same numbers, to the byte, as the search that stored them.
 */
public final class Results {
    private final Rankings rankings;
    private final List<Score> scores;
    private final Evaluation evaluation;

    /**
     * Computes scores and their summary.
     *
     * @param collection the collection's name
     * @param questions how many questions it has, those without relevant passages too
     * @param zeroShot the verdict on overlap with what the model was trained on, in a sentence
     * @param rankings what the search found
     */
    public Results(String collection, int questions, String zeroShot, Rankings rankings) {
        this.rankings = rankings;
        scores = scores(rankings);
        evaluation =
                Evaluation.of(collection, questions, rankings.pool(), scores)
                        .withZeroShot(zeroShot)
                        .withIntervals(MacroIntervals.of(collection, scores));
    }

    private static List<Score> scores(Rankings rankings) {
        // Languages stand in the order of their tags, as they are read back from ranks.csv.
        Scoring scoring = new Scoring(List.copyOf(rankings.candidates().keySet()));
        return rankings.questions().stream().flatMap(r -> scoring.of(r).stream()).toList();
    }

    /** The means over languages alone, without intervals and files. */
    static Macro macro(String collection, Rankings rankings) {
        return Evaluation.of(
                        collection, rankings.questions().size(), rankings.pool(), scores(rankings))
                .macro();
    }

    /**
     * Computes the numbers of stored rankings anew. What cannot be computed from them, the
     * collection's name, its number of questions and the verdict on overlap, is kept from the
     * summary there is.
     *
     * @throws BadInputException if the folder lacks its summary or is older than ranks.csv, or its
     *     files do not belong together
     */
    public static Results read(ResultFolder folder) {
        Evaluation before =
                folder.evaluation()
                        .orElseThrow(
                                () ->
                                        BadInputException.in(
                                                folder.path(),
                                                "has no summary.json, so that it is no folder of"
                                                        + " results or its evaluation did not"
                                                        + " finish"));
        for (Path file : List.of(folder.ranks(), folder.languages(), folder.ranking())) {
            if (!Files.exists(file)) {
                throw BadInputException.in(
                        folder.path(),
                        "has no %s, so that it was scored before ranks were kept; score the model anew"
                                .formatted(file.getFileName()));
            }
        }
        Rankings rankings = folder.rankings().orElseThrow();
        int fewest = Math.min(Scoring.SHARE_CUTOFF, rankings.pool());
        for (Ranking ranking : rankings.questions()) {
            if (ranking.hits().size() < fewest) {
                throw BadInputException.in(
                        folder.ranking(),
                        "has %d hits of question '%s', but scores are made of at least %d; score the model anew"
                                .formatted(ranking.hits().size(), ranking.question().id(), fewest));
            }
        }
        return new Results(before.collection(), before.questions(), before.zeroShot(), rankings);
    }

    /** The summary. */
    public Evaluation evaluation() {
        return evaluation;
    }

    /** Writes all that follows from the rankings, the summary last. */
    public void write(ResultFolder folder) {
        BiasReport bias =
                BiasReport.of(
                        evaluation.collection(), new RankTable(rankings), BiasOptions.STANDARD);
        JsonFile.write(folder.bias(), bias);
        JsonFile.write(folder.limits(), LimitTests.of(rankings.questions()));
        ScoreFile.write(folder.scores(), scores.stream());
        JsonFile.write(folder.summary(), evaluation);
    }
}
