package org.isogloss.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.util.DoubleComparator;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The numbers of trec_eval 9.0.8 for scores full of ties and grades, in each language's pool and in
 * all.
 *
 * <p>They come from {@code trec_eval -q -m map -m recall.1,10,100 -m recip_rank -m ndcg_cut.10 qrel
 * run}, the files written by
 *
 * <pre>for q in range(6):
 *   for c in range(60): run.write(f"q{q} Q0 p{c} 0 {((c*37+q*11+(c*c)%7*13)%23)/8} t\n")
 *   for r in range(q+1): qrel.write(f"q{q} 0 p{(r*r*5+q*7+r)%60} {1+r%3}\n")</pre>
 *
 * for all passages, and for those with c % 3 of 0 (de), 1 (en) and 2 (th).
 */
class TrecEvalTest {
    private static final List<Lang> LANGS = Stream.of("de", "en", "th").map(Lang::new).toList();

    @ParameterizedTest
    @CsvSource({
        "de, q0, 0.0500, 0.0000, 0.0000, 1.0000, 0.0500, 0.0000",
        "de, q2, 0.0714, 0.0000, 0.0000, 1.0000, 0.0714, 0.0000",
        "de, q3, 0.1403, 0.0000, 0.3333, 1.0000, 0.1000, 0.1847",
        "de, q5, 0.2917, 0.0000, 1.0000, 1.0000, 0.3333, 0.5000",
        "en, q1, 0.8333, 0.5000, 1.0000, 1.0000, 1.0000, 0.9502",
        "en, q3, 0.0588, 0.0000, 0.0000, 1.0000, 0.0588, 0.0000",
        "en, q4, 0.4026, 0.0000, 0.7500, 1.0000, 0.5000, 0.4037",
        "th, q2, 0.2679, 0.0000, 1.0000, 1.0000, 0.2500, 0.4541",
        "th, q4, 0.3333, 0.0000, 1.0000, 1.0000, 0.3333, 0.5000",
        "th, q5, 0.4589, 0.2500, 0.7500, 1.0000, 1.0000, 0.6212",
        "*, q0, 0.0167, 0.0000, 0.0000, 1.0000, 0.0167, 0.0000",
        "*, q1, 0.2083, 0.0000, 0.5000, 1.0000, 0.2500, 0.3274",
        "*, q2, 0.0694, 0.0000, 0.0000, 1.0000, 0.0500, 0.0000",
        "*, q3, 0.0518, 0.0000, 0.0000, 1.0000, 0.0278, 0.0000",
        "*, q4, 0.2721, 0.0000, 0.6000, 1.0000, 0.2500, 0.3136",
        "*, q5, 0.2111, 0.0000, 0.3333, 1.0000, 0.2000, 0.2498"
    })
    void agreesWithTrecEval(
            String pool,
            String question,
            double map,
            double recall1,
            double recall10,
            double recall100,
            double recipRank,
            double ndcg10) {
        List<Double> values =
                scores().stream()
                        .filter(s -> s.answer().equals(pool) && s.questionId().equals(question))
                        .limit(6)
                        .map(Score::value)
                        .toList();
        assertThat(values)
                .usingElementComparator(new DoubleComparator(5.1e-5))
                .containsExactly(map, recall1, recall10, recall100, recipRank, ndcg10);
    }

    private static List<Score> scores() {
        List<Passage> passages = new ArrayList<>();
        for (int c = 0; c < 60; c++) {
            passages.add(new Passage("p" + c, LANGS.get(c % 3), "text"));
        }
        List<Question> questions = new ArrayList<>();
        Judgments.Builder judgments = new Judgments.Builder();
        for (int q = 0; q < 6; q++) {
            questions.add(new Question("q" + q, "q" + q, LANGS.get(0), "text"));
            for (int r = 0; r < q + 1; r++) {
                judgments.grade("q" + q, "p" + (r * r * 5 + q * 7 + r) % 60, 1 + r % 3);
            }
        }
        ExactSearch search =
                new ExactSearch(new TestCollection("c", questions, passages, judgments.build()));
        List<Ranking> rankings =
                search.rank(
                        (from, to, out) -> {
                            for (int q = from; q < to; q++) {
                                for (int i = 0; i < 60; i++) {
                                    String id = search.passages().get(i).id();
                                    int c = Integer.parseInt(id.substring(1));
                                    out.put(
                                            (q - from) * 60 + i,
                                            (c * 37 + q * 11 + (c * c) % 7 * 13) % 23 / 8f);
                                }
                            }
                        },
                        10,
                        Progress.NONE,
                        Cancellation.NEVER);
        Scoring scoring = new Scoring(LANGS);
        return rankings.stream().flatMap(ranking -> scoring.of(ranking).stream()).toList();
    }
}
