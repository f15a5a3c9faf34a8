package org.isogloss.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.figure.export.PaperTable;
import org.isogloss.ui.StudyFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedMeansTest {
    @TempDir private Path runs;

    private StrategyScores own(String collection) {
        ExperimentSpec spec = new StudyFixture(runs, List.of(1L)).study().plan().get(2);
        return new StrategyScores(
                spec.strategy(),
                "nano",
                List.of(1L),
                List.of(StudyFixture.evaluation(spec, collection)));
    }

    private static PublishedMeans hybrid(String backbone, String collection) {
        return PublishedMeans.on(collection).stream()
                .filter(one -> one.backbone().equals(backbone) && one.strategy().equals("hybrid"))
                .findFirst()
                .orElseThrow();
    }

    /** Tables 1 and 2 of arXiv 2408.10536 with the decimals of its appendix. */
    @Test
    void hasTheMeansThatThePaperPrints() {
        Map<MacroMeasure, Double> printed =
                Map.of(
                        MacroMeasure.MONOLINGUAL_MAP, .8167,
                        MacroMeasure.CROSS_LINGUAL_MAP, .7672,
                        MacroMeasure.MULTILINGUAL_MAP, .6817,
                        MacroMeasure.MONOLINGUAL_RECALL_1, .7335,
                        MacroMeasure.CROSS_LINGUAL_RECALL_1, .6728,
                        MacroMeasure.MULTILINGUAL_RECALL_10, .5972);
        PublishedMeans labse = hybrid("LaBSE", "XQuAD-R");

        printed.forEach(
                (measure, mean) ->
                        assertThat(labse.of(measure))
                                .as(measure.name())
                                .isEqualTo(mean, Offset.offset(5e-5)));
        assertThat(labse.of(MacroMeasure.RANK_DISTANCE)).isEqualTo(221.1, Offset.offset(.05));
        assertThat(labse.of(MacroMeasure.OWN_LANGUAGE_FIRST)).as("not in the paper").isNaN();
        assertThat(hybrid("XLM-R", "mlqa-r").of(MacroMeasure.RANK_DISTANCE))
                .isEqualTo(227.1, Offset.offset(.05));
    }

    @Test
    void hasSixModelsWhereThePaperHasMeansAndNoneElsewhere() {
        assertThat(PublishedMeans.on("xquad-r")).hasSize(6).isEqualTo(PublishedMeans.on("XQuAD_R"));
        assertThat(PublishedMeans.on("mlqa-r")).hasSize(6);
        assertThat(PublishedMeans.on("miracl-dev")).as("scored by other measures").isEmpty();
        assertThat(PublishedMeans.on("unseen-pairs")).isEmpty();
    }

    @Test
    void saysWhereThereAreNoneAndWhereLanguagesDiffer() {
        assertThat(PublishedMeans.sentence(own("unseen-pairs")))
                .contains("no such means on unseen-pairs", "xquad-r and mlqa-r");
        assertThat(PublishedMeans.sentence(own("xquad-r"))).doesNotContain("not alike");
        assertThat(PublishedMeans.sentence(own("mlqa-r")))
                .contains("over 7 question languages, these over 11: not alike");
    }

    @Test
    void standsBelowOnesOwnMeansInTheTableForAPaper() {
        StudyFixture fixture = new StudyFixture(runs, List.of(1L)).finish(3);
        MacroAverages own = new MacroAverages(List.of(own("xquad-r")), Optional.empty(), List.of());

        PaperTable table =
                own.withPublished()
                        .paper(
                                "means",
                                new StudyWatch(fixture.shelf(), problem -> {}).look("world-facts"));

        assertThat(table.printed().rows()).hasSize(7);
        assertThat(table.printed().rows().get(6))
                .startsWith("paper: LaBSE, hybrid", ".817", ".767", ".682")
                .endsWith("221", "–");
        assertThat(table.provenance().seeds()).contains("arXiv 2408.10536");
    }
}
