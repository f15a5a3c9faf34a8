package org.isogloss.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that happened to a run: one line of {@code events.jsonl}.
 *
 * <p>The set is closed; a reader that meets a type of a later version keeps it as {@link Unknown}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunEvent.Created.class, name = "created"),
    @JsonSubTypes.Type(value = RunEvent.Launched.class, name = "launched"),
    @JsonSubTypes.Type(value = RunEvent.Queued.class, name = "queued"),
    @JsonSubTypes.Type(value = RunEvent.Interrupted.class, name = "interrupted"),
    @JsonSubTypes.Type(value = RunEvent.Started.class, name = "started"),
    @JsonSubTypes.Type(value = RunEvent.Step.class, name = "step"),
    @JsonSubTypes.Type(value = RunEvent.Progressed.class, name = "progressed"),
    @JsonSubTypes.Type(value = RunEvent.Evaluated.class, name = "evaluated"),
    @JsonSubTypes.Type(value = RunEvent.Checkpointed.class, name = "checkpoint"),
    @JsonSubTypes.Type(value = RunEvent.Warned.class, name = "warned"),
    @JsonSubTypes.Type(value = RunEvent.Paused.class, name = "paused"),
    @JsonSubTypes.Type(value = RunEvent.Resumed.class, name = "resumed"),
    @JsonSubTypes.Type(value = RunEvent.Reached.class, name = "reached"),
    @JsonSubTypes.Type(value = RunEvent.Dropped.class, name = "dropped"),
    @JsonSubTypes.Type(value = RunEvent.Cancelled.class, name = "cancelled"),
    @JsonSubTypes.Type(value = RunEvent.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = RunEvent.Finished.class, name = "finished")
})
public sealed interface RunEvent {
    /** The activity that consists of training steps. */
    String TRAINING = "training";

    /** What a validation loss is measured on, where a test collection's name stands otherwise. */
    String VALIDATION = "validation";

    /** What the name of a test collection follows where only its probe was ranked. */
    String PROBE = "probe:";

    /** The folder and its spec were written; the run waits to be launched. */
    record Created() implements RunEvent {}

    /** A process was started for the run. */
    record Launched(String launcher, long process) implements RunEvent {}

    /**
     * The run waits in a scheduler's queue.
     *
     * @param job as the scheduler calls it
     * @param message why it waits, in a sentence
     */
    record Queued(String launcher, String job, String message) implements RunEvent {}

    /**
     * The process was told to end by the system, not the user; started again, it goes on from here.
     */
    record Interrupted(int step) implements RunEvent {}

    /** The process has read its inputs and trains from the step after {@code fromStep}. */
    record Started(int fromStep, int steps, long parameters) implements RunEvent {}

    /**
     * A batch was learnt from, or several whose gradients were accumulated.
     *
     * @param step from 1
     * @param batch the kind of the batch: {@code monolingual}; kinds of several are joined by a +
     * @param loss InfoNCE in nats
     * @param lr learning rate
     * @param gradientNorm before clipping
     * @param tokensPerSecond real tokens, both sides
     * @param temperature of the loss, or null in logs that do not tell it
     * @param memory bytes of the process in main memory, or null: it is told once a second, and
     *     only where the system tells it
     */
    record Step(
            int step,
            String batch,
            double loss,
            double lr,
            double gradientNorm,
            double tokensPerSecond,
            @JsonInclude(JsonInclude.Include.NON_NULL) Double temperature,
            @JsonInclude(JsonInclude.Include.NON_NULL) Long memory)
            implements RunEvent {
        /** A step whose temperature and memory are not told. */
        public Step(
                int step,
                String batch,
                double loss,
                double lr,
                double gradientNorm,
                double tokensPerSecond) {
            this(step, batch, loss, lr, gradientNorm, tokensPerSecond, null, null);
        }
    }

    /**
     * A piece of work begins or still goes on; written so that a busy run is never silent. While
     * training steps are written it is not needed.
     */
    record Progressed(String what, long done, long total) implements RunEvent {}

    /**
     * Something was measured.
     *
     * @param step the training step of the weights measured
     * @param on what it was measured on: {@code validation}, a test collection's name, or that of
     *     its probe, {@code probe:unseen-pairs}
     * @param values the measures by id; null where one has no value
     * @param seconds it took, or null in logs that do not tell it
     */
    record Evaluated(
            int step,
            String on,
            Map<String, Double> values,
            @JsonInclude(JsonInclude.Include.NON_NULL) Double seconds)
            implements RunEvent {
        /** A measuring whose time is not told. */
        public Evaluated(int step, String on, Map<String, Double> values) {
            this(step, on, values, null);
        }
    }

    /** The state after a step is on disk. */
    record Checkpointed(int step) implements RunEvent {}

    /** Something the user should know, though the run goes on. */
    record Warned(String message) implements RunEvent {}

    /** The run stands still because it was asked to. */
    record Paused(int step) implements RunEvent {}

    /** The run goes on after a pause. */
    record Resumed(int step) implements RunEvent {}

    /** The process has trained as far as it was asked to; started again, it goes on from here. */
    record Reached(int step) implements RunEvent {}

    /** The run's study goes on without it, because other rows did better; why, in a sentence. */
    record Dropped(int step, String message) implements RunEvent {}

    /** The run ended because it was asked to. */
    record Cancelled(int step) implements RunEvent {}

    /** The run ended with an error: what happened and what to do. */
    record Failed(String message) implements RunEvent {}

    /** The run ended with its results on disk. */
    record Finished(int bestStep, double seconds) implements RunEvent {}

    /** An event of a type this version does not know, kept as it is. */
    record Unknown(String name, ObjectNode content) implements RunEvent {}
}
