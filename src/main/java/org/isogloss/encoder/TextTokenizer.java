package org.isogloss.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isogloss.base.BadInputException;

/**
 * Text to token ids through a {@code tokenizer.json}, with the special tokens it asks for.
 *
 * <p>Texts too long lose tokens at their end, before the closing special tokens, as in
 * transformers. Truncation and padding stated in the file are not applied. Safe for several
 * threads.
 */
public final class TextTokenizer implements AutoCloseable {
    private static final Map<String, String> OPTIONS =
            Map.of(
                    "truncation", "do_not_truncate",
                    "padding", "do_not_pad",
                    "modelMaxLength", String.valueOf(Integer.MAX_VALUE));

    private final Path file;
    private final int vocabulary;
    private final boolean lowerCase;
    private final HuggingFaceTokenizer tokenizer;
    private final int opening;
    private final int closing;

    /**
     * Opens a tokenizer.
     *
     * @param vocabulary the model's word embeddings; a greater id is refused
     * @throws BadInputException if the file is absent or not a tokenizer
     */
    public TextTokenizer(Path file, int vocabulary) {
        this(file, vocabulary, false);
    }

    /**
     * As the other.
     *
     * @param lowerCase whether texts are lower-cased before anything else is done with them
     */
    public TextTokenizer(Path file, int vocabulary, boolean lowerCase) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.lowerCase = lowerCase;
        tokenizer = open(file);
        long[] special = tokenizer.encode("a").getSpecialTokenMask();
        opening = leading(special, 0, 1);
        closing = leading(special, special.length - 1, -1);
    }

    private static HuggingFaceTokenizer open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw BadInputException.in(file, "there is no such file");
        }
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        } catch (RuntimeException e) { // the type the library throws
            throw BadInputException.in(file, "is not a tokenizer.json: " + e.getMessage(), e);
        }
    }

    /** A tokenizer from the text of a tokenizer.json, which neither truncates nor pads. */
    static HuggingFaceTokenizer parse(String json) {
        PyTorch.stayOffline();
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try {
            return HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(bytes), OPTIONS);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be read", e);
        }
    }

    private static int leading(long[] special, int from, int step) {
        int count = 0;
        for (int i = from; i >= 0 && i < special.length && special[i] != 0; i += step) {
            count++;
        }
        return count;
    }

    /**
     * The ids of a text.
     *
     * @param maxTokens the longest result, special tokens included
     * @throws BadInputException if the text gives no token, or one the model does not know
     */
    public int[] ids(String text, int maxTokens) {
        return ids(text, tokenizer.encode(cased(text)), maxTokens);
    }

    /** The ids of several texts, on all processors; see {@link #ids(String, int)}. */
    public List<int[]> ids(List<String> texts, int maxTokens) {
        if (texts.isEmpty()) {
            return List.of();
        }
        Encoding[] encodings = tokenizer.batchEncode(texts.stream().map(this::cased).toList());
        int[][] ids = new int[encodings.length][];
        Arrays.setAll(ids, i -> ids(texts.get(i), encodings[i], maxTokens));
        return List.of(ids);
    }

    private String cased(String text) {
        return lowerCase ? text.toLowerCase(Locale.ROOT) : text;
    }

    private int[] ids(String text, Encoding encoding, int maxTokens) {
        if (maxTokens <= opening + closing) {
            throw new IllegalArgumentException(
                    maxTokens + " tokens leave no room beside the special tokens");
        }
        long[] all = encoding.getIds();
        int length = Math.min(all.length, maxTokens);
        if (length == 0) {
            throw new BadInputException(
                    "the text '" + text + "' gives no token; remove it from the data");
        }
        int[] ids = new int[length];
        for (int i = 0; i < length; i++) {
            int fromEnd = length - i;
            long id = fromEnd <= closing ? all[all.length - fromEnd] : all[i];
            if (id >= vocabulary) {
                throw BadInputException.in(
                        file,
                        "gives token "
                                + id
                                + " for '"
                                + text
                                + "', but config.json says vocab_size "
                                + vocabulary
                                + "; the two are of different models");
            }
            ids[i] = (int) id;
        }
        return ids;
    }

    /** The text that ids stand for, without special tokens. */
    public String text(int[] ids) {
        return tokenizer.decode(Arrays.stream(ids).asLongStream().toArray(), true);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
