package org.isogloss.launch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isogloss.corpus.Lang;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.Encoding;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.TrainingSet;
import org.isogloss.experiment.preset.TrainingCost;
import org.isogloss.run.RunShelf;
import org.isogloss.run.bench.Measurements;
import org.isogloss.run.bench.PastRuns;
import org.isogloss.run.bench.Processor;
import org.isogloss.run.bench.Speed;
import org.isogloss.run.bench.Speeds;
import org.isogloss.run.bench.StudyLoad;
import org.isogloss.run.bench.TimeEstimate;

/**
 * How long studies will take on what was chosen to compute on, by what was measured and what past
 * runs logged. Data sets and logs are read once, so it is asked off the window's thread.
 */
public final class StudyTimes {
    private final Measurements measurements;
    private final PastRuns runs;
    private final Map<Texts, Optional<StudyLoad>> loads = new HashMap<>();

    /** What of a recipe decides how much text is read. */
    private record Texts(
            List<TrainingSet> training,
            List<DataSource> validation,
            List<DataSource> evaluation,
            List<Lang> languages,
            Encoding encoding,
            int longest) {
        static Texts of(Recipe recipe) {
            return new Texts(
                    recipe.training(),
                    recipe.validation(),
                    recipe.evaluation(),
                    recipe.languages(),
                    recipe.encoding(),
                    TrainingCost.longestText(recipe.optimisation()));
        }
    }

    public StudyTimes(Measurements measurements, RunShelf shelf) {
        this.measurements = measurements;
        this.runs = new PastRuns(shelf);
    }

    /** The time of all runs of a study and of its warm starts; empty where nothing tells. */
    public synchronized Optional<TimeEstimate> of(Study study, LocalProcess process) {
        Optional<TimeEstimate> all = ofRuns(study, process);
        Optional<TimeEstimate> runs =
                study.halving() == null
                        ? all
                        : all.map(time -> time.times(study.halving().share(study)));
        return study.starts().isEmpty()
                ? runs
                : runs.flatMap(
                        time -> ofRuns(study.starts().orElseThrow(), process).map(time::and));
    }

    private Optional<TimeEstimate> ofRuns(Study study, LocalProcess process) {
        Map<Recipe, List<ExperimentSpec>> byData = new LinkedHashMap<>();
        study.plan()
                .forEach(
                        spec ->
                                byData.computeIfAbsent(spec.recipe(), data -> new ArrayList<>())
                                        .add(spec));
        return byData.entrySet().stream()
                .map(one -> ofRuns(one.getKey(), one.getValue(), process))
                .reduce((a, b) -> a.flatMap(time -> b.map(time::and)))
                .orElseThrow();
    }

    private Optional<TimeEstimate> ofRuns(
            Recipe recipe, List<ExperimentSpec> runs, LocalProcess process) {
        return loads.computeIfAbsent(Texts.of(recipe), texts -> StudyLoad.of(recipe))
                .flatMap(load -> TimeEstimate.of(runs, load, speeds(process)));
    }

    private Speeds speeds(LocalProcess process) {
        List<Speed> known = new ArrayList<>();
        measurements.on(Processor.here(), process.device(), process.threads()).stream()
                .map(Speed::of)
                .forEach(known::add);
        known.addAll(runs.on(process.device(), process.threads()));
        if (process.device().equals(LocalProcess.PROCESSOR)) {
            known.add(Speed.REFERENCE);
        }
        return new Speeds(known);
    }
}
