package org.isogloss.report;

import java.util.List;
import org.isogloss.analysis.Evaluation;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.figure.Provenance;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;

/**
 * One run of a study as it stands.
 *
 * @param folder where its files lie
 * @param source what figures name it by
 * @param evaluations what its model scored, empty until it has finished
 */
public record StudyRun(
        RunFolder folder,
        Provenance.Source source,
        ExperimentSpec spec,
        RunPhase phase,
        List<Evaluation> evaluations) {
    public StudyRun {
        evaluations = List.copyOf(evaluations);
    }
}
