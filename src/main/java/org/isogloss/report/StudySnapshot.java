package org.isogloss.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isogloss.analysis.Evaluation;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.figure.Provenance;
import org.isogloss.run.RunPhase;

/**
 * A study and its runs at one moment.
 *
 * @param name its folder's name; empty for no study
 * @param title what it asks
 * @param working true if a process works through it
 * @param runs in the order of its strategies, then backbones, then seeds
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

    /** How many runs its halving has left behind. */
    public int dropped() {
        return (int) runs.stream().filter(run -> run.phase() == RunPhase.DROPPED).count();
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
        List<DataSource> sources = runs.get(0).spec().recipe().evaluation();
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).name().equals(collection)) {
                return i;
            }
        }
        return sources.size();
    }

    /**
     * What each strategy scored on a collection; strategies without a finished run are absent.
     *
     * <p>Only seeds that all these strategies have finished count, so that like is compared with
     * like; where they have none in common, each comes with the seeds it has.
     */
    public List<StrategyScores> scores(String collection, String backbone) {
        List<StrategyScores> found =
                strategies().stream()
                        .map(strategy -> scores(strategy, collection, backbone))
                        .flatMap(Optional::stream)
                        .toList();
        Set<Long> common = new HashSet<>();
        found.forEach(one -> common.addAll(one.seeds()));
        found.forEach(one -> common.retainAll(one.seeds()));
        return common.isEmpty() ? found : found.stream().map(one -> one.only(common)).toList();
    }

    /** The runs that a strategy's scores come from, in the order of its seeds. */
    public List<StudyRun> runs(StrategyScores scores) {
        return scores.seeds().stream()
                .map(
                        seed ->
                                runs.stream()
                                        .filter(run -> run.spec().seed() == seed)
                                        .filter(
                                                run ->
                                                        run.spec()
                                                                .strategy()
                                                                .equals(scores.strategy()))
                                        .filter(
                                                run ->
                                                        run.spec()
                                                                .backbone()
                                                                .name()
                                                                .equals(scores.backbone()))
                                        .findFirst()
                                        .orElseThrow())
                .toList();
    }

    /** The runs that figures of some strategies name as their source. */
    public List<Provenance.Source> sources(List<StrategyScores> scores) {
        return scores.stream()
                .flatMap(one -> runs(one).stream())
                .map(StudyRun::source)
                .distinct()
                .toList();
    }

    private Optional<StrategyScores> scores(
            StrategyChoice strategy, String collection, String backbone) {
        List<Long> seeds = new ArrayList<>();
        List<Evaluation> evaluations = new ArrayList<>();
        for (StudyRun run : runs) {
            boolean wanted =
                    run.spec().strategy().equals(strategy)
                            && run.spec().backbone().name().equals(backbone);
            for (Evaluation evaluation : run.evaluations()) {
                if (wanted && evaluation.collection().equals(collection)) {
                    seeds.add(run.spec().seed());
                    evaluations.add(evaluation);
                }
            }
        }
        return seeds.isEmpty()
                ? Optional.empty()
                : Optional.of(new StrategyScores(strategy, backbone, seeds, evaluations));
    }
}
