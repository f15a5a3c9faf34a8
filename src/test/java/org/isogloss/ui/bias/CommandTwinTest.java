package org.isogloss.ui.bias;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isogloss.cli.IsoglossCommand;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.report.StudyRun;
import org.isogloss.retrieval.Score;
import org.isogloss.retrieval.ScoreFile;
import org.isogloss.ui.study.FoundRankings;
import org.isogloss.ui.study.QuestionFocus;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTwinTest {
    @TempDir private Path folder;
    private BiasViewModel model;

    private CommandTwin twin(List<Long> seeds) {
        RankedStudy study = new RankedStudy(folder, true, seeds);
        model =
                new BiasViewModel(
                        study.selection(),
                        new FoundRankings(PoolPlace.NONE),
                        new InlineTasks(),
                        (runs, collection) -> {
                            throw new AssertionError("nothing is measured here");
                        });
        study.selection().start();
        study.selection().collection().set(RankedStudy.COLLECTION);
        for (StudyRun run : study.selection().snapshot().get().runs()) {
            ScoreFile.write(
                    run.folder().results(RankedStudy.COLLECTION).scores(), distances(run).stream());
        }
        return new CommandTwin(model);
    }

    private static List<Score> distances(StudyRun run) {
        List<Score> scores = new ArrayList<>();
        for (int q = 0; q < 6; q++) {
            double distance = run.spec().strategy().id().length() + q + run.spec().seed();
            scores.add(
                    new Score(
                            "q" + q,
                            "q" + q,
                            new Lang("de"),
                            Score.ALL,
                            Score.RANK_DISTANCE,
                            distance));
        }
        return scores;
    }

    @Test
    void aTerminalPrintsTheMeasures() {
        CommandTwin twin = twin(List.of(1L));

        assertThat(twin.measures())
                .isEqualTo(
                        "isogloss measures "
                                + folder.resolve("world-facts")
                                + " --collection unseen-pairs");
        assertThat(inATerminal(twin.measures())).isZero();
    }

    @Test
    void aTerminalComparesTheTwoRunsOrAllTheirSeeds() {
        CommandTwin twin = twin(List.of(1L, 2L, 3L));
        assertThat(twin.shift()).isEmpty(); // rankings are not read before they are looked at

        model.runs().look();
        assertThat(twin.shift())
                .isEqualTo(
                        "isogloss compare --study "
                                + folder.resolve("world-facts")
                                + " --a hybrid-0.50-nano --b monolingual-nano"
                                + " --collection unseen-pairs --measure rank_distance");
        assertThat(inATerminal(twin.shift())).isZero();

        model.runs().seed().set("2");
        assertThat(twin.shift())
                .contains("hybrid-0.50-nano-2 ", "monolingual-nano-2 ")
                .doesNotContain("--study");
        assertThat(inATerminal(twin.shift())).isZero();

        model.runs().base().set("hybrid α .50");
        assertThat(twin.shift()).isEmpty();
    }

    @Test
    void aTerminalAsksTheQuestionLookedAtAndMeasuresTheErasures() {
        CommandTwin twin = twin(List.of(1L));
        model.runs().look();
        assertThat(twin.question()).isEmpty();

        model.selection()
                .question()
                .set(Optional.of(new QuestionFocus(RankedStudy.COLLECTION, "q3", new Lang("th"))));

        String hybrid = run("hybrid-0.50-nano-1");
        String monolingual = run("monolingual-nano-1");
        assertThat(twin.question())
                .isEqualTo(
                        "isogloss query "
                                + hybrid
                                + " --compare "
                                + monolingual
                                + " --collection unseen-pairs --id q3_th");
        assertThat(twin.erasures())
                .isEqualTo(
                        "isogloss erasure "
                                + hybrid
                                + " "
                                + monolingual
                                + " --collection unseen-pairs");
        // these runs have no model to ask, but the words are understood
        assertThat(inATerminal(twin.question())).isEqualTo(3);
        assertThat(inATerminal(twin.erasures())).isEqualTo(3);
    }

    @Test
    void aQuestionUnderSeveralSeedsIsAskedOfAllTheirRuns() {
        CommandTwin twin = twin(List.of(1L, 2L));
        model.runs().look();
        model.selection()
                .question()
                .set(Optional.of(new QuestionFocus(RankedStudy.COLLECTION, "q3", new Lang("th"))));

        assertThat(twin.question())
                .contains(
                        run("hybrid-0.50-nano-1") + " --compare " + run("hybrid-0.50-nano-2"),
                        " --compare " + run("monolingual-nano-1"),
                        " --compare " + run("monolingual-nano-2"));
        ComparedRuns.Found found = model.runs().found().get().orElseThrow();
        assertThat(found.provenance("p").runs()).hasSize(4);
        assertThat(found.provenanceOfOneSeed("p").runs()).hasSize(2);
        assertThat(found.provenanceOfOneSeed("p").seeds()).isEqualTo("seed 1");
    }

    private String run(String id) {
        return folder.resolve("world-facts").resolve(id).toString();
    }

    /** Its exit code; the words have nothing that a terminal would take apart. */
    private static int inATerminal(String line) {
        String[] words = line.split(" ", -1);
        assertThat(words[0]).isEqualTo("isogloss");
        return IsoglossCommand.execute(
                List.of(words).subList(1, words.length).toArray(String[]::new));
    }
}
