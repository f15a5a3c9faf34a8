package org.isogloss.encoder;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The tensor work of encoding and training: one call of a TorchScript module that holds no weights.
 *
 * <p>Letters: B texts, H hidden size, F feed-forward size; V, P, Y rows of the word, position and
 * token-type tables. The weights are float32 arrays on the kernels' device that do not require a
 * gradient, in this order: word embeddings [V, H], position [P, H], token type [Y, H], LayerNorm
 * weight and bias [H]; then for each layer twelve: query-key-value weight [3H, H] and bias [3H],
 * attention output weight [H, H] and bias, LayerNorm weight and bias, intermediate weight [F, H]
 * and bias, output weight [H, F] and bias, LayerNorm weight and bias. No layer at all is legal. A
 * Dense layer after pooling adds its weight [E, H] and, where it has one, its bias [E].
 *
 * <p>Texts are packed, without padding. Only a GPU pads them for attention and pooling, because
 * there many small calls cost more than one large one. The kernels name the arrays given to them
 * for their own use. One object serves several threads, except that a step changes its weights.
 */
public final class Kernels implements AutoCloseable {
    private static final String SOURCE = "kernels.py";

    private final NDManager manager;
    private final PtSymbolBlock module;
    private final boolean padded;

    /**
     * What the weights' shapes leave open about a model.
     *
     * @param heads attention heads A; H is a multiple of A
     * @param epsilon of every LayerNorm
     * @param positionOffset the first position id: 0 for BERT, padding id + 1 for XLM-RoBERTa
     * @param pooling how token vectors become a text vector
     * @param activation of the Dense layer, if the weights have one
     */
    public record Model(
            int heads,
            double epsilon,
            int positionOffset,
            Pooling pooling,
            Dense.Activation activation) {
        /** A model without a Dense layer. */
        public Model(int heads, double epsilon, int positionOffset, Pooling pooling) {
            this(heads, epsilon, positionOffset, pooling, Dense.Activation.IDENTITY);
        }

        /** The same model with a Dense layer. */
        Model with(Dense.Activation dense) {
            return new Model(heads, epsilon, positionOffset, pooling, dense);
        }
    }

    /**
     * The numbers of the loss.
     *
     * @param temperature divides cosines
     * @param symmetric whether the loss of finding each question among the batch's questions is
     *     averaged in
     */
    public record Contrast(double temperature, boolean symmetric) {}

    /**
     * Dropout probabilities.
     *
     * @param hidden after the embeddings and each sublayer
     * @param attention of attention probabilities
     */
    public record Dropout(double hidden, double attention) {
        /** No dropout. */
        public static final Dropout NONE = new Dropout(0, 0);
    }

    /**
     * The numbers of one AdamW update.
     *
     * @param decayVectors whether weight decay also shrinks biases and LayerNorm weights
     * @param clip the greatest global gradient norm, or 0 for any
     * @param step the update's number, from 1
     */
    public record Update(
            double learningRate,
            double beta1,
            double beta2,
            double epsilon,
            double weightDecay,
            boolean decayVectors,
            double clip,
            long step) {}

    /**
     * What a model learns with: its weights and the two moments of each, shaped alike.
     *
     * @param weights in the kernels' order
     * @param first running means of gradients
     * @param second running means of squared gradients
     */
    public record Learned(NDList weights, NDList first, NDList second) {}

    /**
     * What a step did.
     *
     * @param loss before the update
     * @param gradientNorm before clipping; if either is not finite, nothing was updated
     */
    public record Report(double loss, double gradientNorm) {
        /** True if the weights were updated. */
        public boolean finite() {
            return Double.isFinite(loss) && Double.isFinite(gradientNorm);
        }
    }

    /**
     * Compiles the kernels for a device, starting the engine where needed.
     *
     * @throws IllegalStateException with TorchScript's message if their source is at fault
     */
    public Kernels(ComputeDevice device) {
        this(PyTorch.newManager(device), source(), device.gpu().isPresent());
    }

    /** As the other, for those who have the engine's name of a device. */
    public Kernels(Device device) {
        this(Engine.getEngine("PyTorch").newBaseManager(device), source(), device.isGpu());
    }

    Kernels(NDManager manager, String source, boolean padded) {
        this.manager = manager;
        this.padded = padded;
        byte[] archive = TorchScriptArchive.of("Kernels", source);
        try {
            module =
                    JniUtils.loadModule(
                            (PtNDManager) manager, new ByteArrayInputStream(archive), false, false);
        } catch (EngineException e) {
            manager.close();
            throw new IllegalStateException(SOURCE + " does not compile: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be read", e);
        }
    }

    /**
     * Encodes texts.
     *
     * @param normalize whether vectors get length 1
     * @return vectors [B, H], or [B, E] of a Dense layer, in the order the texts were given,
     *     attached to the manager given
     */
    public NDArray embed(
            NDManager owner, NDList weights, Model model, PackedTexts texts, boolean normalize) {
        try (NDManager scope = owner.newSubManager()) {
            NDList inputs = inputs(scope, "embed", weights, model, texts);
            inputs.add(scope.create(normalize));
            NDArray vectors = run(inputs, false).singletonOrThrow();
            vectors.attach(owner);
            return vectors;
        }
    }

    /**
     * The loss of a batch without dropout and without learning.
     *
     * @param pairs the batch's questions, then their passages
     */
    public double loss(NDList weights, Model model, PackedTexts pairs, Contrast contrast) {
        try (NDManager scope = weights.head().getManager().newSubManager()) {
            NDList inputs = inputs(scope, "loss", weights, model, pairs);
            inputs.add(numbers(scope, contrast));
            return run(inputs, false).singletonOrThrow().getFloat();
        }
    }

    /**
     * Learns from a batch: forward with dropout, loss, gradients, global-norm clip, AdamW with
     * decoupled weight decay (Loshchilov and Hutter, 2019, algorithm 2).
     *
     * @param learned changed in place
     * @param pairs the batch's questions, then their passages
     * @param dropout drawn from the engine's random seed
     */
    public Report step(
            Learned learned,
            Model model,
            PackedTexts pairs,
            Contrast contrast,
            Dropout dropout,
            Update update) {
        try (NDManager scope = learned.weights().head().getManager().newSubManager()) {
            NDList inputs = new NDList(method(scope, "step"));
            inputs.addAll(named("w[]", learned.weights()));
            inputs.addAll(named("m[]", learned.first()));
            inputs.addAll(named("v[]", learned.second()));
            inputs.addAll(texts(scope, learned.weights(), model, pairs));
            inputs.add(numbers(scope, contrast));
            inputs.add(scope.create(new double[] {dropout.hidden(), dropout.attention()}));
            inputs.add(numbers(scope, update));
            float[] report = run(inputs, true).singletonOrThrow().toFloatArray();
            return new Report(report[0], report[1]);
        }
    }

    /**
     * The loss's gradient for each weight, without dropout and without learning.
     *
     * @return gradients shaped as the weights, attached to the manager given
     */
    public NDList gradients(
            NDManager owner, NDList weights, Model model, PackedTexts pairs, Contrast contrast) {
        try (NDManager scope = owner.newSubManager()) {
            NDList inputs = inputs(scope, "gradients", weights, model, pairs);
            inputs.add(numbers(scope, contrast));
            inputs.add(scope.create(new double[] {0, 0}));
            NDList lossAndGradients = run(inputs, true);
            NDList gradients = lossAndGradients.subNDList(1);
            gradients.attach(owner);
            return gradients;
        }
    }

    @Override
    public void close() {
        module.close();
        manager.close();
    }

    private NDList inputs(
            NDManager scope, String method, NDList weights, Model model, PackedTexts texts) {
        NDList inputs = new NDList(method(scope, method));
        inputs.addAll(named("w[]", weights));
        inputs.addAll(texts(scope, weights, model, texts));
        return inputs;
    }

    /** The engine reads the method's name from an array's name; outputs join its manager. */
    private static NDArray method(NDManager scope, String name) {
        NDArray method = scope.create(0);
        method.setName("module_method:" + name);
        return method;
    }

    /** The engine makes one list argument of arrays that share a name ending in brackets. */
    private static NDList named(String name, NDList arrays) {
        arrays.forEach(array -> array.setName(name));
        return arrays;
    }

    private NDList texts(NDManager scope, NDList weights, Model model, PackedTexts texts) {
        long positions = weights.get(1).getShape().get(0) - model.positionOffset();
        if (texts.longest() > positions) {
            throw new IllegalArgumentException(
                    "a text of "
                            + texts.longest()
                            + " tokens does not fit a model of "
                            + positions
                            + " positions");
        }
        return new NDList(
                scope.create(texts.ids()),
                scope.create(texts.positions(model.positionOffset())),
                scope.create(texts.lengths()),
                scope.create(texts.counts()),
                scope.create(texts.order()),
                scope.create(padded ? texts.slots() : new long[0]),
                scope.create(
                        new double[] {
                            model.heads(),
                            model.epsilon(),
                            number(model.pooling()),
                            model.activation() == Dense.Activation.TANH ? 1 : 0
                        }));
    }

    private static double number(Pooling pooling) {
        return switch (pooling) {
            case MEAN -> 0;
            case CLS -> 1;
            case MAX -> 2;
            case MEAN_SQRT_LEN -> 3;
            case WEIGHTED_MEAN -> 4;
            case LAST_TOKEN -> 5;
        };
    }

    private static NDArray numbers(NDManager scope, Contrast contrast) {
        return scope.create(new double[] {contrast.temperature(), contrast.symmetric() ? 1 : 0});
    }

    private static NDArray numbers(NDManager scope, Update update) {
        return scope.create(
                new double[] {
                    update.learningRate(),
                    update.beta1(),
                    update.beta2(),
                    update.epsilon(),
                    update.weightDecay(),
                    update.decayVectors() ? 1 : 0,
                    update.clip(),
                    update.step()
                });
    }

    /** Both switches belong to the calling thread; with the optimizer on, each shape recompiles. */
    private NDList run(NDList inputs, boolean learning) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGraphExecutorOptimize(false);
        JniUtils.setGradMode(learning);
        try {
            return IValueUtils.forward(module, inputs, learning);
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    static String source() {
        try (InputStream in = Kernels.class.getResourceAsStream(SOURCE)) {
            if (in == null) {
                throw new FileNotFoundException(SOURCE + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SOURCE, e);
        }
    }
}
