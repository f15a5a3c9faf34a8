package org.isogloss.corpus;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/**
 * A language as a BCP 47 tag such as {@code th} or {@code zh-Hant}.
 *
 * @param tag the tag in canonical form
 */
public record Lang(String tag) implements Comparable<Lang> {
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi");

    /**
     * Takes a tag in any case.
     *
     * @throws IllegalArgumentException if the tag is not well-formed or names no language
     */
    @JsonCreator
    public Lang {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            // Longer language subtags are well-formed, but none is registered: "notes" is a word.
            if (locale.getLanguage().isEmpty() || locale.getLanguage().length() > 3) {
                throw new IllegalArgumentException("'" + tag + "' names no language");
            }
            tag = locale.toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(
                    "'" + tag + "' is not a BCP 47 language tag such as th or zh-Hant", e);
        }
    }

    /** The language's name in English: "Thai". */
    public String englishName() {
        return locale().getDisplayName(Locale.ENGLISH);
    }

    /** The language's name for itself: "ไทย". */
    public String ownName() {
        return locale().getDisplayName(locale());
    }

    /** True if the language is written from right to left. */
    public boolean rightToLeft() {
        return RIGHT_TO_LEFT.contains(locale().getLanguage());
    }

    @JsonValue
    @Override
    public String toString() {
        return tag;
    }

    @Override
    public int compareTo(Lang other) {
        return tag.compareTo(other.tag);
    }

    private Locale locale() {
        return Locale.forLanguageTag(tag);
    }
}
