package org.isogloss.figure;

import java.util.List;
import java.util.stream.Stream;

/** What a run tells of itself at its steps. */
public enum RunQuantity {
    LOSS(
            "loss",
            "Training loss by kind of batch",
            "InfoNCE loss (nats)",
            "Each faint line is the loss of single batches, the strong line its running mean, and a"
                    + " mark the loss on held-out batches. A run that draws two kinds of batch has"
                    + " two lines. Lower is better, but only along one line: monolingual batches are"
                    + " easier than cross-lingual ones, so the heights of different kinds do not"
                    + " compare. A low loss is not yet good search; see the evaluation."),
    VALIDATION(
            "validation-loss",
            "Validation loss",
            "validation loss (nats)",
            "The mean loss on the same held-out batches for all runs, half of them monolingual and"
                    + " half cross-lingual. Its least value chooses the weights that are kept, and"
                    + " where it rises again a run has begun to learn its training data by heart."
                    + " It compares between strategies, but says nothing of how languages are"
                    + " treated."),
    LEARNING_RATE(
            "learning-rate",
            "Learning rate",
            "learning rate",
            "How far a step moves the weights: it rises during the warm-up, then falls to its floor."
                    + " All runs of a study have the same, so that their lines lie on each other."),
    GRADIENT_NORM(
            "gradient-norm",
            "Gradient norm before clipping",
            "gradient norm",
            "The length of the gradient over all that learns, before it is clipped. Spikes are"
                    + " batches that would have thrown the weights far off; a norm that grows and"
                    + " grows says that the learning rate is too great."),
    TEMPERATURE(
            "temperature",
            "Temperature of the loss",
            "temperature",
            "What cosines are divided by in the loss. It is a flat line unless it is learnt; then"
                    + " lower values make the loss look at the hardest negatives."),
    SPEED(
            "speed",
            "Training speed",
            "tokens per second",
            "Tokens of questions and passages that a second of training reads, padding not counted."
                    + " It depends on the machine and on what else it does, not on how well a model"
                    + " learns; a sudden fall says that something else computes beside it."),
    MEMORY(
            "memory",
            "Main memory of the run’s process",
            "main memory (GB)",
            "What the run's process holds in main memory, looked at once a second where the system"
                    + " tells it. A graphics card's own memory is not in it. A line that never stops"
                    + " rising ends with a process that the system kills.");

    private final String id;
    private final String title;
    private final String axis;
    private final String explanation;

    RunQuantity(String id, String title, String axis, String explanation) {
        this.id = id;
        this.title = title;
        this.axis = axis;
        this.explanation = explanation.replace('\'', '’');
    }

    /** The name in files. */
    public String id() {
        return id;
    }

    /** What a figure of it is about. */
    public String title() {
        return title;
    }

    /** The name of the axis of its values, with the unit. */
    public String axis() {
        return axis;
    }

    /** A value as it is written beside its name, with the unit where the axis is not near. */
    public String written(double value) {
        return switch (this) {
            case LOSS, VALIDATION, GRADIENT_NORM, TEMPERATURE -> Numbers.decimals(value, 3);
            case LEARNING_RATE -> Numbers.tick(value);
            case SPEED -> Numbers.count(value);
            case MEMORY -> Numbers.decimals(value, 2) + " GB";
        };
    }

    String explanation() {
        return explanation;
    }

    /** All, in the order they are offered. */
    public static List<RunQuantity> all() {
        return Stream.of(values()).toList();
    }
}
