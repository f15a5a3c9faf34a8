package org.isogloss.retrieval;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.encoder.ScoreBlocks;

/**
 * Ranks every candidate for every question without sorting: a passage's rank is 1 plus the number
 * of candidates before it.
 *
 * <p>A candidate is before another if its score is greater or, at equal scores, if its id is
 * greater: trec_eval's rule, ids compared by their UTF-8 bytes. One pass over a question's scores
 * counts, for each relevant passage and each answer language, the candidates before it; that gives
 * its rank among its own language and among all.
 *
 * <p>Letters: Q questions, N candidates; the score matrix is [Q, N].
 */
public final class ExactSearch {
    private static final int BLOCK_SCORES = 1 << 23;
    private static final Comparator<Passage> GREATER_ID_FIRST =
            Comparator.comparing(Passage::id, TieRule.byBytes()).reversed();

    private final TestCollection collection;
    private final List<Passage> passages;
    private final List<Lang> languages;
    private final List<Pool> pools; // by language

    /** place[c]: how many candidates of all languages have a greater id than candidate c. */
    private final int[] place;

    private final Map<String, Integer> columns = new HashMap<>();

    /** The candidates of one language: columns from start to end. */
    private record Pool(int start, int end) {}

    /**
     * Arranges the candidates of a collection.
     *
     * @throws BadInputException if two passages have one id, or a relevant one is no candidate
     */
    public ExactSearch(TestCollection collection) {
        this.collection = collection;
        List<Passage> byId = collection.passages().stream().sorted(GREATER_ID_FIRST).toList();
        passages = new ArrayList<>(byId.size());
        languages = collection.answerLanguages();
        pools = new ArrayList<>();
        for (Lang lang : languages) {
            int start = passages.size();
            byId.stream().filter(p -> p.lang().equals(lang)).forEach(passages::add);
            pools.add(new Pool(start, passages.size()));
        }
        for (int c = 0; c < passages.size(); c++) {
            if (columns.put(passages.get(c).id(), c) != null) {
                throw new BadInputException(
                        collection.name()
                                + ": two passages have the id '"
                                + passages.get(c).id()
                                + "'; give each its own");
            }
        }
        place = new int[passages.size()];
        for (int i = 0; i < place.length; i++) {
            place[columns.get(byId.get(i).id())] = i;
        }
        collection.questions().forEach(this::relevantColumns);
    }

    /** What is searched. */
    public TestCollection collection() {
        return collection;
    }

    /** The candidates in the order of the score matrix's columns. */
    public List<Passage> passages() {
        return List.copyOf(passages);
    }

    /** The questions in the order of the score matrix's rows. */
    public List<Question> questions() {
        return collection.questions();
    }

    /**
     * Ranks the candidates for every question.
     *
     * @param blocks the scores of {@link #questions} against {@link #passages}
     * @param hits how many of the best to keep for each question, at least {@link
     *     Scoring#SHARE_CUTOFF}
     * @return one ranking a question, in the order of the questions
     * @throws BadInputException if a score is not a number
     */
    public List<Ranking> rank(
            ScoreBlocks blocks, int hits, Progress progress, Cancellation cancellation) {
        if (hits < Scoring.SHARE_CUTOFF) {
            throw new IllegalArgumentException(hits + " hits are too few to score");
        }
        int questions = collection.questions().size();
        int rows = Math.max(1, Math.min(questions, BLOCK_SCORES / Math.max(1, passages.size())));
        FloatBuffer scores =
                ByteBuffer.allocateDirect(Math.multiplyExact(4 * rows, passages.size()))
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
        // One row for each thread, overwritten by its next question.
        ThreadLocal<float[]> row = ThreadLocal.withInitial(() -> new float[passages.size()]); // [N]
        List<Ranking> rankings = new ArrayList<>(questions);
        for (int from = 0; from < questions; from += rows) {
            cancellation.check();
            progress.at("ranking questions", from, questions);
            int first = from;
            int to = Math.min(questions, from + rows);
            blocks.block(from, to, scores);
            rankings.addAll(
                    IntStream.range(from, to)
                            .parallel()
                            .mapToObj(q -> rank(q, filled(row.get(), scores, q - first), hits))
                            .toList());
        }
        progress.at("ranking questions", questions, questions);
        return rankings;
    }

    /**
     * Ranks all candidates for one question.
     *
     * @param scores [N], in the order of {@link #passages}
     * @return the candidates' columns, best first
     * @throws BadInputException if a score is not a number
     */
    public int[] order(float[] scores) {
        int[] at = new int[place.length]; // the column of each place
        long[] keys = new long[place.length];
        for (int c = 0; c < place.length; c++) {
            if (Float.isNaN(scores[c])) {
                throw new BadInputException(
                        "the score of passage '" + passages.get(c).id() + "' is not a number");
            }
            at[place[c]] = c;
            keys[c] = (long) -ordinal(scores[c]) << 32 | place[c];
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> at[(int) key]).toArray();
    }

    /** A number that compares as a score does; 0 and −0 are equal. */
    private static int ordinal(float score) {
        int bits = Float.floatToIntBits(score + 0f);
        return bits < 0 ? -(bits & Integer.MAX_VALUE) : bits;
    }

    private static float[] filled(float[] values, FloatBuffer scores, int row) {
        scores.get(row * values.length, values);
        return values;
    }

    private Ranking rank(int q, float[] scores, int hits) {
        Question question = collection.questions().get(q);
        int[] best = new TopHits(hits, place).of(scores, c -> notANumber(question, c));
        int[] relevant = relevantColumns(question);
        int[] inLanguage = new int[relevant.length];
        int[] inPool = new int[relevant.length];
        double bestWrong = bestWrong(question, relevant, scores);
        order(relevant, scores);
        int[] bounds = bounds(relevant, scores);
        for (Pool pool : pools) {
            int[] before = before(relevant, bounds, pool, scores);
            for (int r = 0; r < relevant.length; r++) {
                inPool[r] += before[r];
                if (pool.start() <= relevant[r] && relevant[r] < pool.end()) {
                    inLanguage[r] = before[r];
                }
            }
        }
        Map<String, Integer> grades =
                collection.judgments().grades().getOrDefault(question.id(), Map.of());
        List<RelevantRank> ranks = new ArrayList<>(relevant.length);
        for (int r = 0; r < relevant.length; r++) {
            Passage passage = passages.get(relevant[r]);
            ranks.add(
                    new RelevantRank(
                            passage.id(),
                            passage.lang(),
                            grades.get(passage.id()),
                            1 + inLanguage[r],
                            1 + inPool[r],
                            scores[relevant[r]]));
        }
        List<Hit> top = new ArrayList<>(best.length);
        for (int i = 0; i < best.length; i++) {
            Passage passage = passages.get(best[i]);
            top.add(new Hit(passage.id(), passage.lang(), i + 1, scores[best[i]]));
        }
        return new Ranking(question, ranks, top, bestWrong);
    }

    /**
     * The greatest score of a candidate in the question's language that is not relevant.
     *
     * @param relevant the columns of the relevant ones, ascending
     */
    private double bestWrong(Question question, int[] relevant, float[] scores) {
        int own = languages.indexOf(question.lang());
        if (own < 0) {
            return Double.NaN;
        }
        float best = Float.NaN;
        int from = pools.get(own).start();
        int end = pools.get(own).end();
        for (int r = 0; r <= relevant.length; r++) {
            int to = r < relevant.length ? Math.min(relevant[r], end) : end;
            for (int c = from; c < to; c++) {
                best = scores[c] <= best ? best : scores[c]; // true of the first: NaN compares so
            }
            from = Math.max(from, to + 1);
        }
        return best;
    }

    /** Puts the few relevant candidates in the order of their ranks, by insertion. */
    private void order(int[] relevant, float[] scores) {
        for (int r = 1; r < relevant.length; r++) {
            int column = relevant[r];
            int at = r;
            while (at > 0 && isBefore(column, relevant[at - 1], scores)) {
                relevant[at] = relevant[at - 1];
                at--;
            }
            relevant[at] = column;
        }
    }

    /**
     * How many candidates of a pool are before each relevant one, best first.
     *
     * <p>Each candidate counts once, for the first relevant one that it is before, and sums tell
     * the rest. That one is found by halving without a branch: where right answers stand anywhere,
     * which way a comparison goes is a coin's throw, and guessing wrong costs more than the search.
     *
     * @param bounds the keys of the relevant ones, descending, filled up to a power of two with a
     *     key that every other is above
     */
    private int[] before(int[] relevant, int[] bounds, Pool pool, float[] scores) {
        int[] before = new int[bounds.length];
        float least = relevant.length == 0 ? 0 : scores[relevant[relevant.length - 1]];
        for (int c = pool.start(); relevant.length > 0 && c < pool.end(); c++) {
            if (scores[c] < least) {
                continue;
            }
            int key = key(scores[c]);
            int behind = 0;
            for (int step = bounds.length >> 1; step > 0; step >>= 1) {
                long difference = (long) key - bounds[behind + step - 1];
                behind += step & (int) (difference >> (Long.SIZE - 1));
            }
            while (bounds[behind] == key && !isBefore(c, relevant[behind], scores)) {
                behind++; // a tie, or the relevant one itself
            }
            before[behind]++;
        }
        for (int r = 1; r < relevant.length; r++) {
            before[r] += before[r - 1];
        }
        return before;
    }

    private static int[] bounds(int[] relevant, float[] scores) {
        int[] bounds = new int[Integer.highestOneBit(2 * relevant.length + 1)];
        Arrays.fill(bounds, Integer.MIN_VALUE);
        for (int r = 0; r < relevant.length; r++) {
            bounds[r] = key(scores[relevant[r]]);
        }
        return bounds;
    }

    /** A whole number that is as great among others as a score is; both zeros have one. */
    private static int key(float score) {
        int bits = Float.floatToRawIntBits(score + 0f);
        return bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE);
    }

    private boolean isBefore(int a, int b, float[] scores) {
        return scores[a] > scores[b] || (scores[a] == scores[b] && place[a] < place[b]);
    }

    private int[] relevantColumns(Question question) {
        return collection.judgments().of(question.id()).stream()
                .mapToInt(id -> column(question, id))
                .sorted()
                .toArray();
    }

    private int column(Question question, String passageId) {
        Integer column = columns.get(passageId);
        if (column == null) {
            throw new BadInputException(
                    collection.name()
                            + ": passage '"
                            + passageId
                            + "' is judged relevant to question '"
                            + question.id()
                            + "' but is no candidate; add it or drop the judgment");
        }
        return column;
    }

    private BadInputException notANumber(Question question, int column) {
        return new BadInputException(
                "the score of question '"
                        + question.id()
                        + "' and passage '"
                        + passages.get(column).id()
                        + "' is not a number; the model's weights are broken, so take an earlier"
                        + " checkpoint");
    }
}
