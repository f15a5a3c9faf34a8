package org.isogloss.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.isogloss.corpus.statistics.DatasetStatistics;
import org.isogloss.corpus.statistics.LanguageStatistics;
import org.isogloss.corpus.statistics.Lengths;
import org.isogloss.corpus.statistics.ScriptCheck;

/** A data set's statistics in lines for people; the JSON has all of them. */
record StatisticsTable(DatasetStatistics statistics) {
    private static final double DOUBTFUL = 0.5;
    private static final int SHOWN = 60;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%-8s %24s %24s %18s  %s",
                        "",
                        "question length " + unit() + "*",
                        "passage length " + unit() + "*",
                        "repeated q, p",
                        "in its script"));
        for (LanguageStatistics language : statistics.languages()) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%-8s %24s %24s %18s  %s",
                            language.lang().tag(),
                            spread(language.questions()),
                            spread(language.passages()),
                            language.questions().repeated() + ", " + language.passages().repeated(),
                            share(language.script())));
        }
        lines.add("* median, 95th percentile, greatest");
        statistics.languages().forEach(language -> tellLookedAt(language, lines));
        statistics.languages().forEach(language -> warn(language, lines));
        lines.add(coverage());
        return lines;
    }

    private String unit() {
        boolean tokens =
                statistics.languages().stream().anyMatch(l -> l.questions().tokens() != null);
        return tokens ? "(tokens)" : "(chars)";
    }

    private static String spread(LanguageStatistics.Texts texts) {
        Lengths lengths = texts.tokens() == null ? texts.characters() : texts.tokens();
        return String.format(
                Locale.ROOT, "%,d  %,d  %,d", lengths.median(), lengths.p95(), lengths.max());
    }

    private static String share(ScriptCheck script) {
        return script.share() == null
                ? "not known"
                : String.format(Locale.ROOT, "%.1f %%", 100 * script.share());
    }

    private static void tellLookedAt(LanguageStatistics language, List<String> lines) {
        LanguageStatistics.Texts passages = language.passages();
        if (passages.lookedAt() < passages.count()) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%s: of %,d passages %,d evenly spread ones were looked at",
                            language.lang().englishName(),
                            passages.count(),
                            passages.lookedAt()));
        }
    }

    private static void warn(LanguageStatistics language, List<String> lines) {
        ScriptCheck script = language.script();
        if (script.misfits() > 0) {
            boolean doubtful = script.share() != null && script.share() < DOUBTFUL;
            String first = script.firstMisfit();
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%s%s: %,d texts are mostly not in %s script, the first: %s",
                            doubtful ? "wrong language? " : "",
                            language.lang().englishName(),
                            script.misfits(),
                            String.join("/", script.expected()),
                            first.length() <= SHOWN ? first : first.substring(0, SHOWN) + "…"));
        }
    }

    private String coverage() {
        List<List<Integer>> counts = statistics.coverage().questions();
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int row = 0; row < counts.size(); row++) {
            for (int column = 0; column < row; column++) {
                least = Math.min(least, counts.get(row).get(column));
                most = Math.max(most, counts.get(row).get(column));
            }
        }
        return counts.size() < 2
                ? "one question language, so nothing is parallel"
                : String.format(
                        Locale.ROOT, "%,d to %,d parallel questions a language pair", least, most);
    }
}
