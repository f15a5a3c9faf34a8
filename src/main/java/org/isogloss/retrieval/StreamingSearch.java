package org.isogloss.retrieval;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.PassagePool;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.encoder.PoolScores;

/**
 * The exact search of {@link ExactSearch} through a pool larger than memory: its rankings, ranks
 * and tie rule, but the candidates pass once, block by block, and only the best few of each
 * question are kept.
 *
 * <p>A relevant passage's rank is 1 plus the number of candidates before it, so its score has to be
 * known before the others pass. The relevant ones are therefore scored first, gathered into blocks
 * where each stands in the very column it will stand in later: then it is the same computation, to
 * the last bit, and a candidate with an equal vector ties as it should. Those blocks are few, since
 * one holds a relevant passage for every column. That the scores were the same is checked as they
 * pass; where an engine's were not, all candidates pass once more against the scores that were
 * seen.
 *
 * <p>Memory: two blocks of at most 2²³ scores, k hits a question, and what the engine needs for a
 * block. Letters: Q questions, N candidates, B candidates of a block.
 */
public final class StreamingSearch {
    private static final int BLOCK_SCORES = 1 << 23;
    private static final int LONGEST_BLOCK = 1 << 13;
    private static final int SHORTEST_BLOCK = 1 << 6;

    private final TestCollection collection;
    private final PassagePool pool;
    private final List<int[]> relevant; // by question, positions

    /**
     * Looks up the relevant passages.
     *
     * @throws IllegalArgumentException if the collection's passages are no {@link PassagePool}
     * @throws BadInputException if a relevant passage is no candidate
     */
    public StreamingSearch(TestCollection collection) {
        if (!(collection.passages() instanceof PassagePool passages)) {
            throw new IllegalArgumentException(collection.name() + " lies in memory");
        }
        this.collection = collection;
        pool = passages;
        relevant = collection.questions().stream().map(this::positions).toList();
    }

    private int[] positions(Question question) {
        return collection.judgments().of(question.id()).stream()
                .mapToInt(id -> position(question, id))
                .sorted()
                .toArray();
    }

    private Map<String, Integer> grades(Question question) {
        return collection.judgments().grades().getOrDefault(question.id(), Map.of());
    }

    private int position(Question question, String passageId) {
        OptionalInt position = pool.position(passageId);
        if (position.isEmpty()) {
            throw new BadInputException(
                    collection.name()
                            + ": passage '"
                            + passageId
                            + "' is judged relevant to question '"
                            + question.id()
                            + "' but is no candidate; add it or drop the judgment");
        }
        return position.getAsInt();
    }

    /**
     * Ranks the candidates for every question.
     *
     * @param scores the scores of the collection's questions against its passages, in their orders
     * @param hits how many of the best to keep for each question, at least {@link
     *     Scoring#SHARE_CUTOFF}
     * @return one ranking a question, in the order of the questions
     * @throws BadInputException if a score is not a number
     */
    public List<Ranking> rank(
            PoolScores scores, int hits, Progress progress, Cancellation cancellation) {
        if (hits < Scoring.SHARE_CUTOFF) {
            throw new IllegalArgumentException(hits + " hits are too few to score");
        }
        int questions = collection.questions().size();
        if (scores.questions() != questions || scores.candidates() != pool.size()) {
            throw new IllegalArgumentException(
                    "scores of %d by %d are not of %d questions by %d passages"
                            .formatted(
                                    scores.questions(),
                                    scores.candidates(),
                                    questions,
                                    pool.size()));
        }
        List<QuestionSearch> searches =
                IntStream.range(0, questions)
                        .mapToObj(
                                q ->
                                        new QuestionSearch(
                                                collection.questions().get(q),
                                                pool,
                                                relevant.get(q),
                                                grades(collection.questions().get(q)),
                                                hits))
                        .toList();
        new Passing(scores, searches, progress, cancellation).run();
        return searches.stream().map(QuestionSearch::ranking).toList();
    }

    /** One search's way through the candidates. */
    private final class Passing {
        private final PoolScores scores;
        private final List<QuestionSearch> searches;
        private final Progress progress;
        private final Cancellation cancellation;
        private final int length; // B
        private final FloatBuffer block; // [Q, B]
        private final float[][] rows; // [threads, B]

        Passing(
                PoolScores scores,
                List<QuestionSearch> searches,
                Progress progress,
                Cancellation cancellation) {
            this.scores = scores;
            this.searches = searches;
            this.progress = progress;
            this.cancellation = cancellation;
            int share = BLOCK_SCORES / Math.max(1, searches.size());
            int wanted = Math.max(SHORTEST_BLOCK, Math.min(LONGEST_BLOCK, share));
            length = Integer.highestOneBit(Math.min(wanted, scores.longestBlock()));
            int size = Math.multiplyExact(length, searches.size());
            block =
                    ByteBuffer.allocateDirect(Math.multiplyExact(Float.BYTES, size))
                            .order(ByteOrder.nativeOrder())
                            .asFloatBuffer();
            int threads = Math.min(searches.size(), Runtime.getRuntime().availableProcessors());
            rows = new float[threads][length];
        }

        void run() {
            int whole = pool.size() / length * length;
            expect(0, whole, length);
            expect(whole, pool.size(), pool.size() - whole);
            pass();
            if (!asExpected()) {
                searches.forEach(QuestionSearch::again);
                pass();
                if (!asExpected()) {
                    throw new IllegalStateException("the engine's scores change by themselves");
                }
            }
        }

        private boolean asExpected() {
            return searches.stream().allMatch(QuestionSearch::asExpected);
        }

        /** Scores the relevant passages of a range that is passed in blocks of one length. */
        private void expect(int from, int to, int columns) {
            for (int[] candidates : gathered(from, to, columns)) {
                cancellation.check();
                scores.block(candidates, block);
                for (int q = 0; q < searches.size(); q++) {
                    QuestionSearch search = searches.get(q);
                    for (int r = 0; r < search.relevantCount(); r++) {
                        int position = search.relevant(r);
                        if (position < from || position >= to) {
                            continue;
                        }
                        int column = (position - from) % columns;
                        if (candidates[column] == position) {
                            search.expect(r, block.get(q * columns + column));
                        }
                    }
                }
            }
        }

        /** Blocks that together hold each relevant passage of a range in its own column. */
        private List<int[]> gathered(int from, int to, int columns) {
            List<int[]> blocks = new ArrayList<>();
            int[] used = new int[columns];
            for (int position : distinct(from, to)) {
                int column = (position - from) % columns;
                int number = used[column]++;
                if (number == blocks.size()) {
                    blocks.add(IntStream.range(from, from + columns).toArray());
                }
                blocks.get(number)[column] = position;
            }
            return blocks;
        }

        private SortedSet<Integer> distinct(int from, int to) {
            SortedSet<Integer> distinct = new TreeSet<>();
            for (int[] positions : relevant) {
                for (int position : positions) {
                    if (from <= position && position < to) {
                        distinct.add(position);
                    }
                }
            }
            return distinct;
        }

        private void pass() {
            String what = "searching passages";
            for (int from = 0; from < pool.size(); from += length) {
                cancellation.check();
                progress.at(what, from, pool.size());
                int to = (int) Math.min(pool.size(), (long) from + length);
                scores.block(from, to, block);
                int first = from;
                IntStream.range(0, rows.length)
                        .parallel()
                        .forEach(thread -> pass(thread, first, to - first));
                if (to == pool.size()) {
                    break; // from + length might overflow
                }
            }
            progress.at(what, pool.size(), pool.size());
        }

        private void pass(int thread, int from, int count) {
            float[] row = rows[thread];
            for (int q = thread; q < searches.size(); q += rows.length) {
                block.get(q * count, row, 0, count);
                searches.get(q).pass(from, row, count);
            }
        }
    }
}
