package org.isogloss.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.isogloss.figure.Figure;
import org.isogloss.figure.export.PaperTable;
import org.isogloss.ui.task.BackgroundTasks;

/**
 * The figures and tables kept for a paper, in the order they were kept, each as it was when it was
 * kept.
 */
public final class FigureShelf {
    private final ObservableList<Figure> figures = FXCollections.observableArrayList();
    private final ObservableList<PaperTable> tables = FXCollections.observableArrayList();
    private final ObservableMap<Figure, String> captions = FXCollections.observableHashMap();

    /** The kept figures; the place Figures orders and removes them. */
    public ObservableList<Figure> figures() {
        return figures;
    }

    /** The kept tables that no figure stands beside. */
    public ObservableList<PaperTable> tables() {
        return tables;
    }

    /** The caption that was written for a figure; empty where none was. */
    public Optional<String> caption(Figure figure) {
        return Optional.ofNullable(captions.get(figure));
    }

    /** Writes a figure's caption. */
    public void setCaption(Figure figure, String caption) {
        captions.put(figure, caption);
    }

    /**
     * Keeps a figure; a later state of the same one takes the earlier one's place and caption.
     *
     * @return false if the very same figure was kept already
     */
    public boolean keep(Figure figure) {
        if (figures.contains(figure)) {
            return false;
        }
        for (int i = 0; i < figures.size(); i++) {
            if (same(figures.get(i), figure)) {
                String caption = captions.remove(figures.get(i));
                if (caption != null) {
                    captions.put(figure, caption);
                }
                figures.set(i, figure);
                return true;
            }
        }
        figures.add(figure);
        return true;
    }

    /** Keeps several. */
    public void keepAll(List<Figure> all) {
        all.forEach(this::keep);
    }

    /** Keeps a table; a later state of the same one takes the earlier one's place. */
    public void keep(PaperTable table) {
        for (int i = 0; i < tables.size(); i++) {
            if (tables.get(i).id().equals(table.id())) {
                tables.set(i, table);
                return;
            }
        }
        tables.add(table);
    }

    /**
     * Brings back what a file holds, before what was kept meanwhile, and from then on writes every
     * change to it; what another window writes there comes in with the next change.
     *
     * @param warn takes a sentence on each thing that could not be read, on the window's thread
     */
    public void rememberIn(ShelfFile file, BackgroundTasks tasks, Consumer<String> warn) {
        tasks.run(
                file::load,
                found -> {
                    boolean nothingNew = figures.isEmpty() && tables.isEmpty();
                    restore(found);
                    Saving saving = new Saving(file, tasks, warn, found);
                    figures.addListener(saving);
                    tables.addListener(saving);
                    captions.addListener(saving);
                    if (!nothingNew) {
                        saving.invalidated(figures);
                    }
                    found.problems().forEach(warn);
                });
    }

    /** Writes changes, one after the other: each begins with what the one before has found. */
    private final class Saving implements InvalidationListener {
        private final ShelfFile file;
        private final BackgroundTasks tasks;
        private final Consumer<String> warn;
        private ShelfFile.Content base;
        private boolean under;
        private boolean again;

        Saving(
                ShelfFile file,
                BackgroundTasks tasks,
                Consumer<String> warn,
                ShelfFile.Content found) {
            this.file = file;
            this.tasks = tasks;
            this.warn = warn;
            this.base = found;
        }

        @Override
        public void invalidated(Observable changed) {
            if (under) {
                again = true;
                return;
            }
            under = true;
            ShelfFile.Content ours = content();
            ShelfFile.Content before = base;
            tasks.run(
                    () -> file.save(before, ours),
                    merged -> {
                        base = merged;
                        adopt(ours, merged);
                        merged.problems().forEach(warn);
                    },
                    () -> {
                        under = false;
                        if (again) {
                            again = false;
                            invalidated(changed);
                        }
                    });
        }
    }

    /** Takes over what another window changed, and leaves what was changed here meanwhile. */
    private void adopt(ShelfFile.Content ours, ShelfFile.Content merged) {
        if (merged.figures().equals(ours.figures()) && merged.tables().equals(ours.tables())) {
            return;
        }
        ShelfFile.Content now = content().with(ours, merged);
        figures.setAll(now.figures().stream().map(ShelfFile.Item::figure).toList());
        tables.setAll(now.tables());
        now.figures().stream()
                .filter(item -> !item.caption().isEmpty())
                .forEach(item -> captions.put(item.figure(), item.caption()));
    }

    private void restore(ShelfFile.Content found) {
        List<Figure> newer = List.copyOf(figures);
        List<PaperTable> newerTables = List.copyOf(tables);
        figures.setAll(found.figures().stream().map(ShelfFile.Item::figure).toList());
        tables.setAll(found.tables());
        found.figures().stream()
                .filter(item -> !item.caption().isEmpty())
                .forEach(item -> captions.putIfAbsent(item.figure(), item.caption()));
        keepAll(newer);
        newerTables.forEach(this::keep);
    }

    private ShelfFile.Content content() {
        return new ShelfFile.Content(
                figures.stream()
                        .map(figure -> new ShelfFile.Item(figure, caption(figure).orElse("")))
                        .toList(),
                tables,
                List.of());
    }

    private static boolean same(Figure one, Figure other) {
        return one.getClass().equals(other.getClass())
                && one.id().equals(other.id())
                && one.title().equals(other.title())
                && one.provenance().collection().equals(other.provenance().collection());
    }
}
