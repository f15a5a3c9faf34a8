package org.isogloss.ui.bias;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.figure.Provenance;
import org.isogloss.figure.RankLanes;
import org.isogloss.report.StrategyScores;
import org.isogloss.report.StudyRun;
import org.isogloss.report.StudySnapshot;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.RelevantRank;
import org.isogloss.ui.study.CollectionTexts;
import org.isogloss.ui.study.FoundRankings;
import org.isogloss.ui.study.QuestionFocus;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.words.Words;

/** Single questions under two runs: which there are, and where the answers to one of them stand. */
final class MicroscopeViewModel {
    private static final Words WORDS = Words.of(MicroscopeViewModel.class);
    private static final String HYBRID = "hybrid";

    private final StudySelection selection;
    private final FoundRankings rankings;
    private final BackgroundTasks tasks;
    private final ObservableList<String> strategies = FXCollections.observableArrayList();
    private final StringProperty strategy = new SimpleStringProperty();
    private final StringProperty base = new SimpleStringProperty();
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Lang>> lang =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.DISTANCE);
    private final ReadOnlyObjectWrapper<Optional<Found>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private List<StrategyScores> scores = List.of();
    private Optional<Asked> asked = Optional.empty();

    MicroscopeViewModel(StudySelection selection, FoundRankings rankings, BackgroundTasks tasks) {
        this.selection = selection;
        this.rankings = rankings;
        this.tasks = tasks;
        selection.snapshot().addListener((property, before, after) -> update());
        selection.collection().addListener((property, before, after) -> update());
        selection.backbone().addListener((property, before, after) -> update());
        strategy.addListener((property, before, after) -> read());
        base.addListener((property, before, after) -> read());
        search.addListener((property, before, after) -> sift());
        lang.addListener((property, before, after) -> sift());
        order.addListener((property, before, after) -> sift());
        update();
    }

    /** How the questions are ordered. */
    enum Order {
        /** The greatest rank distance first. */
        DISTANCE,
        /** The greatest loss against the other run first. */
        WORSE,
        /** The greatest gain against the other run first. */
        BETTER,
        /** As the data set has them. */
        GIVEN;

        private int key(Row row) {
            return switch (this) {
                case DISTANCE -> -row.distance;
                case WORSE -> row.baseDistance - row.distance;
                case BETTER -> row.distance - row.baseDistance;
                case GIVEN -> 0;
            };
        }
    }

    /** A question under both runs. */
    record Row(Question question, String text, int distance, int baseDistance) {}

    /** Which two runs are looked at. */
    private record Asked(StudyRun run, Optional<StudyRun> base, String collection) {}

    /**
     * What two runs found.
     *
     * @param ofBase the other run's rankings by question id; empty without one
     */
    record Found(
            StrategyScores strategy,
            Optional<StrategyScores> base,
            long seed,
            Rankings rankings,
            Map<String, Ranking> ofBase,
            CollectionTexts texts) {}

    ObservableList<String> strategies() {
        return strategies;
    }

    /** The strategy looked at. */
    StringProperty strategy() {
        return strategy;
    }

    /** The strategy it is compared with; the same for none. */
    StringProperty base() {
        return base;
    }

    /** What the questions are to hold. */
    StringProperty search() {
        return search;
    }

    /** The language the questions are to be in; empty for any. */
    ObjectProperty<Optional<Lang>> lang() {
        return lang;
    }

    ObjectProperty<Order> order() {
        return order;
    }

    /** What the runs found, once read. */
    ReadOnlyObjectProperty<Optional<Found>> found() {
        return found.getReadOnlyProperty();
    }

    /** The questions that fit what is sought, in order. */
    ReadOnlyObjectProperty<List<Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** That rankings are being read, or why they cannot be; empty otherwise. */
    ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    /** The question that all places look at. */
    ObjectProperty<Optional<QuestionFocus>> focus() {
        return selection.question();
    }

    void choose(Row row) {
        selection
                .question()
                .set(
                        Optional.of(
                                new QuestionFocus(
                                        selection.collection().get(),
                                        row.question.parallelId(),
                                        row.question.lang())));
    }

    /** The chart of the question looked at; empty while there is none. */
    Optional<RankLanes> figure() {
        Optional<QuestionFocus> focus = selection.question().get();
        if (found.get().isEmpty() || focus.isEmpty()) {
            return Optional.empty();
        }
        Found now = found.get().get();
        return now.rankings.questions().stream()
                .filter(ranking -> ranking.question().parallelId().equals(focus.get().id()))
                .filter(ranking -> ranking.question().lang().equals(focus.get().lang()))
                .findFirst()
                .map(ranking -> figure(now, ranking));
    }

    private RankLanes figure(Found now, Ranking ranking) {
        List<RankLanes.Run> runs = new ArrayList<>();
        runs.add(new RankLanes.Run(now.strategy.name(), now.strategy.style(), ranking));
        Optional.ofNullable(now.ofBase.get(ranking.question().id()))
                .ifPresent(
                        other ->
                                runs.add(
                                        new RankLanes.Run(
                                                now.base.orElseThrow().name(),
                                                now.base.orElseThrow().style(),
                                                other)));
        return new RankLanes(
                text(now, ranking.question()),
                now.strategy.map().answerLanguages(),
                now.rankings.pool(),
                runs,
                new Provenance(
                        now.strategy.collection(),
                        WORDS.text("measures.pool"),
                        now.rankings.pool(),
                        0,
                        WORDS.text("microscope.seed", now.seed),
                        StrategyScores.zeroShot(List.of(now.strategy))));
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
        StudySnapshot study = selection.snapshot().get();
        Optional<StrategyScores> one = named(strategy.get());
        if (one.isEmpty()) {
            asked = Optional.empty();
            found.set(Optional.empty());
            sift();
            return;
        }
        Optional<StrategyScores> other =
                named(base.get()).filter(it -> !it.name().equals(one.get().name()));
        Asked next =
                new Asked(
                        study.runs(one.get()).get(0),
                        other.map(it -> study.runs(it).get(0)),
                        one.get().collection());
        if (asked.equals(Optional.of(next))) {
            return;
        }
        asked = Optional.of(next);
        state.set(WORDS.text("microscope.reading"));
        tasks.run(
                () -> attempt(next, one.get(), other),
                result -> {
                    if (asked.equals(Optional.of(next))) {
                        found.set(result.found);
                        state.set(result.problem);
                        sift();
                    }
                });
    }

    private record Attempt(Optional<Found> found, String problem) {}

    private Attempt attempt(Asked next, StrategyScores one, Optional<StrategyScores> other) {
        try {
            Map<String, Ranking> ofBase = new HashMap<>();
            next.base.ifPresent(
                    run ->
                            rankings.of(run, next.collection)
                                    .questions()
                                    .forEach(
                                            ranking ->
                                                    ofBase.put(ranking.question().id(), ranking)));
            Found all =
                    new Found(
                            one,
                            other,
                            next.run.spec().seed(),
                            rankings.of(next.run, next.collection),
                            ofBase,
                            rankings.texts(next.run, next.collection));
            return new Attempt(Optional.of(all), "");
        } catch (BadInputException unreadable) {
            return new Attempt(Optional.empty(), unreadable.getMessage());
        }
    }

    private Optional<StrategyScores> named(String name) {
        return scores.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private void sift() {
        rows.set(found.get().map(this::sifted).orElse(List.of()));
    }

    private List<Row> sifted(Found now) {
        String sought = search.get().strip().toLowerCase(Locale.ROOT);
        return now.rankings.questions().stream()
                .filter(one -> lang.get().map(one.question().lang()::equals).orElse(true))
                .filter(one -> !one.relevant().isEmpty())
                .map(one -> row(now, one))
                .filter(row -> row.text.toLowerCase(Locale.ROOT).contains(sought))
                .sorted(Comparator.comparingInt(order.get()::key))
                .toList();
    }

    private static Row row(Found now, Ranking ranking) {
        Ranking other = now.ofBase.get(ranking.question().id());
        int distance = distance(ranking);
        return new Row(
                ranking.question(),
                text(now, ranking.question()),
                distance,
                other == null ? distance : distance(other));
    }

    private static String text(Found now, Question question) {
        return now.texts.question(question.id()).map(Question::text).orElse(question.id());
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
}
