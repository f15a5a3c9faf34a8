package org.isogloss.launch.slurm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.isogloss.base.BadInputException;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.preset.TrainingCost;
import org.isogloss.run.bench.Measurements;
import org.isogloss.run.bench.PastRuns;
import org.isogloss.run.bench.Processor;
import org.isogloss.run.bench.Speed;
import org.isogloss.run.bench.Speeds;
import org.isogloss.run.bench.StudyLoad;
import org.isogloss.run.bench.TimeEstimate;

/**
 * What a run asks for, from what it is estimated to need: twice the time it would take here, since
 * nodes differ, and the memory of training on the processor with room to spare. A time that proves
 * too short costs little, as the run goes back into the queue before it is up; without a
 * measurement or past runs of the same device no time is asked for.
 *
 * @param settings on what nodes compute
 * @param measurements of this machine
 * @param runs that were made on it
 * @param loads what recipes read, as far as they were looked at
 */
public record JobEstimate(
        SlurmSettings settings,
        Measurements measurements,
        PastRuns runs,
        Map<Recipe, Optional<StudyLoad>> loads)
        implements Function<ExperimentSpec, JobRequest> {
    private static final int TIMES = 2;
    private static final Duration START = Duration.ofMinutes(10);

    /** Of the memory asked for, what the estimate may fill; runs took up to a third more. */
    private static final double FILLED = 0.7;

    /** For Java's heap: data sets and rankings. */
    private static final long HEAP = 2L << 30;

    public JobEstimate(SlurmSettings settings, Measurements measurements, PastRuns runs) {
        this(settings, measurements, runs, new HashMap<>());
    }

    @Override
    public JobRequest apply(ExperimentSpec spec) {
        return new JobRequest(
                settings.time() == null ? time(spec) : null,
                settings.memory() == null ? memory(spec) : null);
    }

    private Duration time(ExperimentSpec spec) {
        return loads.computeIfAbsent(spec.recipe(), StudyLoad::of)
                .flatMap(load -> TimeEstimate.of(List.of(spec), load, speeds()))
                .map(estimate -> estimate.time().multipliedBy(TIMES).plus(START))
                .orElse(null);
    }

    private Speeds speeds() {
        String device = settings.device();
        int threads = settings.cpus() == null ? 1 : settings.cpus();
        List<Speed> known = new ArrayList<>();
        measurements.on(Processor.here(), device, threads).stream()
                .map(Speed::of)
                .forEach(known::add);
        known.addAll(runs.on(device, threads));
        if (device.equals("cpu")) {
            known.add(Speed.REFERENCE);
        }
        return new Speeds(known);
    }

    private static Long memory(ExperimentSpec spec) {
        Recipe recipe = spec.recipe();
        try {
            int longest = TrainingCost.longestText(recipe.optimisation());
            TrainingCost.Plan plan =
                    new TrainingCost.Plan(
                            recipe.optimisation(),
                            recipe.batches().size(),
                            longest,
                            longest,
                            false);
            long bytes = TrainingCost.of(spec.backbone(), plan).total();
            return HEAP + Math.round(bytes / FILLED);
        } catch (BadInputException unreadable) {
            // said with file and value when the run is started; there is only no estimate
            return null;
        }
    }
}
