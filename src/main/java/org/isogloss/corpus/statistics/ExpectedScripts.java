package org.isogloss.corpus.statistics;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.isogloss.corpus.Lang;

/**
 * The scripts a language is expected to be written in.
 *
 * <p>A script subtag decides ({@code sr-Latn}, {@code zh-Hant}); else this table, made after the
 * primary scripts of Unicode CLDR's {@code supplementalData/languageData}, for languages that
 * retrieval data sets have. A language with two scripts in use (Serbian) may be written in either.
 * Japanese is Han with both Kana, Korean Hangul with Han.
 */
final class ExpectedScripts {
    private static final String TABLE =
            """
            ARABIC ar arz ary apc fa ur ps sd ug ckb ks pnb azb
            ARMENIAN hy
            BENGALI bn as
            CYRILLIC ru uk be bg mk kk ky tg tt ba cv ce os mn sah udm
            CYRILLIC,LATIN sr bs uz
            DEVANAGARI hi mr ne sa bho mai kok awa
            ETHIOPIC am ti
            GEORGIAN ka
            GREEK el
            GUJARATI gu
            GURMUKHI pa
            HAN zh yue wuu cmn
            HAN,HANGUL ko
            HAN,HIRAGANA,KATAKANA ja
            HEBREW he yi
            KANNADA kn
            KHMER km
            LAO lo
            LATIN af az ca ceb cs cy da de en eo es et eu fi fil fo fr fy ga gd gl gn ha haw hr ht hu ia
            LATIN id ig is it jv ku la lb ln lt lv mg mi ms mt nb nl nn no oc pl pt qu ro rw sk sl sm sn so
            LATIN sq st su sv sw tl tn tr ts tk vi wo xh yo zu
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

    private final Map<String, Set<UnicodeScript>> byLanguage = new HashMap<>();

    ExpectedScripts() {
        for (String line : TABLE.lines().toList()) {
            String[] words = line.split(" ", -1);
            Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
            for (String script : words[0].split(",", -1)) {
                scripts.add(UnicodeScript.valueOf(script));
            }
            for (int i = 1; i < words.length; i++) {
                byLanguage.put(words[i], scripts);
            }
        }
    }

    /** The scripts of a language; empty if they are not known, and nothing can be checked. */
    Set<UnicodeScript> of(Lang lang) {
        Locale locale = Locale.forLanguageTag(lang.tag());
        Set<UnicodeScript> usual = byLanguage.getOrDefault(locale.getLanguage(), Set.of());
        return switch (locale.getScript()) {
            case "" -> usual;
            case "Hans", "Hant" -> EnumSet.of(UnicodeScript.HAN);
            case "Jpan" -> byLanguage.get("ja");
            case "Kore" -> byLanguage.get("ko");
            default -> named(locale.getScript());
        };
    }

    private static Set<UnicodeScript> named(String script) {
        try {
            return EnumSet.of(UnicodeScript.forName(script));
        } catch (IllegalArgumentException e) {
            return Set.of(); // well-formed, but a script this JDK's Unicode does not know
        }
    }
}
