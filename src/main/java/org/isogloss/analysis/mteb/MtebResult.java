package org.isogloss.analysis.mteb;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isogloss.base.BadInputException;

/**
 * A result file of MTEB, {@code <task>.json}, as embeddings-benchmark/results keeps them.
 *
 * <p>What was not measured is null: MTEB's version, since it was not MTEB that scored, time and
 * emissions.
 *
 * @param datasetRevision the data set's revision
 * @param task the task's name
 * @param version MTEB's version; null
 * @param scores by split, one map for each subset
 * @param seconds how long it took; null
 * @param emissions kilograms of CO₂; null
 */
public record MtebResult(
        @JsonProperty("dataset_revision") String datasetRevision,
        @JsonProperty("task_name") String task,
        @JsonProperty("mteb_version") String version,
        @JsonProperty("scores") Map<String, List<Map<String, Object>>> scores,
        @JsonProperty("evaluation_time") Double seconds,
        @JsonProperty("kg_co2_emissions") Double emissions) {
    private static final String MAIN = "main_score";
    private static final String SUBSET = "hf_subset";

    /**
     * The result of a task, of all of its subsets that some scores have.
     *
     * @param split the split that was scored
     * @param revision the data set's revision
     * @throws BadInputException if there is no subset, one is scored twice, or several were
     *     searched in one pool that the task searches apart
     */
    public static MtebResult of(
            MtebTask task, String split, String revision, List<MtebScores> scores) {
        scores.forEach(some -> refuseSharedPassages(task, some));
        List<Map<String, Object>> subsets = new ArrayList<>();
        for (MtebSubset subset : task.subsets()) {
            List<Map<String, Double>> found =
                    scores.stream()
                            .map(some -> some.of(subset.question(), subset.passage()))
                            .flatMap(Optional::stream)
                            .toList();
            if (found.size() > 1) {
                throw new BadInputException(
                        "questions in %s over passages in %s are in %d of the results; name each"
                                        .formatted(
                                                subset.question(), subset.passage(), found.size())
                                + " subset's results once");
            }
            found.forEach(numbers -> subsets.add(entry(task, subset, numbers)));
        }
        if (subsets.isEmpty()) {
            throw new BadInputException(
                    "the results have none of the pairs of languages that %s is scored on"
                            .formatted(task.name()));
        }
        return new MtebResult(revision, task.name(), null, Map.of(split, subsets), null, null);
    }

    private static void refuseSharedPassages(MtebTask task, MtebScores scores) {
        if (task.passages() == MtebTask.Passages.OWN && !scores.sharedPassages().isEmpty()) {
            throw new BadInputException(
                    "%s searches each subset's own passages, but here questions in several languages"
                                    .formatted(task.name())
                            + " were searched in one pool of passages in %s: score each subset by"
                                    .formatted(scores.sharedPassages().iterator().next())
                            + " itself (evaluate --subset) and name all of the results");
        }
    }

    private static Map<String, Object> entry(
            MtebTask task, MtebSubset subset, Map<String, Double> numbers) {
        Map<String, Object> entry = new LinkedHashMap<>(numbers);
        entry.put(MAIN, numbers.get(task.mainScore()));
        entry.put(SUBSET, subset.name());
        entry.put("languages", subset.languages());
        return entry;
    }

    /** The names of the subsets there are. */
    public List<String> subsets() {
        return entries().stream().map(entry -> (String) entry.get(SUBSET)).toList();
    }

    /** The task's score: the mean of the main score over the subsets there are. */
    public double score() {
        return entries().stream()
                .mapToDouble(entry -> (Double) entry.get(MAIN))
                .average()
                .orElseThrow();
    }

    private List<Map<String, Object>> entries() {
        return scores.values().stream().flatMap(List::stream).toList();
    }
}
