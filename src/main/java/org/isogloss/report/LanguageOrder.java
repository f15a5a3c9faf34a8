package org.isogloss.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.LanguageFamily;

/** In what order languages stand in heatmaps; those that tie stand as in the data. */
public enum LanguageOrder {
    /** As the data name them. */
    DATA,
    /** By the script of their own names, in the order of Unicode’s blocks. */
    SCRIPT,
    /** By family, families by name, those of no known family last. */
    FAMILY,
    /** By their mean over all tables and all pairs they are in, best first. */
    SCORE,
    /** By how much of the training they were in, most first; those never seen last. */
    EXPOSURE;

    /**
     * The languages of tables in this order.
     *
     * @param exposure how much of the training a language was in
     */
    public List<Lang> of(List<LanguagePairTable> tables, ToDoubleFunction<Lang> exposure) {
        Set<Lang> all = new LinkedHashSet<>();
        for (LanguagePairTable table : tables) {
            all.addAll(table.questionLanguages());
            all.addAll(table.answerLanguages());
        }
        return of(List.copyOf(all), lang -> mean(lang, tables), exposure);
    }

    /**
     * Languages in this order.
     *
     * @param score how well a language does
     * @param exposure how much of the training it was in
     */
    List<Lang> of(
            List<Lang> languages, ToDoubleFunction<Lang> score, ToDoubleFunction<Lang> exposure) {
        List<Lang> order = new ArrayList<>(languages);
        switch (this) {
            case DATA -> {}
            case SCRIPT -> order.sort(Comparator.comparing(LanguageOrder::script));
            case FAMILY ->
                    order.sort(
                            Comparator.comparing(lang -> LanguageFamily.of(lang).orElse("\uffff")));
            case SCORE -> order.sort(greatestFirst(languages, score));
            case EXPOSURE -> order.sort(greatestFirst(languages, exposure));
        }
        return order;
    }

    private static Comparator<Lang> greatestFirst(
            List<Lang> languages, ToDoubleFunction<Lang> number) {
        Map<Lang, Double> numbers = new HashMap<>();
        languages.forEach(lang -> numbers.put(lang, number.applyAsDouble(lang)));
        return Comparator.comparing(numbers::get, Comparator.reverseOrder());
    }

    private static Character.UnicodeScript script(Lang language) {
        return Character.UnicodeScript.of(language.ownName().codePointAt(0));
    }

    /** A language that has no value stands last, not first as NaN would. */
    private static double mean(Lang language, List<LanguagePairTable> tables) {
        DoubleStream.Builder values = DoubleStream.builder();
        for (LanguagePairTable table : tables) {
            for (Lang question : table.questionLanguages()) {
                for (Lang answer : table.answerLanguages()) {
                    if (question.equals(language) || answer.equals(language)) {
                        values.add(table.value(question, answer));
                    }
                }
            }
        }
        return values.build()
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NEGATIVE_INFINITY);
    }
}
