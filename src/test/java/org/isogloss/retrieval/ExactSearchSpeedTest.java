package org.isogloss.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints, for reading, how long ranking takes at the size of XQuAD-R once the scores are there. */
@Tag("speed")
class ExactSearchSpeedTest {
    private static final List<String> TAGS =
            List.of("ar", "de", "el", "en", "es", "hi", "ru", "th", "tr", "vi", "zh");
    private static final int QUESTIONS = 1190;

    @Test
    void ranksThirteenThousandQuestions() {
        List<Question> questions = new ArrayList<>();
        List<Passage> passages = new ArrayList<>();
        Judgments.Builder judgments = new Judgments.Builder();
        for (String tag : TAGS) {
            Lang lang = new Lang(tag);
            for (int i = 0; i < 1183; i++) {
                passages.add(new Passage(tag + "_" + i, lang, ""));
            }
            for (int i = 0; i < QUESTIONS; i++) {
                questions.add(new Question(i + "_" + tag, "" + i, lang, ""));
                for (String answer : TAGS) {
                    judgments.relevant(i + "_" + tag, answer + "_" + i % 1183);
                }
            }
        }
        ExactSearch search =
                new ExactSearch(
                        new TestCollection("speed", questions, passages, judgments.build()));
        int columns = passages.size();
        float[] noise = new float[2 * columns];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextDouble();
        }
        long[] filling = new long[1];
        long start = System.nanoTime();
        List<Ranking> rankings =
                search.rank(
                        (from, to, out) -> {
                            long began = System.nanoTime();
                            for (int q = from; q < to; q++) {
                                out.put((q - from) * columns, noise, q % columns, columns);
                            }
                            filling[0] += System.nanoTime() - began;
                        },
                        20,
                        Progress.NONE,
                        Cancellation.NEVER);
        long counted = System.nanoTime();
        Scoring scoring = new Scoring(TAGS.stream().map(Lang::new).toList());
        assertThat(rankings.stream().mapToLong(r -> scoring.of(r).size()).sum())
                .isEqualTo(13_090L * 85);
        System.out.printf(
                Locale.ROOT,
                "13,090 questions x 13,013 candidates: ranked in %.2f s, scored in %.2f s%n",
                (counted - start - filling[0]) / 1e9,
                (System.nanoTime() - counted) / 1e9);
    }
}
