package org.isogloss.run.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.base.Progress;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Fingerprints;
import org.isogloss.retrieval.Hit;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.RelevantRank;
import org.isogloss.run.Compute;
import org.isogloss.run.ExperimentRun;
import org.isogloss.run.RunFolder;
import org.isogloss.run.TinyStudy;
import org.isogloss.run.query.SessionLine.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("native")
class CollectionSearcherTest {
    @TempDir private static Path folder;
    private static final Compute COMPUTE = new Compute(ComputeDevice.of("cpu"), 1);
    private static RunFolder run;
    private static CollectionSearcher searcher;

    @BeforeAll
    static void train() throws IOException {
        ExperimentSpec spec = TinyStudy.in(folder, 20).plan().get(0);
        run = RunFolder.create(folder.resolve("runs"), spec, new Fingerprints().of(spec));
        new ExperimentRun(run, COMPUTE).execute(Cancellation.NEVER, Progress.NONE);
        searcher = open(Progress.NONE);
    }

    @AfterAll
    static void close() {
        searcher.close();
    }

    private static CollectionSearcher open(Progress progress) {
        return CollectionSearcher.open(
                run, "held-out", PoolPlace.NONE, COMPUTE, progress, Cancellation.NEVER);
    }

    @Test
    void ranksEveryQuestionAsTheRunsOwnResultsDo() {
        List<Ranking> known = run.results("held-out").rankings().orElseThrow().questions();
        assertThat(known).hasSize(60);
        for (Ranking ranking : known) {
            Answers answers = searcher.answer(Query.picked(ranking.question().id(), 20));

            assertThat(answers.lang()).isEqualTo(ranking.question().lang());
            assertThat(answers.candidates()).isEqualTo(60);
            assertThat(answers.followed()).isNull();
            assertThat(answers.parallel())
                    .extracting(answer -> answer.passage() + " " + answer.rank())
                    .containsExactlyElementsOf(
                            ranking.relevant().stream()
                                    .sorted(Comparator.comparingInt(RelevantRank::inPool))
                                    .map(right -> right.passageId() + " " + right.inPool())
                                    .toList());
            assertThat(answers.best())
                    .extracting(Answer::passage)
                    .startsWith(
                            ranking.hits().stream()
                                    .limit(20)
                                    .map(Hit::passageId)
                                    .toArray(String[]::new));
        }
    }

    @Test
    void ranksTypedWordsAsTheQuestionOfTheSameWords() {
        Answers picked = searcher.answer(Query.picked("land-63_th", 60));
        Answers typed = searcher.answer(Query.typed(picked.text(), 60));

        assertThat(typed.best())
                .extracting(Answer::passage)
                .isEqualTo(picked.best().stream().map(Answer::passage).toList());
        assertThat(typed.lang()).isNull();
        assertThat(typed.best()).noneMatch(Answer::relevant);
        assertThat(picked.best()).filteredOn(Answer::relevant).hasSize(3);
    }

    @Test
    void followsTheParallelAnswersOfTheBestOfTypedWordsOrOfAnother() {
        Answers typed = searcher.answer(Query.typed("capital of land 70", 5));
        assertThat(typed.followed()).isEqualTo(typed.best().get(0).passage());
        assertThat(typed.parallel()).hasSize(3).contains(typed.best().get(0));

        Answers other = searcher.answer(Query.picked("land-63_en", 5).following("de_land-71"));
        assertThat(other.followed()).isEqualTo("de_land-71");
        assertThat(other.parallel())
                .extracting(Answer::passage)
                .containsExactlyInAnyOrder("en_land-71", "de_land-71", "th_land-71");
    }

    @Test
    void refusesWhatTheCollectionDoesNotHave() {
        assertThatThrownBy(() -> searcher.answer(Query.picked("land-1_en", 5)))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "held-out has no question 'land-1_en'; name one by its id, or ask in words");
        assertThatThrownBy(() -> searcher.answer(Query.typed("capital", 5).following("en_land-1")))
                .isInstanceOf(BadInputException.class)
                .hasMessage("held-out has no passage 'en_land-1' to follow");
        assertThatThrownBy(() -> Query.typed(" ", 5)).isInstanceOf(BadInputException.class);
        assertThatThrownBy(() -> new Query("q", "text", null, 5))
                .isInstanceOf(BadInputException.class);
    }

    @Test
    void encodesACollectionOnce() throws IOException {
        List<String> done = new ArrayList<>();
        try (CollectionSearcher second = open((what, from, of) -> done.add(what))) {
            assertThat(second.answer(Query.picked("land-63_en", 20)).best())
                    .isEqualTo(searcher.answer(Query.picked("land-63_en", 20)).best());
        }
        assertThat(done).contains("loading the model").noneMatch(what -> what.contains("encod"));
        try (Stream<Path> files = Files.list(run.results("held-out").textVectors())) {
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .contains("passages.npy", "questions.npy", "texts.jsonl", "vectors.json");
        }
    }

    @Test
    void answersLinesUntilThereAreNoMore() {
        List<SessionLine> said =
                hold(
                        "{\"text\":\"capital of land 70\",\"hits\":2}\nnonsense\n{\"question\":\"?\",\"hits\":1}\n");

        assertThat(said).extracting(SessionLine::kind).startsWith(Kind.PROGRESS);
        assertThat(said.stream().filter(line -> line.kind() != Kind.PROGRESS))
                .extracting(SessionLine::kind)
                .containsExactly(Kind.READY, Kind.ANSWERS, Kind.REFUSED, Kind.REFUSED);
        assertThat(said.get(said.size() - 3).answers().best()).hasSize(2);
        assertThat(said.get(said.size() - 1).said()).contains("no question '?'");
    }

    private static List<SessionLine> hold(String input) {
        StringWriter out = new StringWriter();
        QuerySession session =
                new QuerySession(new BufferedReader(new StringReader(input)), new PrintWriter(out));
        assertThat(session.hold((progress, left) -> open(progress), Cancellation.NEVER)).isTrue();
        return out.toString().lines().map(l -> JsonFile.parse(l, SessionLine.class)).toList();
    }

    @Test
    void stopsLoadingWhenNobodyAsksAnyMore() {
        StringWriter out = new StringWriter();
        QuerySession session =
                new QuerySession(new BufferedReader(new StringReader("")), new PrintWriter(out));

        boolean held =
                session.hold(
                        (progress, left) -> {
                            while (true) {
                                left.check();
                                Thread.onSpinWait();
                            }
                        },
                        Cancellation.NEVER);

        assertThat(held).isTrue();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysWhyAModelCannotBeLoaded() {
        StringWriter out = new StringWriter();
        QuerySession session =
                new QuerySession(
                        new BufferedReader(new StringReader("{\"text\":\"x\",\"hits\":1}\n")),
                        new PrintWriter(out));

        boolean held =
                session.hold(
                        (progress, left) ->
                                CollectionSearcher.open(
                                        run,
                                        "nowhere",
                                        PoolPlace.NONE,
                                        COMPUTE,
                                        progress,
                                        Cancellation.NEVER),
                        Cancellation.NEVER);

        assertThat(held).isFalse();
        assertThat(JsonFile.parse(out.toString(), SessionLine.class).kind()).isEqualTo(Kind.FAILED);
        assertThat(out.toString()).contains("no results on 'nowhere', only on held-out");
    }
}
