package org.isogloss.ui.runs;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.transformation.FilteredList;
import org.isogloss.launch.Launcher;
import org.isogloss.report.StrategyScores;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.isogloss.run.RunState;
import org.isogloss.ui.shell.Messages;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.words.Words;

/**
 * The runs on the shelf as they go on, and what can be asked of them.
 *
 * <p>A run that was started by another window, or from a terminal, is followed like any other.
 */
public final class RunsViewModel {
    /** The study filter that lets everything through. */
    static final String ALL_STUDIES = "";

    private static final Duration REST = Duration.ofMillis(250);
    private static final int LOG_LINES = 40;
    private static final Words WORDS = Words.of(RunsViewModel.class);

    private final RunShelf shelf;
    private final RunWatch watch;
    private final Launcher launcher;
    private final BackgroundTasks tasks;
    private final Messages messages;
    private final Map<RunFollower, RunRow> known = new HashMap<>();
    private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
    private final FilteredList<RunRow> shown = new FilteredList<>(rows);
    private final ObservableList<String> studies = FXCollections.observableArrayList(ALL_STUDIES);
    private final StringProperty study = new SimpleStringProperty(ALL_STUDIES);
    private final ObservableList<RunRow> selected = FXCollections.observableArrayList();
    private List<Path> sought = List.of();
    private final ReadOnlyObjectWrapper<List<String>> log = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final BooleanProperty confirmingCancel = new SimpleBooleanProperty();
    private final ObservableMap<RunRow, RunState> launching = FXCollections.observableHashMap();
    private final CurveChart chart;
    private final RunQueue queue;
    private final LogViewModel wholeLog;
    private BackgroundTasks.Repetition looking = () -> {};

    /**
     * @param shelf where the runs stand
     * @param launcher starts runs again
     */
    public RunsViewModel(
            RunShelf shelf, Launcher launcher, BackgroundTasks tasks, Messages messages) {
        this.shelf = shelf;
        this.watch = new RunWatch(shelf);
        this.launcher = launcher;
        this.tasks = tasks;
        this.messages = messages;
        this.chart = new CurveChart(tasks);
        this.queue = new RunQueue(shelf, rows, tasks);
        this.wholeLog = new LogViewModel(tasks);
        study.addListener((study, before, now) -> filter());
    }

    /** The runs of the chosen study, newest study first. */
    ObservableList<RunRow> rows() {
        return shown;
    }

    /** What the filter offers: {@link #ALL_STUDIES}, then the studies, newest first. */
    ObservableList<String> studies() {
        return studies;
    }

    /** The study whose runs are shown, or {@link #ALL_STUDIES}. */
    StringProperty studyProperty() {
        return study;
    }

    /** The selected runs, in the order of the table. */
    ObservableList<RunRow> selected() {
        return selected;
    }

    /** True once the shelf has been looked at. */
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** The last lines the process of the one selected run wrote. */
    ReadOnlyObjectProperty<List<String>> logProperty() {
        return log.getReadOnlyProperty();
    }

    /** True while the user is asked whether the selected runs should be cancelled. */
    BooleanProperty confirmingCancelProperty() {
        return confirmingCancel;
    }

    /** The curves of the selected runs, or of the study. */
    CurveChart chart() {
        return chart;
    }

    /** What the process of the one selected run wrote, or else that of its study. */
    LogViewModel log() {
        return wholeLog;
    }

    /** What changes the order of what waits. */
    RunQueue queue() {
        return queue;
    }

    /** Starts looking. */
    void shown() {
        looking.stop();
        watch.forgetTold();
        chart.setVisible(true);
        wholeLog.setShown(true);
        looking = tasks.repeat(REST, watch::look, this::take);
    }

    /** Stops looking. */
    void hidden() {
        looking.stop();
        looking = () -> {};
        wholeLog.setShown(false);
        chart.setVisible(false);
    }

    /** Selects runs by their folders, as soon as they are known; those of all studies are shown. */
    void seek(List<Path> folders) {
        sought = folders.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
        selectSought();
    }

    private void selectSought() {
        List<RunRow> found =
                rows.stream()
                        .filter(
                                row ->
                                        sought.contains(
                                                row.folder().path().toAbsolutePath().normalize()))
                        .toList();
        if (!found.isEmpty()) {
            sought = List.of();
            study.set(ALL_STUDIES);
            select(found);
        }
    }

    /** Takes a selection made in the table. */
    void select(List<RunRow> runs) {
        if (!selected.equals(runs)) {
            confirmingCancel.set(false);
            selected.setAll(runs);
            log.set(List.of());
            readLog();
            drawCurves();
        }
    }

    /** Pauses the selected runs that are at work, or, if none is, lets paused ones go on. */
    void pauseOrResume() {
        boolean pause = any(RunNews::mayPause);
        ask(pause ? RunNews::mayPause : RunNews::mayResume, run -> run.requestPause(pause));
    }

    /** Asks whether to cancel the selected runs, if one can be. */
    void askToCancel() {
        confirmingCancel.set(any(RunNews::mayCancel));
    }

    /** Cancels the selected runs. */
    void cancel() {
        confirmingCancel.set(false);
        ask(RunNews::mayCancel, RunFolder::requestCancel);
    }

    /** Starts the selected runs again that broke off; each goes on from its last checkpoint. */
    void start() {
        List<RunRow> rows = selected.stream().filter(row -> row.news().mayStart()).toList();
        List<RunRow> asked = rows.stream().filter(row -> !launching.containsKey(row)).toList();
        asked.forEach(row -> launching.put(row, row.state()));
        Set<RunRow> launched = ConcurrentHashMap.newKeySet();
        tasks.run(
                () ->
                        asked.stream()
                                .filter(row -> !row.folder().alive())
                                .filter(row -> row.folder().state().phase() != RunPhase.STARTING)
                                .map(row -> launch(row, launched))
                                .toList(),
                started -> {},
                () -> launching.keySet().removeIf(row -> unlaunched(row, asked, launched)));
    }

    private CompletableFuture<Void> launch(RunRow row, Set<RunRow> launched) {
        CompletableFuture<Void> end = launcher.launch(row.folder());
        launched.add(row);
        return end;
    }

    private static boolean unlaunched(RunRow row, List<RunRow> asked, Set<RunRow> launched) {
        return asked.contains(row) && !launched.contains(row);
    }

    /** The least seed that no run of the selected runs' studies has yet, and greater than all. */
    long nextSeed() {
        Set<String> of = new HashSet<>();
        selected.forEach(row -> of.add(row.spec().study()));
        return 1
                + rows.stream()
                        .filter(row -> of.contains(row.spec().study()))
                        .mapToLong(row -> row.spec().seed())
                        .max()
                        .orElse(0);
    }

    /**
     * Makes a run in the same study for each selected one, like it but for the seed, and starts it.
     */
    void runAgain(long seed) {
        List<RunFolder> models = selected.stream().map(RunRow::folder).toList();
        tasks.run(
                () -> models.stream().map(model -> launcher.launch(model.again(seed))).toList(),
                started -> messages.say(WORDS.text("again.started", started.size(), seed(seed))));
    }

    private static String seed(long seed) {
        return Long.toString(seed);
    }

    /** Runs that were started and have not been seen to change since: where each stood before. */
    ObservableMap<RunRow, RunState> launching() {
        return launching;
    }

    /** How many of the selected runs a command would change. */
    int count(Predicate<RunNews> changed) {
        return (int) selected.stream().map(RunRow::news).filter(changed).count();
    }

    private boolean any(Predicate<RunNews> changed) {
        return count(changed) > 0;
    }

    private void ask(Predicate<RunNews> which, Consumer<RunFolder> what) {
        List<RunFolder> runs = selectedWhere(which);
        tasks.run(
                () -> {
                    runs.forEach(what);
                    return runs.size();
                },
                asked -> {});
    }

    private List<RunFolder> selectedWhere(Predicate<RunNews> which) {
        return selected.stream().filter(row -> which.test(row.news())).map(RunRow::folder).toList();
    }

    private void take(RunWatch.Look look) {
        look.problems().forEach(messages::report);
        List<RunRow> fresh = new ArrayList<>();
        List<RunRow> ended = new ArrayList<>();
        boolean moved = false;
        for (Map.Entry<RunFollower, RunNews> one : look.news().entrySet()) {
            RunRow row = known.get(one.getKey());
            moved |= row != null && row.news().place() != one.getValue().place();
        }
        look.news()
                .forEach(
                        (follower, news) -> {
                            RunRow row = known.get(follower);
                            if (row == null) {
                                row = new RunRow(follower, news);
                                known.put(follower, row);
                                fresh.add(row);
                            } else {
                                if (!row.news().phase().ended() && news.phase().ended()) {
                                    ended.add(row);
                                }
                                row.take(news);
                            }
                        });
        Set<RunFollower> present = new HashSet<>(look.runs());
        boolean gone = known.keySet().retainAll(present);
        if (gone || moved || !fresh.isEmpty()) {
            arrange();
        }
        queue.look(shown);
        sayEnded(ended);
        loaded.set(true);
        launching.entrySet().removeIf(row -> !row.getKey().state().equals(row.getValue()));
        if (selected.size() == 1 && look.news().containsKey(selected.get(0).follower())) {
            readLog();
        }
        if (gone || look.news().keySet().stream().anyMatch(this::charted)) {
            drawCurves();
        }
    }

    /** Says which runs have ended since the last look, however long ago that was. */
    private void sayEnded(List<RunRow> ended) {
        if (ended.size() == 1) {
            RunRow row = ended.get(0);
            String name = StrategyScores.style(row.spec().strategy()).name();
            messages.say(
                    WORDS.text(
                            "ended.one",
                            name,
                            Long.toString(row.spec().seed()),
                            RunWords.word(row.news())));
        } else if (!ended.isEmpty()) {
            messages.say(WORDS.text("ended.more", ended.size()));
        }
    }

    private boolean charted(RunFollower run) {
        return chart.shows(run);
    }

    /**
     * Puts the runs in order: the newest study first, its runs as they were planned, and after them
     * those that wait, as they will be started.
     */
    private void arrange() {
        Map<String, Instant> newest = new HashMap<>();
        for (RunRow row : known.values()) {
            newest.merge(row.spec().study(), row.news().created(), (a, b) -> a.isAfter(b) ? a : b);
        }
        Comparator<String> byAge = Comparator.comparing(newest::get, Comparator.reverseOrder());
        Comparator<String> studyOrder = byAge.thenComparing(Comparator.naturalOrder());
        List<RunRow> ordered =
                known.values().stream()
                        .sorted(
                                Comparator.comparing((RunRow row) -> row.spec().study(), studyOrder)
                                        .thenComparing(row -> row.news().place())
                                        .thenComparing(row -> row.news().created())
                                        .thenComparing(row -> row.folder().id()))
                        .toList();
        List<RunRow> kept = selected.stream().filter(ordered::contains).toList();
        rows.setAll(ordered);
        select(kept);
        List<String> offered = new ArrayList<>(List.of(ALL_STUDIES));
        newest.keySet().stream().sorted(studyOrder).forEach(offered::add);
        if (!studies.equals(offered)) {
            String chosen = study.get();
            studies.setAll(offered);
            study.set(offered.contains(chosen) ? chosen : ALL_STUDIES);
        }
        selectSought();
        drawCurves();
    }

    private void filter() {
        String chosen = study.get();
        boolean all = chosen == null || chosen.equals(ALL_STUDIES);
        shown.setPredicate(row -> all || row.spec().study().equals(chosen));
        select(selected.stream().filter(shown::contains).toList());
        queue.look(shown);
        drawCurves();
    }

    /** Draws the selected runs or, without a selection, the first study of the table. */
    private void drawCurves() {
        if (!selected.isEmpty()) {
            chart.show(selected);
            return;
        }
        String first = shown.isEmpty() ? ALL_STUDIES : shown.get(0).spec().study();
        chart.show(shown.stream().filter(row -> row.spec().study().equals(first)).toList());
    }

    /** Of a run that was never started there is nothing; the process of its study may say why. */
    private Optional<Path> logFile() {
        if (selected.size() == 1) {
            RunRow row = selected.get(0);
            return Optional.of(
                    row.state().steps() == 0 && row.news().forsaken()
                            ? shelf.studyLog(row.spec().study())
                            : row.folder().processLog());
        }
        return selected.stream().map(row -> row.spec().study()).findFirst().map(shelf::studyLog);
    }

    private void readLog() {
        wholeLog.open(logFile());
        if (selected.size() != 1) {
            return;
        }
        RunRow row = selected.get(0);
        tasks.run(
                () -> {
                    List<String> own = row.folder().lastLogLines(LOG_LINES);
                    return row.news().forsaken() && own.isEmpty()
                            ? watch.studyError(row.spec().study())
                            : own;
                },
                lines -> {
                    boolean still = selected.size() == 1 && selected.get(0) == row;
                    if (still && !Objects.equals(log.get(), lines)) {
                        log.set(lines);
                    }
                });
    }
}
