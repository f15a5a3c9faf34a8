package org.isogloss.training;

import ai.djl.ndarray.NDList;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.batch.Batch;
import org.isogloss.batch.BatchKind;
import org.isogloss.batch.BatchPlan;
import org.isogloss.encoder.KernelModel;
import org.isogloss.encoder.Kernels;
import org.isogloss.encoder.StepOutcome;
import org.isogloss.encoder.TextPairs;
import org.isogloss.encoder.Weights;

/**
 * Trains a dual encoder, one tower for questions and passages, on the batches of a plan.
 *
 * <p>A run that was cancelled or killed goes on from its last checkpoint and ends with the very
 * weights of an uninterrupted one, on the same machine with the same number of threads.
 */
public final class Trainer {
    private static final long PAUSE_MILLIS = 200;

    private final Kernels kernels;
    private final KernelModel model;
    private final NDList weights;
    private final BatchTokens tokens;
    private final TrainingSettings settings;
    private final long seed;
    private final Optional<FirstMicroBatch> firstMicroBatch;

    /**
     * Takes what training needs beside data.
     *
     * @param weights changed in place
     * @param firstMicroBatch the parts to begin with, where the settings leave that open and memory
     *     is short; a run that goes on keeps its own
     */
    public Trainer(
            Kernels kernels,
            KernelModel model,
            Weights weights,
            BatchTokens tokens,
            TrainingSettings settings,
            long seed,
            Optional<FirstMicroBatch> firstMicroBatch) {
        this(kernels, model, weights.arrays(), tokens, settings, seed, firstMicroBatch);
    }

    Trainer(
            Kernels kernels,
            KernelModel model,
            NDList weights,
            BatchTokens tokens,
            TrainingSettings settings,
            long seed,
            Optional<FirstMicroBatch> firstMicroBatch) {
        this.firstMicroBatch = firstMicroBatch;
        this.kernels = kernels;
        this.model = model;
        this.weights = weights;
        this.tokens = tokens;
        this.settings = settings;
        this.seed = seed;
    }

    /**
     * What may hold training up between two steps.
     *
     * @param lastStep after which training leaves as if cancelled, with a checkpoint; at least the
     *     steps of the settings for the whole training
     */
    public record Signals(Cancellation cancellation, BooleanSupplier paused, int lastStep) {
        /** Signals of a training that goes on to its end. */
        public Signals(Cancellation cancellation, BooleanSupplier paused) {
            this(cancellation, paused, Integer.MAX_VALUE);
        }

        /** Nothing does. */
        public static final Signals NONE = new Signals(Cancellation.NEVER, () -> false);
    }

    /**
     * Trains, from the last checkpoint in the folder where there is one; in the end the weights are
     * those of the step with the least validation loss.
     *
     * @param validation held-out batches; without any, nothing stops early and the last step is
     *     best
     * @throws CancellationException after writing a checkpoint, if asked to stop
     * @throws TrainingDivergedException if loss or gradient is not finite; checkpoints stay as they
     *     are
     * @throws BadInputException if the checkpoints in the folder are broken or of another run
     */
    public TrainingResult train(
            BatchPlan plan,
            List<Batch> validation,
            Path checkpoints,
            TrainingListener listener,
            Signals signals) {
        if (kernels.precision() != settings.arithmetic()) {
            throw new IllegalArgumentException(
                    "kernels of "
                            + kernels.precision()
                            + " cannot train in "
                            + settings.arithmetic());
        }
        RunIdentity run = new RunIdentity(seed, settings, plan.settings(), model);
        try (Optimizer optimizer =
                new Optimizer(kernels, model, weights, settings, seed, listener::warned)) {
            return new Run(
                            plan,
                            validation,
                            new Checkpoints(checkpoints, run, listener),
                            optimizer,
                            listener,
                            signals)
                    .toEnd();
        }
    }

    private TextPairs tokens(Batch batch) {
        return tokens.of(batch, settings.hardNegatives());
    }

    /** One call of train. */
    private final class Run {
        private final BatchPlan plan;
        private final List<Batch> validation;
        private final Checkpoints checkpoints;
        private final Optimizer optimizer;
        private final TrainingListener listener;
        private final Signals signals;
        private TrainingState state = TrainingState.START;
        private int saved;

        Run(
                BatchPlan plan,
                List<Batch> validation,
                Checkpoints checkpoints,
                Optimizer optimizer,
                TrainingListener listener,
                Signals signals) {
            this.plan = plan;
            this.validation = validation;
            this.checkpoints = checkpoints;
            this.optimizer = optimizer;
            this.listener = listener;
            this.signals = signals;
        }

        TrainingResult toEnd() {
            checkpoints
                    .resume(weights, optimizer.state())
                    .ifPresentOrElse(
                            found -> {
                                state = found;
                                optimizer.microBatch().restore(found.part());
                                saved = found.step();
                            },
                            this::begin);
            while (!ended()) {
                hold();
                step();
                boolean best = validationDue() && validate();
                if (settings.probedAfter(state.step()) || (settings.probes() > 0 && ended())) {
                    listener.probed(state.step());
                }
                if (best || ended() || state.step() % settings.checkpointEvery() == 0) {
                    save();
                }
            }
            int best = validation.isEmpty() ? state.step() : state.bestStep();
            if (best != state.step()) {
                checkpoints.restore(best, weights);
            }
            checkpoints.removeBroken();
            return new TrainingResult(best, state.step(), state.outOf(settings.patience()));
        }

        private void begin() {
            if (settings.probedAfter(state.step())) {
                listener.probed(state.step());
            }
            if (settings.microBatchTokens() == 0) {
                firstMicroBatch.ifPresent(
                        first -> {
                            optimizer.microBatch().begin(first.tokens());
                            listener.warned(first.why());
                        });
            }
        }

        private boolean ended() {
            return state.step() >= settings.steps() || state.outOf(settings.patience());
        }

        /** Waits while paused and leaves when cancelled, either with a checkpoint on disk. */
        private void hold() {
            boolean waiting = false;
            try {
                while (signals.paused().getAsBoolean() && !signals.cancellation().requested()) {
                    if (!waiting) {
                        save();
                        listener.paused(state.step(), true);
                        waiting = true;
                    }
                    Thread.sleep(PAUSE_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                CancellationException cancelled = new CancellationException("interrupted");
                cancelled.initCause(e);
                throw cancelled;
            }
            if (waiting) {
                listener.paused(state.step(), false);
            }
            if (signals.cancellation().requested()) {
                save();
                signals.cancellation().check();
            }
            if (state.step() >= signals.lastStep()) {
                save();
                throw new CancellationException("asked to train to step " + signals.lastStep());
            }
        }

        private void step() {
            long start = System.nanoTime();
            int first = state.step() * settings.accumulate();
            List<Batch> batches =
                    IntStream.range(first, first + settings.accumulate())
                            .mapToObj(plan::batch)
                            .toList();
            List<TextPairs> pairs = batches.stream().map(Trainer.this::tokens).toList();
            StepOutcome report = optimizer.step(state.step(), pairs);
            double learningRate = optimizer.learningRate(state.step());
            state = state.stepped(optimizer.microBatch().found());
            if (!report.finite()) {
                throw diverged(batches.get(0), report);
            }
            int read = pairs.stream().mapToInt(TextPairs::tokens).sum();
            listener.step(
                    new StepReport(
                            state.step(),
                            batches.stream().map(Batch::kind).collect(Collectors.toSet()),
                            report.loss(),
                            learningRate,
                            report.gradientNorm(),
                            report.temperature().orElse(settings.temperature()),
                            read * 1e9 / (System.nanoTime() - start)));
        }

        private TrainingDivergedException diverged(Batch batch, StepOutcome report) {
            return new TrainingDivergedException(
                    "step "
                            + state.step()
                            + ", a "
                            + batch.kind().id()
                            + " batch of "
                            + batch.corpus()
                            + " that begins with item "
                            + batch.rows().get(0).item().id()
                            + ": the loss is "
                            + report.loss()
                            + " and the gradient norm "
                            + report.gradientNorm()
                            + "; lower the learning rate, raise the temperature or clip gradients"
                            + (saved > 0 ? "; the checkpoint of step " + saved + " is good" : ""));
        }

        private boolean validationDue() {
            return !validation.isEmpty()
                    && (state.step() % settings.validateEvery() == 0
                            || state.step() == settings.steps());
        }

        /** True if the loss is the least so far. */
        private boolean validate() {
            ContrastiveLoss loss = ContrastiveLoss.of(settings).at(optimizer.temperature());
            Map<BatchKind, Double> losses =
                    validation.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Batch::kind,
                                            () -> new EnumMap<>(BatchKind.class),
                                            Collectors.averagingDouble(
                                                    batch ->
                                                            loss.of(
                                                                    kernels,
                                                                    weights,
                                                                    model,
                                                                    tokens(batch)))));
            double mean = ValidationReport.mean(losses);
            if (!Double.isFinite(mean)) {
                throw new TrainingDivergedException(
                        "step "
                                + state.step()
                                + ": the validation loss is "
                                + mean
                                + "; lower the learning rate or raise the temperature");
            }
            boolean best = state.improvedBy(mean);
            state = state.validated(mean);
            listener.validated(new ValidationReport(state.step(), losses, best));
            return best;
        }

        private void save() {
            if (state.step() > saved) {
                checkpoints.save(state, weights, optimizer.state());
                saved = state.step();
            }
        }
    }
}
