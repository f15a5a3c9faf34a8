package org.isogloss.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.isogloss.analysis.Evaluation;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.batch.Batch;
import org.isogloss.batch.BatchPlan;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.corpus.overlap.OverlapVerdict;
import org.isogloss.encoder.Kernels;
import org.isogloss.encoder.ModelDirectory;
import org.isogloss.encoder.Prompts;
import org.isogloss.encoder.TextInput;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Fingerprints;
import org.isogloss.experiment.Recipe;
import org.isogloss.training.BatchTokens;
import org.isogloss.training.FirstMicroBatch;
import org.isogloss.training.Trainer;
import org.isogloss.training.TrainingResult;
import org.isogloss.training.TrainingSettings;

/**
 * The recipe of a run, from data sets to scores: batches are planned, a model is trained on them,
 * written down and scored.
 *
 * <p>It reads in the order of the straight line, and does not know which strategy, format or
 * launcher it serves. Started again, it goes on from the last checkpoint, and does not score twice.
 */
public final class ExperimentRun {
    private final RunFolder folder;
    private final Compute compute;
    private final Clock clock;
    private final boolean interruptible;

    /** A run in its folder, on some processor threads. */
    public ExperimentRun(RunFolder folder, Compute compute) {
        this(folder, compute, false);
    }

    /**
     * A run in its folder.
     *
     * @param interruptible whether who stops this process starts the run again, so that only a
     *     request in its folder cancels it
     */
    public ExperimentRun(RunFolder folder, Compute compute, boolean interruptible) {
        this(folder, compute, interruptible, Clock.systemUTC());
    }

    ExperimentRun(RunFolder folder, Compute compute, boolean interruptible, Clock clock) {
        this.folder = folder;
        this.compute = compute;
        this.interruptible = interruptible;
        this.clock = clock;
    }

    /**
     * Does what is left of the run.
     *
     * @return how it ended: finished, cancelled or, where it goes on later, waiting
     * @throws BadInputException if another process works on it, or its inputs cannot be used
     */
    public RunPhase execute(Cancellation stop, Progress progress) {
        try (RunLock lock = folder.lock().orElseThrow(this::inUse);
                EventLog log = folder.openLog(clock);
                Heartbeat heartbeat = new Heartbeat(log, progress)) {
            long begun = System.nanoTime(); // the clock may be set while the run goes on
            Cancellation either = () -> stop.requested() || folder.cancelRequested();
            try {
                TrainingResult result = trainAndScore(log, heartbeat, either);
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
                double seconds = millis / 1000.0;
                log.append(new RunEvent.Finished(result.bestStep(), seconds));
                return RunPhase.FINISHED;
            } catch (CancellationException e) {
                int step = folder.state().step();
                boolean goesOn = interruptible && !folder.cancelRequested();
                log.append(goesOn ? new RunEvent.Interrupted(step) : new RunEvent.Cancelled(step));
                return goesOn ? RunPhase.WAITING : RunPhase.CANCELLED;
            } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
                // Natives that are missing or of another machine show as a LinkageError.
                fail(log, e);
                throw e;
            }
        }
    }

    /** Says that the run failed; where even that fails, what happened first still comes first. */
    static void fail(EventLog log, Throwable why) {
        try {
            log.append(new RunEvent.Failed(new Failure(why).sentence()));
        } catch (RuntimeException unwritten) {
            why.addSuppressed(unwritten);
        }
    }

    private TrainingResult trainAndScore(EventLog log, Progress progress, Cancellation stop) {
        ExperimentSpec spec = verified(progress);
        Recipe recipe = spec.recipe();
        compute.start(message -> log.append(new RunEvent.Warned(message)));
        folder.saveEnvironment(Environment.here(compute.description()));
        progress.at("reading data sets", 0, 0);
        PoolPlace place = PoolPlace.in(UserFolder.own().pools(), progress, stop);
        List<ParallelCorpus> all =
                recipe.training().stream().map(set -> recipe.chosen(set.items(place))).toList();
        List<ParallelCorpus> validation =
                recipe.validation().stream()
                        .map(source -> recipe.chosen(source.dataset(place).itemsToTrainOn()))
                        .toList();
        // All collections are read before training: a broken line is not to be found hours later.
        List<TestCollection> collections =
                recipe.evaluation().stream()
                        .map(source -> source.dataset(place).collectionToScoreOn())
                        .toList();
        ZeroShot zeroShot = zeroShot(recipe, all, validation, collections, log, progress, stop);
        List<ParallelCorpus> training = zeroShot.kept(all);
        BatchPlan plan = Plans.training(spec, training);
        List<Batch> heldOut = Plans.validation(spec, validation);
        TrainingResult result;
        ModelCard card;
        try (StartingModel model = start(spec, training, progress, stop);
                Kernels kernels = new Kernels(compute.device(), settings(spec).arithmetic())) {
            Probe probe = Probe.of(collections, settings(spec), model, kernels, recipe.encoding());
            RunLogger listener =
                    new RunLogger(
                            log,
                            progress,
                            steps(spec),
                            model.weights().size(),
                            probe::look,
                            new MemoryWatch()::look);
            result = train(spec, model, kernels, training, plan, heldOut, listener, stop);
            Prompts prompts = model.description().input().prompts();
            card = new ModelCard(spec, prompts, result.bestStep(), zeroShot, List.of());
            progress.at("writing the model", 0, 0);
            ModelDirectory.write(
                    folder.model(),
                    model.description(),
                    model.weights().namedTensors(),
                    card.text());
        }
        try (ModelEvaluation evaluation =
                ModelEvaluation.open(folder.model(), recipe.encoding(), compute)) {
            List<Evaluation> scores = new ArrayList<>();
            for (TestCollection collection : collections) {
                String verdict = zeroShot.sentence(collection.name());
                Evaluation found = score(collection, verdict, evaluation, progress, stop);
                log.append(
                        new RunEvent.Evaluated(
                                result.bestStep(), collection.name(), found.macro().byName()));
                scores.add(found);
            }
            folder.saveModelCard(card.with(scores).text());
        }
        return result;
    }

    /** What the guard finds; asked once, since the data cannot change while the run exists. */
    private ZeroShot zeroShot(
            Recipe recipe,
            List<ParallelCorpus> training,
            List<ParallelCorpus> validation,
            List<TestCollection> collections,
            EventLog log,
            Progress progress,
            Cancellation stop) {
        Optional<ZeroShot> known = folder.zeroShot();
        if (known.isPresent()) {
            return known.get();
        }
        ZeroShot found =
                ZeroShot.of(
                        training, validation, collections, recipe.excludeOverlap(), progress, stop);
        if (found.leftOutItems() > 0) {
            log.append(
                    new RunEvent.Warned(
                            "left out of training, because they overlap with a test collection: "
                                    + found.leftOutItems()
                                    + " items"));
        }
        for (OverlapVerdict verdict : found.report().verdicts()) {
            if (verdict.outcome() == OverlapVerdict.Outcome.OVERLAP) {
                log.append(new RunEvent.Warned(verdict.evaluation() + ": " + verdict.sentence()));
            }
        }
        folder.saveZeroShot(found);
        return found;
    }

    private StartingModel start(
            ExperimentSpec spec,
            List<ParallelCorpus> training,
            Progress progress,
            Cancellation stop) {
        progress.at("opening the backbone", 0, 0);
        return StartingModel.of(spec, training, folder.tokenizer(), compute.device(), stop);
    }

    private TrainingResult train(
            ExperimentSpec spec,
            StartingModel model,
            Kernels kernels,
            List<ParallelCorpus> training,
            BatchPlan plan,
            List<Batch> heldOut,
            RunLogger listener,
            Cancellation stop) {
        TrainingSettings settings = model.settings(spec.optimisation());
        TextInput input = model.description().input();
        BatchTokens tokens =
                new BatchTokens(
                        model.tokenizer()::ids,
                        input.prompts().question(),
                        input.prompts().passage(),
                        Math.min(settings.maxTokens(), input.maxTokens()));
        Optional<FirstMicroBatch> firstMicroBatch =
                model.firstMicroBatch(
                        settings,
                        Plans.largestBatch(spec, training, settings, tokens.maxTokens()),
                        compute.device());
        listener.started(0);
        return new Trainer(
                        kernels,
                        model.kernelModel(),
                        model.weights(),
                        tokens,
                        settings,
                        spec.seed(),
                        firstMicroBatch)
                .train(
                        plan,
                        heldOut,
                        folder.checkpoints(),
                        listener,
                        new Trainer.Signals(stop, folder::pauseRequested));
    }

    private Evaluation score(
            TestCollection collection,
            String zeroShot,
            ModelEvaluation model,
            Progress progress,
            Cancellation stop) {
        ResultFolder results = folder.results(collection.name());
        return results.evaluation()
                .orElseGet(
                        () -> model.of(collection, zeroShot, Optional.of(results), progress, stop));
    }

    /** The spec, once the data and weights it names are still those it was made for. */
    private ExperimentSpec verified(Progress progress) {
        progress.at("checking data and weights", 0, 0);
        FrozenSpec frozen = folder.frozen();
        Map<String, String> now = new Fingerprints().of(frozen.spec());
        frozen.sha256()
                .forEach(
                        (path, print) -> {
                            if (!print.equals(now.get(path))) {
                                throw BadInputException.in(
                                        Path.of(path),
                                        "has changed since the run was made; put the old one back,"
                                                + " or delete "
                                                + folder.path()
                                                + " to run with the new one");
                            }
                        });
        return frozen.spec();
    }

    private static int steps(ExperimentSpec spec) {
        return settings(spec).steps();
    }

    private static TrainingSettings settings(ExperimentSpec spec) {
        return TrainingSettings.of(spec.optimisation());
    }

    private BadInputException inUse() {
        return BadInputException.in(
                folder.path(),
                folder.holder()
                        + " works on this run, and two would write over each other; wait for it, or"
                        + " cancel the run under Runs or by a file 'cancel' in this folder");
    }
}
