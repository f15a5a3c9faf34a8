package org.isogloss.ui.bias;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.isogloss.analysis.bias.BiasMeasures;
import org.isogloss.report.Measures;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuresViewModelTest {
    @TempDir private Path runs;

    private MeasuresViewModel model(boolean written) {
        RankedStudy study = new RankedStudy(runs, written);
        MeasuresViewModel model = new MeasuresViewModel(study.selection(), new InlineTasks());
        study.selection().start();
        study.selection().collection().set(RankedStudy.COLLECTION);
        assertThat(model.measures().get()).isEqualTo(Measures.NONE); // nobody looks yet
        model.look();
        return model;
    }

    @Test
    void showsEveryMeasureOfEveryStrategy() {
        Measures measures = model(true).measures().get();

        assertThat(measures.problem()).isEmpty();
        assertThat(measures.rows()).hasSize(BiasMeasures.all().size());
        assertThat(measures.rows())
                .allSatisfy(
                        row -> assertThat(row.values()).hasSize(3).allMatch(Optional::isPresent));
        assertThat(measures.rows().get(0).values())
                .extracting(value -> value.orElseThrow().macro().value())
                .satisfies(
                        distances -> assertThat(distances.get(0)).isGreaterThan(distances.get(2)));
    }

    @Test
    void drawsTheChosenMeasureAndTheFirstUnlessOneIsChosen() {
        MeasuresViewModel model = model(true);
        assertThat(model.figure().orElseThrow().id()).isEqualTo("bias-rank-distance");

        model.chosen().set(Optional.of("intruder_1"));

        assertThat(model.figure().orElseThrow().title())
                .isEqualTo("Intruder rate by question language");
        assertThat(model.figure().orElseThrow().series()).hasSize(3);
    }

    @Test
    void warnsInsteadOfANumberWherePeerSaysNothing() {
        Measures.Row peer =
                model(true).measures().get().rows().stream()
                        .filter(row -> row.measure().id().equals("peer"))
                        .findFirst()
                        .orElseThrow();

        assertThat(peer.values().get(0).orElseThrow().macro().value()).isNaN();
        assertThat(peer.warnings()).isNotEmpty();
    }

    @Test
    void saysWhatToDoWhereRunsHaveNoReport() {
        Measures measures = model(false).measures().get();

        assertThat(measures.rows()).isEmpty();
        assertThat(measures.problem()).contains("bias.json").contains("evaluate again");
    }
}
