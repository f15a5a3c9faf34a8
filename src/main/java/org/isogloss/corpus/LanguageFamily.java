package org.isogloss.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The family of well-known languages, Indo-European ones by branch: the top-level families of
 * Glottolog under the names in general use, so that Niger-Congo stands for its Atlantic-Congo,
 * Tai-Kadai, Mongolic and Japonic for what it calls nearly so, and Basque is its isolate.
 */
public final class LanguageFamily {
    private static final Map<String, String> BY_LANGUAGE = new LinkedHashMap<>();

    static {
        family("Afro-Asiatic", "am", "ar", "ha", "he", "mt", "om", "so", "ti");
        family("Austroasiatic", "km", "vi");
        family("Austronesian", "ceb", "fil", "id", "jv", "mg", "mi", "ms", "su", "tl");
        family("Basque", "eu");
        family("Dravidian", "kn", "ml", "ta", "te");
        family("Indo-European, Albanian", "sq");
        family("Indo-European, Armenian", "hy");
        family("Indo-European, Baltic", "lt", "lv");
        family("Indo-European, Celtic", "br", "cy", "ga", "gd");
        family("Indo-European, Germanic", "af", "da", "de", "en", "fo", "fy", "is", "lb", "nb");
        family("Indo-European, Germanic", "nl", "nn", "no", "sv", "yi");
        family("Indo-European, Greek", "el");
        family("Indo-European, Indic", "as", "bn", "gu", "hi", "mr", "ne", "or", "pa", "sa", "sd");
        family("Indo-European, Indic", "si", "ur");
        family("Indo-European, Iranian", "ckb", "fa", "ku", "ps", "tg");
        family("Indo-European, Italic", "ca", "es", "fr", "gl", "it", "la", "pt", "ro");
        family("Indo-European, Slavic", "be", "bg", "bs", "cs", "hr", "mk", "pl", "ru", "sk");
        family("Indo-European, Slavic", "sl", "sr", "uk");
        family("Japonic", "ja");
        family("Kartvelian", "ka");
        family("Koreanic", "ko");
        family("Mongolic", "mn");
        family("Niger-Congo", "ig", "rw", "sn", "st", "sw", "wo", "xh", "yo", "zu");
        family("Sino-Tibetan", "bo", "my", "yue", "zh");
        family("Tai-Kadai", "lo", "th");
        family("Turkic", "az", "kk", "ky", "tk", "tr", "tt", "ug", "uz");
        family("Uralic", "et", "fi", "hu");
    }

    private LanguageFamily() {}

    /** A language's family; empty for one that is not listed. */
    public static Optional<String> of(Lang language) {
        String code = Locale.forLanguageTag(language.tag()).getLanguage();
        return Optional.ofNullable(BY_LANGUAGE.get(code));
    }

    /** The languages that are listed. */
    static Set<Lang> languages() {
        return BY_LANGUAGE.keySet().stream().map(Lang::new).collect(Collectors.toSet());
    }

    private static void family(String name, String... languages) {
        List.of(languages).forEach(language -> BY_LANGUAGE.put(language, name));
    }
}
