package org.isogloss.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;

/**
 * Learns a small subword vocabulary from texts and writes it as a {@code tokenizer.json}.
 *
 * <p>Text is NFKC-normalised, lower-cased, its runs of blanks made one blank; words begin at a
 * blank, which is marked ▁, and digits and punctuation marks stand alone. Byte pair encoding
 * (Sennrich, Haddow and Birch, 2016, algorithm 1) then merges the most frequent pairs of characters
 * within words. Learning splits texts by the tokenizer library itself, so learning and use cannot
 * disagree. Special tokens have ids but are not added to a text. The same texts give the same
 * bytes.
 */
public final class BpeTrainer {
    private static final int TEXTS_AT_ONCE = 1024;
    private static final int BYTES = 256;
    private static final List<String> SPECIAL =
            List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");
    private static final String MARK = "▁";

    private final int vocabulary;
    private final int longestToken;

    /**
     * Takes the vocabulary's limits.
     *
     * @param vocabulary the most tokens, special tokens included
     * @param longestToken the most characters of a token, the word mark not counted
     */
    public BpeTrainer(int vocabulary, int longestToken) {
        if (vocabulary <= SPECIAL.size() || longestToken < 1) {
            throw new IllegalArgumentException(
                    "a vocabulary of "
                            + vocabulary
                            + " tokens of "
                            + longestToken
                            + " characters holds nothing");
        }
        this.vocabulary = vocabulary;
        this.longestToken = longestToken;
    }

    /** Learns from texts; the result is the text of a tokenizer.json. */
    public String train(List<String> texts, Cancellation cancellation) {
        Map<String, Integer> words = words(texts, cancellation);
        BpeMerges merges = new BpeMerges(words, SPECIAL, MARK);
        merges.learn(vocabulary, longestToken, cancellation);
        Map<String, Integer> ids = new LinkedHashMap<>();
        merges.tokens().forEach(token -> ids.put(token, ids.size()));
        return JsonFile.text(tokenizer(ids, merges.merges(), false));
    }

    /**
     * Counts words as the library splits them: a tokenizer that knows nothing but bytes spells each
     * word out in UTF-8, and tells which word a byte belongs to. Texts are cut at spaces before,
     * where a word begins in any case, so that what repeats is spelt once.
     */
    private static Map<String, Integer> words(List<String> texts, Cancellation cancellation) {
        Map<String, Integer> chunks = new LinkedHashMap<>();
        for (String text : texts) {
            for (String chunk : text.split(" ", -1)) {
                chunks.merge(chunk, 1, Integer::sum);
            }
        }
        chunks.remove("");
        List<String> distinct = List.copyOf(chunks.keySet());
        Map<String, Integer> words = new LinkedHashMap<>();
        try (HuggingFaceTokenizer speller = speller()) {
            for (int from = 0; from < distinct.size(); from += TEXTS_AT_ONCE) {
                cancellation.check();
                int to = Math.min(distinct.size(), from + TEXTS_AT_ONCE);
                List<String> part = distinct.subList(from, to);
                Encoding[] spelt = speller.batchEncode(part, false, false);
                for (int i = 0; i < spelt.length; i++) {
                    count(spelt[i], chunks.get(part.get(i)), words);
                }
            }
        }
        return words;
    }

    private static HuggingFaceTokenizer speller() {
        Map<String, Integer> bytes = new LinkedHashMap<>();
        for (int i = 0; i < BYTES; i++) {
            bytes.put(String.format(Locale.ROOT, "<0x%02X>", i), i);
        }
        return TextTokenizer.parse(JsonFile.line(tokenizer(bytes, List.of(), true)));
    }

    private static void count(Encoding text, int times, Map<String, Integer> words) {
        long[] bytes = text.getIds();
        long[] word = text.getWordIds();
        ByteArrayOutputStream spelt = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            spelt.write((int) bytes[i]);
            if (i + 1 == bytes.length || word[i + 1] != word[i]) {
                words.merge(spelt.toString(StandardCharsets.UTF_8), times, Integer::sum);
                spelt.reset();
            }
        }
    }

    private static Map<String, Object> tokenizer(
            Map<String, Integer> vocabulary, List<List<String>> merges, boolean bytes) {
        Map<String, Object> metaspace =
                object(
                        "type",
                        "Metaspace",
                        "replacement",
                        MARK,
                        "prepend_scheme",
                        "always",
                        "split",
                        true);
        Map<String, Object> json = object("version", "1.0", "truncation", null, "padding", null);
        json.put(
                "added_tokens",
                bytes ? List.of() : SPECIAL.stream().map(BpeTrainer::special).toList());
        json.put(
                "normalizer",
                object(
                        "type",
                        "Sequence",
                        "normalizers",
                        List.of(
                                object("type", "NFKC"),
                                object("type", "Lowercase"),
                                object(
                                        "type", "Replace",
                                        "pattern", object("Regex", "\\s+"),
                                        "content", " "))));
        json.put(
                "pre_tokenizer",
                object(
                        "type",
                        "Sequence",
                        "pretokenizers",
                        List.of(
                                metaspace,
                                object("type", "Digits", "individual_digits", true),
                                object("type", "Punctuation", "behavior", "Isolated"))));
        json.put("post_processor", null);
        json.put("decoder", metaspace);
        json.put(
                "model",
                object(
                        "type",
                        "BPE",
                        "dropout",
                        null,
                        "unk_token",
                        bytes ? null : SPECIAL.get(1),
                        "continuing_subword_prefix",
                        null,
                        "end_of_word_suffix",
                        null,
                        "fuse_unk",
                        false,
                        "byte_fallback",
                        bytes,
                        "ignore_merges",
                        false,
                        "vocab",
                        vocabulary,
                        "merges",
                        merges));
        return json;
    }

    private static Map<String, Object> special(String token) {
        return object(
                "id", SPECIAL.indexOf(token),
                "content", token,
                "single_word", false,
                "lstrip", false,
                "rstrip", false,
                "normalized", false,
                "special", true);
    }

    /** A JSON object in the order given, which may hold null. */
    private static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
