package org.isogloss.corpus.overlap;

import java.util.Arrays;

/**
 * The set of a folded text's character n-grams as sorted, distinct 32-bit hashes.
 *
 * <p>Three characters each; two where the first is a Han, Kana or Hangul character, of which one
 * says as much as two or three letters.
 */
final class CharacterGrams {
    private CharacterGrams() {}

    static int[] of(String folded) {
        int[] points = folded.codePoints().toArray();
        int[] grams = new int[points.length];
        int count = 0;
        for (int i = 0; i < points.length; i++) {
            int end = i + (dense(points[i]) ? 2 : 3);
            if (end <= points.length) {
                long packed = 0;
                for (int j = i; j < end; j++) {
                    packed = packed << 21 | points[j];
                }
                grams[count++] = (int) Mix.of(packed);
            }
        }
        Arrays.sort(grams, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || grams[i] != grams[i - 1]) {
                grams[distinct++] = grams[i];
            }
        }
        return Arrays.copyOf(grams, distinct);
    }

    /** The exact Jaccard similarity of two sets, 0 to 1: what is in both over what is in either. */
    static double similarity(int[] a, int[] b) {
        int both = shared(a, b);
        int either = a.length + b.length - both;
        return either == 0 ? 0 : (double) both / either;
    }

    /** How many n-grams two sets have in common. */
    static int shared(int[] a, int[] b) {
        int both = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                both++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return both;
    }

    private static boolean dense(int point) {
        // Ideographic: Han; the blocks from U+3040 and U+AC00: Kana and Hangul syllables.
        return Character.isIdeographic(point)
                || (point >= 0x3040 && point <= 0x30FF)
                || (point >= 0xAC00 && point <= 0xD7A3);
    }
}
