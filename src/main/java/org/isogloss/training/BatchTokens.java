package org.isogloss.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.batch.Batch;
import org.isogloss.batch.BatchRow;
import org.isogloss.encoder.TextPairs;

/**
 * Turns batches into tokens and remembers each text's, since training sees a text many times.
 *
 * <p>Not safe for several threads.
 */
public final class BatchTokens {
    /** Ids remembered at most: 64 MiB of them; further texts are tokenised each time. */
    private static final long REMEMBERED = 1 << 24;

    private final Tokenizer tokenizer;
    private final String questionPrefix;
    private final String passagePrefix;
    private final int maxTokens;
    private final Map<String, int[]> remembered = new HashMap<>();
    private long ids;

    /**
     * Takes a tokenizer.
     *
     * @param questionPrefix put before every question, such as {@code "query: "}, or empty
     * @param passagePrefix put before every passage, such as {@code "passage: "}, or empty
     * @param maxTokens tokens of a text that are kept
     */
    public BatchTokens(
            Tokenizer tokenizer, String questionPrefix, String passagePrefix, int maxTokens) {
        this.tokenizer = tokenizer;
        this.questionPrefix = questionPrefix;
        this.passagePrefix = passagePrefix;
        this.maxTokens = maxTokens;
    }

    /** A batch without hard negatives. */
    public TextPairs of(Batch batch) {
        return of(batch, 0);
    }

    /**
     * A batch's questions and passages, with the answers it is known to hold besides.
     *
     * @param hardNegatives the most of a row's that are taken, hardest first; a row that has fewer
     *     gives those it has
     */
    public TextPairs of(Batch batch, int hardNegatives) {
        List<int[]> questions = new ArrayList<>(batch.rows().size());
        List<int[]> passages = new ArrayList<>(batch.rows().size());
        for (BatchRow row : batch.rows()) {
            questions.add(ids(questionPrefix + row.questionText()));
            passages.add(ids(passagePrefix + row.passageText()));
        }
        List<HardNegative> negatives = HardNegative.of(batch, hardNegatives);
        return new TextPairs(
                questions,
                passages,
                negatives.stream().map(each -> ids(passagePrefix + each.text())).toList(),
                KnownPositives.of(batch, negatives));
    }

    private int[] ids(String text) {
        int[] known = remembered.get(text);
        if (known != null) {
            return known;
        }
        int[] found = tokenizer.ids(text, maxTokens);
        if (ids + found.length <= REMEMBERED) {
            ids += found.length;
            remembered.put(text, found);
        }
        return found;
    }
}
