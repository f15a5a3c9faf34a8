package org.isogloss.ui.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isogloss.figure.MeasureBySize;
import org.isogloss.report.MacroMeasure;
import org.isogloss.report.SizedStudy;
import org.isogloss.report.StudyWatch;
import org.isogloss.run.KeptScores;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalingViewModelTest {
    @TempDir private Path folder;
    private StudySelection selection;

    private ScalingViewModel model(List<Integer> widths) {
        SizedStudy study = new SizedStudy(folder, widths);
        InlineTasks tasks = new InlineTasks();
        selection = new StudySelection(new StudyWatch(study.shelf(), problem -> {}), tasks);
        ScalingViewModel model = new ScalingViewModel(selection, new KeptScores(), tasks);
        selection.start();
        return model;
    }

    @Test
    void fitsOnceItIsLookedAt() {
        ScalingViewModel model = model(List.of(8, 80, 800));
        assertThat(model.state().get().shown()).isEmpty();

        model.shown();

        assertThat(model.state().get().axis()).contains(MeasureBySize.Axis.ALL);
        assertThat(model.state().get().shown().orElseThrow().measure())
                .isEqualTo(MacroMeasure.MULTILINGUAL_MAP);
        assertThat(model.strategies()).containsExactly("monolingual", "cross-lingual");
        assertThat(String.join(" ", model.command()))
                .isEqualTo(
                        "isogloss scaling "
                                + folder.resolve("sizes")
                                + " --collection unseen-pairs");
    }

    @Test
    void showsAnotherNumberOverAnotherLeadByAnotherSize() {
        ScalingViewModel model = model(List.of(8, 80, 800));
        model.shown();

        model.measure().set(MacroMeasure.RANK_DISTANCE);
        model.baseline().set("cross-lingual");
        model.axis().set(Optional.of(MeasureBySize.Axis.NON_EMBEDDING));

        ScalingViewModel.State state = model.state().get();
        assertThat(state.axis()).contains(MeasureBySize.Axis.NON_EMBEDDING);
        assertThat(state.shown().orElseThrow().sentences().get(0))
                .startsWith("monolingual less cross-lingual in rank distance: ");
        assertThat(model.command())
                .endsWith("--baseline", "cross-lingual", "--axis", "non_embedding");
    }

    @Test
    void saysWhatATrendNeeds() {
        ScalingViewModel model = model(List.of(8, 80));
        model.shown();

        assertThat(model.state().get().shown()).isEmpty();
        assertThat(model.state().get().busy()).isFalse();
        assertThat(model.state().get().said()).contains("backbones of at least 3 sizes");
    }
}
