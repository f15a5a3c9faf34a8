package org.isogloss.training;

import java.util.OptionalInt;
import org.isogloss.base.BadInputException;
import org.isogloss.encoder.ModelConfig;
import org.isogloss.encoder.ModelShape;

/**
 * What training needs at its peak, in bytes: resident memory of the process if the processor
 * computes, memory of the card if a graphics card does.
 *
 * <p>Letters: T tokens computed at once, n tokens of a text, H hidden size, F feed-forward size, A
 * heads. For its gradient a layer keeps, in float32 numbers a token: its input, query, key and
 * value and the attended values, 5 H; the inputs of two LayerNorms and the output of one, 3 H; the
 * masks of two dropouts, 2 H; the feed-forward layer before and after its activation, 2 F. On the
 * processor oneDNN keeps copies of what three linear layers read, 3 H, and attention a further H,
 * or, with dropout of attention probabilities, 3 A n.
 *
 * <p>On the processor, arrays of changing sizes leave gaps between them, so that resident memory is
 * more than their sum; by how much was fitted to runs on Linux with glibc's allocator, on models of
 * 0 to 12 layers of 128 to 768 dimensions. The figures for a graphics card are arithmetic alone,
 * beside an assumed context; none was measured.
 *
 * @param weights of the model, and of LoRA's copies and factors
 * @param gradients of the weights that learn
 * @param moments of AdamW, two for each number that learns
 * @param activations what a batch, or its largest part, keeps for its gradient. A batch in one
 *     piece lets go of them as the gradients of weights come; then it is only what they need beyond
 *     those
 * @param fixed the process itself: Java, the engine's libraries and the tokenizer; on a card, its
 *     context
 */
public record TrainingMemory(
        long weights, long gradients, long moments, long activations, long fixed) {
    /** Share of the memory at hand that an estimate may fill; runs took up to a third more. */
    private static final double FILLED = 0.7;

    private static final long MEBI = 1 << 20;
    private static final long PROCESS = 200 * MEBI;
    private static final long CARD_CONTEXT = 600 * MEBI;

    /** Of a tokenizer for each word of its vocabulary: 0.7 kB (WordPiece) to 2.2 kB (unigram). */
    static final long WORD = 1500;

    /** Resident memory for each byte of activations, with the gaps between them. */
    private static final double GAPS = 1.4;

    /** The same where a batch is computed in parts, whose sizes differ more. */
    private static final double GAPS_IN_PARTS = 1.9;

    /** Of a layer, what is at work beside what is kept. */
    private static final double AT_WORK = 0.5;

    /** All of it. */
    public long total() {
        return weights + gradients + moments + activations + fixed;
    }

    /**
     * Estimates what a step takes.
     *
     * @param load the largest batch
     * @param card whether a graphics card computes
     * @throws BadInputException if the settings leave nothing to learn
     */
    public static TrainingMemory of(
            ModelShape shape, TrainingSettings settings, BatchLoad load, boolean card) {
        return of(shape, settings, settings.microBatchTokens(), load, card);
    }

    private static TrainingMemory of(
            ModelShape shape, TrainingSettings settings, int most, BatchLoad load, boolean card) {
        LearnedSizes sizes = LearnedSizes.of(shape, settings);
        boolean parted = most > 0 && load.tokens() > most;
        BatchLoad part = parted ? load.part(most) : load;
        long gradients = Float.BYTES * sizes.gradients();
        double gaps = card ? 1 : parted ? GAPS_IN_PARTS : GAPS;
        long activations =
                Math.round(gaps * activations(shape, settings, sizes.layers(), part, card));
        if (parted) {
            // A part's gradients come as its activations go, to be added to those of other parts.
            activations = Math.max(activations, Float.BYTES * sizes.dense());
            activations += 2L * Float.BYTES * load.texts() * shape.config().hidden();
        } else {
            activations = Math.max(0, activations - gradients);
        }
        return new TrainingMemory(
                Float.BYTES * sizes.kept(),
                settings.accumulate() > 1 ? 2 * gradients : gradients, // the sum, and what is added
                2 * Float.BYTES * sizes.learning(),
                activations,
                card ? CARD_CONTEXT : PROCESS + WORD * shape.config().vocabulary());
    }

    private static double activations(
            ModelShape shape, TrainingSettings settings, int layers, BatchLoad load, boolean card) {
        ModelConfig config = shape.config();
        long h = config.hidden();
        boolean probabilities = settings.attentionDropout() > 0;
        long token = 8 * h + 2L * config.feedForward();
        token += settings.dropout() > 0 ? 2 * h : 0;
        token += card ? 0 : 3 * h;
        token += probabilities && !card ? 0 : h;
        double layer = (double) load.tokens() * token;
        if (card) {
            layer += 4.0 * h * load.padded(); // query, key, value and attended values
        } else if (probabilities) {
            layer += 3.0 * config.heads() * load.squares();
        }
        double embeddings = (layers == 0 ? 9.0 : 3.0) * h * load.tokens(); // at work; kept
        double pairs = load.texts() / 2.0;
        double scores = 4 * pairs * pairs + 6.0 * load.texts() * h;
        double kept = (layers == 0 ? 0 : layer * (layers + AT_WORK)) + embeddings + scores;
        return Float.BYTES * kept;
    }

    /**
     * The micro-batch that training on the processor should begin with, in tokens, so that the user
     * sets the size of batches and memory follows: an allocation that is granted and cannot be kept
     * ends a process without a word.
     *
     * @param available bytes beyond those of the process with its weights
     * @return empty if the settings name one, or the largest batch need not be parted; a text at a
     *     time where not even that is estimated to fit, since an estimate is no reason to refuse
     */
    public static OptionalInt firstMicroBatch(
            ModelShape shape, TrainingSettings settings, BatchLoad load, long available) {
        TrainingMemory whole = of(shape, settings, 0, load, false);
        long room = whole.weights() + whole.fixed() + (long) (FILLED * available);
        return settings.microBatchTokens() > 0 || whole.total() <= room
                ? OptionalInt.empty()
                : OptionalInt.of(
                        largestMicroBatch(shape, settings, load, false, room)
                                .orElse(load.longest()));
    }

    /**
     * The largest micro-batch with which training fits some memory, in tokens.
     *
     * @param settings their own micro-batch does not count
     * @param bytes the memory
     * @return the tokens of the whole batch if it need not be parted; empty if not even one text at
     *     a time fits
     * @throws BadInputException if the settings leave nothing to learn
     */
    public static OptionalInt largestMicroBatch(
            ModelShape shape, TrainingSettings settings, BatchLoad load, boolean card, long bytes) {
        int whole = Math.toIntExact(load.tokens());
        if (of(shape, settings, 0, load, card).total() <= bytes) {
            return OptionalInt.of(whole);
        }
        int least = Math.min(load.longest(), whole - 1);
        if (least < 1 || of(shape, settings, least, load, card).total() > bytes) {
            return OptionalInt.empty();
        }
        int fits = least;
        int tooMuch = whole;
        while (tooMuch - fits > 1) {
            int middle = (fits + tooMuch) >>> 1;
            if (of(shape, settings, middle, load, card).total() <= bytes) {
                fits = middle;
            } else {
                tooMuch = middle;
            }
        }
        return OptionalInt.of(fits);
    }
}
