package org.isogloss.ui.design;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.isogloss.base.BadInputException;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.task.LatestTask;

/**
 * Looks at the latest draft from all sides in the background: its batches, what its start would
 * come to, what the guard says. Used on the window's thread.
 */
final class DraftWatch {
    private final TrainingLooks looks;
    private final StudyOutlooks outlooks;
    private final GuardLooks guards;
    private final LatestTask<Looked> looking;
    private final LatestTask<Outlooked> judging;
    private final LatestTask<GuardLook> guarding;
    private StudyDraft draft = StudyDraft.EMPTY;
    private Optional<StudyDraft> lookedAt = Optional.empty();
    private Optional<StudyDraft> judgedAt = Optional.empty();
    private final ReadOnlyObjectWrapper<TrainingLook> look =
            new ReadOnlyObjectWrapper<>(TrainingLook.NONE);
    private final ReadOnlyObjectWrapper<StudyOutlook> outlook =
            new ReadOnlyObjectWrapper<>(StudyOutlook.NONE);
    private final ReadOnlyObjectWrapper<GuardLook> guard =
            new ReadOnlyObjectWrapper<>(GuardLook.NONE);
    private final ReadOnlyObjectWrapper<List<DraftFlaw>> flaws =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper looked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper judged = new ReadOnlyBooleanWrapper();

    DraftWatch(DesignViewModel.Surroundings surroundings, BackgroundTasks tasks) {
        looks = new TrainingLooks(surroundings.catalogue());
        outlooks = new StudyOutlooks(surroundings);
        guards = new GuardLooks(surroundings.catalogue());
        looking = new LatestTask<>(tasks, this::looked);
        judging = new LatestTask<>(tasks, this::judged);
        guarding = new LatestTask<>(tasks, guard::set);
    }

    /** A look with the draft it is of. */
    private record Looked(StudyDraft draft, TrainingLook look) {}

    /** An outlook with the draft it is of. */
    private record Outlooked(StudyDraft draft, StudyOutlook outlook) {}

    ReadOnlyObjectProperty<TrainingLook> look() {
        return look.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<StudyOutlook> outlook() {
        return outlook.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<GuardLook> guard() {
        return guard.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<DraftFlaw>> flaws() {
        return flaws.getReadOnlyProperty();
    }

    /** True once the batches of the latest draft were looked at. */
    ReadOnlyBooleanProperty looked() {
        return looked.getReadOnlyProperty();
    }

    /** True once the latest draft was looked at and judged. */
    ReadOnlyBooleanProperty judged() {
        return judged.getReadOnlyProperty();
    }

    /** Looks at a draft from all sides. */
    void judge(StudyDraft now, StrategyChoice seen) {
        draft = now;
        tell();
        look(now, seen);
        GuardedData guarded = GuardedData.of(now);
        if (!guarded.equals(guard.get().data())) {
            guarding.ask(() -> guards.at(guarded));
        }
        judging.ask(() -> new Outlooked(now, outlook(now)));
    }

    /** Draws the batches of a strategy. */
    void look(StudyDraft now, StrategyChoice seen) {
        looking.ask(() -> new Looked(now, looks.at(now, seen)));
    }

    private StudyOutlook outlook(StudyDraft now) {
        try {
            return outlooks.at(now.study());
        } catch (BadInputException incomplete) {
            // said beside its field
            return StudyOutlook.NONE;
        }
    }

    private void looked(Looked found) {
        look.set(found.look());
        lookedAt = Optional.of(found.draft());
        tell();
    }

    private void judged(Outlooked found) {
        if (found.draft().equals(draft)) {
            outlook.set(found.outlook());
            judgedAt = Optional.of(found.draft());
            tell();
        }
    }

    private void tell() {
        flaws.set(
                Stream.of(
                                DraftCheck.of(draft).stream(),
                                look.get().flaws().stream(),
                                outlook.get().flaws().stream())
                        .flatMap(some -> some)
                        .toList());
        looked.set(lookedAt.equals(Optional.of(draft)));
        judged.set(looked.get() && judgedAt.equals(Optional.of(draft)));
    }
}
