package org.isogloss.ui.study;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.isogloss.analysis.Evaluation;
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

    // collections carry the names of their files
    private int placeInRecipe(String collection) {
        List<String> files = runs.get(0).spec().recipe().evaluation();
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).contains(collection)) {
                return i;
            }
        }
        return files.size();
    }

    /** What each strategy scored on a collection; strategies without a finished run are absent. */
    public List<StrategyScores> scores(String collection, String backbone) {
        return strategies().stream()
                .map(strategy -> scores(strategy, collection, backbone))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<StrategyScores> scores(
            StrategyChoice strategy, String collection, String backbone) {
        List<Evaluation> seeds =
                runs.stream()
                        .filter(run -> run.spec().strategy().equals(strategy))
                        .filter(run -> run.spec().backbone().name().equals(backbone))
                        .flatMap(run -> run.evaluations().stream())
                        .filter(evaluation -> evaluation.collection().equals(collection))
                        .toList();
        return seeds.isEmpty()
                ? Optional.empty()
                : Optional.of(new StrategyScores(strategy, seeds));
    }
}
