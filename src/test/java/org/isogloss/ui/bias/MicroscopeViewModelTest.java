package org.isogloss.ui.bias;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        model.search().set("Q11-");
        assertThat(model.rows().get())
                .extracting(row -> row.question().id())
                .containsExactly("q11-th");
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
        assertThat(lanes.runs()).extracting(RankLanes.Run::distance).containsExactly(10, 30);
        assertThat(lanes.runs().get(0).intruders())
                .extracting(hit -> hit.passageId())
                .isEqualTo(List.of("wrong-3"));
    }

    @Test
    void saysWhyThereIsNothingToLookAt() {
        MicroscopeViewModel model = model(false);

        assertThat(model.rows().get()).isEmpty();
        assertThat(model.runs().state().get()).contains("ranks.csv");
    }
}
