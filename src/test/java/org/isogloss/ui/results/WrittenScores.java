package org.isogloss.ui.results;

import java.util.ArrayList;
import java.util.List;
import org.isogloss.base.JsonFile;
import org.isogloss.batch.SamplingMatrix;
import org.isogloss.corpus.Lang;
import org.isogloss.report.StudyRun;
import org.isogloss.report.StudySnapshot;
import org.isogloss.retrieval.Score;
import org.isogloss.retrieval.ScoreFile;
import org.isogloss.run.Exposure;
import org.isogloss.ui.StudyFixture;

/** What runs keep beside their summaries, of all runs of a study. */
record WrittenScores(StudySnapshot study) {

    /** Scores of a metric: in a pair .2 and in the pool of all .1 more a strategy. */
    void of(String metric) {
        int strategy = 0;
        for (StudyRun run : study.runs()) {
            List<Score> scores = new ArrayList<>();
            for (Lang question : StudyFixture.LANGUAGES) {
                for (int q = 0; q < 3; q++) {
                    String id = question.tag() + q;
                    for (Lang answer : StudyFixture.LANGUAGES) {
                        scores.add(
                                new Score(
                                        id,
                                        "q" + q,
                                        question,
                                        answer.tag(),
                                        metric,
                                        .2 * strategy));
                    }
                    scores.add(new Score(id, "q" + q, question, Score.ALL, metric, .1 * strategy));
                }
            }
            for (String collection : StudyFixture.COLLECTIONS) {
                ScoreFile.write(run.folder().results(collection).scores(), scores.stream());
            }
            strategy++;
        }
    }

    /** That Thai was in every pair trained on, German in half of them, and nothing else. */
    void exposure() {
        for (StudyRun run : study.runs()) {
            JsonFile.write(
                    run.folder().path().resolve("exposure.json"),
                    new Exposure(
                            400,
                            new SamplingMatrix(
                                    List.of(new Lang("de"), new Lang("th")),
                                    List.of(List.of(0.0, .25), List.of(.25, .5)))));
        }
    }
}
