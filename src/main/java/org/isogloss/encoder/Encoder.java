package org.isogloss.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;

/**
 * Texts to vectors with a model directory's weights.
 *
 * <p>Texts are sorted by length and computed some thousand tokens at a time without padding; a
 * text's vector does not depend on the texts around it. Vectors have length 1 where the directory
 * says so. Letters: N texts, E the vectors' dimension.
 */
public final class Encoder implements AutoCloseable {
    private static final int TOKENS_AT_ONCE = 4096;
    private static final int TEXTS_AT_ONCE = 1024;

    private final EncodingSettings settings;
    private final ModelDescription model;
    private final TextTokenizer tokenizer;
    private final Weights weights;
    private final Kernels kernels;
    private final boolean owner;

    /**
     * Loads a model.
     *
     * @throws BadInputException if the settings ask for longer texts than the model can take, or
     *     the device does not exist
     */
    public Encoder(ModelDirectory directory, EncodingSettings settings, ComputeDevice device) {
        int longest = directory.config().longestText();
        if (settings.maxTokens() < 1 || settings.maxTokens() > longest) {
            throw BadInputException.in(
                    directory.path(),
                    "maxTokens is "
                            + settings.maxTokens()
                            + ", but this model takes 1 to "
                            + longest);
        }
        this.settings = settings;
        model = directory.description();
        weights = Weights.load(directory, device);
        kernels = new Kernels(device);
        tokenizer = directory.tokenizer();
        owner = true;
    }

    /**
     * Encodes with weights that others own and may change between two calls; closing it leaves them
     * open.
     */
    public Encoder(
            ModelDescription model, TextTokenizer tokenizer, Weights weights, Kernels kernels) {
        Prompts prompts = model.input().prompts();
        this.settings =
                new EncodingSettings(
                        model.head().pooling(),
                        model.input().maxTokens(),
                        prompts.question(),
                        prompts.passage());
        this.model = model;
        this.tokenizer = tokenizer;
        this.weights = weights;
        this.kernels = kernels;
        this.owner = false;
    }

    /** How texts become vectors. */
    public EncodingSettings settings() {
        return settings;
    }

    /** E. */
    public int dimension() {
        return model.dimension();
    }

    /**
     * Encodes texts.
     *
     * @return vectors [N, E] in the order of the texts
     * @throws BadInputException if a text gives no token
     * @throws CancellationException if asked to stop
     */
    public Vectors encode(
            Side side, List<String> texts, Progress progress, Cancellation cancellation) {
        String what = side == Side.QUESTION ? "encoding questions" : "encoding passages";
        return encode(what, tokens(side, texts, cancellation), progress, cancellation);
    }

    /** Texts cut into tokens, for those who encode them again and again as the weights change. */
    public List<int[]> tokens(Side side, List<String> texts, Cancellation cancellation) {
        return tokens(settings.prefix(side), texts, cancellation);
    }

    /**
     * Encodes texts that were cut into tokens.
     *
     * @param what the work is called where it shows its progress
     * @return vectors [N, E] in the order of the texts
     * @throws CancellationException if asked to stop
     */
    public Vectors encode(
            String what, List<int[]> tokens, Progress progress, Cancellation cancellation) {
        int e = model.dimension();
        if ((long) tokens.size() * e > Integer.MAX_VALUE - Long.BYTES) {
            throw new BadInputException(
                    tokens.size()
                            + " vectors of "
                            + e
                            + " numbers do not fit into one array; encode"
                            + " the texts in parts");
        }
        float[] values = new float[tokens.size() * e];
        int done = 0;
        progress.at(what, done, tokens.size());
        for (int[] chunk : chunks(tokens)) {
            cancellation.check();
            float[] rows = vectors(chunk, tokens);
            for (int i = 0; i < chunk.length; i++) {
                System.arraycopy(rows, i * e, values, chunk[i] * e, e);
            }
            done += chunk.length;
            progress.at(what, done, tokens.size());
        }
        return new Vectors(tokens.size(), e, values);
    }

    private List<int[]> tokens(String prefix, List<String> texts, Cancellation cancellation) {
        List<int[]> tokens = new ArrayList<>(texts.size());
        for (int from = 0; from < texts.size(); from += TEXTS_AT_ONCE) {
            cancellation.check();
            int to = Math.min(texts.size(), from + TEXTS_AT_ONCE);
            List<String> part = texts.subList(from, to).stream().map(t -> prefix + t).toList();
            tokens.addAll(tokenizer.ids(part, settings.maxTokens()));
        }
        return tokens;
    }

    /** The texts' indices, longest texts first so that memory is short at once or never. */
    private static List<int[]> chunks(List<int[]> tokens) {
        int[] sorted =
                IntStream.range(0, tokens.size())
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> -tokens.get(i).length))
                        .mapToInt(Integer::intValue)
                        .toArray();
        List<int[]> chunks = new ArrayList<>();
        int from = 0;
        int total = 0;
        for (int i = 0; i < sorted.length; i++) {
            int length = tokens.get(sorted[i]).length;
            if (i > from && total + length > TOKENS_AT_ONCE) {
                chunks.add(IntStream.range(from, i).map(k -> sorted[k]).toArray());
                from = i;
                total = 0;
            }
            total += length;
        }
        if (from < sorted.length) {
            int last = from;
            chunks.add(IntStream.range(last, sorted.length).map(k -> sorted[k]).toArray());
        }
        return chunks;
    }

    private float[] vectors(int[] chunk, List<int[]> tokens) {
        PackedTexts packed = new PackedTexts(IntStream.of(chunk).mapToObj(tokens::get).toList());
        try (NDManager scope = weights.arrays().getManager().newSubManager()) {
            KernelModel numbers = model.kernelModel(settings.pooling());
            boolean normalize = model.head().normalize();
            NDArray vectors =
                    kernels.embed(scope, weights.arrays(), numbers, packed, normalize); // [B, E]
            return vectors.toFloatArray();
        }
    }

    @Override
    public void close() {
        if (owner) {
            tokenizer.close();
            kernels.close();
            weights.close();
        }
    }
}
