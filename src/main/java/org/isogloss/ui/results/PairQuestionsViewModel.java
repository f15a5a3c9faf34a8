package org.isogloss.ui.results;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.report.StrategyScores;
import org.isogloss.report.StudyRun;
import org.isogloss.report.StudySnapshot;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.metric.Metrics;
import org.isogloss.ui.study.FoundRankings;
import org.isogloss.ui.study.QuestionFocus;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.task.BackgroundTasks;

/** The questions behind the cell that was clicked. */
final class PairQuestionsViewModel {
    private final StudySelection selection;
    private final FoundRankings rankings;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<Optional<Asked>> asked =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    PairQuestionsViewModel(
            StudySelection selection, FoundRankings rankings, BackgroundTasks tasks) {
        this.selection = selection;
        this.rankings = rankings;
        this.tasks = tasks;
        selection.study().addListener((property, before, now) -> close());
    }

    /**
     * A cell.
     *
     * @param base what the strategy is compared with; empty for the baseline itself
     * @param answer the language of the pool; empty for that of all languages
     * @param metric what questions are scored with, as score files name it
     */
    record Asked(
            StrategyScores strategy,
            Optional<StrategyScores> base,
            Lang question,
            Optional<Lang> answer,
            String metric) {
        Asked in(Lang otherQuestion, Optional<Lang> otherAnswer) {
            return new Asked(strategy, base, otherQuestion, otherAnswer, metric);
        }

        PairQuestions.Search search() {
            return new PairQuestions.Search(question, answer, Metrics.of(metric));
        }
    }

    /** What stands behind a cell, or why that cannot be told. */
    record Answer(Asked asked, Optional<PairQuestions> questions, String problem) {}

    /** The cell looked at; empty while none is. */
    ReadOnlyObjectProperty<Optional<Asked>> asked() {
        return asked.getReadOnlyProperty();
    }

    /** What stands behind it, once read. */
    ReadOnlyObjectProperty<Optional<Answer>> answer() {
        return answer.getReadOnlyProperty();
    }

    /** Whether it is being read. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Looks at a cell. */
    void ask(Asked next) {
        if (asked.get().equals(Optional.of(next))) {
            return;
        }
        asked.set(Optional.of(next));
        busy.set(true);
        StudySnapshot study = selection.snapshot().get();
        tasks.run(
                () -> read(next, study),
                found -> {
                    if (asked.get().equals(Optional.of(next))) {
                        answer.set(Optional.of(found));
                        busy.set(false);
                    }
                });
    }

    /** Looks at no cell any more. */
    void close() {
        asked.set(Optional.empty());
        answer.set(Optional.empty());
        busy.set(false);
    }

    /** Makes a question the one that all places look at. */
    void focus(PairQuestions.Row row) {
        asked.get()
                .ifPresent(
                        one ->
                                selection
                                        .question()
                                        .set(
                                                Optional.of(
                                                        new QuestionFocus(
                                                                one.strategy().collection(),
                                                                row.question().parallelId(),
                                                                row.question().lang()))));
    }

    private Answer read(Asked next, StudySnapshot study) {
        try {
            String collection = next.strategy.collection();
            List<StudyRun> runs = study.runs(next.strategy);
            List<Rankings> base =
                    next.base.map(one -> found(study.runs(one), collection)).orElse(List.of());
            PairQuestions questions =
                    PairQuestions.of(
                            next.search(),
                            found(runs, collection),
                            base,
                            rankings.texts(runs.get(0), collection));
            return new Answer(next, Optional.of(questions), "");
        } catch (BadInputException unreadable) {
            return new Answer(next, Optional.empty(), unreadable.getMessage());
        }
    }

    private List<Rankings> found(List<StudyRun> runs, String collection) {
        return runs.stream().map(run -> rankings.of(run, collection)).toList();
    }
}
