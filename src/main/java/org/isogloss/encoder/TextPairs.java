package org.isogloss.encoder;

import java.util.ArrayList;
import java.util.List;

/**
 * The questions and passages of a training batch in tokens: question i is answered by passage i,
 * and perhaps by others.
 */
public final class TextPairs {
    private final int size;
    private final PackedTexts packed;
    private final long[] matches; // [K], question * size + passage

    /**
     * A passage that also answers a question it does not stand beside.
     *
     * @param question the question's place, from 0
     * @param passage the passage's place, another one
     */
    public record Match(int question, int passage) {}

    /**
     * Takes tokens, special tokens included.
     *
     * @param matches each at most once
     * @throws IllegalArgumentException if questions and passages differ in number, or there are
     *     none, or one has no token, or a match lies outside or pairs what is paired already
     */
    public TextPairs(List<int[]> questions, List<int[]> passages, List<Match> matches) {
        if (questions.size() != passages.size()) {
            throw new IllegalArgumentException(
                    questions.size() + " questions cannot be paired with " + passages.size());
        }
        size = questions.size();
        List<int[]> all = new ArrayList<>(questions);
        all.addAll(passages);
        packed = new PackedTexts(all);
        this.matches = matches.stream().mapToLong(this::place).toArray();
    }

    private long place(Match match) {
        if (match.question() == match.passage()
                || Math.min(match.question(), match.passage()) < 0
                || Math.max(match.question(), match.passage()) >= size) {
            throw new IllegalArgumentException(match + " is no match among " + size + " pairs");
        }
        return (long) match.question() * size + match.passage();
    }

    /** The number of pairs. */
    public int size() {
        return size;
    }

    /** The number of tokens of all texts. */
    public int tokens() {
        return packed.tokens();
    }

    /** The questions, then the passages. */
    PackedTexts packed() {
        return packed;
    }

    long[] matches() {
        return matches;
    }
}
