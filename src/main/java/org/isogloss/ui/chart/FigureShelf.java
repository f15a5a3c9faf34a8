package org.isogloss.ui.chart;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.isogloss.figure.Figure;

/** The figures kept for a paper while the window is open, in the order they were kept. */
public final class FigureShelf {
    private final ObservableList<Figure> figures = FXCollections.observableArrayList();

    /** The kept figures; the place Figures orders and removes them. */
    public ObservableList<Figure> figures() {
        return figures;
    }

    /**
     * Keeps a figure; a later state of the same one takes the earlier one's place.
     *
     * @return false if the very same figure was kept already
     */
    public boolean keep(Figure figure) {
        if (figures.contains(figure)) {
            return false;
        }
        for (int i = 0; i < figures.size(); i++) {
            if (same(figures.get(i), figure)) {
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

    private static boolean same(Figure one, Figure other) {
        return one.getClass().equals(other.getClass())
                && one.id().equals(other.id())
                && one.title().equals(other.title())
                && one.provenance().collection().equals(other.provenance().collection());
    }
}
