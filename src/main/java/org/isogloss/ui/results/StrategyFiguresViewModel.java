package org.isogloss.ui.results;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.isogloss.report.StrategyFigures;
import org.isogloss.report.StrategyScores;
import org.isogloss.ui.study.StudySelection;

/** Turns the scores on the chosen collection into figures that hold all strategies in one. */
public final class StrategyFiguresViewModel {
    private final StudySelection selection;
    private final ReadOnlyObjectWrapper<Optional<StrategyFigures>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public StrategyFiguresViewModel(StudySelection selection) {
        this.selection = selection;
        selection.snapshot().addListener((property, before, after) -> update());
        selection.collection().addListener((property, before, after) -> update());
        selection.backbone().addListener((property, before, after) -> update());
        update();
    }

    /** What is shown; empty while nothing has been scored. */
    public ReadOnlyObjectProperty<Optional<StrategyFigures>> shown() {
        return shown.getReadOnlyProperty();
    }

    private void update() {
        String collection = selection.collection().get();
        List<StrategyScores> scores =
                collection == null
                        ? List.of()
                        : selection.snapshot().get().scores(collection, selection.backbone().get());
        shown.set(
                scores.isEmpty()
                        ? Optional.empty()
                        : Optional.of(StrategyFigures.of(selection.snapshot().get(), scores)));
    }
}
