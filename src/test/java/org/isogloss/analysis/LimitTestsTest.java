package org.isogloss.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.RelevantRank;
import org.junit.jupiter.api.Test;

class LimitTestsTest {
    private static final Lang EN = new Lang("en");
    private static final Lang TH = new Lang("th");
    private static final Lang DE = new Lang("de");

    /** English first, then a wrong passage, then Thai and, two wrong ones later, German. */
    private static Ranking ranking() {
        return ranking(
                EN,
                new RelevantRank("e", EN, 1, 1, 1),
                new RelevantRank("t", TH, 1, 1, 3),
                new RelevantRank("d", DE, 1, 2, 6));
    }

    @Test
    void takesTheOtherAnswersOutOfThePool() {
        LanguagePairTable left = LimitTests.of(List.of(ranking())).oneAnswerLeft();

        assertThat(left.value(EN, EN)).isEqualTo(1);
        assertThat(left.value(EN, TH)).as("one wrong passage before it").isEqualTo(1 / 2.0);
        assertThat(left.value(EN, DE)).as("three wrong passages before it").isEqualTo(1 / 4.0);
    }

    @Test
    void countsTheOtherAnswersAsWrongWhereTheyStay() {
        LanguagePairTable kept = LimitTests.of(List.of(ranking())).othersNotCounted();

        assertThat(kept.value(EN, EN)).isEqualTo(1);
        assertThat(kept.value(EN, TH)).isEqualTo(1 / 3.0);
        assertThat(kept.value(EN, DE)).isEqualTo(1 / 6.0);
    }

    @Test
    void countsEveryAnswerInTheLanguageThatIsLeft() {
        Ranking two =
                ranking(
                        TH,
                        new RelevantRank("e", EN, 1, 1, 1),
                        new RelevantRank("t1", TH, 1, 1, 2),
                        new RelevantRank("t2", TH, 1, 2, 4));

        LimitTests tests = LimitTests.of(List.of(two));

        // Without e the Thai passages stand at 1 and 3; with it at 2 and 4.
        assertThat(tests.oneAnswerLeft().value(TH, TH)).isCloseTo((1 + 2 / 3.0) / 2, within(1e-12));
        assertThat(tests.othersNotCounted().value(TH, TH))
                .isCloseTo((1 / 2.0 + 2 / 4.0) / 2, within(1e-12));
    }

    @Test
    void isTheMeanOverQuestionsAndLeavesOutPairsWithoutAnswers() {
        Ranking other = ranking(EN, new RelevantRank("e", EN, 1, 3, 5));

        LimitTests tests = LimitTests.of(List.of(ranking(), other));

        assertThat(tests.othersNotCounted().value(EN, EN))
                .isCloseTo((1 + 1 / 5.0) / 2, within(1e-12));
        assertThat(tests.othersNotCounted().value(EN, TH)).isEqualTo(1 / 3.0);
    }

    private static Ranking ranking(Lang question, RelevantRank... relevant) {
        return new Ranking(
                new Question("1_" + question, "1", question, "who", ""),
                List.of(relevant),
                List.of());
    }
}
