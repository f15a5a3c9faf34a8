package org.isogloss.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.LanguageRun;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.PassagePool;
import org.isogloss.corpus.Question;

/**
 * What a search through a pool knows of one question: the best candidates so far, and of each
 * relevant passage the score it is expected to have and how many candidates came before it.
 *
 * <p>Not thread-safe. Letters: R relevant passages.
 */
final class QuestionSearch {
    private final Question question;
    private final PassagePool pool;
    private final int hits;
    private final int[] relevant; // [R] positions in the pool
    private final Map<String, Integer> grades; // by passage id
    private final LanguageRun[] runOf; // [R]
    private final float[] expected; // [R]
    private final float[] seen; // [R]
    private int[] inLanguage; // [R]
    private int[] inPool; // [R]
    private PoolHits best;

    QuestionSearch(
            Question question,
            PassagePool pool,
            int[] relevant,
            Map<String, Integer> grades,
            int hits) {
        this.question = question;
        this.pool = pool;
        this.relevant = relevant;
        this.grades = grades;
        this.hits = hits;
        expected = new float[relevant.length];
        seen = new float[relevant.length];
        runOf = new LanguageRun[relevant.length];
        for (int r = 0; r < relevant.length; r++) {
            int position = relevant[r];
            runOf[r] =
                    pool.runs().stream()
                            .filter(run -> run.from() <= position && position < run.to())
                            .findFirst()
                            .orElseThrow();
        }
        begin();
    }

    private void begin() {
        inLanguage = new int[relevant.length];
        inPool = new int[relevant.length];
        best = new PoolHits(pool, hits);
    }

    int relevantCount() {
        return relevant.length;
    }

    int relevant(int r) {
        return relevant[r];
    }

    /** Tells a relevant passage's score before the candidates are passed. */
    void expect(int r, float score) {
        expected[r] = score;
    }

    /** True if every relevant passage had the score it was expected to have. */
    boolean asExpected() {
        for (int r = 0; r < relevant.length; r++) {
            if (seen[r] != expected[r]) {
                return false;
            }
        }
        return true;
    }

    /** Starts anew, expecting the scores that were seen. */
    void again() {
        System.arraycopy(seen, 0, expected, 0, seen.length);
        begin();
    }

    /** Passes the candidates from a position on. */
    void pass(int from, float[] scores, int count) {
        float greatest = offer(from, scores, count);
        for (int r = 0; r < relevant.length; r++) {
            if (from <= relevant[r] && relevant[r] < from + count) {
                seen[r] = scores[relevant[r] - from];
            }
            if (greatest >= expected[r]) { // else nothing here comes before it: the usual case
                count(r, from, scores, count);
            }
        }
    }

    /** Offers candidates to the best; returns the greatest score. */
    private float offer(int from, float[] scores, int count) {
        float greatest = Float.NEGATIVE_INFINITY;
        float least = best.least();
        for (int c = 0; c < count; c++) {
            float score = scores[c];
            if (score > greatest) {
                greatest = score;
            }
            if (score < least) {
                continue;
            }
            if (Float.isNaN(score)) {
                throw notANumber(from + c);
            }
            best.offer(from + c, score);
            least = best.least();
        }
        return greatest;
    }

    private void count(int r, int from, float[] scores, int count) {
        for (LanguageRun run : pool.runs()) {
            int start = Math.max(from, run.from());
            int end = Math.min(from + count, run.to());
            if (start < end) {
                int before = before(r, from, scores, start, end);
                inPool[r] += before;
                inLanguage[r] += run.lang().equals(runOf[r].lang()) ? before : 0;
            }
        }
    }

    /** How many candidates of a range are before a relevant passage. */
    private int before(int r, int from, float[] scores, int start, int end) {
        float score = expected[r];
        int greater = 0;
        int equal = 0;
        for (int c = start - from; c < end - from; c++) {
            greater += scores[c] > score ? 1 : 0;
            equal += scores[c] == score ? 1 : 0;
        }
        boolean itself = start <= relevant[r] && relevant[r] < end;
        return equal == (itself ? 1 : 0)
                ? greater
                : greater + tiedBefore(r, from, scores, start, end);
    }

    private int tiedBefore(int r, int from, float[] scores, int start, int end) {
        int before = 0;
        for (int position = start; position < end; position++) {
            if (scores[position - from] == expected[r]
                    && pool.compareIds(position, relevant[r]) > 0) {
                before++;
            }
        }
        return before;
    }

    /** What was found, once all candidates have passed. */
    Ranking ranking() {
        List<RelevantRank> ranks = new ArrayList<>(relevant.length);
        for (int r = 0; r < relevant.length; r++) {
            String id = pool.get(relevant[r]).id();
            ranks.add(
                    new RelevantRank(
                            id, runOf[r].lang(), grades.get(id), 1 + inLanguage[r], 1 + inPool[r]));
        }
        int[] positions = best.positions();
        List<Hit> top = new ArrayList<>(positions.length);
        for (int i = 0; i < positions.length; i++) {
            Passage passage = pool.get(positions[i]);
            top.add(new Hit(passage.id(), passage.lang(), i + 1, best.score(i)));
        }
        return new Ranking(question, ranks, top);
    }

    private BadInputException notANumber(int position) {
        return new BadInputException(
                "the score of question '"
                        + question.id()
                        + "' and passage '"
                        + pool.get(position).id()
                        + "' is not a number; the model's weights are broken, so take an earlier"
                        + " checkpoint");
    }
}
