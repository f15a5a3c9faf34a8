package org.isogloss.corpus.overlap;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * Finds the texts that share a band with another; 256 bytes a text.
 *
 * <p>Not thread-safe.
 */
final class BandIndex {
    private static final int ID_BITS = 24;
    private static final int KEY_BITS = 39;
    private static final int MOST_TEXTS = 1 << ID_BITS;

    private final long[] entries; // sorted: a band's hash above, a text's number below
    private final int[] starts; // of the entries by the leading bits of the hash
    private final int shift;
    private final int[] asked; // by text, the number of the question that last met it
    private int question;

    private BandIndex(long[] entries, int texts) {
        this.entries = entries;
        int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(entries.length));
        shift = KEY_BITS + ID_BITS - Math.min(bits, 26);
        starts = new int[(1 << Math.min(bits, 26)) + 1];
        for (long entry : entries) {
            starts[(int) (entry >>> shift) + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        asked = new int[texts];
    }

    /**
     * Indexes texts by their bands; null stands for a text that is not to be found.
     *
     * @throws IllegalArgumentException if there are more than 16,777,216 texts
     */
    static BandIndex of(int texts, java.util.function.IntFunction<long[]> bands) {
        if (texts > MOST_TEXTS) {
            throw new IllegalArgumentException(texts + " texts are more than " + MOST_TEXTS);
        }
        long[] entries = new long[1024];
        int count = 0;
        for (int text = 0; text < texts; text++) {
            long[] own = bands.apply(text);
            if (own == null) {
                continue;
            }
            if (count + own.length > entries.length) {
                entries = Arrays.copyOf(entries, 2 * entries.length);
            }
            for (long band : own) {
                entries[count++] = key(band) << ID_BITS | text;
            }
        }
        long[] sorted = Arrays.copyOf(entries, count);
        Arrays.sort(sorted);
        return new BandIndex(sorted, texts);
    }

    /** The index without some of its texts. */
    BandIndex without(BitSet texts) {
        return new BandIndex(
                Arrays.stream(entries).filter(entry -> !texts.get(text(entry))).toArray(),
                asked.length);
    }

    /** Names each text that shares a band, once. */
    void candidates(long[] bands, IntConsumer found) {
        question++;
        for (long band : bands) {
            long key = key(band);
            int bucket = (int) (key << ID_BITS >>> shift);
            for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
                int text = text(entries[i]);
                if (entries[i] >>> ID_BITS == key && asked[text] != question) {
                    asked[text] = question;
                    found.accept(text);
                }
            }
        }
    }

    private static long key(long band) {
        return band >>> (Long.SIZE - KEY_BITS);
    }

    private static int text(long entry) {
        return (int) (entry & (MOST_TEXTS - 1));
    }
}
