package org.isogloss.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.isogloss.base.BadInputException;
import org.isogloss.encoder.ModelConfig;
import org.isogloss.encoder.ModelDirectory;
import org.isogloss.encoder.ModelShape;

/**
 * The model a run starts from: a model directory, or random weights of a given size.
 *
 * @param name its short name in run ids and figures: {@code nano}
 * @param path a Hugging Face model directory, or null
 * @param scratch the size of a new model, or null
 * @param settings what differs from the study's settings of the training loop for this backbone, by
 *     id: another learning rate, or the rank of LoRA where full training is compared with it
 * @param training what it is trained on in place of the study's training sets, where kinds of data
 *     are compared; empty for those
 */
public record Backbone(
        String name,
        String path,
        Scratch scratch,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> settings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TrainingSet> training) {
    public Backbone {
        if (name == null || !name.matches("[A-Za-z0-9._]+")) {
            throw new BadInputException(
                    "backbone name '"
                            + name
                            + "' must be made of letters, digits, dots and underscores, because it"
                            + " becomes part of a folder's name");
        }
        if ((path == null) == (scratch == null)) {
            throw new BadInputException(
                    "backbone '" + name + "' needs either a path or a scratch size");
        }
        settings = Complete.numbers(settings);
        training = Complete.list(training, "data sets to train " + name + " on");
    }

    /** A backbone trained on the study's data. */
    public Backbone(String name, String path, Scratch scratch, Map<String, Double> settings) {
        this(name, path, scratch, settings, List.of());
    }

    /** A backbone trained with the study's settings. */
    public Backbone(String name, String path, Scratch scratch) {
        this(name, path, scratch, Map.of());
    }

    /** A backbone read from a model directory. */
    public static Backbone at(String name, Path directory) {
        return new Backbone(name, directory.toString(), null);
    }

    /** The same model under another name. */
    public Backbone named(String other) {
        return new Backbone(other, path, scratch, settings, training);
    }

    /** The same model with other settings of its own. */
    public Backbone withSettings(Map<String, Double> others) {
        return new Backbone(name, path, scratch, others, training);
    }

    /** The same model trained on other data; none for the study's. */
    public Backbone trainedOn(List<TrainingSet> others) {
        return new Backbone(name, path, scratch, settings, others);
    }

    /** The model directory, if the backbone is not made from scratch. */
    public Optional<Path> directory() {
        return Optional.ofNullable(path).map(Path::of);
    }

    /**
     * Its sizes; a directory is opened and checked for them.
     *
     * @throws BadInputException if the directory cannot be read
     */
    public ModelShape shape() {
        return path == null
                ? new ModelShape(scratch.config(), null)
                : new ModelDirectory(Path.of(path)).description().shape();
    }

    /** The backbone read from a model directory instead. */
    Backbone startingAt(Path directory) {
        return new Backbone(name, directory.toString(), null, settings, training);
    }

    Backbone resolvedAgainst(Path folder) {
        return resolvedAgainst(folder, absent -> Optional.empty());
    }

    Backbone resolvedAgainst(Path folder, Function<Path, Optional<Path>> models) {
        return withPaths(
                old -> {
                    Path here = folder.resolve(old).normalize();
                    Path found =
                            Files.exists(here) ? here : models.apply(Path.of(old)).orElse(here);
                    return found.toString();
                },
                old -> folder.resolve(old).normalize().toString());
    }

    /** The backbone with other paths. */
    Backbone withPaths(UnaryOperator<String> other) {
        return withPaths(other, other);
    }

    private Backbone withPaths(UnaryOperator<String> model, UnaryOperator<String> data) {
        return new Backbone(
                name,
                path == null ? null : model.apply(path),
                scratch,
                settings,
                training.stream().map(set -> set.at(data)).toList());
    }

    /**
     * The size of a BERT-layout model with random weights and a vocabulary of its own, trained on
     * the texts it will see.
     *
     * @param vocabulary tokens in the vocabulary
     * @param hiddenSize E, the width of an embedding
     * @param layers transformer layers; 0 makes a bag of embeddings: mean-pooled, layer-normalised
     *     token and position embeddings
     * @param heads attention heads per layer; must divide the hidden size
     * @param intermediateSize width of the feed-forward layer
     * @param maxPositions the longest text in tokens
     */
    public record Scratch(
            int vocabulary,
            int hiddenSize,
            int layers,
            int heads,
            int intermediateSize,
            int maxPositions) {
        public Scratch {
            if (vocabulary < 16 || hiddenSize < 1 || layers < 0 || maxPositions < 1) {
                throw new BadInputException(
                        "a backbone from scratch needs at least 16 tokens, 1 dimension, 0 layers"
                                + " and 1 position");
            }
            if (layers > 0 && (heads < 1 || hiddenSize % heads != 0 || intermediateSize < 1)) {
                throw new BadInputException(
                        "hidden size "
                                + hiddenSize
                                + " must be a multiple of the number of heads, "
                                + heads);
            }
        }

        /** All sizes of the model. */
        public ModelConfig config() {
            return layers == 0
                    ? ModelConfig.bag(vocabulary, hiddenSize, maxPositions)
                    : ModelConfig.transformer(
                            vocabulary, hiddenSize, layers, heads, intermediateSize, maxPositions);
        }
    }
}
