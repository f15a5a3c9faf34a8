package org.isogloss.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.isogloss.corpus.Lang;

/**
 * One number for each question language and answer language.
 *
 * @param metric what the numbers are
 * @param questionLanguages the rows' languages
 * @param answerLanguages the columns' languages
 * @param values {@code values.get(q).get(a)}; NaN where there was nothing to measure
 */
public record LanguagePairTable(
        String metric,
        List<Lang> questionLanguages,
        List<Lang> answerLanguages,
        List<List<Double>> values) {
    /**
     * @throws IllegalArgumentException if the values have not a row for each question language and
     *     a column for each answer language
     */
    public LanguagePairTable {
        questionLanguages = List.copyOf(questionLanguages);
        answerLanguages = List.copyOf(answerLanguages);
        values = values.stream().map(List::copyOf).toList();
        int columns = answerLanguages.size();
        if (values.size() != questionLanguages.size()
                || values.stream().anyMatch(row -> row.size() != columns)) {
            throw new IllegalArgumentException("the values do not fit the languages of " + metric);
        }
    }

    /** The number of a pair of languages; NaN if there is none. */
    public double value(Lang question, Lang answer) {
        int q = questionLanguages.indexOf(question);
        int a = answerLanguages.indexOf(answer);
        return q < 0 || a < 0 ? Double.NaN : values.get(q).get(a);
    }

    /** The mean over all pairs of one language; NaN if there is none. */
    public double diagonalMean() {
        return mean(Lang::equals);
    }

    /** The mean over all ordered pairs of two different languages; NaN if there is none. */
    public double offDiagonalMean() {
        return mean((question, answer) -> !question.equals(answer));
    }

    /**
     * This table minus another.
     *
     * @throws IllegalArgumentException if the other has not the same languages and metric
     */
    public LanguagePairTable difference(LanguagePairTable other) {
        if (!metric.equals(other.metric)
                || !questionLanguages.equals(other.questionLanguages)
                || !answerLanguages.equals(other.answerLanguages)) {
            throw new IllegalArgumentException(
                    "tables of different metrics or languages cannot be compared");
        }
        List<List<Double>> differences = new ArrayList<>();
        for (int q = 0; q < values.size(); q++) {
            List<Double> row = new ArrayList<>();
            for (int a = 0; a < answerLanguages.size(); a++) {
                row.add(values.get(q).get(a) - other.values.get(q).get(a));
            }
            differences.add(row);
        }
        return new LanguagePairTable(metric, questionLanguages, answerLanguages, differences);
    }

    /** The same table with rows and columns in an order of languages; what it lacks stands last. */
    public LanguagePairTable in(List<Lang> order) {
        List<Lang> questions = sorted(questionLanguages, order);
        List<Lang> answers = sorted(answerLanguages, order);
        return new LanguagePairTable(
                metric,
                questions,
                answers,
                questions.stream()
                        .map(q -> answers.stream().map(a -> value(q, a)).toList())
                        .toList());
    }

    private static List<Lang> sorted(List<Lang> languages, List<Lang> order) {
        Comparator<Lang> place =
                Comparator.comparingInt(
                        lang -> order.contains(lang) ? order.indexOf(lang) : order.size());
        return languages.stream().sorted(place).toList();
    }

    private double mean(BiPredicate<Lang, Lang> chosen) {
        List<Double> numbers = new ArrayList<>();
        for (Lang question : questionLanguages) {
            for (Lang answer : answerLanguages) {
                if (chosen.test(question, answer)) {
                    numbers.add(value(question, answer));
                }
            }
        }
        return Mean.of(numbers);
    }
}
