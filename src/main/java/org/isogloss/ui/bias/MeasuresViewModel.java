package org.isogloss.ui.bias;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.isogloss.figure.MeasureByLanguage;
import org.isogloss.report.Measures;
import org.isogloss.report.StrategyScores;
import org.isogloss.report.StudySnapshot;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.task.BackgroundTasks;

/** The breakdown: every measure that the finished runs have stored, and the one looked at. */
final class MeasuresViewModel {
    private final StudySelection selection;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<Measures> measures =
            new ReadOnlyObjectWrapper<>(Measures.NONE);
    private final ObjectProperty<Optional<String>> chosen =
            new SimpleObjectProperty<>(Optional.empty());
    private List<StrategyScores> wanted = List.of();
    private boolean looked; // every run has a report, read once somebody looks at all measures

    MeasuresViewModel(StudySelection selection, BackgroundTasks tasks) {
        this.selection = selection;
        this.tasks = tasks;
        selection.snapshot().addListener((property, before, after) -> update());
        selection.collection().addListener((property, before, after) -> update());
        selection.backbone().addListener((property, before, after) -> update());
    }

    /** Reads what is chosen, now and whenever it changes; before, nothing is read. */
    void look() {
        if (!looked) {
            looked = true;
            update();
        }
    }

    /** All measures, once read. */
    ReadOnlyObjectProperty<Measures> measures() {
        return measures.getReadOnlyProperty();
    }

    /** The id of the measure looked at. */
    ObjectProperty<Optional<String>> chosen() {
        return chosen;
    }

    /** The measure looked at; the first unless another was chosen. */
    Optional<Measures.Row> row() {
        List<Measures.Row> rows = measures.get().rows();
        return rows.stream()
                .filter(row -> chosen.get().map(row.measure().id()::equals).orElse(true))
                .findFirst()
                .or(() -> rows.stream().findFirst());
    }

    /** The chart of the measure looked at. */
    Optional<MeasureByLanguage> figure() {
        Measures now = measures.get();
        return row().map(row -> now.figure(row, now.provenance(selection.snapshot().get())));
    }

    private void update() {
        if (!looked) {
            return;
        }
        StudySnapshot study = selection.snapshot().get();
        String collection = selection.collection().get();
        List<StrategyScores> scores =
                collection == null
                        ? List.of()
                        : study.scores(collection, selection.backbone().get());
        if (scores.equals(wanted)) {
            return;
        }
        wanted = scores;
        if (scores.isEmpty()) {
            measures.set(Measures.NONE);
            return;
        }
        tasks.run(
                () -> Measures.read(scores, study),
                found -> {
                    if (wanted.equals(scores)) {
                        measures.set(found);
                    }
                });
    }
}
