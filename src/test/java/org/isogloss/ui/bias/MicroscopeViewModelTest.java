package org.isogloss.ui.bias;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.figure.RankLanes;
import org.isogloss.ui.study.FoundRankings;
import org.isogloss.ui.study.QuestionFocus;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicroscopeViewModelTest {
    @TempDir private Path runs;
    private RankedStudy study;

    private MicroscopeViewModel model(boolean written) {
        study = new RankedStudy(runs, written);
        MicroscopeViewModel model =
                new MicroscopeViewModel(
                        new ComparedRuns(
                                study.selection(),
                                new FoundRankings(PoolPlace.NONE),
                                new InlineTasks()));
        study.selection().start();
        study.selection().collection().set(RankedStudy.COLLECTION);
        assertThat(model.runs().found().get()).isEmpty(); // nobody looks yet
        model.runs().look();
        return model;
    }

    @Test
    void beginsWithHybridAgainstTheFirstStrategy() {
        MicroscopeViewModel model = model(true);

        assertThat(model.runs().strategy().get()).isEqualTo("hybrid α .50");
        assertThat(model.runs().base().get()).isEqualTo("monolingual");
        assertThat(model.rows().get()).hasSize(12 * 11);
        assertThat(model.rows().get().get(0).distance())
                .isLessThan(model.rows().get().get(0).baseDistance());
    }

    @Test
    void keepsToALanguageAndToWhatIsSought() {
        MicroscopeViewModel model = model(true);

        model.lang().set(Optional.of(new Lang("th")));
        assertThat(model.rows().get()).hasSize(12);

        // the words of these questions are nowhere, so their ids stand for them
        model.search().set("Q11_");
        assertThat(model.rows().get())
                .extracting(row -> row.question().id())
                .containsExactly("q11_th");
    }

    @Test
    void drawsTheQuestionThatAllPlacesLookAt() {
        MicroscopeViewModel model = model(true);
        assertThat(model.figure()).isEmpty();

        study.selection()
                .question()
                .set(Optional.of(new QuestionFocus(RankedStudy.COLLECTION, "q3", new Lang("de"))));

        RankLanes lanes = model.figure().orElseThrow();
        assertThat(lanes.runs())
                .extracting(RankLanes.Run::name)
                .containsExactly("hybrid α .50", "monolingual");
        assertThat(lanes.runs()).extracting(RankLanes.Run::distance).containsExactly(10.0, 30.0);
        assertThat(lanes.runs().get(0).intruders())
                .extracting(hit -> hit.passageId())
                .isEqualTo(List.of("de_q4"));
    }

    @Test
    void beginsWithTheMedianOverSeedsAndLooksAtOneWhenAsked() {
        study = new RankedStudy(runs, true, List.of(1L, 2L, 3L));
        MicroscopeViewModel model =
                new MicroscopeViewModel(
                        new ComparedRuns(
                                study.selection(),
                                new FoundRankings(PoolPlace.NONE),
                                new InlineTasks()));
        study.selection().start();
        study.selection().collection().set(RankedStudy.COLLECTION);
        model.runs().look();
        study.selection()
                .question()
                .set(Optional.of(new QuestionFocus(RankedStudy.COLLECTION, "q3", new Lang("de"))));

        assertThat(model.runs().seeds()).containsExactly("median", "1", "2", "3");
        RankLanes lanes = model.figure().orElseThrow();
        assertThat(lanes.runs()).extracting(RankLanes.Run::distance).containsExactly(12.0, 32.0);
        assertThat(lanes.provenance().seeds()).isEqualTo("median of 3 seeds");
        assertThat(lanes.explanation())
                .contains("hybrid α .50 median 12 of 3 seeds, 10 to 20", "median over seeds");
        assertThat(lanes.runs()).allMatch(run -> run.intruders().isEmpty());
        assertThat(model.rows().get())
                .filteredOn(row -> row.question().lang().equals(new Lang("de")))
                .extracting(
                        MicroscopeViewModel.Row::distance, MicroscopeViewModel.Row::baseDistance)
                .containsOnly(Assertions.tuple(12, 32));
        assertThat(
                        model.runs()
                                .found()
                                .get()
                                .orElseThrow()
                                .shift()
                                .orElseThrow()
                                .after()
                                .distances())
                .hasSize(12 * 11)
                .contains(12)
                .doesNotContain(20);

        model.runs().seed().set("3");

        RankLanes third = model.figure().orElseThrow();
        assertThat(third.runs()).extracting(RankLanes.Run::distance).containsExactly(20.0, 40.0);
        assertThat(third.provenance().seeds()).isEqualTo("seed 3");
        assertThat(third.runs().get(0).intruders()).isNotEmpty();
    }

    @Test
    void saysWhyThereIsNothingToLookAt() {
        MicroscopeViewModel model = model(false);

        assertThat(model.rows().get()).isEmpty();
        assertThat(model.runs().state().get()).contains("ranks.csv");
    }
}
