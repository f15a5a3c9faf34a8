package org.isogloss.ui.bias;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.figure.TopTenOwnership;
import org.isogloss.report.StudyWatch;
import org.isogloss.ui.StudyFixture;
import org.isogloss.ui.study.FoundRankings;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BiasViewModelTest {
    @TempDir private Path runs;

    private BiasViewModel model(int finished) {
        StudyFixture fixture = new StudyFixture(runs, List.of(1L)).finish(finished);
        StudySelection selection =
                new StudySelection(
                        new StudyWatch(fixture.shelf(), problem -> {}), new InlineTasks());
        BiasViewModel model =
                new BiasViewModel(
                        selection,
                        new FoundRankings(PoolPlace.NONE),
                        new InlineTasks(),
                        (runs, collection) -> {
                            throw new AssertionError("nothing is measured here");
                        });
        selection.start();
        return model;
    }

    @Test
    void showsEveryStrategyAndLanguage() {
        BiasViewModel.Bias bias = model(3).shown().get().orElseThrow();

        assertThat(bias.rankDistance().series()).hasSize(3);
        assertThat(bias.ownership().panels()).hasSize(3);
        assertThat(bias.ownLanguage())
                .extracting(BiasViewModel.OwnLanguage::language)
                .isEqualTo(StudyFixture.LANGUAGES);
        assertThat(List.of(bias.rankDistance().subtitle(), bias.ownership().subtitle()))
                .allMatch(line -> line.contains("zero-shot: no overlap"));
        assertThat(bias.ownLanguage().get(0).shares()).hasSize(3).doesNotContainNull();
    }

    @Test
    void showsWhatIsThereWhileOthersTrain() {
        BiasViewModel.Bias bias = model(1).shown().get().orElseThrow();

        assertThat(bias.ownership().panels())
                .extracting(TopTenOwnership.Panel::run)
                .containsExactly("monolingual");
    }

    @Test
    void showsNothingBeforeTheFirstRunIsScored() {
        assertThat(model(0).shown().get()).isEmpty();
    }
}
