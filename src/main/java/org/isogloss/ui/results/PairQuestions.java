package org.isogloss.ui.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isogloss.batch.LanguagePair;
import org.isogloss.corpus.Question;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.RelevantRank;
import org.isogloss.retrieval.metric.AveragePrecision;
import org.isogloss.retrieval.metric.GradedRanks;
import org.isogloss.ui.study.CollectionTexts;

/**
 * The questions behind one cell of a heatmap: each with its average precision and the rank of its
 * best answer in the answer language, under a strategy and under the baseline.
 *
 * @param questions the greatest change first, questions without a change in the data set's order
 */
record PairQuestions(LanguagePair pair, List<Row> questions) {
    private static final AveragePrecision PRECISION = new AveragePrecision();

    PairQuestions {
        questions = List.copyOf(questions);
    }

    /**
     * A question under a strategy and under the baseline; numbers are means over seeds.
     *
     * @param text its words; its id where they cannot be read any more
     * @param base empty where the strategy is the baseline itself
     */
    record Row(Question question, String text, Standing strategy, Optional<Standing> base) {
        /** By how much the strategy is better, in average precision; 0 without a baseline. */
        double gain() {
            return base.map(one -> strategy.precision - one.precision).orElse(0.0);
        }
    }

    /**
     * How one side ranks the answers to a question.
     *
     * @param precision average precision among the candidates in the answer language
     * @param rank of the best answer there
     */
    record Standing(double precision, double rank) {}

    /**
     * The questions of a pair.
     *
     * @param strategy what each run of the strategy found
     * @param base what each run of the baseline found; empty for none
     */
    static PairQuestions of(
            LanguagePair pair,
            List<Rankings> strategy,
            List<Rankings> base,
            CollectionTexts texts) {
        Map<String, List<Standing>> of = standings(pair, strategy);
        Map<String, List<Standing>> baseOf = standings(pair, base);
        List<Row> rows = new ArrayList<>();
        for (Ranking ranking : strategy.get(0).questions()) {
            Question question = ranking.question();
            if (of.containsKey(question.id())) {
                rows.add(
                        new Row(
                                question,
                                texts.question(question.id())
                                        .map(Question::text)
                                        .orElse(question.id()),
                                mean(of.get(question.id())),
                                Optional.ofNullable(baseOf.get(question.id()))
                                        .map(PairQuestions::mean)));
            }
        }
        rows.sort(Comparator.comparingDouble((Row row) -> -Math.abs(row.gain())));
        return new PairQuestions(pair, rows);
    }

    private static Map<String, List<Standing>> standings(LanguagePair pair, List<Rankings> runs) {
        Map<String, List<Standing>> standings = new LinkedHashMap<>();
        for (Rankings run : runs) {
            for (Ranking ranking : run.questions()) {
                int[] ranks =
                        ranking.relevant().stream()
                                .filter(one -> one.lang().equals(pair.answer()))
                                .mapToInt(RelevantRank::inLanguage)
                                .sorted()
                                .toArray();
                if (ranking.question().lang().equals(pair.question()) && ranks.length > 0) {
                    int pool = run.candidates().getOrDefault(pair.answer(), Integer.MAX_VALUE);
                    GradedRanks graded = GradedRanks.ofRelevant(ranks, ranks.length, pool);
                    standings
                            .computeIfAbsent(ranking.question().id(), id -> new ArrayList<>())
                            .add(new Standing(PRECISION.value(graded), ranks[0]));
                }
            }
        }
        return standings;
    }

    private static Standing mean(List<Standing> seeds) {
        return new Standing(
                seeds.stream().mapToDouble(Standing::precision).average().orElseThrow(),
                seeds.stream().mapToDouble(Standing::rank).average().orElseThrow());
    }
}
