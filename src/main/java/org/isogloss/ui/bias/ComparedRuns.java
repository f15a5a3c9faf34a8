package org.isogloss.ui.bias;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.isogloss.base.BadInputException;
import org.isogloss.figure.DistanceShift;
import org.isogloss.figure.Median;
import org.isogloss.figure.Provenance;
import org.isogloss.report.StrategyScores;
import org.isogloss.report.StudyRun;
import org.isogloss.report.StudySnapshot;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.RelevantRank;
import org.isogloss.ui.study.CollectionTexts;
import org.isogloss.ui.study.FoundRankings;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.words.Words;

/**
 * Which two strategies single questions are looked at under, by all their seeds together or by one
 * of them, and what they found.
 */
final class ComparedRuns {
    private static final Words WORDS = Words.of(ComparedRuns.class);
    private static final String HYBRID = "hybrid";

    /** In place of a seed: the median over all of them. */
    static final String ALL = WORDS.text("comparedRuns.median");

    private final StudySelection selection;
    private final FoundRankings rankings;
    private final BackgroundTasks tasks;
    private final ObservableList<String> strategies = FXCollections.observableArrayList();
    private final ObservableList<String> seeds = FXCollections.observableArrayList();
    private final StringProperty strategy = new SimpleStringProperty();
    private final StringProperty base = new SimpleStringProperty();
    private final StringProperty seed = new SimpleStringProperty();
    private final ReadOnlyObjectWrapper<Optional<Found>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private List<StrategyScores> scores = List.of();
    private Optional<Asked> asked = Optional.empty();
    private boolean wanted; // rankings are large: they are read once somebody looks at questions
    private boolean settling; // a box is empty for a moment whenever what it offers changes

    ComparedRuns(StudySelection selection, FoundRankings rankings, BackgroundTasks tasks) {
        this.selection = selection;
        this.rankings = rankings;
        this.tasks = tasks;
        selection.snapshot().addListener((property, before, after) -> update());
        selection.collection().addListener((property, before, after) -> update());
        selection.backbone().addListener((property, before, after) -> update());
        strategy.addListener((property, before, after) -> read());
        base.addListener((property, before, after) -> read());
        seed.addListener((property, before, after) -> read());
        update();
    }

    /** Reads what is chosen, now and whenever it changes; before, nothing is read. */
    void look() {
        if (!wanted) {
            wanted = true;
            read();
        }
    }

    /** Which runs are looked at, the other strategy’s too; one each, or one for each seed. */
    private record Asked(List<StudyRun> runs, List<StudyRun> base, String collection) {}

    /**
     * What the runs of two strategies found.
     *
     * @param asked the run of the seed chosen, or of every seed
     * @param askedOfBase the other strategy's, the same seed's first; empty without one
     * @param rankings of the first run asked
     * @param more of the other seeds by question id; empty for a single one
     * @param ofBase the other strategy's rankings by question id, a map for each run
     */
    record Found(
            StrategyScores strategy,
            List<StudyRun> asked,
            Optional<StrategyScores> base,
            List<StudyRun> askedOfBase,
            Rankings rankings,
            List<Map<String, Ranking>> more,
            List<Map<String, Ranking>> ofBase,
            CollectionTexts texts) {

        /** A question's rankings under every seed looked at. */
        List<Ranking> seeds(Ranking first) {
            List<Ranking> seeds = new ArrayList<>(List.of(first));
            seeds.addAll(named(more, first));
            return seeds;
        }

        /** Its rankings under the other strategy; none without one. */
        List<Ranking> baseSeeds(Ranking first) {
            return named(ofBase, first);
        }

        private static List<Ranking> named(List<Map<String, Ranking>> runs, Ranking question) {
            return runs.stream()
                    .map(run -> run.get(question.question().id()))
                    .filter(ranking -> ranking != null)
                    .toList();
        }

        long seed() {
            return asked.get(0).spec().seed();
        }

        /** The strategies, that looked at first. */
        List<StrategyScores> sides() {
            List<StrategyScores> sides = new ArrayList<>(List.of(strategy));
            base.ifPresent(sides::add);
            return sides;
        }

        /** A run of each side, of the seed chosen or the first; that looked at first. */
        List<StudyRun> runs() {
            List<StudyRun> runs = new ArrayList<>(List.of(asked.get(0)));
            askedOfBase.stream().findFirst().ifPresent(runs::add);
            return runs;
        }

        /** All runs whose rankings are shown, those looked at first. */
        List<StudyRun> everyRun() {
            return Stream.concat(asked.stream(), askedOfBase.stream()).toList();
        }

        /** Where the numbers of all runs asked come from. */
        Provenance provenance(String protocol) {
            return provenance(
                    protocol,
                    more.isEmpty()
                            ? seedWords()
                            : WORDS.text("microscope.medianSeeds", more.size() + 1),
                    everyRun());
        }

        /** Where the numbers of a run of each side come from. */
        Provenance provenanceOfOneSeed(String protocol) {
            return provenance(protocol, seedWords(), runs());
        }

        private String seedWords() {
            return WORDS.text("microscope.seed", seed());
        }

        private Provenance provenance(String protocol, String seeds, List<StudyRun> runs) {
            return new Provenance(
                            strategy.collection(),
                            protocol,
                            rankings.pool(),
                            0,
                            seeds,
                            StrategyScores.zeroShot(sides()))
                    .by(runs.stream().map(StudyRun::source).toList());
        }

        /** The rank distances of all questions under both runs; empty without another run. */
        Optional<DistanceShift> shift() {
            if (base.isEmpty()) {
                return Optional.empty();
            }
            List<Integer> before = new ArrayList<>();
            List<Integer> after = new ArrayList<>();
            for (Ranking ranking : rankings.questions()) {
                List<Ranking> other = baseSeeds(ranking);
                if (!other.isEmpty() && inLanguages(ranking) > 1) {
                    after.add(distance(seeds(ranking)));
                    before.add(distance(other));
                }
            }
            return Optional.of(
                    new DistanceShift(
                            new DistanceShift.Side(base.get().name(), base.get().style(), before),
                            new DistanceShift.Side(strategy.name(), strategy.style(), after),
                            provenance(WORDS.text("measures.pool"))));
        }

        private static long inLanguages(Ranking ranking) {
            return ranking.relevant().stream().map(RelevantRank::lang).distinct().count();
        }
    }

    /** The median over seeds of worst less best rank of a right answer, a half rounded up. */
    static int distance(List<Ranking> seeds) {
        double[] distances = seeds.stream().mapToDouble(ComparedRuns::distance).sorted().toArray();
        return (int) Math.round(Median.of(distances));
    }

    private static int distance(Ranking ranking) {
        int best = Integer.MAX_VALUE;
        int worst = 0;
        for (RelevantRank right : ranking.relevant()) {
            best = Math.min(best, right.inPool());
            worst = Math.max(worst, right.inPool());
        }
        return worst - best;
    }

    StudySelection selection() {
        return selection;
    }

    ObservableList<String> strategies() {
        return strategies;
    }

    /** The seeds of the strategy looked at, before them all together where there are several. */
    ObservableList<String> seeds() {
        return seeds;
    }

    /** The strategy looked at. */
    StringProperty strategy() {
        return strategy;
    }

    /** The strategy it is compared with; the same for none. */
    StringProperty base() {
        return base;
    }

    /** The seed of both runs, or all. */
    StringProperty seed() {
        return seed;
    }

    /** What the runs found, once read. */
    ReadOnlyObjectProperty<Optional<Found>> found() {
        return found.getReadOnlyProperty();
    }

    /** That rankings are being read, or why they cannot be; empty otherwise. */
    ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    private void update() {
        String collection = selection.collection().get();
        List<StrategyScores> next =
                collection == null
                        ? List.of()
                        : selection.snapshot().get().scores(collection, selection.backbone().get());
        if (next.equals(scores)) {
            return;
        }
        scores = next;
        List<String> names = scores.stream().map(StrategyScores::name).toList();
        if (!strategies.equals(names)) {
            strategies.setAll(names);
        }
        if (!names.contains(strategy.get())) {
            strategy.set(
                    scores.stream()
                            .filter(one -> one.strategy().id().equals(HYBRID))
                            .map(StrategyScores::name)
                            .findFirst()
                            .orElse(names.isEmpty() ? null : names.get(names.size() - 1)));
        }
        if (!names.contains(base.get())) {
            base.set(names.isEmpty() ? null : names.get(0));
        }
        read();
    }

    private void read() {
        if (settling) {
            return;
        }
        StudySnapshot study = selection.snapshot().get();
        Optional<StrategyScores> one = named(strategy.get());
        if (one.isEmpty()) {
            asked = Optional.empty();
            found.set(Optional.empty());
            return;
        }
        List<String> known = new ArrayList<>();
        if (one.get().seeds().size() > 1) {
            known.add(ALL);
        }
        one.get().seeds().forEach(own -> known.add(String.valueOf(own)));
        String chosen = known.contains(seed.get()) ? seed.get() : known.get(0);
        settling = true;
        if (!seeds.equals(known)) {
            seeds.setAll(known);
        }
        seed.set(chosen);
        settling = false;
        Optional<StrategyScores> other =
                named(base.get()).filter(it -> !it.name().equals(one.get().name()));
        Asked next =
                new Asked(
                        runs(study, one.get()),
                        other.map(it -> runs(study, it)).orElse(List.of()),
                        one.get().collection());
        if (!wanted || asked.equals(Optional.of(next))) {
            return;
        }
        asked = Optional.of(next);
        state.set(WORDS.text("microscope.reading"));
        tasks.run(
                () -> attempt(next, one.get(), other),
                result -> {
                    if (asked.equals(Optional.of(next))) {
                        state.set(result.problem);
                        found.set(result.found);
                    }
                });
    }

    /** All runs, or that of the chosen seed; of a strategy that has none such, the first. */
    private List<StudyRun> runs(StudySnapshot study, StrategyScores side) {
        List<StudyRun> runs = study.runs(side);
        return ALL.equals(seed.get())
                ? runs
                : List.of(
                        runs.stream()
                                .filter(run -> String.valueOf(run.spec().seed()).equals(seed.get()))
                                .findFirst()
                                .orElse(runs.get(0)));
    }

    private record Attempt(Optional<Found> found, String problem) {}

    private Attempt attempt(Asked next, StrategyScores one, Optional<StrategyScores> other) {
        try {
            Found all =
                    new Found(
                            one,
                            next.runs,
                            other,
                            next.base,
                            rankings.of(next.runs.get(0), next.collection),
                            next.runs.stream().skip(1).map(run -> byId(run, next)).toList(),
                            next.base.stream().map(run -> byId(run, next)).toList(),
                            rankings.texts(next.runs.get(0), next.collection));
            return new Attempt(Optional.of(all), "");
        } catch (BadInputException unreadable) {
            return new Attempt(Optional.empty(), unreadable.getMessage());
        }
    }

    private Map<String, Ranking> byId(StudyRun run, Asked next) {
        Map<String, Ranking> byId = new HashMap<>();
        rankings.of(run, next.collection)
                .questions()
                .forEach(ranking -> byId.put(ranking.question().id(), ranking));
        return byId;
    }

    private Optional<StrategyScores> named(String name) {
        return scores.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
