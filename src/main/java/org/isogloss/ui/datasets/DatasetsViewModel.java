package org.isogloss.ui.datasets;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.isogloss.corpus.format.ReadOptions;
import org.isogloss.ui.task.BackgroundTasks;

/**
 * The data sets that were added, and the one that is looked at; they are read one after the other
 * in the background.
 */
public final class DatasetsViewModel {
    private static final Duration REST = Duration.ofMillis(200);

    private final BackgroundTasks tasks;
    private final DatasetReader reader = new DatasetReader();
    private final ObservableList<SetItem> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<SetItem>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Excerpt>> refusedLine =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final InspectionViewModel inspection;
    private final Deque<Job> waiting = new ArrayDeque<>();
    private Optional<Job> running = Optional.empty();

    public DatasetsViewModel(BackgroundTasks tasks) {
        this.tasks = tasks;
        this.inspection = new InspectionViewModel(tasks);
    }

    /** The data sets, in the order they were added. */
    ObservableList<SetItem> items() {
        return items;
    }

    /** The data set that is looked at, if any. */
    ReadOnlyObjectProperty<Optional<SetItem>> selected() {
        return selected.getReadOnlyProperty();
    }

    /** What is being done with the data set that is being read, in words. */
    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** The content of the data set that is looked at, once it has been read. */
    InspectionViewModel inspection() {
        return inspection;
    }

    /** The lines around what keeps the selected data set from being read, once asked for. */
    ReadOnlyObjectProperty<Optional<Excerpt>> refusedLine() {
        return refusedLine.getReadOnlyProperty();
    }

    /** Shows the line that keeps the selected data set from being read. */
    void openRefusedLine() {
        SetItem asked = selected.get().orElseThrow();
        Problem problem = asked.problem().orElseThrow();
        tasks.run(
                () -> Excerpt.of(asked.path(), problem.file(), problem.line()),
                read -> {
                    if (selected.get().equals(Optional.of(asked))) {
                        refusedLine.set(Optional.of(read));
                    }
                });
    }

    /** Reads files and folders and looks at the first of them. */
    void add(List<Path> paths) {
        for (Path path : paths) {
            read(path.toAbsolutePath().normalize(), ReadOptions.NONE);
        }
        paths.stream().findFirst().map(p -> p.toAbsolutePath().normalize()).ifPresent(this::select);
    }

    /** Looks at a data set, which is read if need be. */
    void select(Path path) {
        Optional<SetItem> item = item(path);
        boolean same = shows(path);
        refusedLine.set(Optional.empty());
        selected.set(item);
        if (!same) {
            inspection.show(Optional.empty());
            item.filter(one -> one.standing() != Standing.REFUSED)
                    .filter(one -> one.standing() != Standing.READING)
                    .ifPresent(one -> read(one.path(), one.options()));
        }
    }

    /** Reads the selected data set with other options. */
    void readAgain(ReadOptions options) {
        selected.get()
                .ifPresent(
                        item -> {
                            inspection.show(Optional.empty());
                            read(item.path(), options);
                        });
    }

    /** Stops reading the selected data set. */
    void cancel() {
        selected.get().ifPresent(item -> stop(job -> job.path.equals(item.path())));
    }

    /** Takes a data set off the list; its files stay. */
    void remove(SetItem item) {
        stop(job -> job.path.equals(item.path()));
        items.removeIf(one -> one.path().equals(item.path()));
        if (selected.get().filter(one -> one.path().equals(item.path())).isPresent()) {
            inspection.show(Optional.empty());
            selected.set(Optional.empty());
        }
    }

    private boolean shows(Path path) {
        return inspection.shown().get().filter(one -> one.path().equals(path)).isPresent();
    }

    private Optional<SetItem> item(Path path) {
        return items.stream().filter(one -> one.path().equals(path)).findFirst();
    }

    private void read(Path path, ReadOptions options) {
        stop(job -> job.path.equals(path));
        refusedLine.set(Optional.empty());
        put(new SetItem(path, options, Standing.READING, Optional.empty()));
        waiting.add(new Job(path, options));
        next();
    }

    private void stop(Predicate<Job> which) {
        waiting.removeIf(which);
        running.filter(which).ifPresent(job -> job.sign.raise());
    }

    private void next() {
        if (running.isPresent() || waiting.isEmpty()) {
            return;
        }
        Job job = waiting.remove();
        running = Optional.of(job);
        BackgroundTasks.Repetition telling = tasks.repeat(REST, () -> job.doing, said::set);
        tasks.run(
                () -> reader.read(job.path, job.options, job.sign, words -> job.doing = words),
                outcome -> take(job, outcome),
                () -> {
                    telling.stop();
                    said.set("");
                    running = Optional.empty();
                    next();
                });
    }

    private void take(Job job, ReadOutcome outcome) {
        boolean overtaken =
                item(job.path).isEmpty()
                        || waiting.stream().anyMatch(other -> other.path.equals(job.path));
        if (overtaken) {
            return;
        }
        if (outcome instanceof ReadOutcome.Done done) {
            put(new SetItem(job.path, job.options, Standing.UNCHANGED, Optional.empty()));
            if (isSelected(job.path)) {
                inspection.show(Optional.of(done.inspection()));
            }
        } else if (outcome instanceof ReadOutcome.Refused refused) {
            Optional<Problem> problem = Optional.of(refused.problem());
            put(new SetItem(job.path, job.options, Standing.REFUSED, problem));
        } else {
            put(new SetItem(job.path, job.options, Standing.STOPPED, Optional.empty()));
        }
    }

    private boolean isSelected(Path path) {
        return selected.get().filter(one -> one.path().equals(path)).isPresent();
    }

    /** Adds a data set, or replaces it at its place in the list. */
    private void put(SetItem item) {
        boolean isSelected = isSelected(item.path());
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).path().equals(item.path())) {
                items.set(i, item);
                if (isSelected) {
                    selected.set(Optional.of(item));
                }
                return;
            }
        }
        items.add(item);
    }

    /** A data set to be read. */
    private static final class Job {
        private final Path path;
        private final ReadOptions options;
        private final StopSign sign = new StopSign();
        private volatile String doing = "";

        Job(Path path, ReadOptions options) {
            this.path = path;
            this.options = options;
        }
    }
}
