package org.isogloss.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.isogloss.cli.IsoglossCommand;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.figure.Figure;
import org.isogloss.report.CellMeasure;
import org.isogloss.report.LanguageOrder;
import org.isogloss.report.SizedStudy;
import org.isogloss.report.StudyWatch;
import org.isogloss.run.KeptScores;
import org.isogloss.run.RunShelf;
import org.isogloss.ui.StudyFixture;
import org.isogloss.ui.study.FoundRankings;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTwinTest {
    @TempDir private Path runs;

    private ResultsViewModel model(RunShelf shelf) {
        StudySelection selection =
                new StudySelection(new StudyWatch(shelf, problem -> {}), new InlineTasks());
        ResultsViewModel model =
                new ResultsViewModel(
                        selection,
                        new FoundRankings(PoolPlace.NONE),
                        new KeptScores(),
                        PoolPlace.NONE,
                        new InlineTasks());
        selection.start();
        return model;
    }

    @Test
    void namesOnlyWhatIsNotTheCommandsOwnChoice() {
        ResultsViewModel model = model(new StudyFixture(runs, List.of(1L)).finish(3).shelf());
        CommandTwin twin = new CommandTwin(model);
        String plain = "isogloss heatmaps " + runs.resolve("world-facts");
        assertThat(twin.heatmaps().get()).isEqualTo(plain);

        model.sideBySide().set(false);
        model.selection().collection().set("unseen-countries");
        model.measure().set(new CellMeasure("map", CellMeasure.Pool.ALL_LANGUAGES));
        model.baseline().set("hybrid α .50");
        model.order().set(LanguageOrder.FAMILY);

        assertThat(twin.heatmaps().get())
                .isEqualTo(
                        plain
                                + " --collection unseen-countries --pool all_languages"
                                + " --baseline \"hybrid α .50\" --order family");
    }

    @Test
    void isEmptyWhileNothingWasScored() {
        ResultsViewModel model = model(new StudyFixture(runs, List.of(1L)).finish(0).shelf());

        assertThat(new CommandTwin(model).heatmaps().get()).isEmpty();
    }

    @Test
    void aTerminalPrintsEveryFigureThatIsSeen() {
        ResultsViewModel model = model(new SizedStudy(runs, List.of(8, 16)).shelf());
        CommandTwin twin = new CommandTwin(model);
        assertThat(inATerminal(twin.heatmaps().get())).contains(titles(model));

        model.selection().backbone().set(model.selection().backbones().get(1));
        model.baseline().set("cross-lingual");
        model.order().set(LanguageOrder.SCORE);
        assertThat(twin.heatmaps().get())
                .endsWith(
                        "--backbone "
                                + model.selection().backbone().get()
                                + " --baseline cross-lingual --order score");
        assertThat(inATerminal(twin.heatmaps().get())).contains(titles(model));

        model.sideBySide().set(false);
        model.measure().set(new CellMeasure("map", CellMeasure.Pool.ALL_LANGUAGES));
        assertThat(inATerminal(twin.heatmaps().get())).contains(titles(model));
    }

    @Test
    void aTerminalWritesTheFiguresOfAllStrategies() {
        ResultsViewModel model = model(new SizedStudy(runs, List.of(8, 16)).shelf());
        String line = new CommandTwin(model).report();
        assertThat(line).endsWith("sizes --out sizes-report");
        Path report = runs.resolve("report");

        inATerminal(line.replace("sizes-report", report.toString()));

        assertThat(report.resolve("tables/multilingual-map-by-language-unseen-pairs-d8.csv"))
                .exists();
    }

    private static List<String> titles(ResultsViewModel model) {
        List<Figure> figures =
                model.shown().get().stream()
                        .flatMap(
                                one ->
                                        Stream.concat(
                                                one.heatmaps().stream(),
                                                one.differences().stream()))
                        .map(CollectionResults.Panel::figure)
                        .toList();
        assertThat(figures).isNotEmpty();
        return figures.stream()
                .map(figure -> figure.title() + "\n" + figure.subtitle() + "\n")
                .toList();
    }

    /** What it prints; the words have nothing that a terminal would take apart. */
    private static String inATerminal(String line) {
        List<String> words = List.of(line.split(" ", -1));
        assertThat(words.get(0)).isEqualTo("isogloss");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(
                            IsoglossCommand.execute(
                                    words.subList(1, words.size()).toArray(String[]::new)))
                    .isZero();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
