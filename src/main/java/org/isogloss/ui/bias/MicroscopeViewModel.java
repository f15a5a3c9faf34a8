package org.isogloss.ui.bias;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.figure.RankLanes;
import org.isogloss.report.StrategyScores;
import org.isogloss.retrieval.Ranking;
import org.isogloss.ui.study.QuestionFocus;
import org.isogloss.ui.words.Words;

/** Single questions under two runs: which there are, and where the answers to one of them stand. */
final class MicroscopeViewModel {
    private static final Words WORDS = Words.of(MicroscopeViewModel.class);

    private final ComparedRuns runs;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Lang>> lang =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.DISTANCE);
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());

    MicroscopeViewModel(ComparedRuns runs) {
        this.runs = runs;
        search.addListener((property, before, after) -> sift());
        lang.addListener((property, before, after) -> sift());
        order.addListener((property, before, after) -> sift());
        runs.found().addListener((property, before, after) -> sift());
        sift();
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

    /** The two runs. */
    ComparedRuns runs() {
        return runs;
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

    /** The questions that fit what is sought, in order. */
    ReadOnlyObjectProperty<List<Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** The question that all places look at. */
    ObjectProperty<Optional<QuestionFocus>> focus() {
        return runs.selection().question();
    }

    void choose(Row row) {
        focus().set(
                        Optional.of(
                                new QuestionFocus(
                                        runs.selection().collection().get(),
                                        row.question.parallelId(),
                                        row.question.lang())));
    }

    /** The chart of the question looked at; empty while there is none. */
    Optional<RankLanes> figure() {
        return runs.found().get().flatMap(now -> ranking(now).map(one -> figure(now, one)));
    }

    /** The question looked at, as it is asked in its language; empty while there is none. */
    Optional<Question> question() {
        return runs.found().get().flatMap(this::ranking).map(Ranking::question);
    }

    private Optional<Ranking> ranking(ComparedRuns.Found now) {
        return now.rankings().questions().stream()
                .filter(one -> focus().get().filter(focus -> isOf(focus, one)).isPresent())
                .findFirst();
    }

    private static boolean isOf(QuestionFocus focus, Ranking ranking) {
        return ranking.question().parallelId().equals(focus.id())
                && ranking.question().lang().equals(focus.lang());
    }

    private RankLanes figure(ComparedRuns.Found now, Ranking ranking) {
        List<RankLanes.Run> lanes = new ArrayList<>();
        lanes.add(lane(now.strategy(), now.seeds(ranking)));
        List<Ranking> other = now.baseSeeds(ranking);
        if (!other.isEmpty()) {
            lanes.add(lane(now.base().orElseThrow(), other));
        }
        return new RankLanes(
                text(now, ranking.question()),
                now.strategy().map().answerLanguages(),
                now.rankings().pool(),
                lanes,
                now.provenance(WORDS.text("measures.pool")));
    }

    private static RankLanes.Run lane(StrategyScores strategy, List<Ranking> seeds) {
        return new RankLanes.Run(
                strategy.name(), strategy.style(), seeds.get(0), seeds.subList(1, seeds.size()));
    }

    private void sift() {
        rows.set(runs.found().get().map(this::sifted).orElse(List.of()));
    }

    private List<Row> sifted(ComparedRuns.Found now) {
        String sought = search.get().strip().toLowerCase(Locale.ROOT);
        return now.rankings().questions().stream()
                .filter(one -> lang.get().map(one.question().lang()::equals).orElse(true))
                .filter(one -> !one.relevant().isEmpty())
                .map(one -> row(now, one))
                .filter(row -> row.text.toLowerCase(Locale.ROOT).contains(sought))
                .sorted(Comparator.comparingInt(order.get()::key))
                .toList();
    }

    private static Row row(ComparedRuns.Found now, Ranking ranking) {
        List<Ranking> other = now.baseSeeds(ranking);
        int distance = ComparedRuns.distance(now.seeds(ranking));
        return new Row(
                ranking.question(),
                text(now, ranking.question()),
                distance,
                other.isEmpty() ? distance : ComparedRuns.distance(other));
    }

    private static String text(ComparedRuns.Found now, Question question) {
        return now.texts().question(question.id()).map(Question::text).orElse(question.id());
    }
}
