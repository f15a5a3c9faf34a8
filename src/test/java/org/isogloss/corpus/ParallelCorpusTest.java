package org.isogloss.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParallelCorpusTest {
    private static final Lang EN = new Lang("en");
    private static final Lang TH = new Lang("th");
    private static final ParallelItem BOTH =
            item("a", "a", Map.entry(EN, "en-a"), Map.entry(TH, "th-a"));
    private static final ParallelItem THAI_ONLY = item("b", "b", Map.entry(TH, "th-b"));

    @SafeVarargs
    private static ParallelItem item(String id, String question, Map.Entry<Lang, String>... texts) {
        Map<Lang, Pair> pairs = new LinkedHashMap<>();
        for (Map.Entry<Lang, String> text : texts) {
            pairs.put(text.getKey(), new Pair(text.getValue() + "?", text.getValue() + "."));
        }
        return new ParallelItem(id, question, pairs);
    }

    @Test
    void listsLanguagesInOrderOfFirstAppearance() {
        assertThat(new ParallelCorpus("c", List.of(THAI_ONLY, BOTH)).languages())
                .containsExactly(TH, EN);
    }

    @Test
    void keepsNoHoldOfTheListsItWasGiven() {
        List<ParallelItem> items = new ArrayList<>(List.of(BOTH));
        Map<Lang, Pair> pairs = new LinkedHashMap<>(BOTH.pairs());
        ParallelItem item = new ParallelItem("a", "a", pairs);
        ParallelCorpus corpus = new ParallelCorpus("c", items);
        items.clear();
        pairs.clear();
        assertThat(corpus.items()).containsExactly(BOTH);
        assertThat(item).isEqualTo(BOTH);
        assertThatThrownBy(() -> item.pairs().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void leavesOutItemsByTheirIds() {
        assertThat(new ParallelCorpus("c", List.of(BOTH, THAI_ONLY)).without(Set.of("a")))
                .isEqualTo(new ParallelCorpus("c", List.of(THAI_ONLY)));
    }

    @Test
    void carriesTheArticleIntoTranslationsAndQuestions() {
        ParallelCorpus corpus =
                new ParallelCorpus(
                        "c", List.of(new ParallelItem("a", "a", BOTH.pairs(), "Rivers")));

        assertThat(corpus.translations().items())
                .extracting(ParallelItem::source)
                .containsOnly("Rivers");
        assertThat(corpus.collection().questions())
                .extracting(Question::source)
                .containsOnly("Rivers");
    }

    @Test
    void putsEachSideOfAnItemOnBothSidesOfATranslation() {
        assertThat(new ParallelCorpus("c", List.of(BOTH)).translations())
                .isEqualTo(
                        new ParallelCorpus(
                                "c (translations)",
                                List.of(
                                        new ParallelItem(
                                                "a#question",
                                                "a",
                                                Map.of(
                                                        EN,
                                                        new Pair("en-a?", "en-a?"),
                                                        TH,
                                                        new Pair("th-a?", "th-a?"))),
                                        new ParallelItem(
                                                "a#passage",
                                                "a",
                                                Map.of(
                                                        EN,
                                                        new Pair("en-a.", "en-a."),
                                                        TH,
                                                        new Pair("th-a.", "th-a."))))));
    }

    @Test
    void answersEachQuestionInEveryLanguageItsItemHas() {
        assertThat(new ParallelCorpus("c", List.of(BOTH, THAI_ONLY)).collection())
                .isEqualTo(
                        new TestCollection(
                                "c",
                                List.of(
                                        new Question("a_en", "a", EN, "en-a?"),
                                        new Question("a_th", "a", TH, "th-a?"),
                                        new Question("b_th", "b", TH, "th-b?")),
                                List.of(
                                        new Passage("en_a", EN, "en-a."),
                                        new Passage("th_a", TH, "th-a."),
                                        new Passage("th_b", TH, "th-b.")),
                                Judgments.ofRelevant(
                                        Map.of(
                                                "a_en", Set.of("en_a", "th_a"),
                                                "a_th", Set.of("en_a", "th_a"),
                                                "b_th", Set.of("th_b")))));
    }

    @Test
    void scoresNoPassageAsWrongForTheSameQuestionAskedElsewhere() {
        TestCollection collection =
                new ParallelCorpus(
                                "c",
                                List.of(
                                        item("a-0", "a", Map.entry(EN, "x"), Map.entry(TH, "y")),
                                        item("a-1", "a", Map.entry(EN, "z")),
                                        item("b", "b", Map.entry(EN, "w"))))
                        .collection();
        assertThat(collection.judgments())
                .isEqualTo(
                        Judgments.ofRelevant(
                                Map.of(
                                        "a-0_en", Set.of("en_a-0", "th_a-0", "en_a-1"),
                                        "a-0_th", Set.of("en_a-0", "th_a-0", "en_a-1"),
                                        "a-1_en", Set.of("en_a-0", "th_a-0", "en_a-1"),
                                        "b_en", Set.of("en_b"))));
        assertThat(collection.questions())
                .extracting(Question::parallelId)
                .containsExactly("a", "a", "b", "a");
    }
}
