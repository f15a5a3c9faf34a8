package org.isogloss.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isogloss.analysis.stats.SizeLaw;
import org.isogloss.analysis.stats.SizeTrend;
import org.isogloss.base.BadInputException;
import org.isogloss.figure.MeasureBySize;
import org.isogloss.run.KeptScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizeFiguresTest {
    private static final List<Integer> WIDTHS = List.of(8, 80, 800);

    @TempDir private Path folder;

    @Test
    void fitsALineAndItsLeadOverTheParametersOfTheModels() {
        StudySnapshot study = new SizedStudy(folder, WIDTHS).look();

        assertThat(SizeFigures.possible(study, SizedStudy.COLLECTION)).isTrue();
        SizeFigures figures =
                SizeFigures.of(
                        study,
                        SizedStudy.COLLECTION,
                        SizeFigures.Choice.standard(study),
                        new KeptScores());

        assertThat(figures.choice().axis()).as("of bags").isEqualTo(MeasureBySize.Axis.ALL);
        SizeFigures.Measured map = figures.measures().get(0);
        SizeTrend monolingual = map.trends().strategies().get(0);
        assertThat(monolingual.points())
                .extracting(SizeTrend.Point::size)
                .containsExactly(
                        (double) SizedStudy.parameters(8),
                        (double) SizedStudy.parameters(80),
                        (double) SizedStudy.parameters(800));
        assertThat(monolingual.slope().estimate()).isCloseTo(.1, within(1e-9));
        assertThat(map.trends().leads().get(0).slope().estimate()).isCloseTo(-.05, within(1e-9));
        assertThat(map.sentences())
                .containsExactly(
                        "cross-lingual less monolingual in mAP, multilingual pool: +.100 to .000"
                                + " from the smallest model to the largest, and the gap closes;"
                                + " −.050 [−.050, −.050] with ten times the parameters (p .0010, 3"
                                + " sizes).");
        assertThat(figures.all()).hasSize(10).extracting(f -> f.id()).doesNotHaveDuplicates();
    }

    @Test
    void takesAnotherBaselineAndAnotherAxis() {
        StudySnapshot study = new SizedStudy(folder, WIDTHS).look();

        SizeFigures figures =
                SizeFigures.of(
                        study,
                        SizedStudy.COLLECTION,
                        new SizeFigures.Choice(
                                MeasureBySize.Axis.NON_EMBEDDING,
                                SizeLaw.LINE,
                                "cross-lingual",
                                SizeFigures.MEASURES),
                        new KeptScores());

        assertThat(figures.measures().get(0).trends().strategies().get(0).points())
                .extracting(SizeTrend.Point::size)
                .as("a normalisation's weights and biases")
                .containsExactly(16.0, 160.0, 1600.0);
        assertThat(figures.measures().get(0).trends().leads())
                .extracting(SizeTrend::name)
                .containsExactly("monolingual − cross-lingual");
    }

    @Test
    void backbonesStandInTheStudysOrder() {
        assertThat(new SizedStudy(folder, List.of(8, 800, 80)).look().backbones())
                .containsExactly("d8", "d800", "d80");
        assertThat(new SizedStudy(folder.resolve("b"), List.of(80, 8, 800)).look().backbones())
                .containsExactly("d80", "d8", "d800");
    }

    @Test
    void drawsNoTrendThroughTwoSizes() {
        StudySnapshot study = new SizedStudy(folder, WIDTHS.subList(0, 2)).look();

        assertThat(SizeFigures.possible(study, SizedStudy.COLLECTION)).isFalse();
        assertThatThrownBy(
                        () ->
                                SizeFigures.of(
                                        study,
                                        SizedStudy.COLLECTION,
                                        SizeFigures.Choice.standard(study),
                                        new KeptScores()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("at least 3 sizes");
    }

    @Test
    void fitsOneMeasureByAPowerLawAndSaysWhereItsFloorIsNotTold() {
        StudySnapshot study = new SizedStudy(folder, List.of(8, 80, 800, 8000)).look();

        SizeFigures figures =
                SizeFigures.of(
                        study,
                        SizedStudy.COLLECTION,
                        new SizeFigures.Choice(
                                MeasureBySize.Axis.ALL,
                                SizeLaw.POWER,
                                "",
                                List.of(MacroMeasure.MULTILINGUAL_MAP)),
                        new KeptScores());

        assertThat(figures.measures()).hasSize(1);
        assertThat(figures.measures().get(0).limits())
                .as("scores that rise by a line have no floor below 1; R² as SciPy has it")
                .hasValueSatisfying(
                        limits ->
                                assertThat(limits)
                                        .contains(
                                                "monolingual not identified, the sizes do not tell"
                                                        + " its floor in 100 % of resamples, R²"
                                                        + " .9843;"));
        assertThat(figures.measures().get(0).values().explanation()).contains("(A/N)^a");
    }

    @Test
    void saysWhichModelIsGone() throws IOException {
        StudySnapshot study = new SizedStudy(folder, WIDTHS).look();
        Path model = study.runs().get(0).folder().model();
        Files.delete(model.resolve("config.json"));

        assertThatThrownBy(() -> SizeFigures.axis(study))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(model.toString())
                .hasMessageContaining("is gone, and with it the size of its model");
        assertThat(StudyFigures.of(study, CellMeasure.USUAL).sizeProblems())
                .singleElement()
                .asString()
                .contains("is gone, and with it the size of its model");
    }
}
