package org.isogloss.encoder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Token ids of several texts laid end to end without padding, short texts first.
 *
 * <p>Sorting makes texts of one length neighbours, and neighbours of one length share a call of
 * attention. Letters: T tokens in all, B texts, G groups of one length.
 */
public final class PackedTexts {
    private final long[] ids; // [T]
    private final long[] positions; // [T], each text from 0
    private final long[] lengths; // [G]
    private final long[] counts; // [G]
    private final long[] order; // [B], the place among the sorted texts of each text as given

    /**
     * Packs texts.
     *
     * @param texts the token ids of each text, special tokens included
     * @throws IllegalArgumentException if there is no text, or one without a token
     */
    public PackedTexts(List<int[]> texts) {
        if (texts.isEmpty() || texts.stream().anyMatch(text -> text.length == 0)) {
            throw new IllegalArgumentException("each of one or more texts needs a token");
        }
        int[] sorted =
                IntStream.range(0, texts.size())
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> texts.get(i).length))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int total = texts.stream().mapToInt(text -> text.length).sum();
        ids = new long[total];
        positions = new long[total];
        order = new long[sorted.length];
        List<long[]> groups = new ArrayList<>(); // length, count
        int at = 0;
        for (int place = 0; place < sorted.length; place++) {
            int[] text = texts.get(sorted[place]);
            order[sorted[place]] = place;
            for (int i = 0; i < text.length; i++, at++) {
                ids[at] = text[i];
                positions[at] = i;
            }
            if (groups.isEmpty() || groups.get(groups.size() - 1)[0] != text.length) {
                groups.add(new long[] {text.length, 0});
            }
            groups.get(groups.size() - 1)[1]++;
        }
        lengths = groups.stream().mapToLong(group -> group[0]).toArray();
        counts = groups.stream().mapToLong(group -> group[1]).toArray();
    }

    /** The number of texts, B. */
    public int size() {
        return order.length;
    }

    /** The number of tokens, T. */
    public int tokens() {
        return ids.length;
    }

    /** The number of tokens of the longest text. */
    public int longest() {
        return (int) lengths[lengths.length - 1];
    }

    long[] ids() {
        return ids;
    }

    long[] positions(int offset) {
        long[] shifted = new long[positions.length];
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = positions[i] + offset;
        }
        return shifted;
    }

    /** The place [T] of each token in a padded [B, N], N tokens in the longest text. */
    long[] slots() {
        long[] slots = new long[ids.length];
        int text = -1;
        for (int i = 0; i < slots.length; i++) {
            text += positions[i] == 0 ? 1 : 0;
            slots[i] = (long) text * longest() + positions[i];
        }
        return slots;
    }

    long[] lengths() {
        return lengths;
    }

    long[] counts() {
        return counts;
    }

    long[] order() {
        return order;
    }
}
