package org.isogloss.ui.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.RelevantRank;
import org.isogloss.retrieval.metric.GradedRanks;
import org.isogloss.retrieval.metric.Metric;
import org.isogloss.ui.study.CollectionTexts;

/**
 * The questions behind one cell of a heatmap: each with its score and the rank of its best answer
 * in the pool, under a strategy and under the baseline.
 *
 * @param questions the greatest change first, questions without a change in the data set's order
 */
record PairQuestions(List<Row> questions) {
    PairQuestions {
        questions = List.copyOf(questions);
    }

    /**
     * What a cell is of.
     *
     * @param answer the language of the pool; empty for that of all languages
     */
    record Search(Lang question, Optional<Lang> answer, Metric metric) {}

    /**
     * A question under a strategy and under the baseline; numbers are means over seeds.
     *
     * @param text its words; its id where they cannot be read any more
     * @param base empty where the strategy is the baseline itself
     */
    record Row(Question question, String text, Standing strategy, Optional<Standing> base) {
        /** By how much the strategy scores higher; 0 without a baseline. */
        double gain() {
            return base.map(one -> strategy.score - one.score).orElse(0.0);
        }
    }

    /**
     * How one side ranks the answers to a question.
     *
     * @param score by the metric, in the pool
     * @param rank of the best answer there
     */
    record Standing(double score, double rank) {}

    /**
     * The questions of a cell.
     *
     * @param strategy what each run of the strategy found
     * @param base what each run of the baseline found; empty for none
     */
    static PairQuestions of(
            Search search, List<Rankings> strategy, List<Rankings> base, CollectionTexts texts) {
        Map<String, List<Standing>> of = standings(search, strategy);
        Map<String, List<Standing>> baseOf = standings(search, base);
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
        return new PairQuestions(rows);
    }

    private static Map<String, List<Standing>> standings(Search search, List<Rankings> runs) {
        Map<String, List<Standing>> standings = new LinkedHashMap<>();
        for (Rankings run : runs) {
            for (Ranking ranking : run.questions()) {
                List<RelevantRank> relevant = relevant(search, ranking);
                if (ranking.question().lang().equals(search.question) && !relevant.isEmpty()) {
                    standings
                            .computeIfAbsent(ranking.question().id(), id -> new ArrayList<>())
                            .add(standing(search, relevant));
                }
            }
        }
        return standings;
    }

    private static List<RelevantRank> relevant(Search search, Ranking ranking) {
        return ranking.relevant().stream()
                .filter(one -> search.answer.map(one.lang()::equals).orElse(true))
                .toList();
    }

    /** As the scores in files are made, so that means over questions are what the cell says. */
    private static Standing standing(Search search, List<RelevantRank> relevant) {
        int[] ranks =
                relevant.stream()
                        .mapToInt(
                                one -> search.answer.isPresent() ? one.inLanguage() : one.inPool())
                        .toArray();
        int[] grades = relevant.stream().mapToInt(RelevantRank::grade).toArray();
        GradedRanks graded =
                new GradedRanks(ranks, grades, grades, Integer.MAX_VALUE, GradedRanks.LEVEL);
        return new Standing(search.metric.value(graded), Arrays.stream(ranks).min().orElseThrow());
    }

    private static Standing mean(List<Standing> seeds) {
        return new Standing(
                seeds.stream().mapToDouble(Standing::score).average().orElseThrow(),
                seeds.stream().mapToDouble(Standing::rank).average().orElseThrow());
    }
}
