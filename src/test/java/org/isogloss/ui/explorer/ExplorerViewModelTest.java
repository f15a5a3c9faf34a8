package org.isogloss.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.launch.AskedModel.Stage;
import org.isogloss.launch.AskedModel.State;
import org.isogloss.run.query.Answers;
import org.isogloss.run.query.Query;
import org.isogloss.ui.study.FoundRankings;
import org.isogloss.ui.study.QuestionFocus;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplorerViewModelTest {
    private static final int A_MINUTE = 301;
    @TempDir private Path folder;
    private final InlineTasks tasks = new InlineTasks();
    private AskedStudy study;
    private ExplorerViewModel model;

    @BeforeEach
    void open() throws IOException {
        study = new AskedStudy(folder, tasks);
        model =
                new ExplorerViewModel(
                        study.selection, new FoundRankings(PoolPlace.NONE), tasks, study::asked);
        study.selection.start();
        study.selection.collection().set(AskedStudy.COLLECTION);
    }

    private void show() {
        model.shown();
        tasks.tick();
    }

    @Test
    void loadsNothingBeforeItIsLookedAt() {
        assertThat(model.anything()).isTrue();
        assertThat(study.models).isEmpty();
    }

    @Test
    void asksTheFirstQuestionOfHybridAndMonolingualBatches() {
        show();

        assertThat(study.models).extracting(one -> one.run).hasSize(2);
        assertThat(model.left().name().get()).isEqualTo("hybrid α .50");
        assertThat(model.right().name().get()).isEqualTo("monolingual");
        assertThat(model.typed().get()).isEqualTo("Where is Lima?");
        assertThat(model.left().span()).isEqualTo("right answers at ranks 1 to 3: rank distance 2");
        assertThat(model.right().span())
                .isEqualTo("right answers at ranks 1 to 60: rank distance 59");
    }

    @Test
    void looksAtTheQuestionThatOtherPlacesLookAt() {
        show();
        study.selection
                .question()
                .set(Optional.of(new QuestionFocus(AskedStudy.COLLECTION, "q1", new Lang("ar"))));

        assertThat(model.typed().get()).isEqualTo("أين كيتو؟");
        assertThat(model.languages()).extracting(Lang::tag).containsExactlyInAnyOrder("en", "ar");
        model.speak(new Lang("en"));
        assertThat(model.typed().get()).isEqualTo("Where is Quito?");
        assertThat(study.selection.question().get().orElseThrow().lang()).isEqualTo(new Lang("en"));

        model.next();
        assertThat(model.typed().get()).isEqualTo("Is Quito large?");
        model.next();
        assertThat(model.typed().get()).isEqualTo("Where is Lima?");
    }

    @Test
    void offersQuestionsThatHoldWhatIsTyped() {
        show();

        assertThat(model.suggestions("quito"))
                .extracting(Question::text)
                .containsExactly("Where is Quito?", "Is Quito large?");
        assertThat(model.suggestions("is"))
                .extracting(Question::text)
                .containsExactly("Is Quito large?", "Where is Lima?", "Where is Quito?");
        assertThat(model.suggestions("كيتو")).hasSize(2);
        assertThat(model.suggestions("Bogotá")).isEmpty();
    }

    @Test
    void asksWordsOfOnesOwnAndBothFollowWhatTheLeftFindsBest() {
        show();
        model.typed().set("Where is Bogotá?");
        model.ask();

        assertThat(model.picked().get()).isEmpty();
        assertThat(last(0)).isEqualTo(Query.typed("Where is Bogotá?", 10));
        assertThat(last(1)).isEqualTo(Query.typed("Where is Bogotá?", 10).following("right-en"));
        assertThat(model.left().span())
                .isEqualTo("the same in all languages at ranks 1 to 3: 2 apart");
        assertThat(model.command())
                .matches("isogloss query \\S+hybrid\\S+ --compare \\S+monolingual\\S+ .*")
                .endsWith("--collection unseen-pairs \"Where is Bogotá?\"");

        model.follow("wrong");
        assertThat(last(0).follow()).isEqualTo("wrong");
        assertThat(last(1).follow()).isEqualTo("wrong");
        model.followRight();
        assertThat(last(0).follow()).isNull();
    }

    @Test
    void knowsAQuestionOfTheCollectionByItsWords() {
        show();
        model.typed().set(" Where is Quito? ");
        model.ask();

        assertThat(model.picked().get()).map(Question::parallelId).contains("q1");
        assertThat(last(0).text()).isNull();
        assertThat(model.command()).contains("--id ");
    }

    @Test
    void saysWhyAQuestionWasRefusedAndGoesOn() {
        show();
        model.typed().set("forbidden");
        model.ask();
        assertThat(model.problem().get()).isEqualTo("this cannot be asked");

        model.next();
        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void loadsAnotherModelForAnotherRunAndPutsTheFirstAway() {
        show();
        model.right().name().set("cross-lingual");
        tasks.tick();

        assertThat(study.models).hasSize(3);
        assertThat(study.models.get(1).closed).isTrue();
        assertThat(study.models.get(2).run).startsWith("cross-lingual");
        assertThat(study.models.get(2).queries).hasSize(1);
        assertThat(study.models.get(0).closed).isFalse();
    }

    @Test
    void asksOnceAModelIsLoadedAndSaysWhyOneEnded() {
        show();
        AskedStudy.Model slow = study.models.get(0);
        slow.queries.clear();
        slow.state = new State(Stage.LOADING, "encoding passages: 3 of 9");
        tasks.tick();
        assertThat(model.left().state().get().said()).isEqualTo("encoding passages: 3 of 9");
        model.next();
        assertThat(slow.queries).isEmpty();

        slow.state = new State(Stage.READY, "");
        tasks.tick();
        assertThat(slow.queries).hasSize(1);

        slow.state = new State(Stage.ENDED, "the model has gone");
        tasks.tick();
        assertThat(model.left().state().get().stage()).isEqualTo(Stage.ENDED);
        model.reload(model.left());
        tasks.tick();
        assertThat(study.models).hasSize(3);
        assertThat(slow.closed).isTrue();
        assertThat(model.left().answers().get()).map(Answers::candidates).contains(100);
    }

    @Test
    void asksTheFirstQuestionOfAnotherCollection() {
        show();
        study.selection.collection().set("unseen-countries");
        tasks.tick();

        List<AskedStudy.Model> later = study.models.subList(2, 4);
        assertThat(later).extracting(one -> one.collection).containsOnly("unseen-countries");
        assertThat(study.models.subList(0, 2)).allMatch(one -> one.closed);
        assertThat(model.typed().get()).isEqualTo("Where is Oslo?");
        assertThat(last(2).question()).startsWith("q7").isEqualTo(last(3).question());
    }

    @Test
    void putsModelsAwayAMinuteAfterItIsLeft() {
        show();
        model.hidden();
        tasks.tick();
        assertThat(study.models).noneMatch(one -> one.closed);
        for (int i = 0; i < A_MINUTE; i++) {
            tasks.tick();
        }
        assertThat(study.models).hasSize(2).allMatch(one -> one.closed);

        show();
        assertThat(study.models).hasSize(4);
        assertThat(last(2).question()).isNotNull();
    }

    private Query last(int side) {
        List<Query> queries = study.models.get(side).queries;
        return queries.get(queries.size() - 1);
    }
}
