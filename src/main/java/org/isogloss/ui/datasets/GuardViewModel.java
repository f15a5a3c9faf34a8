package org.isogloss.ui.datasets;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.corpus.format.ReadOptions;
import org.isogloss.corpus.overlap.PairOverlap;
import org.isogloss.ui.task.BackgroundTasks;

/**
 * The zero-shot guard over the remembered data sets: what of each evaluation set stands in each
 * training set. A finding is kept as long as both are what they were.
 */
public final class GuardViewModel {
    private static final Duration REST = Duration.ofMillis(200);
    private static final double UNKNOWN = -1;

    private final Catalogue catalogue;
    private final ObservableList<SetItem> items;
    private final BackgroundTasks tasks;
    private final Map<Compared, PairOverlap> found = new HashMap<>();
    private final ReadOnlyObjectWrapper<GuardMatrix> matrix =
            new ReadOnlyObjectWrapper<>(new GuardMatrix(List.of(), List.of(), Map.of()));
    private final ReadOnlyObjectWrapper<Optional<PairOverlap>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Optional<GuardJob> running = Optional.empty();

    /**
     * @param items the data sets, of which those with roles are compared
     */
    public GuardViewModel(
            Catalogue catalogue, ObservableList<SetItem> items, BackgroundTasks tasks) {
        this.catalogue = catalogue;
        this.items = items;
        this.tasks = tasks;
        items.addListener((InvalidationListener) changed -> arrange());
        arrange();
    }

    /** Training sets by evaluation sets. */
    ReadOnlyObjectProperty<GuardMatrix> matrix() {
        return matrix.getReadOnlyProperty();
    }

    /** The finding that is looked at, if any. */
    ReadOnlyObjectProperty<Optional<PairOverlap>> selected() {
        return selected.getReadOnlyProperty();
    }

    /** True while pairs are compared. */
    ReadOnlyBooleanProperty checking() {
        return checking.getReadOnlyProperty();
    }

    /** What is being done, in words. */
    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** The share that is done, or less than 0 where that is not known. */
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Why a comparison could not be made; empty if none failed. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /**
     * The command that compares the same data sets; empty while there is no pair, or where one is
     * read in a way that the command cannot be told.
     */
    String command() {
        GuardMatrix now = matrix.get();
        boolean plain =
                Stream.concat(now.training().stream(), now.evaluation().stream())
                        .allMatch(entry -> entry.options().equals(ReadOptions.NONE));
        return now.isEmpty() || !plain
                ? ""
                : CommandTwin.overlap(paths(now.training()), paths(now.evaluation()));
    }

    /** Looks at a finding. */
    void select(PairOverlap pair) {
        selected.set(Optional.of(pair));
    }

    /** Compares every pair that was not compared. */
    void check() {
        if (running.isPresent() || matrix.get().unchecked() == 0) {
            return;
        }
        GuardJob job = new GuardJob(catalogue, matrix.get());
        running = Optional.of(job);
        problem.set("");
        progress.set(UNKNOWN);
        checking.set(true);
        BackgroundTasks.Repetition telling =
                tasks.repeat(REST, job::state, state -> tell(job, state));
        tasks.run(
                job::run,
                why -> problem.set(why.map(GuardViewModel::words).orElse("")),
                () -> {
                    telling.stop();
                    keep(job);
                    running = Optional.empty();
                    checking.set(false);
                    said.set("");
                });
    }

    /** Stops comparing; what was found so far stays. */
    void cancel() {
        running.ifPresent(GuardJob::stop);
    }

    private void tell(GuardJob job, GuardJob.State state) {
        said.set(state.doing());
        progress.set(state.total() > 0 ? (double) state.done() / state.total() : UNKNOWN);
        keep(job);
    }

    private void keep(GuardJob job) {
        Map<Compared, PairOverlap> now = job.found();
        if (found.keySet().containsAll(now.keySet())) {
            return;
        }
        found.putAll(now);
        arrange();
    }

    private void arrange() {
        List<CatalogueEntry> entries =
                items.stream().flatMap(item -> item.entry().stream()).toList();
        GuardMatrix next = GuardMatrix.of(entries, found);
        if (!next.equals(matrix.get())) {
            matrix.set(next);
            selected.set(selected.get().filter(next::shows));
        }
    }

    private static String words(Problem problem) {
        return problem.place().isEmpty()
                ? problem.sentence()
                : problem.place() + ": " + problem.sentence();
    }

    private static List<Path> paths(List<CatalogueEntry> entries) {
        return entries.stream().map(CatalogueEntry::path).toList();
    }
}
