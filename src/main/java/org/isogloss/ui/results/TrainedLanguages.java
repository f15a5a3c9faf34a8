package org.isogloss.ui.results;

import java.util.List;
import java.util.Optional;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.report.StrategyScores;
import org.isogloss.report.StudySnapshot;
import org.isogloss.report.TrainingExposure;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.task.LatestTask;

/** Reads in the background what a study was trained on, and remembers that of the last one. */
final class TrainedLanguages {
    private final PoolPlace place;
    private final Runnable changed;
    private final LatestTask<Known> reading;
    private Optional<Known> known = Optional.empty();

    private record Known(StudySnapshot study, TrainingExposure exposure) {}

    /**
     * @param place where corpora larger than memory are indexed
     * @param changed told on the window's thread when something has been read
     */
    TrainedLanguages(PoolPlace place, BackgroundTasks tasks, Runnable changed) {
        this.place = place;
        this.changed = changed;
        reading = new LatestTask<>(tasks, this::take);
    }

    /** What a study was trained on, if that has been read. */
    Optional<TrainingExposure> of(StudySnapshot study) {
        return known.filter(one -> one.study.equals(study)).map(Known::exposure);
    }

    /** Reads it, unless that has been done. */
    void ask(StudySnapshot study, List<List<StrategyScores>> scored) {
        if (of(study).isEmpty()) {
            reading.ask(() -> new Known(study, TrainingExposure.of(study, scored, place)));
        }
    }

    private void take(Known found) {
        known = Optional.of(found);
        changed.run();
    }
}
