package org.isogloss.corpus;

import java.lang.Character.UnicodeScript;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The script each language is most likely written in, by Unicode CLDR's likely subtags as Babel
 * 2.18.0 has them: {@code babel.core.get_global('likely_subtags')[language].split('_')[1]}, where
 * Hans, Hant and Jpan are Han and Kore is Hangul.
 */
public final class CldrScripts {
    private static final String TABLE =
            """
            ARABIC apc ar ary arz azb ckb fa ks ps sd ug ur
            ARMENIAN hy
            BENGALI as bn
            CYRILLIC ba be bg ce cv kk ky mk mn os ru sah sr tg tt udm uk
            DEVANAGARI awa bho hi kok mai mr ne sa
            ETHIOPIC am ti
            GEORGIAN ka
            GREEK el
            GUJARATI gu
            GURMUKHI pa
            HAN ja wuu yue zh
            HANGUL ko
            HEBREW he yi
            KANNADA kn
            KHMER km
            LAO lo
            LATIN af az br bs ca ceb cs cy da de en eo es et eu fi fil fo fr fy ga gd gl gn ha haw
            LATIN hr ht hu ia id ig is it jv ku la lb ln lt lv mg mi ms mt nb nl nn no oc om pl pt
            LATIN qu ro rw sk sl sm sn so sq st su sv sw tk tl tn tr ts uz vi wo xh yo zu
            MALAYALAM ml
            MYANMAR my
            ORIYA or
            SINHALA si
            TAMIL ta
            TELUGU te
            THAANA dv
            THAI th
            TIBETAN bo dz
            """;

    private CldrScripts() {}

    /** The script of each language. */
    public static Map<Lang, UnicodeScript> all() {
        Map<Lang, UnicodeScript> scripts = new LinkedHashMap<>();
        for (String line : TABLE.lines().toList()) {
            String[] words = line.split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                scripts.put(new Lang(words[i]), UnicodeScript.valueOf(words[0]));
            }
        }
        return scripts;
    }
}
