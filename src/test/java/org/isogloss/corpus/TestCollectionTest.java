package org.isogloss.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestCollectionTest {
    private static final Lang EN = new Lang("en");
    private static final Lang TH = new Lang("th");
    private static final Question ENGLISH = new Question("a_en", "a", EN, "What?");
    private static final Question THAI = new Question("a_th", "a", TH, "อะไร");
    private static final Passage ENGLISH_ANSWER = new Passage("en_0", EN, "That.", "So. That.");
    private static final Passage THAI_ANSWER = new Passage("th_0", TH, "นั่น");
    private static final Judgments JUDGMENTS =
            new Judgments.Builder()
                    .relevant("a_en", "en_0")
                    .relevant("a_en", "th_0")
                    .relevant("a_th", "en_0")
                    .build();
    private static final TestCollection COLLECTION =
            new TestCollection(
                    "c", List.of(THAI, ENGLISH), List.of(ENGLISH_ANSWER, THAI_ANSWER), JUDGMENTS);

    @Test
    void listsLanguagesInOrderOfFirstAppearance() {
        assertThat(COLLECTION.questionLanguages()).containsExactly(TH, EN);
        assertThat(COLLECTION.answerLanguages()).containsExactly(EN, TH);
    }

    @Test
    void takesQuestionsOfOneLanguageAndCandidatesOfAnother() {
        assertThat(COLLECTION.task(EN, TH))
                .isEqualTo(
                        new RetrievalTask(
                                EN, TH, List.of(ENGLISH), List.of(THAI_ANSWER), JUDGMENTS));
    }

    @Test
    void judgesAQuestionWithoutAnswersAsEmpty() {
        assertThat(JUDGMENTS)
                .isEqualTo(
                        Judgments.ofRelevant(
                                Map.of("a_en", Set.of("en_0", "th_0"), "a_th", Set.of("en_0"))));
        assertThat(JUDGMENTS.of("unknown")).isEmpty();
    }

    @Test
    void encodesTheContextOnlyOnRequestAndWhereThereIsOne() {
        assertThat(ENGLISH_ANSWER.encoded(false)).isEqualTo("That.");
        assertThat(ENGLISH_ANSWER.encoded(true)).isEqualTo("That. So. That.");
        assertThat(THAI_ANSWER.encoded(true)).isEqualTo("นั่น");
    }

    @Test
    void becomesItemsOfQuestionsWithTheAnswersInTheirOwnLanguage() {
        Passage second = new Passage("en_1", EN, "It.");
        Passage wrong = new Passage("en_2", EN, "No.");
        Judgments judgments =
                new Judgments.Builder()
                        .grade("a_en", "en_0", 2)
                        .grade("a_en", "en_2", 0)
                        .grade("a_en", "th_0", 1)
                        .grade("a_en", "en_1", 1)
                        .grade("a_th", "th_0", 1)
                        .grade("b_th", "en_1", 1)
                        .build();
        Question across = new Question("b_th", "b", TH, "ไหน");
        TestCollection collection =
                new TestCollection(
                        "c",
                        List.of(ENGLISH, THAI, across),
                        List.of(ENGLISH_ANSWER, second, wrong, THAI_ANSWER),
                        judgments);
        assertThat(collection.items())
                .isEqualTo(
                        new ParallelCorpus(
                                "c",
                                List.of(
                                        new ParallelItem(
                                                "a",
                                                "a",
                                                Map.of(
                                                        EN,
                                                        new Pair("What?", "That.", List.of("No.")),
                                                        TH,
                                                        new Pair("อะไร", "นั่น"))),
                                        new ParallelItem(
                                                "a#2",
                                                "a",
                                                Map.of(
                                                        EN,
                                                        new Pair(
                                                                "What?",
                                                                "It.",
                                                                List.of("No.")))))));
    }
}
