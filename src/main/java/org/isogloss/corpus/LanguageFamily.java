package org.isogloss.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The family of well-known languages, Indo-European ones by branch; groups as in ISO 639-5. */
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

    private static void family(String name, String... languages) {
        List.of(languages).forEach(language -> BY_LANGUAGE.put(language, name));
    }
}
