package org.isogloss.ui.figures;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
import org.isogloss.figure.export.PaperTable;
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
    private final ObjectProperty<Figure> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<PaperSize> size = new SimpleObjectProperty<>(PaperSize.ACL_COLUMN);
    private final ObjectProperty<Inks> inks = new SimpleObjectProperty<>(Inks.STANDARD);
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper gone = new ReadOnlyStringWrapper("");

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

    /** The kept tables that no figure stands beside. */
    ObservableList<PaperTable> tables() {
        return shelf.tables();
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
        return shelf.caption(figure).orElseGet(() -> PaperBundle.caption(figure));
    }

    void setCaption(Figure figure, String caption) {
        shelf.setCaption(figure, caption);
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
                tables(),
                sources(),
                size.get(),
                inks.get());
    }

    /** The runs that the figures' numbers were made by, as far as they are still there. */
    private List<RunFolder> sources() {
        return named().stream()
                .map(name -> runs.path().resolve(name))
                .filter(RunFolder::isOne)
                .map(RunFolder::open)
                .toList();
    }

    private Set<String> named() {
        Set<String> named = new LinkedHashSet<>();
        Stream.concat(
                        figures().stream().map(Figure::provenance),
                        tables().stream().map(PaperTable::provenance))
                .flatMap(provenance -> provenance.runs().stream())
                .map(Provenance.Source::run)
                .forEach(named::add);
        return named;
    }

    /** Looks which runs of the figures are still there, and says which studies have lost some. */
    void look() {
        Set<String> named = named();
        tasks.run(
                () ->
                        named.stream()
                                .filter(run -> !RunFolder.isOne(runs.path().resolve(run)))
                                .map(run -> run.replaceFirst("/.*", ""))
                                .distinct()
                                .toList(),
                lost ->
                        gone.set(
                                lost.isEmpty()
                                        ? ""
                                        : WORDS.text("figures.gone", String.join(", ", lost))));
    }

    /** That runs of kept figures are no longer there; empty where all are. */
    ReadOnlyStringProperty gone() {
        return gone.getReadOnlyProperty();
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
        return named().stream()
                .findFirst()
                .map(run -> run.replaceFirst("/.*", ""))
                .orElse("isogloss")
                .concat("-paper.zip");
    }
}
