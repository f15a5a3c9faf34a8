package org.isogloss.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.encoder.ScoreBlocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSearchTest {
    private static final List<Lang> LANGS =
            Stream.of("en", "th", "de", "zh").map(Lang::new).toList();

    /** Ids whose order has nothing to do with language; question 0 has no relevant passage. */
    private static TestCollection collection(int passages, int questions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> ids = new ArrayList<>(IntStream.range(0, passages).boxed().toList());
        ids.sort(Comparator.comparingLong(i -> new SplittableRandom(seed * 7 + i).nextLong()));
        List<Passage> pool =
                ids.stream()
                        .map(i -> new Passage("p" + i, LANGS.get(random.nextInt(4)), "text"))
                        .toList();
        List<Question> asked = new ArrayList<>();
        Judgments.Builder judgments = new Judgments.Builder();
        for (int q = 0; q < questions; q++) {
            asked.add(new Question("q" + q, "q" + q, LANGS.get(q % 4), "text"));
            for (int r = 0; r < q % 6; r++) {
                judgments.grade("q" + q, "p" + random.nextInt(passages), random.nextInt(-1, 4));
            }
        }
        return new TestCollection("random", asked, pool, judgments.build());
    }

    private static ScoreBlocks blocks(float[][] scores) {
        return (from, to, out) -> {
            for (int q = from; q < to; q++) {
                out.put((q - from) * scores[q].length, scores[q]);
            }
        };
    }

    private static List<Ranking> rank(ExactSearch search, float[][] scores, int hits) {
        return search.rank(blocks(scores), hits, Progress.NONE, Cancellation.NEVER);
    }

    /** Sorts the whole pool: the definition, word for word. */
    private static Ranking naive(TestCollection c, Question q, Map<String, Float> score, int hits) {
        List<Passage> sorted = new ArrayList<>(c.passages());
        sorted.sort(
                Comparator.comparing((Passage p) -> score.get(p.id()))
                        .thenComparing(Passage::id)
                        .reversed());
        List<Hit> top = new ArrayList<>();
        List<RelevantRank> relevant = new ArrayList<>();
        Map<Lang, Integer> seen = new HashMap<>();
        double bestWrong = Double.NaN;
        for (int i = 0; i < sorted.size(); i++) {
            Passage p = sorted.get(i);
            int inLanguage = seen.merge(p.lang(), 1, Integer::sum);
            if (i < hits) {
                top.add(new Hit(p.id(), p.lang(), i + 1, score.get(p.id())));
            }
            if (c.judgments().of(q.id()).contains(p.id())) {
                relevant.add(
                        new RelevantRank(
                                p.id(),
                                p.lang(),
                                c.judgments().grades().get(q.id()).get(p.id()),
                                inLanguage,
                                i + 1,
                                score.get(p.id())));
            } else if (p.lang().equals(q.lang()) && Double.isNaN(bestWrong)) {
                bestWrong = score.get(p.id());
            }
        }
        return new Ranking(q, relevant, top, bestWrong);
    }

    /** With 3 different scores nearly everything ties; with a million nearly nothing does. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 20, 1_000_000})
    void agreesWithSortingEverything(int differentScores) {
        TestCollection collection = collection(157, 40, differentScores);
        ExactSearch search = new ExactSearch(collection);
        SplittableRandom random = new SplittableRandom(differentScores);
        float[][] scores = new float[40][157];
        List<Ranking> expected = new ArrayList<>();
        for (int q = 0; q < 40; q++) {
            Map<String, Float> byId = new HashMap<>();
            for (int c = 0; c < 157; c++) {
                scores[q][c] = (random.nextInt(differentScores) - differentScores / 2) / 8f;
                byId.put(search.passages().get(c).id(), scores[q][c]);
            }
            expected.add(naive(collection, search.questions().get(q), byId, 20));
        }
        assertThat(rank(search, scores, 20).stream().map(ExactSearchTest::ordered))
                .isEqualTo(expected.stream().map(ExactSearchTest::ordered).toList());
    }

    private static Ranking ordered(Ranking ranking) {
        return new Ranking(
                ranking.question(),
                ranking.relevant().stream()
                        .sorted(Comparator.comparing(RelevantRank::passageId))
                        .toList(),
                ranking.hits(),
                ranking.bestWrong());
    }

    @Test
    void ordersTiesByIdDescending() {
        List<Passage> pool =
                Stream.of("b", "a", "é", "c")
                        .map(id -> new Passage(id, LANGS.get(id.equals("c") ? 1 : 0), "t"))
                        .toList();
        TestCollection collection =
                new TestCollection(
                        "ties",
                        List.of(new Question("q", "q", LANGS.get(0), "t")),
                        pool,
                        new Judgments.Builder().relevant("q", "a").build());
        ExactSearch search = new ExactSearch(collection);
        Ranking ranking = rank(search, new float[][] {{0.5f, 0.5f, 0.5f, 0.5f}}, 10).get(0);
        assertThat(ranking.hits()).extracting(Hit::passageId).containsExactly("é", "c", "b", "a");
        assertThat(ranking.relevant())
                .containsExactly(new RelevantRank("a", LANGS.get(0), 1, 3, 4, 0.5));
    }

    @Test
    void ordersAllCandidatesOfOneQuestionAsItRanksThem() {
        TestCollection collection = collection(200, 12, 5);
        ExactSearch search = new ExactSearch(collection);
        SplittableRandom random = new SplittableRandom(6);
        float[][] scores = new float[collection.questions().size()][200];
        for (float[] row : scores) {
            for (int c = 0; c < row.length; c++) {
                row[c] = (random.nextInt(9) - 4) / 4f * (random.nextBoolean() ? 1f : -1f);
            }
        }
        List<Ranking> rankings = rank(search, scores, 200);

        for (int q = 0; q < scores.length; q++) {
            List<String> order =
                    Arrays.stream(search.order(scores[q]))
                            .mapToObj(c -> search.passages().get(c).id())
                            .toList();
            assertThat(order)
                    .isEqualTo(rankings.get(q).hits().stream().map(Hit::passageId).toList());
        }
        scores[0][3] = Float.NaN;
        assertThatThrownBy(() -> search.order(scores[0]))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is not a number");
    }

    @Test
    void groupsCandidatesByLanguage() {
        List<Lang> languages =
                new ExactSearch(collection(50, 1, 3))
                        .passages().stream().map(Passage::lang).toList();
        List<Lang> runs = new ArrayList<>();
        for (Lang lang : languages) {
            if (runs.isEmpty() || !runs.get(runs.size() - 1).equals(lang)) {
                runs.add(lang);
            }
        }
        assertThat(languages).hasSize(50);
        assertThat(runs).doesNotHaveDuplicates();
    }

    @Test
    void ranksMoreQuestionsThanABlockHolds() {
        // 9000 candidates: 932 questions a block
        TestCollection collection = collection(9000, 1000, 4);
        ExactSearch search = new ExactSearch(collection);
        List<Integer> starts = new ArrayList<>();
        List<Ranking> rankings =
                search.rank(
                        (from, to, out) -> {
                            starts.add(from);
                            for (int i = 0; i < (to - from) * 9000; i++) {
                                out.put(i, (from * 9000 + i) % 9973);
                            }
                        },
                        10,
                        Progress.NONE,
                        Cancellation.NEVER);
        assertThat(starts).containsExactly(0, 932);
        int q = 999;
        Map<String, Float> byId = new HashMap<>();
        for (int c = 0; c < 9000; c++) {
            byId.put(search.passages().get(c).id(), (float) ((q * 9000 + c) % 9973));
        }
        assertThat(ordered(rankings.get(q)))
                .isEqualTo(ordered(naive(collection, search.questions().get(q), byId, 10)));
    }

    @Test
    void refusesAScoreThatIsNoNumber() {
        ExactSearch search = new ExactSearch(collection(30, 8, 5));
        float[][] scores = new float[8][30];
        scores[6][29] = Float.NaN;
        assertThatThrownBy(() -> rank(search, scores, 10))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "the score of question 'q6' and passage '"
                                + search.passages().get(29).id()
                                + "' is not a number; the model's weights are broken, so take an"
                                + " earlier checkpoint");
    }

    @Test
    void refusesPassagesWithOneId() {
        Passage twice = new Passage("p", LANGS.get(0), "t");
        TestCollection collection =
                new TestCollection("c", List.of(), List.of(twice, twice), new Judgments(Map.of()));
        assertThatThrownBy(() -> new ExactSearch(collection))
                .hasMessage("c: two passages have the id 'p'; give each its own");
    }

    @Test
    void refusesARelevantPassageThatIsNoCandidate() {
        TestCollection collection =
                new TestCollection(
                        "c",
                        List.of(new Question("q", "q", LANGS.get(0), "t")),
                        List.of(new Passage("p", LANGS.get(0), "t")),
                        new Judgments.Builder().relevant("q", "gone").build());
        assertThatThrownBy(() -> new ExactSearch(collection))
                .hasMessage(
                        "c: passage 'gone' is judged relevant to question 'q' but is no candidate;"
                                + " add it or drop the judgment");
    }
}
