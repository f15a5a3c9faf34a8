package org.isogloss.analysis.bias;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.Hit;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.RelevantRank;

/**
 * Rankings as numbers, so that all measures together cost little beside the search: languages,
 * parallel questions and passages are indices.
 *
 * <p>Questions without relevant passages are left out, as in the metrics. Letters: Q questions, L
 * languages of questions or candidates in the order of their tags, C clusters of parallel
 * questions, R relevant passages of a question, K its hits, N candidates.
 */
public final class RankTable {
    private final List<Lang> languages; // [L]
    private final int[] candidates; // [L]
    private final List<String> ids; // [Q]
    private final int[] language; // [Q]
    private final int[] cluster; // [Q]
    private final int clusters; // C
    private final int[][] answers; // [Q, R] languages
    private final int[][] inLanguage; // [Q, R]
    private final int[][] inPool; // [Q, R]
    private final double[][] scores; // [Q, R]
    private final double[] bestWrong; // [Q]
    private final int[][] hits; // [Q, K] passages
    private final int[][] hitLanguages; // [Q, K]

    /** Takes over what a search found. */
    public RankTable(Rankings rankings) {
        List<Ranking> questions =
                rankings.questions().stream().filter(q -> !q.relevant().isEmpty()).toList();
        Set<Lang> all = new TreeSet<>(rankings.candidates().keySet());
        questions.forEach(ranking -> all.add(ranking.question().lang()));
        languages = List.copyOf(all);
        Map<Lang, Integer> indices = new HashMap<>();
        languages.forEach(lang -> indices.put(lang, indices.size()));
        candidates =
                languages.stream()
                        .mapToInt(lang -> rankings.candidates().getOrDefault(lang, 0))
                        .toArray();
        int size = questions.size();
        ids = questions.stream().map(ranking -> ranking.question().id()).toList();
        language = new int[size];
        cluster = new int[size];
        answers = new int[size][];
        inLanguage = new int[size][];
        inPool = new int[size][];
        scores = new double[size][];
        bestWrong = new double[size];
        hits = new int[size][];
        hitLanguages = new int[size][];
        Map<String, Integer> parallel = new HashMap<>();
        Map<String, Integer> passages = new HashMap<>();
        for (int q = 0; q < size; q++) {
            Ranking ranking = questions.get(q);
            language[q] = indices.get(ranking.question().lang());
            cluster[q] = index(ranking.question().parallelId(), parallel);
            bestWrong[q] = ranking.bestWrong();
            takeRelevant(q, ranking.relevant(), indices);
            takeHits(q, ranking.hits(), indices, passages);
        }
        clusters = parallel.size();
    }

    private static int index(String id, Map<String, Integer> indices) {
        Integer known = indices.putIfAbsent(id, indices.size());
        return known == null ? indices.size() - 1 : known;
    }

    private void takeRelevant(int q, List<RelevantRank> relevant, Map<Lang, Integer> indices) {
        int size = relevant.size();
        answers[q] = new int[size];
        inLanguage[q] = new int[size];
        inPool[q] = new int[size];
        scores[q] = new double[size];
        for (int r = 0; r < size; r++) {
            RelevantRank passage = relevant.get(r);
            answers[q][r] = indices.get(passage.lang());
            inLanguage[q][r] = passage.inLanguage();
            inPool[q][r] = passage.inPool();
            scores[q][r] = passage.score();
        }
    }

    private void takeHits(
            int q, List<Hit> best, Map<Lang, Integer> indices, Map<String, Integer> passages) {
        hits[q] = new int[best.size()];
        hitLanguages[q] = new int[best.size()];
        for (int i = 0; i < best.size(); i++) {
            hits[q][i] = index(best.get(i).passageId(), passages);
            hitLanguages[q][i] = indices.get(best.get(i).lang());
        }
    }

    /** Q. */
    public int questions() {
        return language.length;
    }

    /** C. */
    public int clusters() {
        return clusters;
    }

    /** The languages of questions and candidates. */
    public List<Lang> languages() {
        return languages;
    }

    /** The languages questions are asked in, by tag. */
    public List<Lang> questionLanguages() {
        boolean[] asked = new boolean[languages.size()];
        for (int lang : language) {
            asked[lang] = true;
        }
        List<Lang> found = new ArrayList<>();
        for (int lang = 0; lang < asked.length; lang++) {
            if (asked[lang]) {
                found.add(languages.get(lang));
            }
        }
        return found;
    }

    /** The languages candidates are written in, by tag. */
    public List<Lang> answerLanguages() {
        List<Lang> found = new ArrayList<>();
        for (int lang = 0; lang < candidates.length; lang++) {
            if (candidates[lang] > 0) {
                found.add(languages.get(lang));
            }
        }
        return found;
    }

    /** N. */
    public int pool() {
        int sum = 0;
        for (int count : candidates) {
            sum += count;
        }
        return sum;
    }

    /** The share of the pool's candidates that is in a language. */
    double share(int lang) {
        return (double) candidates[lang] / pool();
    }

    int candidates(int lang) {
        return candidates[lang];
    }

    String id(int q) {
        return ids.get(q);
    }

    int language(int q) {
        return language[q];
    }

    int cluster(int q) {
        return cluster[q];
    }

    int relevant(int q) {
        return answers[q].length;
    }

    int answer(int q, int r) {
        return answers[q][r];
    }

    int inLanguage(int q, int r) {
        return inLanguage[q][r];
    }

    int inPool(int q, int r) {
        return inPool[q][r];
    }

    double score(int q, int r) {
        return scores[q][r];
    }

    double bestWrong(int q) {
        return bestWrong[q];
    }

    /** How many hits are known of a question. */
    int hits(int q) {
        return hits[q].length;
    }

    int hit(int q, int i) {
        return hits[q][i];
    }

    int hitLanguage(int q, int i) {
        return hitLanguages[q][i];
    }

    /** How many different languages a question's relevant passages are in. */
    int answerLanguages(int q) {
        int found = 0;
        for (int r = 0; r < answers[q].length; r++) {
            int first = 0;
            while (answers[q][first] != answers[q][r]) {
                first++;
            }
            found += first == r ? 1 : 0;
        }
        return found;
    }

    /** The least rank in the pool of a question's relevant passages. */
    int bestRank(int q) {
        int best = Integer.MAX_VALUE;
        for (int rank : inPool[q]) {
            best = Math.min(best, rank);
        }
        return best;
    }

    /** The greatest rank in the pool of a question's relevant passages. */
    int worstRank(int q) {
        int worst = 0;
        for (int rank : inPool[q]) {
            worst = Math.max(worst, rank);
        }
        return worst;
    }

    /** A question's average precision in the multilingual pool. */
    double averagePrecision(int q) {
        int[] ranks = inPool[q].clone();
        Arrays.sort(ranks);
        double sum = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += (i + 1.0) / ranks[i];
        }
        return sum / ranks.length;
    }

    /** The mean logarithm of the ranks in the pool of a question's relevant passages. */
    double meanLogRank(int q) {
        double sum = 0;
        for (int rank : inPool[q]) {
            sum += Math.log(rank);
        }
        return sum / inPool[q].length;
    }
}
