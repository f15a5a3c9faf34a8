package org.isogloss.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.RelevantRank;
import org.isogloss.retrieval.metric.Metrics;
import org.isogloss.ui.study.CollectionTexts;
import org.junit.jupiter.api.Test;

class PairQuestionsTest {
    private static final Lang EN = new Lang("en");
    private static final Lang DE = new Lang("de");
    private static final Question FIRST = new Question("q1-en", "q1", EN, "First?");
    private static final Question SECOND = new Question("q2-en", "q2", EN, "Second?");
    private static final CollectionTexts TEXTS =
            new CollectionTexts(
                    new TestCollection(
                            "small", List.of(FIRST), List.of(), new Judgments(Map.of())));

    private static PairQuestions.Search among(Lang question, Lang answer) {
        return new PairQuestions.Search(question, Optional.of(answer), Metrics.of("map"));
    }

    private static Rankings run(int first, int second) {
        return new Rankings(
                Map.of(EN, 100, DE, 100), List.of(ranking(FIRST, first), ranking(SECOND, second)));
    }

    private static Ranking ranking(Question question, int rank) {
        return new Ranking(
                question,
                List.of(
                        new RelevantRank("en", EN, 1, 1, 1),
                        new RelevantRank("de", DE, 1, rank, 3 * rank)),
                List.of());
    }

    @Test
    void comparesMeansOverSeedsAndPutsTheGreatestChangeFirst() {
        PairQuestions found =
                PairQuestions.of(
                        among(EN, DE),
                        List.of(run(1, 2), run(1, 4)),
                        List.of(run(2, 10), run(2, 10)),
                        TEXTS);

        assertThat(found.questions())
                .extracting(PairQuestions.Row::question)
                .containsExactly(FIRST, SECOND);
        PairQuestions.Row second = found.questions().get(1);
        assertThat(second.strategy()).isEqualTo(new PairQuestions.Standing(.375, 3));
        assertThat(second.base()).contains(new PairQuestions.Standing(.1, 10));
        assertThat(second.gain()).isEqualTo(.275);
    }

    @Test
    void showsTheIdOfAQuestionWhoseWordsAreGone() {
        PairQuestions found = PairQuestions.of(among(EN, DE), List.of(run(1, 2)), List.of(), TEXTS);

        assertThat(found.questions())
                .extracting(PairQuestions.Row::text)
                .containsExactly("First?", "q2-en");
        assertThat(found.questions())
                .extracting(PairQuestions.Row::base)
                .containsOnly(Optional.empty());
    }

    @Test
    void ranksInThePoolOfAllLanguagesByTheMetricChosen() {
        PairQuestions.Search all =
                new PairQuestions.Search(EN, Optional.empty(), Metrics.of("recall_10"));

        PairQuestions found = PairQuestions.of(all, List.of(run(2, 20)), List.of(), TEXTS);

        assertThat(found.questions())
                .extracting(PairQuestions.Row::strategy)
                .as("the English answer first, the German one at 6 or at 60")
                .containsExactly(
                        new PairQuestions.Standing(1, 1), new PairQuestions.Standing(.5, 1));
    }

    @Test
    void hasNoQuestionsOfAPairThatNobodyAsked() {
        assertThat(
                        PairQuestions.of(among(DE, EN), List.of(run(1, 2)), List.of(), TEXTS)
                                .questions())
                .isEmpty();
    }
}
