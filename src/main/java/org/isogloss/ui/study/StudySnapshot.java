package org.isogloss.ui.study;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isogloss.analysis.Evaluation;
import org.isogloss.corpus.format.Dataset;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.run.RunPhase;

/**
 * A study and its runs at one moment.
 *
 * @param name its folder's name; empty for no study
 * @param title what it asks
 * @param working true if a process works through it
 * @param runs in the order of its strategies
 */
public record StudySnapshot(String name, String title, boolean working, List<StudyRun> runs) {
    /** No study. */
    public static final StudySnapshot NONE = new StudySnapshot("", "", false, List.of());

    public StudySnapshot {
        runs = List.copyOf(runs);
    }

    /** How many runs have finished. */
    public int finished() {
        return (int) runs.stream().filter(run -> run.phase() == RunPhase.FINISHED).count();
    }

    /** True if a run may still bring results by itself. */
    public boolean underWay() {
        return working
                || runs.stream()
                        .anyMatch(
                                run ->
                                        run.phase() == RunPhase.STARTING
                                                || run.phase() == RunPhase.RUNNING);
    }

    /** True if some run has been scored. */
    public boolean scored() {
        return runs.stream().anyMatch(run -> !run.evaluations().isEmpty());
    }

    /** The strategies in the study's order. */
    public List<StrategyChoice> strategies() {
        return runs.stream().map(run -> run.spec().strategy()).distinct().toList();
    }

    /** The names of what its runs start from. */
    public List<String> backbones() {
        return runs.stream().map(run -> run.spec().backbone().name()).distinct().toList();
    }

    /** The test collections some run was scored on, in the order of the recipe. */
    public List<String> collections() {
        return runs.stream()
                .flatMap(run -> run.evaluations().stream())
                .map(Evaluation::collection)
                .distinct()
                .sorted(Comparator.comparingInt(this::placeInRecipe))
                .toList();
    }

    private int placeInRecipe(String collection) {
        List<String> files = runs.get(0).spec().recipe().evaluation();
        for (int i = 0; i < files.size(); i++) {
            if (Dataset.nameOf(Path.of(files.get(i))).equals(collection)) {
                return i;
            }
        }
        return files.size();
    }

    /**
     * What each strategy scored on a collection, over the seeds that all of them have finished,
     * since a mean over more seeds is not to be compared with one over fewer; strategies without a
     * finished run are absent.
     */
    public List<StrategyScores> scores(String collection, String backbone) {
        Map<StrategyChoice, Map<Long, Evaluation>> finished = new LinkedHashMap<>();
        for (StudyRun run : runs) {
            if (run.spec().backbone().name().equals(backbone)) {
                run.evaluations().stream()
                        .filter(evaluation -> evaluation.collection().equals(collection))
                        .forEach(
                                evaluation ->
                                        finished.computeIfAbsent(
                                                        run.spec().strategy(),
                                                        unseen -> new LinkedHashMap<>())
                                                .put(run.spec().seed(), evaluation));
            }
        }
        Set<Long> common = new LinkedHashSet<>();
        finished.values().forEach(seeds -> common.addAll(seeds.keySet()));
        finished.values().forEach(seeds -> common.retainAll(seeds.keySet()));
        return finished.entrySet().stream()
                .map(one -> scores(one.getKey(), one.getValue(), common))
                .toList();
    }

    private static StrategyScores scores(
            StrategyChoice strategy, Map<Long, Evaluation> seeds, Set<Long> common) {
        Set<Long> shown = common.isEmpty() ? seeds.keySet() : common;
        return new StrategyScores(strategy, shown.stream().map(seeds::get).toList());
    }
}
