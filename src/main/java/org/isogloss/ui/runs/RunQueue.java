package org.isogloss.ui.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.isogloss.launch.StudyQueue;
import org.isogloss.run.RunShelf;
import org.isogloss.ui.command.CommandLine;
import org.isogloss.ui.task.BackgroundTasks;

/** Changes in which order waiting runs are started, and how many work at a time. */
final class RunQueue {
    private final RunShelf shelf;
    private final ObservableList<RunRow> rows;
    private final BackgroundTasks tasks;
    private final ReadOnlyStringWrapper study = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<Integer> atOnce = new ReadOnlyObjectWrapper<>();

    /**
     * @param rows all runs that are known
     */
    RunQueue(RunShelf shelf, ObservableList<RunRow> rows, BackgroundTasks tasks) {
        this.shelf = shelf;
        this.rows = rows;
        this.tasks = tasks;
    }

    /** The study whose runs wait for their turn, the first of the table; null while none do. */
    ReadOnlyStringProperty study() {
        return study.getReadOnlyProperty();
    }

    /** How many of its runs work at a time; null for what it was started with. */
    ReadOnlyObjectProperty<Integer> atOnce() {
        return atOnce.getReadOnlyProperty();
    }

    /** Looks which of the runs shown wait. */
    void look(List<RunRow> shown) {
        String found =
                shown.stream()
                        .filter(row -> row.news().place() > 0)
                        .map(row -> row.spec().study())
                        .findFirst()
                        .orElse(null);
        if (!Objects.equals(found, study.get())) {
            study.set(found);
            atOnce.set(null);
            if (found != null) {
                change(found, queue -> queue);
            }
        }
    }

    /** True if a run's turn can be brought forward. */
    static boolean mayComeFirst(RunNews news) {
        return news.place() > 1;
    }

    /** Puts waiting runs before all others of their studies, in the order given. */
    void first(List<RunRow> chosen) {
        Map<String, List<String>> byStudy = new LinkedHashMap<>();
        chosen.stream()
                .filter(row -> row.news().place() > 0)
                .sorted(Comparator.comparingInt(row -> row.news().place()))
                .forEach(
                        row ->
                                byStudy.computeIfAbsent(row.spec().study(), s -> new ArrayList<>())
                                        .add(row.folder().id()));
        byStudy.forEach((study, runs) -> change(study, queue -> queue.withFirst(runs)));
    }

    /** Moves a waiting run some places nearer to the front, or, if negative, to the end. */
    void move(RunRow run, int places) {
        if (run.news().place() > 0) {
            List<String> waiting =
                    rows.stream()
                            .filter(row -> row.spec().study().equals(run.spec().study()))
                            .filter(row -> row.news().place() > 0)
                            .sorted(Comparator.comparingInt(row -> row.news().place()))
                            .map(row -> row.folder().id())
                            .toList();
            change(run.spec().study(), queue -> queue.moved(waiting, run.folder().id(), places));
        }
    }

    /** Lets so many runs of the study work at a time. */
    void atOnce(int runs) {
        if (study.get() != null && !Objects.equals(runs, atOnce.get())) {
            change(study.get(), queue -> queue.withAtOnce(runs));
        }
    }

    /** What lets so many work at a time as they do, in a terminal; empty while nothing waits. */
    Optional<String> atOnceCommand() {
        return Optional.ofNullable(study.get())
                .filter(of -> atOnce.get() != null)
                .map(
                        of ->
                                CommandLine.of(
                                        List.of(
                                                "isogloss",
                                                "study",
                                                "queue",
                                                shelf.path().resolve(of).toString(),
                                                "--at-once",
                                                atOnce.get().toString())));
    }

    private void change(String of, UnaryOperator<StudyQueue> change) {
        tasks.run(
                () -> {
                    StudyQueue before = StudyQueue.read(shelf, of);
                    StudyQueue changed = change.apply(before);
                    if (!changed.equals(before)) {
                        changed.write(shelf, of);
                    }
                    return changed;
                },
                now -> {
                    if (of.equals(study.get())) {
                        atOnce.set(now.atOnce());
                    }
                });
    }
}
