package org.isogloss.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.PassagePool;
import org.isogloss.corpus.TestCollection;
import org.isogloss.encoder.PoolScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamingSearchTest {
    @TempDir private Path folder;

    /** Scores from a table, which counts what is asked of it. */
    private static class Table implements PoolScores {
        private final float[][] scores; // [Q, N]
        private final int longest;
        final List<Integer> starts = new ArrayList<>();
        int gathered;

        Table(float[][] scores, int longest) {
            this.scores = scores;
            this.longest = longest;
        }

        @Override
        public int questions() {
            return scores.length;
        }

        @Override
        public int candidates() {
            return scores[0].length;
        }

        @Override
        public int longestBlock() {
            return longest;
        }

        @Override
        public void block(int from, int to, FloatBuffer out) {
            starts.add(from);
            put(IntStream.range(from, to).toArray(), out);
        }

        @Override
        public void block(int[] candidates, FloatBuffer out) {
            gathered++;
            put(candidates, out);
        }

        final void put(int[] candidates, FloatBuffer out) {
            for (int q = 0; q < scores.length; q++) {
                for (int c = 0; c < candidates.length; c++) {
                    out.put(q * candidates.length + c, scores[q][candidates[c]]);
                }
            }
        }
    }

    private static float[][] scores(int questions, int passages, int different) {
        SplittableRandom random = new SplittableRandom(different);
        float[][] scores = new float[questions][passages];
        for (float[] row : scores) {
            for (int c = 0; c < passages; c++) {
                row[c] = (random.nextInt(different) - different / 2) / 8f;
            }
        }
        return scores;
    }

    private static List<Ranking> streamed(TestCollection collection, PoolScores scores) {
        return new StreamingSearch(collection).rank(scores, 20, Progress.NONE, Cancellation.NEVER);
    }

    /** The search that is held to the definition by its own test. */
    private static List<Ranking> exact(TestCollection collection, float[][] scores) {
        ExactSearch search = new ExactSearch(collection);
        PassagePool pool = (PassagePool) collection.passages();
        int[] positions =
                search.passages().stream()
                        .map(Passage::id)
                        .mapToInt(id -> pool.position(id).orElseThrow())
                        .toArray();
        return search.rank(
                (from, to, out) -> {
                    for (int q = from; q < to; q++) {
                        for (int c = 0; c < positions.length; c++) {
                            out.put((q - from) * positions.length + c, scores[q][positions[c]]);
                        }
                    }
                },
                20,
                Progress.NONE,
                Cancellation.NEVER);
    }

    /** With 1 score everything ties, with 3 nearly everything, with a million nearly nothing. */
    @ParameterizedTest
    @CsvSource({
        "1, 700, 64",
        "3, 700, 64",
        "3, 701, 256",
        "20, 640, 64",
        "20, 699, 128",
        "3, 40, 64",
        "1000000, 700, 64",
        "1000000, 700, 8192",
        "3, 9, 64"
    })
    void agreesWithTheSearchInMemory(int different, int passages, int longest) throws IOException {
        TestCollection collection = SmallPool.collection(folder, passages, 40, different);
        float[][] scores = scores(40, passages, different);
        Table table = new Table(scores, longest);
        assertThat(SmallPool.ordered(streamed(collection, table)))
                .isEqualTo(SmallPool.ordered(exact(collection, scores)));
        int block = Math.min(longest, 8192);
        assertThat(table.starts)
                .as("each candidate passes once")
                .isEqualTo(
                        IntStream.range(0, passages).filter(i -> i % block == 0).boxed().toList());
        assertThat(table.gathered).isBetween(1, table.starts.size());
    }

    /** Four relevant passages in three columns of whole blocks, and one in the last block. */
    @Test
    void gathersRelevantPassagesIntoFewBlocks() throws IOException {
        TestCollection pool = SmallPool.collection(folder, 700, 2, 1);
        Judgments.Builder judgments = new Judgments.Builder();
        for (int position : new int[] {0, 65, 66, 129, 699}) {
            judgments.relevant("q0", pool.passages().get(position).id());
        }
        TestCollection collection =
                new TestCollection("c", pool.questions(), pool.passages(), judgments.build());
        float[][] scores = scores(2, 700, 5);
        Table table = new Table(scores, 64);
        assertThat(SmallPool.ordered(streamed(collection, table)))
                .isEqualTo(SmallPool.ordered(exact(collection, scores)));
        assertThat(table.gathered).isEqualTo(3);
    }

    @Test
    void passesOnceMoreWhereTheFirstScoresWereNotThose() throws IOException {
        TestCollection collection = SmallPool.collection(folder, 700, 12, 4);
        float[][] scores = scores(12, 700, 9);
        Table table =
                new Table(scores, 64) {
                    @Override
                    public void block(int[] candidates, FloatBuffer out) {
                        super.block(candidates, out);
                        out.put(5 * candidates.length + 3, 77);
                        for (int i = 0; i < 12 * candidates.length; i++) {
                            out.put(i, Math.nextUp(out.get(i)));
                        }
                    }
                };
        assertThat(SmallPool.ordered(streamed(collection, table)))
                .isEqualTo(SmallPool.ordered(exact(collection, scores)));
        assertThat(table.starts).hasSize(22).endsWith(640);
    }

    @Test
    void refusesScoresThatNeverStay() throws IOException {
        TestCollection collection = SmallPool.collection(folder, 100, 3, 4);
        float[][] scores = scores(3, 100, 9);
        Table table =
                new Table(scores, 64) {
                    private float more;

                    @Override
                    public void block(int from, int to, FloatBuffer out) {
                        super.block(from, to, out);
                        more++;
                        for (int i = 0; i < 3 * (to - from); i++) {
                            out.put(i, out.get(i) + more);
                        }
                    }
                };
        assertThatThrownBy(() -> streamed(collection, table))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the engine's scores change by themselves");
    }

    @Test
    void refusesAScoreThatIsNoNumber() throws IOException {
        TestCollection collection = SmallPool.collection(folder, 100, 8, 4);
        float[][] scores = scores(8, 100, 9);
        scores[6][71] = Float.NaN;
        assertThatThrownBy(() -> streamed(collection, new Table(scores, 64)))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "the score of question 'q6' and passage '"
                                + collection.passages().get(71).id()
                                + "' is not a number; the model's weights are broken, so take an"
                                + " earlier checkpoint");
    }

    @Test
    void refusesARelevantPassageThatIsNoCandidate() throws IOException {
        TestCollection pool = SmallPool.collection(folder, 20, 2, 1);
        TestCollection collection =
                new TestCollection(
                        "c",
                        pool.questions(),
                        pool.passages(),
                        new Judgments.Builder().relevant("q1", "gone").build());
        assertThatThrownBy(() -> new StreamingSearch(collection))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "c: passage 'gone' is judged relevant to question 'q1' but is no candidate;"
                                + " add it or drop the judgment");
    }

    @Test
    void stopsBetweenBlocksAndTellsHowFarItIs() throws IOException {
        TestCollection collection = SmallPool.collection(folder, 200, 2, 1);
        List<String> told = new ArrayList<>();
        assertThatThrownBy(
                        () ->
                                new StreamingSearch(collection)
                                        .rank(
                                                new Table(scores(2, 200, 3), 64),
                                                10,
                                                (what, done, total) ->
                                                        told.add(what + " " + done + "/" + total),
                                                () -> told.size() == 2))
                .isInstanceOf(CancellationException.class);
        assertThat(told).containsExactly("searching passages 0/200", "searching passages 64/200");
    }
}
