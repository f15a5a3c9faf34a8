package org.isogloss.encoder;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
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
import java.util.OptionalDouble;
import org.isogloss.base.BadInputException;

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
    private final Precision precision;
    private final boolean oneDnn;

    /**
     * Compiles the kernels for a device, starting the engine where needed.
     *
     * @throws IllegalStateException with TorchScript's message if their source is at fault
     */
    public Kernels(ComputeDevice device) {
        this(PyTorch.newManager(device), source(), device.gpu().isPresent());
    }

    /**
     * As the other, in a precision.
     *
     * @throws BadInputException if a processor is to compute in bfloat16
     */
    public Kernels(ComputeDevice device, Precision precision) {
        this(manager(device, precision), source(), device.gpu().isPresent(), precision);
    }

    /** As the other, for those who have the engine's name of a device. */
    public Kernels(Device device) {
        this(Engine.getEngine("PyTorch").newBaseManager(device), source(), device.isGpu());
    }

    Kernels(NDManager manager, String source, boolean padded) {
        this(manager, source, padded, Precision.FLOAT32);
    }

    Kernels(NDManager manager, String source, boolean padded, Precision precision) {
        this.manager = manager;
        this.precision = precision;
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
        oneDnn = !manager.getDevice().isGpu() && hasOneDnn();
    }

    /** Asked by trying, since the engine has it on some systems only and does not tell. */
    private boolean hasOneDnn() {
        try (NDManager scope = manager.newSubManager()) {
            run(new NDList(method(scope, "dnn"), scope.ones(new Shape(1, 1))), false);
            return true;
        } catch (EngineException e) {
            return false;
        }
    }

    private static NDManager manager(ComputeDevice device, Precision precision) {
        if (precision == Precision.BFLOAT16 && device.gpu().isEmpty()) {
            throw new BadInputException(
                    "precision 16 needs a graphics card: a processor computes bfloat16 slower than"
                            + " float32; set precision to 32");
        }
        return PyTorch.newManager(device);
    }

    /** In what layers compute. */
    public Precision precision() {
        return precision;
    }

    /**
     * Encodes texts.
     *
     * @param normalize whether vectors get length 1
     * @return vectors [B, H], or [B, E] of a Dense layer, in the order the texts were given,
     *     attached to the manager given
     */
    public NDArray embed(
            NDManager owner,
            NDList weights,
            KernelModel model,
            PackedTexts texts,
            boolean normalize) {
        try (NDManager scope = owner.newSubManager()) {
            NDList inputs = inputs(scope, "embed", weights, model, texts);
            inputs.add(host(scope).create(normalize));
            NDArray vectors = run(inputs, false).singletonOrThrow();
            vectors.attach(owner);
            return vectors;
        }
    }

    /**
     * Scores of questions [Q, E] and candidates [N, E], by the means that is fastest for large
     * ones.
     *
     * @return [Q, N], attached to the questions' manager
     */
    NDArray products(NDArray questions, NDArray candidates) {
        if (!oneDnn) {
            return questions.matMul(candidates.transpose());
        }
        NDArray method = method(questions.getManager(), "products");
        try {
            return run(new NDList(method, questions, candidates), false).singletonOrThrow();
        } finally {
            method.close();
        }
    }

    /** The loss of a batch without dropout and without learning. */
    public double loss(NDList weights, KernelModel model, TextPairs pairs, Contrast contrast) {
        try (NDManager scope = weights.head().getManager().newSubManager()) {
            NDList inputs = inputs(scope, "loss", weights, model, pairs.packed());
            inputs.addAll(contrast(scope, contrast, pairs));
            return run(inputs, false).singletonOrThrow().getFloat();
        }
    }

    /**
     * Learns from a batch: forward with dropout, loss, gradients, global-norm clip, AdamW with
     * decoupled weight decay (Loshchilov and Hutter, 2019, algorithm 2).
     *
     * @param learned changed in place
     */
    public StepOutcome step(
            Learned learned,
            KernelModel model,
            TextPairs pairs,
            Contrast contrast,
            Dropout dropout,
            AdamW update) {
        try (NDManager scope = learned.weights().head().getManager().newSubManager()) {
            NDList found = gradients(scope, learned, model, pairs, contrast, dropout);
            return update(learned, found.subNDList(1), found.head(), update);
        }
    }

    /**
     * The loss's gradient for each weight, without dropout and without learning.
     *
     * @return gradients shaped as the weights, attached to the manager given
     */
    public NDList gradients(
            NDManager owner,
            NDList weights,
            KernelModel model,
            TextPairs pairs,
            Contrast contrast) {
        Learned all = new Learned(weights, weights, weights);
        return gradients(owner, all, model, pairs, contrast, Dropout.NONE).subNDList(1);
    }

    /** The loss and its gradient for all that learns, attached to the manager given. */
    NDList gradients(
            NDManager owner,
            Learned learned,
            KernelModel model,
            TextPairs pairs,
            Contrast contrast,
            Dropout dropout) {
        manager.getEngine().setRandomSeed(dropout.seed());
        try (NDManager scope = owner.newSubManager()) {
            NDList inputs = new NDList(method(scope, "gradients"));
            inputs.addAll(frozen(scope, learned.frozen()));
            inputs.addAll(named("w[]", learned.learning()));
            inputs.addAll(texts(scope, learned.weights(), model, pairs.packed()));
            inputs.addAll(contrast(scope, contrast, pairs));
            inputs.add(numbers(scope, dropout));
            NDList lossAndGradients = run(inputs, true);
            lossAndGradients.attach(owner);
            return lossAndGradients;
        }
    }

    /**
     * Learns low-rank products.
     *
     * @param gradients of the adapted weights
     * @param loss a scalar
     */
    public StepOutcome update(LowRank learned, NDList gradients, NDArray loss, AdamW update) {
        try (NDManager scope = loss.getManager().newSubManager()) {
            NDList inputs = new NDList(method(scope, "low_rank"));
            inputs.addAll(named("t[]", learned.adapted()));
            inputs.addAll(named("z[]", learned.before()));
            inputs.addAll(named("g[]", gradients));
            inputs.addAll(named("a[]", learned.factors()));
            inputs.addAll(named("m[]", learned.first()));
            inputs.addAll(named("v[]", learned.second()));
            inputs.add(loss);
            inputs.add(
                    host(scope)
                            .create(
                                    learned.products().stream()
                                            .mapToDouble(Double::doubleValue)
                                            .toArray()));
            inputs.add(numbers(scope, update));
            return report(run(inputs, true));
        }
    }

    /** Vectors [B, H] with dropout, attached to the manager given. */
    NDArray represent(
            NDManager owner,
            NDList weights,
            KernelModel model,
            PackedTexts texts,
            Dropout dropout) {
        manager.getEngine().setRandomSeed(dropout.seed());
        try (NDManager scope = owner.newSubManager()) {
            NDList inputs = inputs(scope, "represent", weights, model, texts);
            inputs.add(numbers(scope, dropout));
            NDArray vectors = run(inputs, false).singletonOrThrow();
            vectors.attach(owner);
            return vectors;
        }
    }

    /**
     * The loss of a batch and its gradient for each vector.
     *
     * @param vectors [B, H]
     * @param places [B], the row of each question's vector, then of each passage's
     * @param scale as in {@link Learned}
     * @return the loss, the gradients [B, H] and that of a learnt scale, attached to the vectors'
     *     manager
     */
    NDList vectorGradients(
            NDArray vectors, long[] places, Contrast contrast, TextPairs pairs, NDList scale) {
        try (NDManager scope = vectors.getManager().newSubManager()) {
            NDList inputs = new NDList(method(scope, "vector_gradients"), vectors);
            inputs.add(scope.create(places));
            inputs.addAll(contrast(scope, contrast, pairs));
            inputs.addAll(
                    named("s[]", scale.isEmpty() ? new NDList(scope.create(new float[0])) : scale));
            NDList found = run(inputs, true);
            found.attach(vectors.getManager());
            return found;
        }
    }

    /**
     * Adds to the gradients of weights what texts contribute.
     *
     * @param gradients shaped as the weights that learn, changed in place
     * @param given the loss's gradient for each text's vector [B, H]
     */
    void accumulate(
            Learned learned,
            NDList gradients,
            KernelModel model,
            PackedTexts texts,
            Dropout dropout,
            NDArray given) {
        manager.getEngine().setRandomSeed(dropout.seed());
        try (NDManager scope = given.getManager().newSubManager()) {
            NDList inputs = new NDList(method(scope, "accumulate"));
            inputs.addAll(frozen(scope, learned.frozen()));
            inputs.addAll(named("w[]", learned.moving()));
            inputs.addAll(named("g[]", gradients));
            inputs.addAll(texts(scope, learned.weights(), model, texts));
            inputs.add(numbers(scope, dropout));
            inputs.add(given);
            run(inputs, true);
        }
    }

    /** The second half of a step, from gradients that are there. */
    public StepOutcome update(Learned learned, NDList gradients, NDArray loss, AdamW update) {
        try (NDManager scope = loss.getManager().newSubManager()) {
            NDList inputs = new NDList(method(scope, "update"));
            inputs.addAll(learned(learned));
            inputs.addAll(named("g[]", gradients));
            inputs.add(loss);
            inputs.add(numbers(scope, update));
            return report(run(inputs, true));
        }
    }

    @Override
    public void close() {
        module.close();
        manager.close();
    }

    private NDList inputs(
            NDManager scope, String method, NDList weights, KernelModel model, PackedTexts texts) {
        NDList inputs = new NDList(method(scope, method));
        inputs.addAll(named("w[]", weights));
        inputs.addAll(texts(scope, weights, model, texts));
        return inputs;
    }

    private static NDList frozen(NDManager scope, NDList frozen) {
        return named("f[]", frozen.isEmpty() ? new NDList(scope.create(0f)) : frozen);
    }

    private static NDList learned(Learned learned) {
        NDList inputs = named("w[]", learned.learning());
        inputs.addAll(named("m[]", learned.first()));
        inputs.addAll(named("v[]", learned.second()));
        return inputs;
    }

    private static StepOutcome report(NDList output) {
        float[] numbers = output.singletonOrThrow().toFloatArray();
        OptionalDouble temperature =
                numbers.length > 2 ? OptionalDouble.of(numbers[2]) : OptionalDouble.empty();
        return new StepOutcome(numbers[0], numbers[1], temperature);
    }

    /** The engine reads the method's name from an array's name; outputs join its manager. */
    private static NDArray method(NDManager scope, String name) {
        NDArray method = scope.create(0);
        method.setName("module_method:" + name);
        return method;
    }

    /** For what the kernels read as numbers: on a card they would have to wait for it. */
    private static NDManager host(NDManager scope) {
        return scope.newSubManager(Device.cpu());
    }

    /** The engine makes one list argument of arrays that share a name ending in brackets. */
    private static NDList named(String name, NDList arrays) {
        arrays.forEach(array -> array.setName(name));
        return arrays;
    }

    private NDList texts(NDManager scope, NDList weights, KernelModel model, PackedTexts texts) {
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
                host(scope).create(texts.lengths()),
                host(scope).create(texts.counts()),
                scope.create(texts.order()),
                scope.create(padded ? texts.slots() : new long[0]),
                host(scope)
                        .create(
                                new double[] {
                                    model.heads(),
                                    model.epsilon(),
                                    number(model.pooling()),
                                    model.activation() == Dense.Activation.TANH ? 1 : 0,
                                    means()
                                }));
    }

    private double means() {
        if (precision == Precision.BFLOAT16) {
            return 2;
        }
        return oneDnn ? 1 : 0;
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

    private static NDList contrast(NDManager scope, Contrast contrast, TextPairs pairs) {
        return new NDList(
                host(scope)
                        .create(
                                new double[] {
                                    contrast.temperature(),
                                    contrast.symmetric() ? 1 : 0,
                                    pairs.size()
                                }),
                scope.create(contrast.maskMatches() ? pairs.matches() : new long[0]));
    }

    private static NDArray numbers(NDManager scope, Dropout dropout) {
        return host(scope).create(new double[] {dropout.hidden(), dropout.attention()});
    }

    private static NDArray numbers(NDManager scope, AdamW update) {
        return host(scope)
                .create(
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
    NDList run(NDList inputs, boolean learning) {
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
