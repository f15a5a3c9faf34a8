package org.isogloss.corpus.overlap;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text without what differs between two copies of it: case, punctuation, spaces, width, invisible
 * characters.
 *
 * <p>In order: NFKC (Unicode Standard Annex 15); case folded in both directions, so that ß = ss, σ
 * = ς and the Turkish i = ı = I = İ; decimal digits of every script as 0–9; punctuation, spaces and
 * controls dropped, but for one space between two numbers. Spaces go altogether because Thai,
 * Chinese and Japanese are written with or without them. Marks stay, since they are vowels in Thai
 * and Hindi and tell words apart in Latin and Greek; only those that Arabic and Hebrew writers add
 * at will (harakat, tatweel, niqqud) are dropped. Symbols stay: C++ is not C, +33 not 33.
 */
public final class FoldedText {
    private static final int DOT_ABOVE = 0x307;
    private static final int TATWEEL = 0x640;

    private FoldedText() {}

    /** The folded text; empty if the text has no letter, digit or symbol. */
    public static String of(String text) {
        String cased = nfkc(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String composed = nfkc(cased);
        StringBuilder folded = new StringBuilder(composed.length());
        boolean gap = false;
        boolean afterDigit = false;
        for (int i = 0; i < composed.length(); ) {
            int c = composed.codePointAt(i);
            i += Character.charCount(c);
            if (unseen(c)) {
                continue;
            }
            if (separates(c)) {
                gap = true;
                continue;
            }
            boolean digit = Character.isDigit(c);
            if (gap && digit && afterDigit) {
                folded.append(' ');
            }
            folded.appendCodePoint(digit ? '0' + Character.digit(c, 10) : c == 'ς' ? 'σ' : c);
            gap = false;
            afterDigit = digit;
        }
        return folded.toString();
    }

    private static String nfkc(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** What is left out without parting what stands around it. */
    private static boolean unseen(int c) {
        return Character.getType(c) == Character.FORMAT
                || c == DOT_ABOVE // left over from the Turkish İ; elsewhere NFKC has composed it
                || c == TATWEEL
                || (c >= 0x591 && c <= 0x5C7 && Character.getType(c) == Character.NON_SPACING_MARK)
                || (c >= 0x64B && c <= 0x65F)
                || c == 0x670
                || (c >= 0x6D6 && c <= 0x6ED && Character.getType(c) == Character.NON_SPACING_MARK);
    }

    private static boolean separates(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.MODIFIER_SYMBOL ->
                    true;
            default -> false;
        };
    }
}
