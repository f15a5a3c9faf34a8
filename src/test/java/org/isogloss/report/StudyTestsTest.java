package org.isogloss.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.isogloss.analysis.stats.Scope;
import org.isogloss.analysis.stats.TiedRanking;
import org.isogloss.batch.LanguagePair;
import org.isogloss.corpus.Lang;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.retrieval.Score;
import org.isogloss.retrieval.ScoreFile;
import org.isogloss.run.KeptScores;
import org.isogloss.run.RunFolder;
import org.isogloss.ui.StudyFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTestsTest {
    private static final String COLLECTION = "unseen-pairs";
    private static final int CLUSTERS = 80;

    @TempDir private Path runs;
    private StudyFixture fixture;

    /** Runs whose second strategy is far better across languages and equal within them. */
    private StudyTests.Question question(boolean written) {
        fixture = new StudyFixture(runs, List.of(1L));
        fixture.finish(2);
        List<StudyTests.Contender> contenders = new ArrayList<>();
        List<ExperimentSpec> plan = fixture.study().plan();
        for (int i = 0; i < 2; i++) {
            RunFolder run = RunFolder.create(fixture.shelf().path(), plan.get(i), Map.of());
            if (written) {
                ScoreFile.write(run.results(COLLECTION).scores(), scores(i).stream());
            }
            contenders.add(
                    new StudyTests.Contender(
                            i == 0 ? "poor" : "good",
                            List.of(run),
                            List.of(StudyFixture.evaluation(plan.get(i), COLLECTION))));
        }
        return new StudyTests.Question(COLLECTION, "poor", CellMeasure.MAP, contenders);
    }

    private static List<Score> scores(int strategy) {
        SplittableRandom random = new SplittableRandom(7);
        List<Score> scores = new ArrayList<>();
        for (int id = 0; id < CLUSTERS; id++) {
            for (String asked : List.of("de", "th")) {
                for (String answered : List.of("de", "th")) {
                    double ease = .3 + .3 * random.nextDouble();
                    double gain = asked.equals(answered) ? 0 : .3 * strategy;
                    scores.add(
                            new Score(
                                    asked + id,
                                    "q" + id,
                                    new Lang(asked),
                                    answered,
                                    "map",
                                    ease + gain));
                }
                double gain = asked.equals("th") ? .4 * strategy : 0;
                scores.add(
                        new Score(
                                asked + id,
                                "q" + id,
                                new Lang(asked),
                                Score.ALL,
                                "recall_10",
                                .3 * random.nextDouble() + gain));
            }
        }
        return scores;
    }

    @Test
    void marksThePairsThatDifferAndNoOthers() {
        StudyTests tests = StudyTests.of(question(true), new KeptScores());

        assertThat(tests.refusal()).isEmpty();
        assertThat(tests.toldApart("good"))
                .containsExactlyInAnyOrder(
                        new LanguagePair(new Lang("de"), new Lang("th")),
                        new LanguagePair(new Lang("th"), new Lang("de")));
        assertThat(tests.cells("good")).hasSize(4);
        assertThat(tests.toldApart("poor")).isEmpty();
    }

    @Test
    void followsTheMeasureChosenAndKeepsTheMeans() {
        StudyTests.Question pairs = question(true);
        StudyTests.Question pool =
                new StudyTests.Question(
                        COLLECTION,
                        "poor",
                        new CellMeasure("recall_10", CellMeasure.Pool.ALL_LANGUAGES),
                        pairs.contenders());
        StudyTests before = StudyTests.of(pairs, new KeptScores());

        StudyTests tests = before.withCells(pool, new KeptScores());

        assertThat(pool.sameMeans(pairs)).isTrue();
        assertThat(tests.ranking()).isEqualTo(before.ranking());
        assertThat(tests.toldApart("good")).isEmpty();
        assertThat(tests.toldApartInPool("good")).containsExactly(new Lang("th"));
        assertThat(tests.cells("good"))
                .extracting(cell -> cell.metric() + " " + cell.cell())
                .containsExactly("recall_10 de-*", "recall_10 th-*");
    }

    @Test
    void setsOnlyWhatIsToldApartInBoldAndTiesAsTies() {
        StudyTests tests = StudyTests.of(question(true), new KeptScores());

        assertThat(tests.row("good", "map", Scope.CROSS_LINGUAL))
                .hasValueSatisfying(row -> assertThat(row.best()).isTrue());
        assertThat(tests.row("good", "map", Scope.MONOLINGUAL))
                .hasValueSatisfying(row -> assertThat(row.best()).isFalse());
        assertThat(tests.ranked("map", Scope.MONOLINGUAL).orElseThrow().rows())
                .extracting(TiedRanking.Row::letters)
                .containsExactly("a", "a");
    }

    @Test
    void saysWhyNothingCouldBeTested() {
        StudyTests tests = StudyTests.of(question(false), new KeptScores());

        assertThat(tests.ranking()).isEmpty();
        assertThat(tests.refusal()).contains("scores.csv");
    }
}
