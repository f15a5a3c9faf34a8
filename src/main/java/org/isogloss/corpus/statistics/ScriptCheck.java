package org.isogloss.corpus.statistics;

import java.lang.Character.UnicodeScript;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.isogloss.corpus.Lang;

/**
 * Whether texts are written in the script of the language they are said to be in.
 *
 * @param expected the language's scripts; empty if they are not known
 * @param share the share of letters in these scripts, or null if they are not known or there is no
 *     letter
 * @param scripts the share of each script among all letters, greatest first
 * @param misfits how many texts have most of their letters in other scripts
 * @param firstMisfit the first of them, or empty
 */
public record ScriptCheck(
        List<String> expected,
        Double share,
        Map<String, Double> scripts,
        int misfits,
        String firstMisfit) {
    public ScriptCheck {
        expected = List.copyOf(expected);
        scripts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(scripts));
    }

    /** The scripts a language is expected to be written in; none if that is not known. */
    public static List<String> expectedOf(Lang lang) {
        return new ExpectedScripts().of(lang).stream().map(ScriptCheck::name).toList();
    }

    /** Looks at every letter of some texts. */
    static ScriptCheck of(Set<UnicodeScript> expected, Collection<String> texts) {
        Map<UnicodeScript, Integer> all = new EnumMap<>(UnicodeScript.class);
        int misfits = 0;
        String first = "";
        for (String text : texts) {
            Map<UnicodeScript, Integer> own = letters(text);
            own.forEach((script, count) -> all.merge(script, count, Integer::sum));
            if (!expected.isEmpty() && 2 * in(expected, own) < total(own)) {
                first = misfits++ == 0 ? text : first;
            }
        }
        double letters = total(all);
        Map<String, Double> scripts = new LinkedHashMap<>();
        all.entrySet().stream()
                .sorted(
                        Map.Entry.<UnicodeScript, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> scripts.put(name(entry.getKey()), entry.getValue() / letters));
        return new ScriptCheck(
                expected.stream().map(ScriptCheck::name).toList(),
                expected.isEmpty() || letters == 0 ? null : in(expected, all) / letters,
                scripts,
                misfits,
                first);
    }

    private static Map<UnicodeScript, Integer> letters(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                // Letters such as the Japanese ー belong to whatever stands around them.
                .filter(s -> s != UnicodeScript.COMMON && s != UnicodeScript.INHERITED)
                .forEach(script -> letters.merge(script, 1, Integer::sum));
        return letters;
    }

    private static int in(Set<UnicodeScript> expected, Map<UnicodeScript, Integer> letters) {
        return expected.stream().mapToInt(script -> letters.getOrDefault(script, 0)).sum();
    }

    private static int total(Map<UnicodeScript, Integer> letters) {
        return letters.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String name(UnicodeScript script) {
        String lower = script.name().toLowerCase(Locale.ROOT);
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
