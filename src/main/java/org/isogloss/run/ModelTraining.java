package org.isogloss.run;

import java.util.List;
import java.util.Optional;
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
import org.isogloss.experiment.Recipe;
import org.isogloss.training.BatchTokens;
import org.isogloss.training.FirstMicroBatch;
import org.isogloss.training.Trainer;
import org.isogloss.training.TrainingResult;
import org.isogloss.training.TrainingSettings;

/**
 * The first half of the straight line: data sets become batches, and a model is trained on them and
 * written down.
 *
 * <p>Begun again, it goes on from the last checkpoint.
 */
final class ModelTraining {
    private final RunFolder folder;
    private final Compute compute;
    private final EventLog log;
    private final Progress progress;
    private final Cancellation stop;
    private final int lastStep;

    /**
     * @param lastStep after which it stops with a checkpoint, if that is before the end
     */
    ModelTraining(
            RunFolder folder,
            Compute compute,
            EventLog log,
            Progress progress,
            Cancellation stop,
            int lastStep) {
        this.folder = folder;
        this.compute = compute;
        this.log = log;
        this.progress = progress;
        this.stop = stop;
        this.lastStep = lastStep;
    }

    /**
     * Trains a run's model and writes it into the run's folder.
     *
     * @param place where corpora too large for memory are indexed
     * @param collections what it is going to be scored on
     * @throws java.util.concurrent.CancellationException after writing a checkpoint, if asked to
     *     stop, or after the last step asked for
     */
    MadeModel make(ExperimentSpec spec, PoolPlace place, List<TestCollection> collections) {
        Recipe recipe = spec.recipe();
        List<ParallelCorpus> all =
                recipe.training().stream().map(set -> recipe.chosen(set.items(place))).toList();
        List<ParallelCorpus> validation =
                recipe.validation().stream()
                        .map(source -> recipe.chosen(source.dataset(place).itemsToTrainOn()))
                        .toList();
        ZeroShot zeroShot = zeroShot(spec, place, all, validation, collections);
        List<ParallelCorpus> training = zeroShot.kept(all);
        BatchPlan plan = Plans.training(spec, training);
        List<Batch> heldOut = Plans.validation(spec, validation);
        try (StartingModel model = start(spec, training);
                Kernels kernels = new Kernels(compute.device(), settings(spec).arithmetic())) {
            Probe probe = Probe.of(collections, settings(spec), model, kernels, recipe.encoding());
            RunLogger listener =
                    new RunLogger(
                            log,
                            progress,
                            settings(spec).steps(),
                            model.weights().size(),
                            probe::look,
                            new MemoryWatch()::look);
            TrainingResult result = train(spec, model, kernels, training, plan, heldOut, listener);
            folder.saveExposure(Exposure.of(plan, result.bestStep()));
            Prompts prompts = model.description().input().prompts();
            ModelCard card =
                    new ModelCard(spec, prompts, origin(spec, result), zeroShot, List.of());
            progress.at("writing the model", 0, 0);
            ModelDirectory.write(
                    folder.model(),
                    model.description(),
                    model.weights().namedTensors(),
                    card.text());
            return new MadeModel(result.bestStep(), card);
        }
    }

    private static String origin(ExperimentSpec spec, TrainingResult result) {
        return "A multilingual retrieval encoder trained by Isogloss with %s batches, study `%s`, seed %d; weights of step %d."
                .formatted(spec.strategy().slug(), spec.study(), spec.seed(), result.bestStep());
    }

    /** What the guard finds; asked once, since the data cannot change while the run exists. */
    private ZeroShot zeroShot(
            ExperimentSpec spec,
            PoolPlace place,
            List<ParallelCorpus> training,
            List<ParallelCorpus> validation,
            List<TestCollection> collections) {
        Optional<ZeroShot> known = folder.zeroShot();
        if (known.isPresent()) {
            return known.get();
        }
        ZeroShot found =
                new StudyGuard(folder)
                        .found()
                        .orElseGet(
                                () ->
                                        ZeroShot.of(
                                                training,
                                                validation,
                                                EarlierTraining.of(spec.backbone()).texts(place),
                                                collections,
                                                spec.recipe().excludeOverlap(),
                                                progress,
                                                stop));
        if (found.leftOutItems() > 0) {
            log.append(
                    new RunEvent.Warned(
                            "left out of training, because they overlap with a test collection: "
                                    + found.leftOutItems()
                                    + " items"));
        }
        if (!found.lost().isEmpty()) {
            log.append(
                    new RunEvent.Warned(
                            "the backbone learnt before from data that are gone or have changed,"
                                    + " and were not compared with the test collections: "
                                    + String.join(", ", found.lost())));
        }
        for (OverlapVerdict verdict : found.report().verdicts()) {
            if (verdict.outcome() == OverlapVerdict.Outcome.OVERLAP) {
                log.append(new RunEvent.Warned(verdict.evaluation() + ": " + verdict.sentence()));
            }
        }
        folder.saveZeroShot(found);
        return found;
    }

    private StartingModel start(ExperimentSpec spec, List<ParallelCorpus> training) {
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
            RunLogger listener) {
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
                        new Trainer.Signals(stop, folder::pauseRequested, lastStep));
    }

    private static TrainingSettings settings(ExperimentSpec spec) {
        return TrainingSettings.of(spec.optimisation());
    }
}
