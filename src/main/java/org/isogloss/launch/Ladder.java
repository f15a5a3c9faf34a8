package org.isogloss.launch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Halving;
import org.isogloss.experiment.Study;
import org.isogloss.run.EventLog;
import org.isogloss.run.LoggedEvent;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunState;

/**
 * Decides which rows of a study go on after each rung of its halving, by nothing but what its runs
 * have logged until that rung: asked again, it decides the same.
 */
final class Ladder {
    private static final String MAP = "multilingualMap";

    private final Halving halving;
    private final int rows;
    private final Map<RunFolder, ExperimentSpec> specs = new LinkedHashMap<>();

    /**
     * @param study with halving
     * @param runs all of it
     */
    Ladder(Study study, List<RunFolder> runs) {
        this.halving = study.halving();
        this.rows = study.strategies().size();
        runs.forEach(run -> specs.put(run, run.frozen().spec()));
    }

    /** A row of one backbone, with what its seeds came to at a rung. */
    private record Row(String name, List<RunFolder> runs, double value) {}

    /** How many rungs there are, the same for all backbones. */
    int rungs() {
        return halving.steps(specs.values().iterator().next(), rows).size();
    }

    private int step(int rung, RunFolder run) {
        return halving.steps(specs.get(run), rows).get(rung);
    }

    /** Those of some runs that have not come to a rung, and the step it is at, in their order. */
    Map<RunFolder, Integer> below(int rung, List<RunFolder> runs) {
        Map<RunFolder, Integer> below = new LinkedHashMap<>();
        for (RunFolder run : runs) {
            if (!reached(run, step(rung, run))) {
                below.put(run, step(rung, run));
            }
        }
        return below;
    }

    /** True if the state after a step, or a later one, is on disk, and so what was measured. */
    private static boolean reached(RunFolder run, int step) {
        return run.tail().poll().stream()
                .map(LoggedEvent::event)
                .anyMatch(
                        event ->
                                event instanceof RunEvent.Finished
                                        || (event instanceof RunEvent.Checkpointed saved
                                                && saved.step() >= step));
    }

    /**
     * Ranks the rows at a rung, backbone by backbone, and writes into the logs of those that are
     * left why they are.
     *
     * @param told hears of backbones whose rows cannot be ranked, since a run is not there yet
     * @return the runs that go on
     */
    List<RunFolder> decide(int rung, List<RunFolder> runs, Consumer<String> told) {
        Set<String> backbones = new LinkedHashSet<>();
        runs.forEach(run -> backbones.add(specs.get(run).backbone().name()));
        List<RunFolder> on = new ArrayList<>();
        for (String backbone : backbones) {
            List<RunFolder> its =
                    runs.stream()
                            .filter(run -> specs.get(run).backbone().name().equals(backbone))
                            .toList();
            on.addAll(ofOneBackbone(rung, its, told));
        }
        return runs.stream().filter(on::contains).toList();
    }

    private List<RunFolder> ofOneBackbone(
            int rung, List<RunFolder> runs, Consumer<String> told) {
        for (RunFolder run : runs) {
            int step = step(rung, run);
            boolean there = reached(run, step);
            if (!there || best(run, step).isEmpty()) {
                String backbone = specs.get(run).backbone().name();
                String why =
                        there
                                ? "has logged no " + halving.on(specs.get(run).recipe())
                                : "is " + run.state().phase().word();
                told.accept(
                        "the rows of %s are compared at step %d when all their runs are there, but %s %s; they wait until the study is resumed"
                                .formatted(backbone, step, run.id(), why));
                return List.of();
            }
        }
        List<Row> ranked = ranked(rung, runs);
        int kept = Halving.kept(ranked.size());
        for (int place = kept; place < ranked.size(); place++) {
            String why = why(ranked.get(place), place + 1, ranked.size(), kept, rung);
            ranked.get(place).runs().forEach(run -> drop(run, step(rung, run), why));
        }
        return ranked.subList(0, kept).stream().flatMap(row -> row.runs().stream()).toList();
    }

    /** Best first; of equals the earlier of the plan. */
    private List<Row> ranked(int rung, List<RunFolder> runs) {
        Map<String, List<RunFolder>> byRow = new LinkedHashMap<>();
        for (RunFolder run : runs) {
            String slug = specs.get(run).strategy().slug();
            byRow.computeIfAbsent(slug, unseen -> new ArrayList<>()).add(run);
        }
        List<Row> ranked = new ArrayList<>();
        byRow.forEach(
                (name, its) ->
                        ranked.add(
                                new Row(
                                        name,
                                        its,
                                        its.stream()
                                                .mapToDouble(
                                                        run ->
                                                                best(run, step(rung, run))
                                                                        .orElseThrow())
                                                .average()
                                                .orElseThrow())));
        Comparator<Row> rising = Comparator.comparingDouble(Row::value);
        ranked.sort(halving.byLoss() ? rising : rising.reversed());
        return ranked;
    }

    /** The best value that a run has logged after some training and no later than a step. */
    private OptionalDouble best(RunFolder run, int step) {
        String on = halving.on(specs.get(run).recipe());
        List<Double> values = new ArrayList<>();
        for (LoggedEvent logged : run.tail().poll()) {
            if (logged.event() instanceof RunEvent.Evaluated found
                    && found.on().equals(on)
                    && found.step() > 0
                    && found.step() <= step) {
                values.addAll(value(found));
            }
        }
        return halving.byLoss()
                ? values.stream().mapToDouble(Double::doubleValue).min()
                : values.stream().mapToDouble(Double::doubleValue).max();
    }

    /** The mean loss of the kinds of batches, or the mAP; empty where there is none. */
    private List<Double> value(RunEvent.Evaluated found) {
        if (!halving.byLoss()) {
            Double map = found.values().get(MAP);
            return map == null ? List.of() : List.of(map);
        }
        return List.of(
                found.values().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow());
    }

    private String why(Row row, int place, int of, int kept, int rung) {
        RunFolder run = row.runs().get(0);
        ExperimentSpec spec = specs.get(run);
        String value = String.format(Locale.ROOT, "%.3f", row.value()).replaceFirst("^0", "");
        return "Left at step %d of %d: its %s of %s%s was number %d of %d, and the first %d went on."
                .formatted(
                        step(rung, run),
                        Halving.wholeTraining(spec),
                        halving.byLoss()
                                ? "validation loss"
                                : "mAP in the " + halving.on(spec.recipe()).replace(":", " of "),
                        value,
                        row.runs().size() > 1 ? ", the mean of its seeds," : "",
                        place,
                        of,
                        kept);
    }

    /** Says so in its log, once; one that has its results, or that somebody works on, is let be. */
    private static void drop(RunFolder run, int step, String why) {
        RunState state = run.state();
        boolean said = state.phase() == RunPhase.DROPPED && state.message().equals(why);
        if (!said && state.phase() != RunPhase.FINISHED && !run.alive()) {
            try (EventLog log = run.openLog(Clock.systemUTC())) {
                log.append(new RunEvent.Dropped(Math.max(step, state.step()), why));
            }
        }
    }
}
