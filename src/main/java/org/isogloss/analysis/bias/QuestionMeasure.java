package org.isogloss.analysis.bias;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.corpus.Lang;

/** A measure that has a number for each question; a language's number is their centre. */
interface QuestionMeasure extends BiasMeasure {

    /** The number of each question, [Q]; NaN where there is none. */
    double[] values(RankTable table, BiasOptions options);

    /** How numbers of questions become one of their language. */
    default Centre centre(BiasOptions options) {
        return Centre.MEAN;
    }

    /** What each question's number is to be compared with, by name, [Q]. */
    default Map<String, double[]> references(RankTable table, BiasOptions options) {
        return Map.of();
    }

    /** What is to be said besides the numbers. */
    default List<String> warnings(RankTable table, BiasOptions options, double[] values) {
        return List.of();
    }

    @Override
    default BiasResult of(RankTable table, BiasOptions options) {
        double[] values = values(table, options);
        LanguageValues byLanguage = new LanguageValues(table, values);
        Centre centre = centre(options);
        List<Reference> references =
                references(table, options).entrySet().stream()
                        .map(entry -> reference(table, entry.getKey(), entry.getValue()))
                        .toList();
        return BiasResult.of(table, options, weights -> byLanguage.centres(centre, weights))
                .withReferences(references)
                .withWarnings(warnings(table, options, values));
    }

    private static Reference reference(RankTable table, String name, double[] values) {
        BiasOptions once = BiasOptions.STANDARD.withoutIntervals();
        LanguageValues byLanguage = new LanguageValues(table, values);
        BiasResult means =
                BiasResult.of(table, once, weights -> byLanguage.centres(Centre.MEAN, weights));
        Map<Lang, Double> numbers = new LinkedHashMap<>();
        means.byQuestionLanguage().forEach((lang, mean) -> numbers.put(lang, mean.value()));
        return new Reference(name, means.macro().value(), numbers);
    }
}
