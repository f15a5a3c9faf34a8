package org.isogloss.corpus.sample;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;

/** The names of countries, regions, languages, currencies, months and weekdays in one language. */
final class Names {
    private final Locale locale;
    private final Map<String, String> replaced;
    private final Map<String, String> countries = new HashMap<>();

    /**
     * Takes the JDK's CLDR names, except where a template file replaces one.
     *
     * @throws BadInputException if two countries would bear the same name
     */
    Names(Lang lang, Map<String, String> replaced, Collection<String> countryCodes) {
        locale = Locale.forLanguageTag(lang.tag());
        this.replaced = replaced;
        Map<String, Integer> uses = new HashMap<>();
        countryCodes.forEach(code -> uses.merge(withoutBrackets(code), 1, Integer::sum));
        for (String code : countryCodes) {
            // "Myanmar (Burma)" is no name to put in a sentence, but 刚果（布） needs its brackets.
            String brief = withoutBrackets(code);
            countries.put(code, uses.get(brief) == 1 ? brief : display(code));
        }
        Set<String> distinct = new HashSet<>();
        countries.forEach(
                (code, name) -> {
                    if (!distinct.add(name)) {
                        throw new BadInputException(
                                "templates/%s.json: two countries are called '%s'; give one of them"
                                                .formatted(lang, name)
                                        + " another form under \"names\"");
                    }
                });
    }

    String country(String code) {
        return countries.get(code);
    }

    String region(String code) {
        return display(code);
    }

    String language(String code) {
        String own = replaced.get(code);
        return own != null ? own : Locale.forLanguageTag(code).getDisplayLanguage(locale);
    }

    String currency(String code) {
        String own = replaced.get(code);
        return own != null ? own : Currency.getInstance(code).getDisplayName(locale);
    }

    String month(Month month) {
        return month.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    private String withoutBrackets(String code) {
        return display(code).replaceAll("\\s*[(（].*[)）]", "");
    }

    private String display(String code) {
        String own = replaced.get(code);
        return own != null
                ? own
                : new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }
}
