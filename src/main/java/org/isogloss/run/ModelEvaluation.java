package org.isogloss.run;

import java.util.List;
import java.util.Optional;
import org.isogloss.analysis.Evaluation;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.encoder.DotProducts;
import org.isogloss.encoder.Encoder;
import org.isogloss.encoder.Side;
import org.isogloss.encoder.Vectors;
import org.isogloss.retrieval.ExactSearch;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Score;
import org.isogloss.retrieval.ScoreFile;
import org.isogloss.retrieval.Scoring;
import org.isogloss.retrieval.TrecRun;

/**
 * The second half of the straight line: a model and a test collection become vectors, rankings,
 * scores and their summary.
 *
 * @param encoder the model
 * @param context whether a candidate is encoded together with its paragraph
 */
public record ModelEvaluation(Encoder encoder, boolean context) {
    /** Hits kept of each question's ranking. */
    private static final int DEPTH = 20;

    /** Scores the model, and writes the results where a folder is given. */
    public Evaluation of(
            TestCollection collection,
            Optional<ResultFolder> out,
            Progress progress,
            Cancellation stop) {
        ExactSearch search = new ExactSearch(collection);
        List<String> asked = search.questions().stream().map(Question::text).toList();
        List<String> offered = search.passages().stream().map(p -> p.encoded(context)).toList();
        Vectors questions = encoder.encode(Side.QUESTION, asked, progress, stop); // [Q, E]
        Vectors passages = encoder.encode(Side.PASSAGE, offered, progress, stop); // [N, E]
        List<Ranking> rankings;
        try (DotProducts products = new DotProducts(questions, passages)) {
            rankings = search.rank(products, DEPTH, progress, stop);
        }
        Scoring scoring = new Scoring(collection.answerLanguages());
        List<Score> scores = rankings.stream().flatMap(r -> scoring.of(r).stream()).toList();
        Evaluation evaluation = Evaluation.of(collection, scores);
        out.ifPresent(
                folder -> {
                    progress.at("writing results", 0, 0);
                    TrecRun.write(folder.ranking(), rankings, "isogloss");
                    ScoreFile.write(folder.scores(), scores.stream());
                    JsonFile.write(folder.summary(), evaluation);
                });
        return evaluation;
    }
}
