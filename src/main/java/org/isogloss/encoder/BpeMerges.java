package org.isogloss.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.isogloss.base.Cancellation;

/**
 * Byte pair encoding over counted words: which characters are tokens, and which pairs are merged.
 *
 * <p>Ties are broken by text, so that the result depends on the counts alone. What occurs once is
 * left out: a character seen once becomes the unknown token, and no pair reaches across it.
 */
final class BpeMerges {
    private static final int LEAST = 2;
    private static final int UNKNOWN = -1;

    private final List<String> tokens;
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<List<String>> merges = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private final Map<Long, Pair> pairs = new HashMap<>();
    private final PriorityQueue<Candidate> queue;
    private final String mark;
    private final Map<String, Integer> counts;
    private final int reserved;

    private static final class Word {
        private final int count;
        private int[] symbols;

        Word(int count, int[] symbols) {
            this.count = count;
            this.symbols = symbols;
        }
    }

    private static final class Pair {
        private long count;
        private final List<Integer> words = new ArrayList<>(); // may repeat, may be out of date
    }

    /** A pair with the count it had when it was queued. */
    private record Candidate(long pair, long count, String left, String right) {}

    BpeMerges(Map<String, Integer> counts, List<String> reserved, String mark) {
        this.counts = counts;
        this.reserved = reserved.size();
        this.mark = mark;
        tokens = new ArrayList<>(reserved);
        queue =
                new PriorityQueue<>(
                        Comparator.comparingLong(Candidate::count)
                                .reversed()
                                .thenComparing(Candidate::left)
                                .thenComparing(Candidate::right));
    }

    /** All tokens in the order of their ids. */
    List<String> tokens() {
        return tokens;
    }

    /** Left and right of each merge, in order. */
    List<List<String>> merges() {
        return merges;
    }

    /** Adds characters, most frequent first, then merges, until the vocabulary is full. */
    void learn(int vocabulary, int longest, Cancellation cancellation) {
        addCharacters(vocabulary - reserved);
        counts.forEach((word, count) -> words.add(new Word(count, symbols(word))));
        for (int word = 0; word < words.size(); word++) {
            count(word, 1, UNKNOWN);
        }
        pairs.forEach(this::enqueue);
        while (tokens.size() < vocabulary && !queue.isEmpty()) {
            cancellation.check();
            Candidate best = queue.remove();
            Pair pair = pairs.get(best.pair);
            if (pair.count != best.count) {
                enqueue(best.pair, pair);
            } else if (length(best.left + best.right) <= longest) {
                merge(best, pair);
            }
        }
    }

    private void addCharacters(int most) {
        Map<Integer, Long> characters = new TreeMap<>();
        counts.forEach(
                (word, count) ->
                        word.codePoints()
                                .forEach(c -> characters.merge(c, (long) count, Long::sum)));
        characters.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST)
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
                .limit(most)
                .forEach(entry -> add(Character.toString(entry.getKey())));
    }

    private int add(String token) {
        return ids.computeIfAbsent(
                token,
                fresh -> {
                    tokens.add(fresh);
                    return tokens.size() - 1;
                });
    }

    private int[] symbols(String word) {
        return word.codePoints()
                .map(c -> ids.getOrDefault(Character.toString(c), UNKNOWN))
                .toArray();
    }

    private int length(String token) {
        String text = token.replace(mark, "");
        return text.codePointCount(0, text.length());
    }

    /** Adds a word's pairs to the counts, or takes them away, and files it under a new symbol's. */
    private void count(int index, int sign, int fresh) {
        Word word = words.get(index);
        for (int i = 0; i + 1 < word.symbols.length; i++) {
            int left = word.symbols[i];
            int right = word.symbols[i + 1];
            if (left != UNKNOWN && right != UNKNOWN) {
                Pair pair = pairs.computeIfAbsent(key(left, right), key -> new Pair());
                pair.count += (long) sign * word.count;
                if (sign > 0 && (fresh == UNKNOWN || left == fresh || right == fresh)) {
                    pair.words.add(index);
                }
            }
        }
    }

    private void merge(Candidate best, Pair pair) {
        merges.add(List.of(best.left, best.right));
        int fresh = add(best.left + best.right);
        int left = (int) (best.pair >>> Integer.SIZE);
        int right = (int) best.pair;
        List<Integer> touched = pair.words.stream().distinct().toList();
        for (int index : touched) {
            Word word = words.get(index);
            count(index, -1, fresh);
            word.symbols = merged(word.symbols, left, right, fresh);
            count(index, 1, fresh);
        }
        touched.stream()
                .flatMapToLong(index -> around(words.get(index).symbols, fresh))
                .distinct()
                .forEach(key -> enqueue(key, pairs.get(key)));
    }

    private static LongStream around(int[] symbols, int fresh) {
        return IntStream.range(0, symbols.length - 1)
                .filter(i -> symbols[i] == fresh || symbols[i + 1] == fresh)
                .filter(i -> symbols[i] != UNKNOWN && symbols[i + 1] != UNKNOWN)
                .mapToLong(i -> key(symbols[i], symbols[i + 1]));
    }

    private static int[] merged(int[] symbols, int left, int right, int fresh) {
        int[] result = new int[symbols.length];
        int length = 0;
        for (int i = 0; i < symbols.length; i++) {
            boolean here = i + 1 < symbols.length && symbols[i] == left && symbols[i + 1] == right;
            result[length++] = here ? fresh : symbols[i];
            i += here ? 1 : 0;
        }
        return Arrays.copyOf(result, length);
    }

    private void enqueue(long key, Pair pair) {
        if (pair.count >= LEAST) {
            String left = tokens.get((int) (key >>> Integer.SIZE));
            queue.add(new Candidate(key, pair.count, left, tokens.get((int) key)));
        }
    }

    private static long key(int left, int right) {
        return ((long) left << Integer.SIZE) | right;
    }
}
