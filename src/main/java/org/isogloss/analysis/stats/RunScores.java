package org.isogloss.analysis.stats;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.isogloss.base.BadInputException;
import org.isogloss.retrieval.Score;

/**
 * The scores of one run, added up by cluster: for each metric, cell and question id across
 * languages the sum of its scores and their count.
 *
 * <p>Scores are added one by one, so that a large file never lies in memory.
 */
public final class RunScores {
    private final String name;
    private final Set<String> wanted;
    private final Map<String, Integer> clusters = new HashMap<>();
    private final Set<String> questions = new TreeSet<>();
    private final Set<String> seen = new TreeSet<>();
    private final SortedMap<String, SortedMap<Cell, Sums>> metrics = new TreeMap<>();

    /**
     * Scores of a run that are still to be added.
     *
     * @param name the run's name, for messages
     * @param wanted the metrics to keep; empty for all
     */
    public RunScores(String name, Set<String> wanted) {
        this.name = name;
        this.wanted = Set.copyOf(wanted);
    }

    /** One cell's scores by cluster; clusters beyond the arrays' ends have none. */
    private static final class Sums {
        private double[] sums = new double[0];
        private int[] counts = new int[0];

        void add(int cluster, double value) {
            if (cluster >= sums.length) {
                int length = Math.max(64, Math.max(cluster + 1, 2 * sums.length));
                sums = Arrays.copyOf(sums, length);
                counts = Arrays.copyOf(counts, length);
            }
            sums[cluster] += value;
            counts[cluster]++;
        }
    }

    /**
     * Adds a score.
     *
     * @throws BadInputException if its value is no finite number
     */
    public void add(Score score) {
        if (!Double.isFinite(score.value())) {
            throw new BadInputException(
                    "%s: question '%s' has the %s %s, which cannot be compared; score the run anew"
                            .formatted(name, score.questionId(), score.metric(), score.value()));
        }
        questions.add(score.questionId());
        seen.add(score.metric());
        int cluster = clusters.computeIfAbsent(score.parallelId(), id -> clusters.size());
        if (wanted.isEmpty() || wanted.contains(score.metric())) {
            metrics.computeIfAbsent(score.metric(), metric -> new TreeMap<>())
                    .computeIfAbsent(Cell.of(score), cell -> new Sums())
                    .add(cluster, score.value());
        }
    }

    /** The run's name. */
    public String name() {
        return name;
    }

    /** The ids of all questions that have scores, in order. */
    public Set<String> questions() {
        return Collections.unmodifiableSet(questions);
    }

    /** The ids of all clusters, which translations of a question share, in order. */
    public Set<String> clusters() {
        return new TreeSet<>(clusters.keySet());
    }

    /** All metrics that there were scores of, whether kept or not, in order. */
    public Set<String> metrics() {
        return Collections.unmodifiableSet(seen);
    }

    /** The cells that a metric has scores in, in order; none if it has none or was not kept. */
    public Set<Cell> cells(String metric) {
        return Collections.unmodifiableSet(
                metrics.getOrDefault(metric, Collections.emptySortedMap()).keySet());
    }

    /** The mean of a cell's scores; NaN if it has none or the metric was not kept. */
    public double mean(String metric, Cell cell) {
        Sums found = metrics.getOrDefault(metric, Collections.emptySortedMap()).get(cell);
        return found == null
                ? Double.NaN
                : Arrays.stream(found.sums).sum() / Arrays.stream(found.counts).sum();
    }

    /** How many scores each of some clusters has in a cell. */
    int[] counts(String metric, Cell cell, Iterable<String> ids, int size) {
        int[] counts = new int[size];
        Sums found = metrics.get(metric).get(cell);
        int k = 0;
        for (String id : ids) {
            int cluster = clusters.get(id);
            counts[k++] = cluster < found.counts.length ? found.counts[cluster] : 0;
        }
        return counts;
    }

    /** Adds the sums of some clusters' scores in a cell to {@code into[k]}. */
    void addSums(String metric, Cell cell, Iterable<String> ids, double[] into) {
        Sums found = metrics.get(metric).get(cell);
        int k = 0;
        for (String id : ids) {
            int cluster = clusters.get(id);
            into[k++] += cluster < found.sums.length ? found.sums[cluster] : 0;
        }
    }
}
