package org.isogloss.encoder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The questions and passages of a training batch in tokens: question i is answered by passage i,
 * and perhaps by others. Passages beyond the number of questions are hard negatives, which answer
 * none of the questions they are not matched with; each question has them all as negatives.
 */
public final class TextPairs {
    private final int size;
    private final int passages; // P, hard negatives among them
    private final List<int[]> texts; // questions, then passages, then hard negatives
    private final PackedTexts packed;
    private final long[] matches; // [K], question * P + passage

    /**
     * A passage that also answers a question it does not stand beside.
     *
     * @param question the question's place, from 0
     * @param passage the passage's place, another one; hard negatives follow the answers
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
        this(questions, passages, List.of(), matches);
    }

    /** As the other, with any number of hard negatives. */
    public TextPairs(
            List<int[]> questions,
            List<int[]> passages,
            List<int[]> negatives,
            List<Match> matches) {
        if (questions.size() != passages.size()) {
            throw new IllegalArgumentException(
                    questions.size() + " questions cannot be paired with " + passages.size());
        }
        size = questions.size();
        texts = new ArrayList<>(questions);
        texts.addAll(passages);
        texts.addAll(negatives);
        this.passages = passages.size() + negatives.size();
        packed = new PackedTexts(texts);
        this.matches = matches.stream().mapToLong(this::place).toArray();
    }

    private long place(Match match) {
        if (match.question() == match.passage()
                || Math.min(match.question(), match.passage()) < 0
                || match.question() >= size
                || match.passage() >= passages) {
            throw new IllegalArgumentException(match + " is no match among " + size + " pairs");
        }
        return (long) match.question() * passages + match.passage();
    }

    /** The number of pairs. */
    public int size() {
        return size;
    }

    /** The number of questions, passages and hard negatives. */
    public int texts() {
        return texts.size();
    }

    /** How many parts of so many tokens there are; a text that is longer has one of its own. */
    public int parted(int most) {
        return parts(most).size();
    }

    /** The number of tokens of all texts. */
    public int tokens() {
        return packed.tokens();
    }

    /** The questions, then the passages, then the hard negatives. */
    PackedTexts packed() {
        return packed;
    }

    /**
     * Some of the texts.
     *
     * @param places of the texts among all, questions before passages
     */
    record Part(List<Integer> places, PackedTexts texts) {}

    /**
     * All texts in parts, short texts first.
     *
     * @param tokens the most of a part; a text that is longer has a part of its own
     */
    List<Part> parts(int tokens) {
        List<Part> parts = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        int filled = 0;
        for (int place :
                IntStream.range(0, texts.size())
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> texts.get(i).length))
                        .toList()) {
            int length = texts.get(place).length;
            if (!open.isEmpty() && filled + length > tokens) {
                parts.add(part(open));
                open = new ArrayList<>();
                filled = 0;
            }
            open.add(place);
            filled += length;
        }
        parts.add(part(open));
        return parts;
    }

    private Part part(List<Integer> places) {
        return new Part(places, new PackedTexts(places.stream().map(texts::get).toList()));
    }

    long[] matches() {
        return matches;
    }
}
