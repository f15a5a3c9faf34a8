package org.isogloss.analysis.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.corpus.Lang;

/**
 * A paper's run beside a user's own: expected, got, difference.
 *
 * @param rows one for each measure, setting and question language the paper has and the user's
 *     evaluation too; the mean over languages comes first of each
 */
public record ReferenceOverlay(List<Row> rows) {
    public ReferenceOverlay {
        rows = List.copyOf(rows);
    }

    /**
     * A number of the paper and the user's own.
     *
     * @param question the questions' language; empty for the mean over languages
     */
    public record Row(
            String measure, String setting, Optional<Lang> question, double expected, double got) {
        /** How much more was got than expected. */
        public double difference() {
            return got - expected;
        }
    }

    /**
     * Sets an evaluation beside a paper's run. Means over languages are compared only where both
     * have the same languages.
     */
    public static ReferenceOverlay of(List<PublishedScore> published, Evaluation own) {
        Map<String, List<PublishedScore>> tables = new LinkedHashMap<>();
        for (PublishedScore score : published) {
            tables.computeIfAbsent(
                            score.measure() + " " + score.setting(), key -> new ArrayList<>())
                    .add(score);
        }
        List<Row> rows = new ArrayList<>();
        tables.values().forEach(table -> addTable(table, own, rows));
        return new ReferenceOverlay(rows);
    }

    private static void addTable(List<PublishedScore> table, Evaluation own, List<Row> rows) {
        PublishedScore any = table.get(0);
        if (any.question().isEmpty()) {
            double got = mean(any, own);
            if (!Double.isNaN(got)) {
                rows.add(row(any, got));
            }
            return;
        }
        Map<Lang, Double> measured = byLanguage(any, own);
        List<Row> shared = new ArrayList<>();
        for (PublishedScore score : table) {
            Double got = measured.get(score.question().orElseThrow());
            if (got != null && !Double.isNaN(got)) {
                shared.add(row(score, got));
            }
        }
        if (shared.size() == table.size() && measured.size() == table.size()) {
            double expected = mean(shared.stream().map(Row::expected));
            double got = mean(shared.stream().map(Row::got));
            rows.add(new Row(any.measure(), any.setting(), Optional.empty(), expected, got));
        }
        rows.addAll(shared);
    }

    private static Row row(PublishedScore score, double got) {
        return new Row(score.measure(), score.setting(), score.question(), score.value(), got);
    }

    private static double mean(Stream<Double> numbers) {
        return numbers.mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private static double mean(PublishedScore score, Evaluation own) {
        return switch (score.measure() + " " + score.setting()) {
            case "recall_1 monolingual" -> own.macro().monolingualRecall1();
            case "recall_1 cross-lingual" -> own.macro().crossLingualRecall1();
            case "recall_10 multilingual" -> own.macro().multilingualRecall10();
            default -> Double.NaN;
        };
    }

    private static Map<Lang, Double> byLanguage(PublishedScore score, Evaluation own) {
        return switch (score.measure() + " " + score.setting()) {
            case "map monolingual" -> diagonal(own.map());
            case "map cross-lingual" -> acrossLanguages(own.map());
            case "map multilingual" -> own.multilingualMap();
            case "rank_distance multilingual" -> own.rankDistance();
            default -> Map.of();
        };
    }

    private static Map<Lang, Double> diagonal(LanguagePairTable table) {
        Map<Lang, Double> values = new LinkedHashMap<>();
        for (Lang question : table.questionLanguages()) {
            if (table.answerLanguages().contains(question)) {
                values.put(question, table.value(question, question));
            }
        }
        return values;
    }

    /** Of each question language the mean over the other answer languages: the paper's "Cr.". */
    private static Map<Lang, Double> acrossLanguages(LanguagePairTable table) {
        Map<Lang, Double> values = new LinkedHashMap<>();
        for (Lang question : table.questionLanguages()) {
            List<Double> others =
                    table.answerLanguages().stream()
                            .filter(answer -> !answer.equals(question))
                            .map(answer -> table.value(question, answer))
                            .filter(value -> !Double.isNaN(value))
                            .toList();
            if (!others.isEmpty()) {
                values.put(question, mean(others.stream()));
            }
        }
        return values;
    }
}
