package org.isogloss.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.isogloss.corpus.Lang;
import org.isogloss.run.query.Answer;
import org.isogloss.run.query.Answers;
import org.isogloss.ui.explorer.AnswerRows.Candidate;
import org.isogloss.ui.explorer.AnswerRows.Gap;
import org.isogloss.ui.explorer.AnswerRows.Join;
import org.isogloss.ui.explorer.AnswerRows.Mark;
import org.isogloss.ui.explorer.AnswerRows.Row;
import org.junit.jupiter.api.Test;

class AnswerRowsTest {
    private static Answer answer(String passage, int rank, float score, boolean relevant) {
        return new Answer(passage, new Lang("en"), "words", rank, score, relevant);
    }

    private static AnswerRows rows(List<Answer> best, List<Answer> parallel) {
        return AnswerRows.of(new Answers("?", new Lang("en"), 100, null, best, parallel, 1));
    }

    private static String name(Row row) {
        return row instanceof Candidate one
                ? one.answer().passage() + " " + one.mark()
                : "gap " + ((Gap) row).count();
    }

    @Test
    void putsFollowedAnswersBelowTheBestWithWhatIsBetween() {
        Answer right = answer("a", 2, .4f, true);
        AnswerRows rows =
                rows(
                        List.of(answer("x", 1, .8f, false), right),
                        List.of(right, answer("b", 3, .3f, true), answer("c", 9, -.1f, false)));

        assertThat(rows.rows().stream().map(AnswerRowsTest::name))
                .containsExactly("x NONE", "a RIGHT", "b RIGHT", "gap 5", "c PARALLEL");
        assertThat(
                        rows.rows().stream()
                                .filter(Candidate.class::isInstance)
                                .map(row -> ((Candidate) row).share()))
                .containsExactly(1.0, (double) (.4f / .8f), (double) (.3f / .8f), 0.0);
    }

    @Test
    void joinsWhatBothRankingsShow() {
        AnswerRows left =
                rows(
                        List.of(answer("x", 1, .8f, false), answer("a", 2, .4f, true)),
                        List.of(answer("a", 2, .4f, true), answer("b", 7, .2f, true)));
        AnswerRows right =
                rows(
                        Stream.of("b", "y", "x")
                                .map(id -> answer(id, "byx".indexOf(id) + 1, .5f, id.equals("b")))
                                .toList(),
                        List.of(answer("b", 1, .5f, true), answer("a", 40, .1f, true)));

        assertThat(left.joined(right))
                .containsExactly(
                        new Join("x", 0, 2, false),
                        new Join("a", 1, 4, true),
                        new Join("b", 3, 0, true));
    }

    @Test
    void showsNoBarWhereEvenTheBestScoreIsNotPositive() {
        AnswerRows rows = rows(List.of(answer("x", 1, -.2f, false)), List.of());

        assertThat(((Candidate) rows.rows().get(0)).share()).isZero();
        assertThat(((Candidate) rows.rows().get(0)).mark()).isEqualTo(Mark.NONE);
    }
}
