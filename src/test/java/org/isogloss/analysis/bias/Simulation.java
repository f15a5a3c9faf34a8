package org.isogloss.analysis.bias;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.retrieval.ExactSearch;
import org.isogloss.retrieval.Rankings;

/**
 * Rankings of known bias: random scores, plus so much for a right answer, plus so much for the
 * question's own language.
 *
 * @param questions how many questions are asked, each in every language
 * @param answers how many right answers each has in every language
 * @param right what a right answer's score is greater by
 * @param own what a score in the question's language is greater by, right or wrong
 * @param ownRight what a right answer's score in the question's language is greater by
 */
record Simulation(int questions, int answers, double right, double own, double ownRight) {
    private static final List<Lang> LANGS =
            Stream.of("de", "en", "th", "zh").map(Lang::new).toList();
    private static final int CANDIDATES = 60; // of a language

    Rankings rankings(long seed) {
        TestCollection collection = collection();
        ExactSearch search = new ExactSearch(collection);
        List<Passage> passages = search.passages();
        SplittableRandom random = new SplittableRandom(seed);
        float[][] scores = new float[collection.questions().size()][passages.size()];
        for (int q = 0; q < scores.length; q++) {
            Question question = collection.questions().get(q);
            for (int c = 0; c < scores[q].length; c++) {
                Passage passage = passages.get(c);
                boolean isRight = collection.judgments().of(question.id()).contains(passage.id());
                boolean isOwn = passage.lang().equals(question.lang());
                scores[q][c] =
                        (float)
                                (random.nextDouble()
                                        + (isRight ? right : 0)
                                        + (isOwn ? own : 0)
                                        + (isOwn && isRight ? ownRight : 0));
            }
        }
        return Rankings.of(
                collection,
                search.rank(
                        (from, to, out) -> {
                            for (int q = from; q < to; q++) {
                                out.put((q - from) * passages.size(), scores[q]);
                            }
                        },
                        20,
                        Progress.NONE,
                        Cancellation.NEVER));
    }

    private TestCollection collection() {
        List<Passage> passages = new ArrayList<>();
        for (Lang lang : LANGS) {
            for (int i = 0; i < CANDIDATES; i++) {
                passages.add(new Passage(lang + "_" + i, lang, "text"));
            }
        }
        List<Question> asked = new ArrayList<>();
        Judgments.Builder judgments = new Judgments.Builder();
        for (int i = 0; i < questions; i++) {
            for (Lang lang : LANGS) {
                asked.add(new Question(i + "_" + lang, "" + i, lang, "text"));
                for (int answer = 0; answer < answers; answer++) {
                    for (Lang other : LANGS) {
                        judgments.relevant(
                                i + "_" + lang, other + "_" + (i * answers + answer) % CANDIDATES);
                    }
                }
            }
        }
        return new TestCollection("simulated", asked, passages, judgments.build());
    }
}
