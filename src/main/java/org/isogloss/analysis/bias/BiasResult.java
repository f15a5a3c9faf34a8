package org.isogloss.analysis.bias;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.corpus.Lang;

/**
 * A bias measure of one run on one collection.
 *
 * @param macro the mean over question languages; NaN if it cannot be told
 * @param byQuestionLanguage the number of each question language; one without it is absent
 * @param references what the numbers are to be compared with
 * @param tables the measure by question and answer language, where it has one
 * @param effects what the measure is a part of, where it is one
 * @param warnings why there is no number, or why it is to be doubted
 */
public record BiasResult(
        Estimate macro,
        Map<Lang, Estimate> byQuestionLanguage,
        List<Reference> references,
        List<LanguagePairTable> tables,
        List<Effect> effects,
        List<String> warnings) {
    public BiasResult {
        byQuestionLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byQuestionLanguage));
        references = List.copyOf(references);
        tables = List.copyOf(tables);
        effects = List.copyOf(effects);
        warnings = List.copyOf(warnings);
    }

    /** No number, and why. */
    static BiasResult none(String warning) {
        return new BiasResult(
                new Estimate(Double.NaN, Interval.NONE),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(warning));
    }

    /**
     * Computes numbers and, by drawing clusters anew, their intervals.
     *
     * @param byLanguage from how often each cluster was drawn, [C], the number of each of the
     *     table's languages, [L], NaN where there is none
     */
    static BiasResult of(
            RankTable table, BiasOptions options, Function<int[], double[]> byLanguage) {
        ClusterBootstrap bootstrap = new ClusterBootstrap(table.clusters(), options);
        List<Estimate> estimates =
                bootstrap.estimates(weights -> withMean(byLanguage.apply(weights)));
        Map<Lang, Estimate> numbers = new LinkedHashMap<>();
        for (int lang = 0; lang < table.languages().size(); lang++) {
            if (!Double.isNaN(estimates.get(lang).value())) {
                numbers.put(table.languages().get(lang), estimates.get(lang));
            }
        }
        Estimate macro = estimates.get(estimates.size() - 1);
        return new BiasResult(macro, numbers, List.of(), List.of(), List.of(), List.of());
    }

    private static double[] withMean(double[] numbers) {
        double[] more = new double[numbers.length + 1];
        double sum = 0;
        int count = 0;
        for (int i = 0; i < numbers.length; i++) {
            more[i] = numbers[i];
            if (!Double.isNaN(numbers[i])) {
                sum += numbers[i];
                count++;
            }
        }
        more[numbers.length] = sum / count;
        return more;
    }

    BiasResult withReferences(List<Reference> others) {
        return new BiasResult(macro, byQuestionLanguage, others, tables, effects, warnings);
    }

    BiasResult withTable(LanguagePairTable other) {
        return new BiasResult(
                macro, byQuestionLanguage, references, List.of(other), effects, warnings);
    }

    BiasResult withWarnings(List<String> others) {
        return new BiasResult(macro, byQuestionLanguage, references, tables, effects, others);
    }
}
