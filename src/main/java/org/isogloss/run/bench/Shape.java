package org.isogloss.run.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.isogloss.encoder.ModelConfig;
import org.isogloss.experiment.Backbone;

/**
 * The sizes of a backbone that decide how much there is to compute, and that formula.
 *
 * <p>Letters: L layers, H hidden, F feed-forward, V vocabulary, P positions, n tokens of a text. A
 * token's way forward takes {@code 2 L (4 H² + 2 H F)} operations in matrix products with weights,
 * {@code 4 L H n} in attention, and {@code H (}{@link #EMBEDDING}{@code + L }{@link #LAYER}{@code
 * )} in what passes over activations without a product. Learning takes three times that (forward,
 * and back for activations and for weights; Kaplan et al., 2020, appendix B), and {@link #UPDATE} a
 * weight and step for clipping and AdamW.
 *
 * <p>The three constants stand for memory traffic and many small calls, counted in operations of a
 * product that would take as long. They were fitted on one processor to bags of 128 and 512, 2 and
 * 4 layers of 128 and 6 of 384, and two vocabularies; they matter where layers are narrow or the
 * vocabulary is large.
 *
 * @param layers L; 0 is a bag of embeddings
 * @param hidden H
 * @param feedForward F
 * @param vocabulary V
 * @param positions P
 */
public record Shape(int layers, int hidden, int feedForward, int vocabulary, int positions) {
    /** Operations per number of a token's embedding. */
    private static final double EMBEDDING = 700;

    /** Operations per number of a token's activation, each layer. */
    private static final double LAYER = 5000;

    /** Operations per weight and step. */
    private static final double UPDATE = 200;

    private static final int LEARNING = 3;
    private static final String CONFIG = "config.json";

    /** The shape of a model. */
    public static Shape of(ModelConfig config) {
        return new Shape(
                config.layers(),
                config.hidden(),
                config.feedForward(),
                config.vocabulary(),
                config.positions());
    }

    /** The shape of a backbone; empty if its directory has no {@code config.json}. */
    public static Optional<Shape> of(Backbone backbone) {
        Backbone.Scratch size = backbone.scratch();
        if (size != null) {
            return Optional.of(
                    new Shape(
                            size.layers(),
                            size.hiddenSize(),
                            size.intermediateSize(),
                            size.vocabulary(),
                            size.maxPositions()));
        }
        Path config = backbone.directory().orElseThrow().resolve(CONFIG);
        return Files.isRegularFile(config)
                ? Optional.of(of(ModelConfig.read(config)))
                : Optional.empty();
    }

    /** The number of weights, but for a token type or two and a Dense layer. */
    public long parameters() {
        long h = hidden;
        long layer = 4 * h * h + 2 * h * feedForward + 9 * h + feedForward;
        return h * (vocabulary + positions + 2L) + layers * layer;
    }

    /** Operations of one token on its way forward, in a text of some tokens. */
    public double forward(double textTokens) {
        return products(textTokens) + hidden * (EMBEDDING + layers * LAYER);
    }

    /** Those of them in products alone: what is usually published as a model's. */
    double products(double textTokens) {
        double h = hidden;
        return layers * (2 * (4 * h * h + 2 * h * feedForward) + 4 * h * textTokens);
    }

    /** Operations of a training step on so many tokens, in texts of some tokens each. */
    public double step(double tokens, double textTokens) {
        return LEARNING * tokens * forward(textTokens) + UPDATE * parameters();
    }

    /** How far another shape is from this one: the factor between their work, 1 or more. */
    double factor(Shape other) {
        double ratio = forward(0) / other.forward(0);
        return Math.max(ratio, 1 / ratio);
    }

    /** True if both are bags, or neither: what holds a bag up is not what holds a layer up. */
    boolean likeInKind(Shape other) {
        return (layers == 0) == (other.layers == 0);
    }

    /** In words: {@code 12 layers of 384}. */
    public String inWords() {
        return layers == 0
                ? "a bag of embeddings of " + hidden
                : layers + (layers == 1 ? " layer of " : " layers of ") + hidden;
    }
}
