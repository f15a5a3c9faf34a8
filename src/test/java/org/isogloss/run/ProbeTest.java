package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final List<Lang> LANGUAGES = List.of(new Lang("en"), new Lang("th"));

    @Test
    void asksFewQuestionsInEveryLanguageAmongTheirAnswersAlone() {
        TestCollection part = Probe.part(collection(new Random(1)), 3);

        assertThat(part.name()).isEqualTo("probe:facts");
        assertThat(part.questions()).hasSize(3 * 2);
        assertThat(part.questions().stream().map(Question::parallelId).distinct()).hasSize(3);
        assertThat(part.passages())
                .extracting(Passage::id)
                .containsExactlyInAnyOrderElementsOf(
                        part.questions().stream().map(q -> "p-" + q.id()).toList());
    }

    @Test
    void asksTheSameWhateverTheOrderOfTheData() {
        TestCollection one = Probe.part(collection(new Random(1)), 3);
        TestCollection two = Probe.part(collection(new Random(2)), 3);

        assertThat(two.questions()).containsExactlyInAnyOrderElementsOf(one.questions());
    }

    @Test
    void asksAllThatThereAreAndNoneWithoutAnAnswer() {
        TestCollection part = Probe.part(collection(new Random(1)), 1000);

        assertThat(part.questions()).hasSize(2 * 20);
        assertThat(part.questions()).noneMatch(q -> q.parallelId().equals("unanswered"));
    }

    /** Twenty questions in two languages, shuffled, with one that has no answer. */
    private static TestCollection collection(Random order) {
        List<Question> questions = new ArrayList<>();
        List<Passage> passages = new ArrayList<>();
        Judgments.Builder judgments = new Judgments.Builder();
        for (Lang lang : LANGUAGES) {
            questions.add(new Question("unanswered-" + lang.tag(), "unanswered", lang, "why?"));
            passages.add(new Passage("distractor-" + lang.tag(), lang, "because"));
            for (int i = 0; i < 20; i++) {
                String id = i + "-" + lang.tag();
                questions.add(new Question(id, "q" + i, lang, "question " + id));
                passages.add(new Passage("p-" + id, lang, "answer " + id));
                judgments.relevant(id, "p-" + id);
            }
        }
        Collections.shuffle(questions, order);
        Collections.shuffle(passages, order);
        return new TestCollection("facts", questions, passages, judgments.build());
    }
}
