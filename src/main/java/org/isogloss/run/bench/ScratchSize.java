package org.isogloss.run.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;
import org.isogloss.encoder.ModelConfig;
import org.isogloss.experiment.Backbone;

/**
 * The size of a model made to measure with, written {@code 4x128} or {@code 4x128x8000}.
 *
 * @param layers 0 for a bag of embeddings
 * @param hidden the width of an embedding; the feed-forward layer is four times as wide
 * @param vocabulary tokens
 */
public record ScratchSize(int layers, int hidden, int vocabulary) {
    /** What is measured where nothing is asked for. */
    public static final ScratchSize STANDARD = new ScratchSize(4, 128, 8000);

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,3})x([1-9]\\d{0,4})(?:x([1-9]\\d{0,6}))?");
    private static final int POSITIONS = 160;
    private static final int HEAD = 64;
    private static final int SMALL_HEAD = 32;
    private static final int LEAST_VOCABULARY = 16;

    public ScratchSize {
        if (hidden % SMALL_HEAD != 0 || vocabulary < LEAST_VOCABULARY) {
            throw new BadInputException(
                    "a model of "
                            + layers
                            + "x"
                            + hidden
                            + "x"
                            + vocabulary
                            + " cannot be made: its width must be a multiple of "
                            + SMALL_HEAD
                            + " and its vocabulary at least "
                            + LEAST_VOCABULARY);
        }
    }

    /**
     * Reads a size.
     *
     * @throws BadInputException if it is none
     */
    public static ScratchSize of(String text) {
        Matcher match = WRITTEN.matcher(text);
        if (!match.matches()) {
            throw new BadInputException(
                    "size '"
                            + text
                            + "' is not LAYERSxWIDTH or LAYERSxWIDTHxVOCABULARY, such as 4x128");
        }
        return new ScratchSize(
                Integer.parseInt(match.group(1)),
                Integer.parseInt(match.group(2)),
                match.group(3) == null ? STANDARD.vocabulary : Integer.parseInt(match.group(3)));
    }

    /** The size nearest to a backbone's from scratch; its width is rounded up. */
    public static ScratchSize near(Backbone.Scratch size) {
        int width = (size.hiddenSize() + SMALL_HEAD - 1) / SMALL_HEAD * SMALL_HEAD;
        return new ScratchSize(size.layers(), width, size.vocabulary());
    }

    /** The sizes of such a model. */
    public ModelConfig config() {
        int heads = hidden / (hidden % HEAD == 0 ? HEAD : SMALL_HEAD);
        return layers == 0
                ? ModelConfig.bag(vocabulary, hidden, POSITIONS)
                : ModelConfig.transformer(vocabulary, hidden, layers, heads, 4 * hidden, POSITIONS);
    }

    @Override
    public String toString() {
        return layers + "x" + hidden + "x" + vocabulary;
    }
}
