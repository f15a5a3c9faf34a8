package org.isogloss.ui.explorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.isogloss.run.query.Answer;
import org.isogloss.run.query.Answers;

/**
 * A ranking as rows: its best, a gap, and those of the followed answers that stand below it.
 *
 * @param rows from the top
 */
record AnswerRows(List<Row> rows) {
    AnswerRows {
        rows = List.copyOf(rows);
    }

    /** What stands in a row. */
    sealed interface Row permits Candidate, Gap {}

    /**
     * A candidate.
     *
     * @param mark what it is to the question
     * @param share its score as a share of the best one's, from 0 to 1
     */
    record Candidate(Answer answer, Mark mark, double share) implements Row {}

    /**
     * Candidates that are not shown.
     *
     * @param count how many stand between the row above and the row below
     */
    record Gap(int count) implements Row {}

    /** What a candidate is to the question. */
    enum Mark {
        /** It is judged to answer it. */
        RIGHT,
        /** It says the same as what is followed. */
        PARALLEL,
        NONE
    }

    /**
     * The same candidate in two rankings.
     *
     * @param left its row here
     * @param right its row there
     * @param followed whether it is one of the answers that are followed
     */
    record Join(String passage, int left, int right, boolean followed) {}

    /** The rows of what a model answered. */
    static AnswerRows of(Answers answers) {
        Set<String> followed =
                answers.parallel().stream().map(Answer::passage).collect(Collectors.toSet());
        float best = answers.best().get(0).score();
        List<Row> rows = new ArrayList<>();
        answers.best().forEach(answer -> rows.add(row(answer, followed, best)));
        int last = answers.best().size();
        for (Answer answer : answers.parallel()) {
            if (answer.rank() > last) {
                if (answer.rank() > last + 1) {
                    rows.add(new Gap(answer.rank() - last - 1));
                }
                rows.add(row(answer, followed, best));
                last = answer.rank();
            }
        }
        return new AnswerRows(rows);
    }

    private static Row row(Answer answer, Set<String> followed, float best) {
        Mark mark =
                answer.relevant()
                        ? Mark.RIGHT
                        : followed.contains(answer.passage()) ? Mark.PARALLEL : Mark.NONE;
        double share = best > 0 ? Math.max(0, answer.score() / best) : 0;
        return new Candidate(answer, mark, share);
    }

    /** The candidates that both rankings show. */
    List<Join> joined(AnswerRows other) {
        Map<String, Integer> there = new HashMap<>();
        for (int i = 0; i < other.rows.size(); i++) {
            if (other.rows.get(i) instanceof Candidate candidate) {
                there.put(candidate.answer.passage(), i);
            }
        }
        List<Join> joins = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Candidate candidate
                    && there.containsKey(candidate.answer.passage())) {
                String passage = candidate.answer.passage();
                joins.add(new Join(passage, i, there.get(passage), candidate.mark != Mark.NONE));
            }
        }
        return joins;
    }
}
