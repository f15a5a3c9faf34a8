package org.isogloss.ui.datasets;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.ReadReport;
import org.isogloss.corpus.statistics.DatasetStatistics;
import org.isogloss.ui.task.BackgroundTasks;

/**
 * One data set to be looked at: its rows, its statistics, the lines its problems lie in; each is
 * made in the background when it is first asked for.
 */
public final class InspectionViewModel {
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<Optional<Inspection>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<DataRows> all =
            new ReadOnlyObjectWrapper<>(new DataRows(List.of()));
    private final ReadOnlyObjectWrapper<List<DataRow>> rows =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private final StringProperty words = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Lang>> lang =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Predicate<DataRow>> filter =
            new SimpleObjectProperty<>(row -> true);
    private final ReadOnlyObjectWrapper<Optional<DatasetStatistics>> statistics =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Excerpt>> excerpt =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private StopSign search = new StopSign();
    private int turn;
    private boolean rowsAsked;
    private boolean statisticsAsked;

    public InspectionViewModel(BackgroundTasks tasks) {
        this.tasks = tasks;
        words.addListener((property, before, now) -> search());
        lang.addListener((property, before, now) -> search());
        filter.addListener((property, before, now) -> search());
    }

    /** The data set that is looked at, if any. */
    ReadOnlyObjectProperty<Optional<Inspection>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** All rows; none until they were asked for. */
    ReadOnlyObjectProperty<DataRows> all() {
        return all.getReadOnlyProperty();
    }

    /** The rows that hold what is looked for. */
    ReadOnlyObjectProperty<List<DataRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** True while rows are gathered or searched. */
    ReadOnlyBooleanProperty searching() {
        return searching.getReadOnlyProperty();
    }

    /** What rows are to hold; empty for all. */
    StringProperty words() {
        return words;
    }

    /** The language rows are to be in; empty for all. */
    ObjectProperty<Optional<Lang>> lang() {
        return lang;
    }

    /** Which rows else are wanted; it is asked in the background. */
    ObjectProperty<Predicate<DataRow>> filter() {
        return filter;
    }

    /** The statistics; empty until they were asked for and made. */
    ReadOnlyObjectProperty<Optional<DatasetStatistics>> statistics() {
        return statistics.getReadOnlyProperty();
    }

    /** The lines around the problem last opened. */
    ReadOnlyObjectProperty<Optional<Excerpt>> excerpt() {
        return excerpt.getReadOnlyProperty();
    }

    /** Looks at another data set, or none. */
    void show(Optional<Inspection> inspection) {
        turn++;
        search.raise();
        rowsAsked = false;
        statisticsAsked = false;
        excerpt.set(Optional.empty());
        statistics.set(Optional.empty());
        all.set(new DataRows(List.of()));
        rows.set(List.of());
        lang.set(Optional.empty());
        words.set("");
        shown.set(inspection);
    }

    /** Gathers the rows, if that was not done yet. */
    void needRows() {
        if (rowsAsked || shown.get().isEmpty()) {
            return;
        }
        rowsAsked = true;
        searching.set(true);
        Inspection asked = shown.get().get();
        int own = turn;
        tasks.run(
                () -> DataRows.of(asked.collection()),
                found -> {
                    if (turn == own) {
                        all.set(found);
                        rows.set(found.all());
                    }
                },
                () -> searching.set(false));
    }

    /** Makes the statistics, if that was not done yet. */
    void needStatistics() {
        if (statisticsAsked || shown.get().isEmpty()) {
            return;
        }
        statisticsAsked = true;
        Inspection asked = shown.get().get();
        int own = turn;
        tasks.run(
                () -> DatasetStatistics.of(asked.collection()),
                made -> {
                    if (turn == own) {
                        statistics.set(Optional.of(made));
                    }
                });
    }

    /** Shows the line that something left out stands in. */
    void open(ReadReport.Entry entry) {
        Inspection asked = shown.get().orElseThrow();
        int own = turn;
        tasks.run(
                () -> Excerpt.of(asked.path(), entry.file(), entry.line()),
                read -> {
                    if (turn == own) {
                        excerpt.set(Optional.of(read));
                    }
                });
    }

    /** Searches anew; what an earlier search still finds is not shown. */
    private void search() {
        search.raise();
        if (all.get().all().isEmpty()) {
            return;
        }
        StopSign own = new StopSign();
        search = own;
        searching.set(true);
        DataRows rowsNow = all.get();
        String wanted = words.get();
        Optional<Lang> in = lang.get();
        Predicate<DataRow> wantedRow =
                filter.get().and(row -> in.isEmpty() || in.get().equals(row.lang()));
        tasks.run(
                () -> found(rowsNow, wanted, wantedRow, own),
                found -> found.filter(list -> search == own).ifPresent(rows::set),
                () -> {
                    if (search == own) {
                        searching.set(false);
                    }
                });
    }

    private static Optional<List<DataRow>> found(
            DataRows rows, String words, Predicate<DataRow> wanted, StopSign stop) {
        try {
            return Optional.of(rows.holding(words, wanted, stop));
        } catch (CancellationException overtaken) {
            // A later search has taken its place.
            return Optional.empty();
        }
    }
}
