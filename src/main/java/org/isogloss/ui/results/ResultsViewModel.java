package org.isogloss.ui.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.analysis.Macro;
import org.isogloss.analysis.stats.Comparison;
import org.isogloss.analysis.stats.Verdict;
import org.isogloss.batch.LanguagePair;
import org.isogloss.figure.Numbers;
import org.isogloss.figure.export.PaperTable;
import org.isogloss.report.LanguageOrder;
import org.isogloss.report.MacroAverages;
import org.isogloss.report.PairFigures;
import org.isogloss.report.StrategyScores;
import org.isogloss.report.StudySnapshot;
import org.isogloss.report.StudyTests;
import org.isogloss.ui.study.FoundRankings;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.words.Words;

/** Turns the selected study's scores into the figures and tables of the place Results. */
public final class ResultsViewModel {
    private static final Words WORDS = Words.of(ResultsViewModel.class);

    private static final int MOST_AT_FIRST = 3;

    private final StudySelection selection;
    private final BackgroundTasks tasks;
    private final PairQuestionsViewModel questions;
    private final StrategyFiguresViewModel figures;
    private final Map<StudyTests.Question, StudyTests> tested = new HashMap<>();
    private final Set<StudyTests.Question> testing = new HashSet<>();
    private List<List<StrategyScores>> scored = List.of();
    // one scale for the whole study, so that nothing changes colour when the view changes
    private PairFigures pairs;
    private final ReadOnlyStringWrapper testWords = new ReadOnlyStringWrapper("");
    private final BooleanProperty sideBySide = new SimpleBooleanProperty(true);
    private final ObjectProperty<LanguageOrder> order =
            new SimpleObjectProperty<>(LanguageOrder.DATA);
    private final StringProperty baseline = new SimpleStringProperty();
    private final ObservableSet<String> chosen = FXCollections.observableSet(new LinkedHashSet<>());
    private final ObservableList<String> strategies = FXCollections.observableArrayList();
    private final ObservableList<String> strategiesSeen =
            FXCollections.unmodifiableObservableList(strategies);
    private final ReadOnlyObjectWrapper<List<CollectionResults>> shown =
            new ReadOnlyObjectWrapper<>(List.of());

    /**
     * @param rankings what stands behind the cells
     * @param tasks tests differences and reads rankings, which takes seconds
     */
    public ResultsViewModel(
            StudySelection selection, FoundRankings rankings, BackgroundTasks tasks) {
        this.selection = selection;
        questions = new PairQuestionsViewModel(selection, rankings, tasks);
        figures = new StrategyFiguresViewModel(selection);
        this.tasks = tasks;
        selection.snapshot().addListener((property, before, after) -> update());
        selection.collection().addListener((property, before, after) -> update());
        selection.backbone().addListener((property, before, after) -> update());
        sideBySide.addListener((property, before, after) -> update());
        baseline.addListener((property, before, after) -> update());
        order.addListener((property, before, after) -> update());
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
        StrategyScores strategy =
                results.scores().stream()
                        .filter(one -> one.name().equals(panel.strategy()))
                        .findFirst()
                        .orElseThrow();
        LanguagePairTable table = pairs.pairs(strategy);
        int columns = table.answerLanguages().size();
        LanguagePair pair =
                new LanguagePair(
                        table.questionLanguages().get(cell / columns),
                        table.answerLanguages().get(cell % columns));
        Optional<StrategyScores> base =
                pairs.baseline(results.scores()).filter(one -> !one.name().equals(strategy.name()));
        questions.ask(new PairQuestionsViewModel.Asked(strategy, base, pair));
    }

    /** The means of what is shown as tables for a paper, one for each collection. */
    List<PaperTable> means() {
        StudySnapshot study = selection.snapshot().get();
        return shown.get().stream()
                .map(one -> new MacroAverages(one.scores(), one.tests()).paper(study))
                .toList();
    }

    private void update() {
        StudySnapshot study = selection.snapshot().get();
        String backbone = selection.backbone().get();
        List<List<StrategyScores>> all = new ArrayList<>();
        for (String collection : study.collections()) {
            all.add(study.scores(collection, backbone));
        }
        List<String> names =
                all.stream().flatMap(List::stream).map(StrategyScores::name).distinct().toList();
        scored = all;
        pairs = new PairFigures(study, all, baseline.get(), order.get());
        if (!strategies.equals(names)) {
            chosen.clear();
            chosen.addAll(firstChoice(all));
            strategies.setAll(names);
        }
        if (!names.contains(baseline.get())) {
            // setting it updates once more, then with a baseline
            baseline.set(names.isEmpty() ? null : names.get(0));
        }
        List<StudyTests.Question> questions =
                all.stream().flatMap(scores -> pairs.question(scores).stream()).toList();
        tested.keySet().retainAll(questions);
        show();
        questions.forEach(this::test);
        testWords.set(words(questions));
    }

    private void show() {
        shown.set(collections(scored));
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

    private void test(StudyTests.Question question) {
        if (tested.containsKey(question) || !testing.add(question)) {
            return;
        }
        tasks.run(
                () -> StudyTests.of(question),
                found -> {
                    tested.put(question, found);
                    testing.remove(question);
                    update();
                },
                () -> testing.remove(question));
    }

    private String words(List<StudyTests.Question> questions) {
        if (questions.isEmpty()) {
            return "";
        }
        if (!tested.keySet().containsAll(questions)) {
            return WORDS.text("tests.underWay");
        }
        return questions.stream()
                .map(tested::get)
                .filter(test -> test.ranking().isEmpty())
                .map(test -> WORDS.text("tests.refused", test.refusal()))
                .findFirst()
                .orElseGet(() -> WORDS.text("tests.made"));
    }

    private List<CollectionResults> collections(List<List<StrategyScores>> all) {
        List<CollectionResults> results = new ArrayList<>();
        for (List<StrategyScores> scores : all) {
            if (!scores.isEmpty()
                    && (sideBySide.get() || name(scores).equals(selection.collection().get()))) {
                results.add(results(scores));
            }
        }
        return results;
    }

    private CollectionResults results(List<StrategyScores> scores) {
        Optional<StudyTests> tests = pairs.question(scores).map(tested::get);
        List<CollectionResults.Panel> heatmaps = new ArrayList<>();
        List<CollectionResults.Panel> differences = new ArrayList<>();
        for (StrategyScores one : scores) {
            if (!chosen.contains(one.name())) {
                continue;
            }
            heatmaps.add(
                    new CollectionResults.Panel(
                            one.name(),
                            one.name(),
                            one.style(),
                            averages(one),
                            pairs.heatmap(one)));
            if (one.name().equals(baseline.get())) {
                continue;
            }
            pairs.baseline(scores)
                    .map(base -> difference(one, base, tests))
                    .ifPresent(differences::add);
        }
        return new CollectionResults(
                name(scores), pairs.scale(), heatmaps, differences, scores, tests);
    }

    private static String averages(StrategyScores one) {
        Macro mean = one.macro().mean();
        return WORDS.text(
                "resultsViewModel.monoCrossMulti",
                Numbers.score(mean.monolingualMap()),
                Numbers.score(mean.crossLingualMap()),
                Numbers.score(mean.multilingualMap()));
    }

    private static String gains(StrategyScores one, StrategyScores base) {
        Macro mean = one.macro().mean();
        Macro from = base.macro().mean();
        return WORDS.text(
                "resultsViewModel.monoCrossMulti",
                Numbers.difference(mean.monolingualMap() - from.monolingualMap()),
                Numbers.difference(mean.crossLingualMap() - from.crossLingualMap()),
                Numbers.difference(mean.multilingualMap() - from.multilingualMap()));
    }

    private CollectionResults.Panel difference(
            StrategyScores one, StrategyScores base, Optional<StudyTests> tests) {
        List<Comparison> cells = tests.map(test -> test.cells(one.name())).orElse(List.of());
        return new CollectionResults.Panel(
                one.name() + " − " + base.name(),
                one.name(),
                one.style(),
                gains(one, base) + told(cells),
                pairs.difference(one, base, tests));
    }

    private static String told(List<Comparison> cells) {
        long told = cells.stream().filter(cell -> cell.verdict() != Verdict.TIE).count();
        return cells.isEmpty() ? "" : WORDS.text("results.toldApart", told, cells.size());
    }

    private static String name(List<StrategyScores> scores) {
        return scores.get(0).collection();
    }
}
