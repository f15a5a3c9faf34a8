package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isogloss.corpus.Lang;

/**
 * The ways in which data sets write languages: {@code de}, {@code deu}, {@code deu_Latn}, {@code
 * german}; all become the shortest BCP 47 tag, so that the same language is the same everywhere.
 *
 * <p>A script is kept only where it is not the one the language is usually written in: {@code
 * zho_Hans} is {@code zh}, {@code zho_Hant} is {@code zh-Hant}, {@code arb_Latn} is {@code
 * ar-Latn}. An individual language that is the standard of a macrolanguage (ISO 639-3) becomes the
 * macrolanguage: {@code arb} is {@code ar}, {@code cmn} is {@code zh}.
 */
public final class LanguageCodes {
    private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());

    private static final Map<String, String> BY_NAME = byName();

    private static final Map<String, String> BY_THREE_LETTERS = byThreeLetters();

    /** The languages that data sets also give in another script, with their usual one. */
    private static final Map<String, String> USUAL_SCRIPT =
            Map.of(
                    "ar", "Arab", "bn", "Beng", "hi", "Deva", "ne", "Deva", "si", "Sinh", "sr",
                    "Cyrl", "ur", "Arab", "zh", "Hans");

    /** Codes of writing systems that are none of Unicode's scripts. */
    private static final Set<String> JOINED_SCRIPTS = Set.of("Hans", "Hant", "Jpan", "Kore");

    private LanguageCodes() {}

    /** The language of a code, if it is one: {@code th}, {@code tha}, {@code tha_Thai}. */
    public static Optional<Lang> ofCode(String code) {
        List<String> parts = List.of(code.replace('_', '-').split("-", -1));
        if (parts.size() > 3) {
            return Optional.empty();
        }
        String letters = parts.get(0).toLowerCase(Locale.ROOT);
        String language = BY_THREE_LETTERS.getOrDefault(letters, letters);
        boolean scripted = parts.size() > 1 && script(parts.get(1));
        if (!language.matches("[a-z]{2,3}") || !(scripted || known(language))) {
            return Optional.empty();
        }
        StringBuilder tag = new StringBuilder(language);
        for (String part : parts.subList(1, parts.size())) {
            boolean script = script(part);
            // A region is written in capitals: en-US is English, en-de a pair of languages.
            if (!script && !part.matches("[A-Z]{2}|[0-9]{3}")) {
                return Optional.empty();
            }
            if (!script || unusual(language, part)) {
                tag.append('-').append(part);
            }
        }
        return Optional.of(new Lang(tag.toString()));
    }

    /** The language of an English name, if it is one: {@code arabic}. */
    static Optional<Lang> ofName(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT))).map(Lang::new);
    }

    /**
     * The language that a file says by its name, {@code th.jsonl} or {@code train-th.jsonl.gz}, or
     * by its folder's, {@code th/train.jsonl}. Only the last word counts, since others may look
     * like a language by chance, and not where the one before is a language too: {@code en-th}
     * names a pair.
     */
    static Optional<Lang> ofFile(Path file) {
        String stem = Dataset.ownNameOf(file);
        if (stem.matches("[0-9]{4}")) {
            // A file of the hub's conversions is called by its number, its folder by its split.
            return ofFile(file.toAbsolutePath().getParent());
        }
        Optional<Lang> whole = ofPlainName(stem);
        if (whole.isPresent()) {
            return whole;
        }
        String[] words = stem.split("[._-]", -1);
        Optional<Lang> last = ofTwoLetters(words[words.length - 1]);
        if (last.isPresent() && words.length > 1) {
            return ofTwoLetters(words[words.length - 2]).isPresent() ? Optional.empty() : last;
        }
        return ofFolder(file.toAbsolutePath().getParent());
    }

    /** Three letters alone are as likely a word: {@code bad} and {@code new} are languages too. */
    private static Optional<Lang> ofPlainName(String name) {
        return name.matches("[A-Za-z]{3}([_-][0-9A-Z]{2,3})?") ? Optional.empty() : ofCode(name);
    }

    private static Optional<Lang> ofTwoLetters(String word) {
        return word.length() == 2 ? ofCode(word) : Optional.empty();
    }

    /** The language a folder is called by. */
    static Optional<Lang> ofFolder(Path folder) {
        return ofPlainName(Dataset.ownNameOf(folder));
    }

    private static boolean known(String language) {
        // The JDK names the three-letter languages it knows and repeats the others.
        return TWO_LETTERS.contains(language)
                || (language.length() == 3
                        && !Locale.forLanguageTag(language)
                                .getDisplayLanguage(Locale.ENGLISH)
                                .equalsIgnoreCase(language));
    }

    /** A script's code in ISO 15924, as {@code Latn}; any other four letters are a word. */
    private static boolean script(String code) {
        if (code.length() != 4 || JOINED_SCRIPTS.contains(code)) {
            return code.length() == 4;
        }
        try {
            return Character.UnicodeScript.forName(code) != Character.UnicodeScript.UNKNOWN;
        } catch (IllegalArgumentException e) {
            // The JDK's way of saying no.
            return false;
        }
    }

    private static boolean unusual(String language, String script) {
        return USUAL_SCRIPT.containsKey(language)
                && !USUAL_SCRIPT.get(language).equalsIgnoreCase(script);
    }

    private static Map<String, String> byName() {
        Map<String, String> names = new HashMap<>();
        for (String language : Locale.getISOLanguages()) {
            Locale locale = Locale.forLanguageTag(language);
            names.putIfAbsent(
                    locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT),
                    locale.toLanguageTag());
        }
        // Its name in data sets; Unicode and the JDK call it Bangla.
        names.put("bengali", "bn");
        return Map.copyOf(names);
    }

    private static Map<String, String> byThreeLetters() {
        Map<String, String> codes = new HashMap<>();
        Set<String> standards = new HashSet<>();
        for (String each :
                List.of(
                        "als-sq", "arb-ar", "azj-az", "cmn-zh", "ekk-et", "gaz-om", "khk-mn",
                        "lvs-lv", "nob-nb", "npi-ne", "ory-or", "pbt-ps", "pes-fa", "plt-mg",
                        "swh-sw", "uzn-uz", "ydd-yi", "zsm-ms")) {
            codes.put(each.substring(0, 3), each.substring(4));
            standards.add(each.substring(0, 3));
        }
        for (String language : Locale.getISOLanguages()) {
            Locale locale = Locale.forLanguageTag(language);
            if (!standards.contains(locale.getISO3Language())) {
                codes.put(locale.getISO3Language(), locale.toLanguageTag());
            }
        }
        return Map.copyOf(codes);
    }
}
