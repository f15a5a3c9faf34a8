package org.isogloss.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.experiment.Study;
import org.isogloss.launch.AskedProcess;
import org.isogloss.launch.ErasureProcess;
import org.isogloss.launch.Launcher;
import org.isogloss.launch.LocalProcess;
import org.isogloss.launch.StudyMemory;
import org.isogloss.launch.StudyProcess;
import org.isogloss.launch.StudyTimes;
import org.isogloss.report.StudyWatch;
import org.isogloss.run.GraphicsCards;
import org.isogloss.run.KeptScores;
import org.isogloss.run.RunFolder;
import org.isogloss.run.bench.Measurement;
import org.isogloss.run.bench.Processor;
import org.isogloss.ui.bias.BiasView;
import org.isogloss.ui.bias.BiasViewModel;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.chart.ShelfFile;
import org.isogloss.ui.datasets.DatasetsView;
import org.isogloss.ui.datasets.DatasetsViewModel;
import org.isogloss.ui.design.DesignView;
import org.isogloss.ui.design.DesignViewModel;
import org.isogloss.ui.design.DraftFile;
import org.isogloss.ui.dialog.FileAsker;
import org.isogloss.ui.dialog.NativeDataChooser;
import org.isogloss.ui.explorer.ExplorerView;
import org.isogloss.ui.explorer.ExplorerViewModel;
import org.isogloss.ui.figures.FiguresView;
import org.isogloss.ui.figures.FiguresViewModel;
import org.isogloss.ui.results.ResultsView;
import org.isogloss.ui.results.ResultsViewModel;
import org.isogloss.ui.runs.RunsPane;
import org.isogloss.ui.runs.RunsViewModel;
import org.isogloss.ui.scaling.ScalingView;
import org.isogloss.ui.scaling.ScalingViewModel;
import org.isogloss.ui.start.MachineViewModel;
import org.isogloss.ui.start.StartView;
import org.isogloss.ui.start.StartViewModel;
import org.isogloss.ui.study.FoundRankings;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.task.BackgroundTasks;

/** The one list of panes, and what each is made of. */
record Panes(Program program, Workbench window, FileAsker files, BackgroundTasks tasks) {

    /** What makes each pane; none is made before it is looked at, so that the window opens soon. */
    Map<Place, Supplier<Pane>> all() {
        FigureTools figures = new FigureTools(window.theme(), files, tasks, window::say);
        figures.shelf()
                .rememberIn(
                        new ShelfFile(program.preferences().path().resolveSibling("figures.json")),
                        tasks,
                        window::warn);
        ScriptCoverage scripts = ScriptCoverage.installed();
        StudyWatch watch =
                new StudyWatch(
                        program.shelf(),
                        problem -> Platform.runLater(() -> window.report(problem)));
        StudySelection selection = new StudySelection(watch, tasks);
        PoolPlace place = program.catalogue().place(Progress.NONE, Cancellation.NEVER);
        FoundRankings rankings = new FoundRankings(place);
        KeptScores scores = new KeptScores();
        Map<Place, Supplier<Pane>> panes = new EnumMap<>(Place.class);
        panes.put(
                Place.START,
                () ->
                        new StartView(
                                start(scripts, watch),
                                machine(),
                                figures,
                                window,
                                window::tour,
                                window::browsePaper));
        panes.put(
                Place.DATA,
                () ->
                        new DatasetsView(
                                new DatasetsViewModel(
                                        program.catalogue(),
                                        program.samples().stream().findFirst(),
                                        tasks),
                                new NativeDataChooser(),
                                figures,
                                scripts));
        panes.put(
                Place.DESIGN,
                () -> new DesignView(design(), figures, new NativeDataChooser(), scripts, window));
        panes.put(
                Place.RUNS,
                () ->
                        new RunsPane(
                                new RunsViewModel(
                                        program.shelf(), new ChosenLauncher(), tasks, window),
                                figures,
                                window,
                                Panes::browse));
        panes.put(
                Place.RESULTS,
                () ->
                        new ResultsView(
                                new ResultsViewModel(selection, rankings, scores, place, tasks),
                                figures,
                                window,
                                List.of(
                                        new LatePart(
                                                ScalingView.WORD,
                                                () ->
                                                        new ScalingView(
                                                                new ScalingViewModel(
                                                                        selection, scores, tasks),
                                                                figures,
                                                                window)))));
        panes.put(
                Place.BIAS,
                () ->
                        new BiasView(
                                new BiasViewModel(
                                        selection,
                                        rankings,
                                        tasks,
                                        (runs, collection) ->
                                                new ErasureProcess(chosen())
                                                        .start(runs, collection)),
                                figures,
                                scripts,
                                window));
        panes.put(
                Place.EXPLORE,
                () ->
                        new ExplorerView(
                                new ExplorerViewModel(
                                        selection,
                                        rankings,
                                        tasks,
                                        (run, collection) ->
                                                AskedProcess.start(chosen(), run, collection)),
                                window));
        panes.put(
                Place.FIGURES,
                () ->
                        new FiguresView(
                                new FiguresViewModel(figures.shelf(), program.shelf(), tasks),
                                figures,
                                window));
        return panes;
    }

    private StartViewModel start(ScriptCoverage scripts, StudyWatch watch) {
        StudyTimes times = new StudyTimes(program.bench().measurements(), program.shelf());
        StudyMemory memory = new StudyMemory();
        StartViewModel start =
                new StartViewModel(
                        new StartViewModel.Surroundings(
                                study -> program.start().apply(study, chosen()),
                                study -> languages(study, scripts),
                                study -> times.of(study, chosen()),
                                study -> memory.of(study, chosen()),
                                window::remember),
                        watch,
                        tasks,
                        program.samples(),
                        window.preferences().recentStudies().stream().map(Path::of).toList());
        program.opened().ifPresent(start::open);
        return start;
    }

    private DesignViewModel design() {
        StudyTimes times = new StudyTimes(program.bench().measurements(), program.shelf());
        StudyMemory memory = new StudyMemory();
        return new DesignViewModel(
                new DesignViewModel.Surroundings(
                        study -> program.start().apply(study, chosen()),
                        (study, slurm) ->
                                new StudyProcess(program.shelf(), chosen()).submit(study, slurm),
                        study -> times.of(study, chosen()),
                        study -> memory.of(study, chosen()),
                        this::chosen,
                        program.catalogue(),
                        program.shelf(),
                        sentence -> Platform.runLater(() -> window.warn(sentence))),
                tasks,
                program.samples().stream().findFirst(),
                new DraftFile(program.preferences().path().resolveSibling("design.json")));
    }

    private MachineViewModel machine() {
        return new MachineViewModel(
                new MachineViewModel.Surroundings(
                        GraphicsCards::look,
                        this::measured,
                        (study, process) ->
                                program.bench()
                                        .start(
                                                study.backbones().get(0),
                                                study.recipe().batches().size(),
                                                process),
                        window::remember),
                tasks,
                window.preferences().computing());
    }

    private Optional<Measurement> measured(LocalProcess process) {
        return program
                .bench()
                .measurements()
                .on(Processor.here(), process.device(), process.threads())
                .stream()
                .max(Comparator.comparing(Measurement::at));
    }

    /** What the user has chosen to compute on by now. */
    private LocalProcess chosen() {
        return window.preferences().computing().process();
    }

    /** Starts runs on what is chosen at the time. */
    private final class ChosenLauncher implements Launcher {
        @Override
        public String id() {
            return launcher().id();
        }

        @Override
        public String description() {
            return launcher().description();
        }

        @Override
        public CompletableFuture<Void> launch(RunFolder run) {
            return launcher().launch(run);
        }

        private Launcher launcher() {
            return program.launcher().apply(chosen());
        }
    }

    private List<Lang> languages(Study study, ScriptCoverage scripts) {
        List<Lang> languages = program.languages().apply(study);
        scripts.advice(languages).ifPresent(advice -> Platform.runLater(() -> window.warn(advice)));
        return languages;
    }

    // java.awt.Desktop does not work in headless mode, which charts need beside JavaFX
    private static void browse(Path folder) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String opener =
                system.startsWith("windows")
                        ? "explorer"
                        : system.startsWith("mac") ? "open" : "xdg-open";
        try {
            new ProcessBuilder(opener, folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new BadInputException(
                    "no file browser could be started; the folder is " + folder, e);
        }
    }
}
