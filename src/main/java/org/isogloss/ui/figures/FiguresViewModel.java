package org.isogloss.ui.figures;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.isogloss.base.Cancellation;
import org.isogloss.figure.Figure;
import org.isogloss.figure.Inks;
import org.isogloss.figure.Provenance;
import org.isogloss.figure.export.PaperBundle;
import org.isogloss.figure.export.PaperSize;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunShelf;
import org.isogloss.ui.chart.FigureShelf;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.words.Words;

/** Turns the kept figures into a bundle for a paper. */
public final class FiguresViewModel {
    private static final Words WORDS = Words.of(FiguresViewModel.class);

    private final FigureShelf shelf;
    private final RunShelf runs;
    private final BackgroundTasks tasks;
    private final Map<Figure, String> captions = new HashMap<>();
    private final ObjectProperty<Figure> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<PaperSize> size = new SimpleObjectProperty<>(PaperSize.ACL_COLUMN);
    private final ObjectProperty<Inks> inks = new SimpleObjectProperty<>(Inks.STANDARD);
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");

    /**
     * @param runs where the runs that figures name are found
     */
    public FiguresViewModel(FigureShelf shelf, RunShelf runs, BackgroundTasks tasks) {
        this.shelf = shelf;
        this.runs = runs;
        this.tasks = tasks;
    }

    /** The kept figures in the order of the paper. */
    ObservableList<Figure> figures() {
        return shelf.figures();
    }

    /** The figure looked at; null for none. */
    ObjectProperty<Figure> selected() {
        return selected;
    }

    ObjectProperty<PaperSize> size() {
        return size;
    }

    ObjectProperty<Inks> inks() {
        return inks;
    }

    /** What is being done for a bundle, or what was; empty before. */
    ReadOnlyStringProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** What stands under a figure. */
    String caption(Figure figure) {
        return captions.getOrDefault(figure, PaperBundle.caption(figure));
    }

    void setCaption(Figure figure, String caption) {
        captions.put(figure, caption);
    }

    /** Moves the figure looked at; nothing happens at the ends. */
    void move(int by) {
        int from = figures().indexOf(selected.get());
        int to = from + by;
        if (from >= 0 && to >= 0 && to < figures().size()) {
            Figure moved = figures().remove(from);
            figures().add(to, moved);
            selected.set(moved);
        }
    }

    /** Keeps the figure looked at no longer. */
    void remove() {
        int place = figures().indexOf(selected.get());
        if (place >= 0) {
            figures().remove(place);
            selected.set(
                    figures().isEmpty()
                            ? null
                            : figures().get(Math.min(place, figures().size() - 1)));
        }
    }

    /** The bundle as it would be written now. */
    PaperBundle bundle() {
        return new PaperBundle(
                figures().stream()
                        .map(figure -> new PaperBundle.Item(figure, caption(figure)))
                        .toList(),
                sources(),
                size.get(),
                inks.get());
    }

    /** The runs that the figures' numbers were made by, as far as they are still there. */
    private List<RunFolder> sources() {
        Set<String> named = new LinkedHashSet<>();
        figures().stream()
                .flatMap(figure -> figure.provenance().runs().stream())
                .map(Provenance.Source::run)
                .forEach(named::add);
        return named.stream()
                .map(name -> runs.path().resolve(name))
                .filter(RunFolder::isOne)
                .map(RunFolder::open)
                .toList();
    }

    /** Writes the bundle in the background. */
    void export(Path file) {
        PaperBundle bundle = bundle();
        progress.set(WORDS.text("figures.writing", bundle.items().size()));
        tasks.run(
                () -> {
                    bundle.write(file, (what, done, total) -> {}, Cancellation.NEVER);
                    return file;
                },
                written ->
                        progress.set(
                                WORDS.text(
                                        "figures.written",
                                        bundle.items().size(),
                                        bundle.runs().size(),
                                        written)));
    }

    /** A name for the bundle's file. */
    String suggestedName() {
        return Optional.ofNullable(figures().isEmpty() ? null : figures().get(0))
                .flatMap(figure -> figure.provenance().runs().stream().findFirst())
                .map(source -> source.run().replaceFirst("/.*", ""))
                .orElse("isogloss")
                .concat("-paper.zip");
    }
}
