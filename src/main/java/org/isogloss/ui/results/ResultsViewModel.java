package org.isogloss.ui.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.figure.export.PaperTable;
import org.isogloss.report.CellMeasure;
import org.isogloss.report.CellScores;
import org.isogloss.report.Heatmaps;
import org.isogloss.report.LanguageOrder;
import org.isogloss.report.MacroAverages;
import org.isogloss.report.PublishedMeans;
import org.isogloss.report.StrategyScores;
import org.isogloss.report.StudySnapshot;
import org.isogloss.report.StudyTests;
import org.isogloss.report.TrainingExposure;
import org.isogloss.run.KeptScores;
import org.isogloss.ui.study.FoundRankings;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.task.LatestTask;
import org.isogloss.ui.words.Words;

/** Turns the selected study's scores into the figures and tables of the place Results. */
public final class ResultsViewModel {
    private static final Words WORDS = Words.of(ResultsViewModel.class);

    private static final int MOST_AT_FIRST = 3;

    private final StudySelection selection;
    private final KeptScores kept;
    private final PairQuestionsViewModel questions;
    private final StrategyFiguresViewModel figures;
    private final TestedDifferences tests;
    private final TrainedLanguages trained;
    private final LatestTask<Read> reading;
    private List<List<StrategyScores>> scored = List.of();
    private Optional<Read> read = Optional.empty();
    private boolean settling; // a box is empty for a moment whenever what it offers changes
    // one scale for the whole study, so that nothing changes colour when the view changes
    private Optional<Heatmaps> heatmaps = Optional.empty();
    private final ReadOnlyStringWrapper testWords = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper definition = new ReadOnlyStringWrapper("");
    private final BooleanProperty sideBySide = new SimpleBooleanProperty(true);
    private final BooleanProperty reference = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper referenceWords = new ReadOnlyStringWrapper("");
    private final ObjectProperty<CellMeasure> measure = new SimpleObjectProperty<>(CellMeasure.MAP);
    private final ObjectProperty<LanguageOrder> order =
            new SimpleObjectProperty<>(LanguageOrder.DATA);
    private final StringProperty baseline = new SimpleStringProperty();
    private final ObservableSet<String> chosen = FXCollections.observableSet(new LinkedHashSet<>());
    private final ObservableList<String> strategies = FXCollections.observableArrayList();
    private final ObservableList<String> strategiesSeen =
            FXCollections.unmodifiableObservableList(strategies);
    private final ReadOnlyObjectWrapper<List<CollectionResults>> shown =
            new ReadOnlyObjectWrapper<>(List.of());

    /** Whose scores are to be shown, and what of them. */
    private record Asked(StudySnapshot study, String backbone, CellMeasure measure) {
        boolean sameRuns(Asked other) {
            return study.equals(other.study) && Objects.equals(backbone, other.backbone);
        }
    }

    /** What was read for it, or why it cannot be. */
    private record Read(Asked asked, Optional<CellScores> cells, String problem) {}

    /**
     * @param rankings what stands behind the cells
     * @param kept scores that were read before
     * @param place where corpora larger than memory are indexed
     * @param tasks reads scores and rankings and tests differences, which takes seconds
     */
    public ResultsViewModel(
            StudySelection selection,
            FoundRankings rankings,
            KeptScores kept,
            PoolPlace place,
            BackgroundTasks tasks) {
        this.selection = selection;
        this.kept = kept;
        questions = new PairQuestionsViewModel(selection, rankings, tasks);
        figures = new StrategyFiguresViewModel(selection);
        tests = new TestedDifferences(kept, tasks, this::layOut);
        trained = new TrainedLanguages(place, tasks, this::layOut);
        reading = new LatestTask<>(tasks, this::take);
        selection.snapshot().addListener((property, before, after) -> update());
        selection.collection().addListener((property, before, after) -> update());
        selection.backbone().addListener((property, before, after) -> update());
        measure.addListener((property, before, after) -> update());
        sideBySide.addListener((property, before, after) -> layOut());
        baseline.addListener(
                (property, before, after) -> {
                    if (!settling) {
                        layOut();
                    }
                });
        reference.addListener((property, before, after) -> show());
        order.addListener((property, before, after) -> layOut());
        chosen.addListener((SetChangeListener<String>) change -> show());
        update();
    }

    /** The study, backbone and collection looked at. */
    public StudySelection selection() {
        return selection;
    }

    /** Whether all collections are shown, or the selected one. */
    public BooleanProperty sideBySide() {
        return sideBySide;
    }

    /** Whether the paper's numbers stand below one's own means. */
    public BooleanProperty reference() {
        return reference;
    }

    /** What is to be known of the paper's numbers, or that it has none; empty unless asked for. */
    public ReadOnlyStringProperty referenceWords() {
        return referenceWords.getReadOnlyProperty();
    }

    /** What the cells of all heatmaps and differences say. */
    public ObjectProperty<CellMeasure> measure() {
        return measure;
    }

    /** What that means, in a sentence; or that it is still read, or why it cannot be. */
    public ReadOnlyStringProperty definition() {
        return definition.getReadOnlyProperty();
    }

    /** In what order languages stand in all heatmaps and differences. */
    public ObjectProperty<LanguageOrder> order() {
        return order;
    }

    /** The name of the strategy the others are compared with; null while there are no results. */
    public StringProperty baseline() {
        return baseline;
    }

    /** The names of the strategies that have results. */
    public ObservableList<String> strategies() {
        return strategiesSeen;
    }

    /** The names of the strategies whose heatmaps are shown; the table holds all. */
    public ObservableSet<String> chosen() {
        return chosen;
    }

    /** One scored example of each strategy, for its name and look. */
    List<StrategyScores> looks() {
        Map<String, StrategyScores> byName = new LinkedHashMap<>();
        scored.stream().flatMap(List::stream).forEach(one -> byName.putIfAbsent(one.name(), one));
        return List.copyOf(byName.values());
    }

    /** What is shown, a collection at a time; empty while nothing has been scored. */
    public ReadOnlyObjectProperty<List<CollectionResults>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** What the differences were tested with, that they still are, or why they could not be. */
    public ReadOnlyStringProperty testWords() {
        return testWords.getReadOnlyProperty();
    }

    /** The questions behind the cell that was clicked. */
    PairQuestionsViewModel questions() {
        return questions;
    }

    /** Figures that hold all strategies in one. */
    StrategyFiguresViewModel figures() {
        return figures;
    }

    /** Looks at the questions behind a cell, counted row by row, of one of the panels shown. */
    void ask(CollectionResults results, CollectionResults.Panel panel, int cell) {
        results.cell(panel, cell)
                .ifPresent(
                        behind ->
                                questions.ask(
                                        new PairQuestionsViewModel.Asked(
                                                behind.strategy(),
                                                heatmaps.flatMap(
                                                                it -> it.baseline(results.scores()))
                                                        .filter(
                                                                base ->
                                                                        !base.name()
                                                                                .equals(
                                                                                        behind.strategy()
                                                                                                .name())),
                                                behind.question(),
                                                behind.answer(),
                                                results.measure().metric())));
    }

    /** The means of what is shown as tables for a paper, one for each collection. */
    List<PaperTable> means() {
        StudySnapshot study = selection.snapshot().get();
        return shown.get().stream()
                .map(
                        one ->
                                new MacroAverages(one.scores(), one.tests(), one.published())
                                        .paper(study))
                .toList();
    }

    private void update() {
        StudySnapshot study = selection.snapshot().get();
        Asked asked = new Asked(study, selection.backbone().get(), measure.get());
        if (read.filter(one -> one.asked.sameRuns(asked)).isEmpty()) {
            read = Optional.empty();
            heatmaps = Optional.empty();
            scored = scores(asked);
        }
        if (read.filter(one -> one.asked.equals(asked)).isEmpty()) {
            if (asked.measure.summarised()) {
                take(read(asked));
            } else {
                reading.ask(() -> read(asked));
            }
        }
        layOut();
    }

    private static List<List<StrategyScores>> scores(Asked asked) {
        return asked.study.collections().stream()
                .map(collection -> asked.study.scores(collection, asked.backbone))
                .toList();
    }

    private Read read(Asked asked) {
        try {
            CellScores cells = CellScores.of(asked.study, scores(asked), asked.measure, kept);
            return new Read(asked, Optional.of(cells), "");
        } catch (BadInputException unusable) {
            return new Read(asked, Optional.empty(), unusable.getMessage());
        }
    }

    private void take(Read found) {
        Asked wanted =
                new Asked(selection.snapshot().get(), selection.backbone().get(), measure.get());
        if (found.asked.equals(wanted)) {
            read = Optional.of(found);
            layOut();
        }
    }

    private void layOut() {
        List<String> names =
                scored.stream().flatMap(List::stream).map(StrategyScores::name).distinct().toList();
        offer(names);
        heatmaps =
                read.flatMap(Read::cells)
                        .map(
                                cells ->
                                        Heatmaps.of(
                                                selection.snapshot().get(),
                                                scored,
                                                cells,
                                                baseline.get(),
                                                order.get(),
                                                trained.of(selection.snapshot().get())
                                                        .orElse(TrainingExposure.UNKNOWN)));
        List<StudyTests.Question> asked =
                heatmaps.stream()
                        .flatMap(maps -> scored.stream().flatMap(s -> maps.question(s).stream()))
                        .toList();
        show();
        tests.ask(asked);
        testWords.set(tests.words(asked));
        if (order.get() == LanguageOrder.EXPOSURE) {
            trained.ask(selection.snapshot().get(), scored);
        }
        definition.set(
                order.get() == LanguageOrder.EXPOSURE
                        ? measureWords() + "\n" + exposureWords()
                        : measureWords());
    }

    private void offer(List<String> names) {
        settling = true;
        String before = baseline.get();
        if (!strategies.equals(names)) {
            heatmaps = Optional.empty(); // those of other strategies
            chosen.clear();
            chosen.addAll(firstChoice(scored));
            strategies.setAll(names);
        }
        String first = names.isEmpty() ? null : names.get(0);
        baseline.set(names.contains(before) ? before : first);
        settling = false;
    }

    private String measureWords() {
        return read.filter(found -> found.asked.measure.equals(measure.get()))
                .map(
                        found ->
                                found.problem.isEmpty()
                                        ? found.asked.measure.sentence()
                                        : found.problem)
                .orElseGet(() -> WORDS.text("results.readingScores"));
    }

    private String exposureWords() {
        return trained.of(selection.snapshot().get())
                .map(TrainingExposure::sentence)
                .orElseGet(() -> WORDS.text("results.readingTraining"));
    }

    private void show() {
        List<CollectionResults> results = new ArrayList<>();
        for (List<StrategyScores> scores : scored) {
            if (!scores.isEmpty()
                    && (sideBySide.get()
                            || scores.get(0).collection().equals(selection.collection().get()))) {
                results.add(results(scores));
            }
        }
        referenceWords.set(
                reference.get()
                        ? results.stream()
                                .map(one -> PublishedMeans.sentence(one.scores().get(0)))
                                .distinct()
                                .collect(Collectors.joining(" "))
                        : "");
        shown.set(results);
    }

    private CollectionResults results(List<StrategyScores> scores) {
        Optional<StudyTests> known =
                heatmaps.flatMap(maps -> maps.question(scores))
                        .flatMap(question -> tests.of(question).or(() -> tests.means(question)));
        CollectionResults results =
                heatmaps.map(
                                maps ->
                                        new CollectionPanels(
                                                        read.flatMap(Read::cells).orElseThrow(),
                                                        maps,
                                                        chosen)
                                                .of(scores, known))
                        .orElseGet(() -> CollectionResults.withoutHeatmaps(measure.get(), scores));
        return reference.get()
                ? results.withPublished(PublishedMeans.on(results.collection()))
                : results;
    }

    /** As many as can be read beside each other: of hybrid batches the one nearest to even. */
    private static List<String> firstChoice(List<List<StrategyScores>> all) {
        Map<String, StrategyScores> byStrategy = new LinkedHashMap<>();
        for (StrategyScores one : all.stream().flatMap(List::stream).toList()) {
            byStrategy.merge(one.strategy().id(), one, (a, b) -> fromEven(b) < fromEven(a) ? b : a);
        }
        return byStrategy.values().stream().map(StrategyScores::name).limit(MOST_AT_FIRST).toList();
    }

    private static double fromEven(StrategyScores one) {
        return Math.abs(one.strategy().parameters().getOrDefault("alpha", 1.0) - .5);
    }
}
