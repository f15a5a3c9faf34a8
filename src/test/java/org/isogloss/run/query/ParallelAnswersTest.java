package org.isogloss.run.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.junit.jupiter.api.Test;

class ParallelAnswersTest {
    private final ParallelAnswers parallel =
            new ParallelAnswers(
                    new TestCollection(
                            "three",
                            List.of(
                                    new Question("q1-en", "q1", new Lang("en"), ""),
                                    new Question("q1-de", "q1", new Lang("de"), ""),
                                    new Question("q2-en", "q2", new Lang("en"), "")),
                            List.of(),
                            new Judgments.Builder()
                                    .relevant("q1-en", "a-en")
                                    .relevant("q1-de", "a-de")
                                    .relevant("q2-en", "a-en")
                                    .relevant("q2-en", "b-en")
                                    .grade("q2-en", "c-en", 0)
                                    .build()));

    @Test
    void sayTheSameWhatAnswersATranslationOfTheQuestion() {
        assertThat(parallel.of("a-de")).containsExactly("a-de", "a-en");
    }

    @Test
    void belongToAllQuestionsThatOneAnswers() {
        assertThat(parallel.of("a-en")).containsExactly("a-en", "a-de", "b-en");
    }

    @Test
    void areNotCarriedOnFromOneToTheNext() {
        assertThat(parallel.of("b-en")).containsExactly("b-en", "a-en");
    }

    @Test
    void ofWhatAnswersNothingIsItAlone() {
        assertThat(parallel.of("c-en")).containsExactly("c-en");
    }
}
