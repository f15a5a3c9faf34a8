package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.stats.ComparisonReport;
import org.isogloss.analysis.stats.RankingReport;
import org.isogloss.analysis.stats.TiedRanking;
import org.isogloss.analysis.stats.Verdict;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.retrieval.Score;
import org.isogloss.retrieval.ScoreFile;
import org.isogloss.run.ResultFolder;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunShelf;
import org.isogloss.run.TinyStudy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompareCommandTest {
    private static final List<Lang> LANGS = List.of(new Lang("de"), new Lang("en"));

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeResults() {
        results("base", "hand", x -> x, 30);
        results("worse", "hand", x -> x - .1 - x * x / 20, 30);
        // A little better on as many questions as it is worse on.
        results("alike", "hand", x -> Math.round(x * 20) % 2 == 0 ? x + .05 : x - .05, 30);
        results("fewer", "hand", x -> x, 29);
        results("other", "foot", x -> x, 30);
    }

    @Test
    void saysWhichIsBetterWhatIsTiedAndWhatTheGuardSaid() {
        assertThat(run("compare", place("base"), place("worse"))).as(err.toString()).isZero();

        assertThat(out.toString())
                .contains("hand: 60 questions, 30 question ids")
                .contains("zero-shot, says the guard of base")
                .contains("zero-shot, says the guard of worse")
                .containsPattern("map monolingual .* A is better")
                .containsPattern("rank_distance multilingual .* a tie: the test cannot tell")
                .contains("one run a side");
    }

    @Test
    void callsATieATie() {
        assertThat(run("compare", place("base"), place("alike"), "--measure", "map")).isZero();

        assertThat(out.toString())
                .containsPattern("map cross-lingual .* a tie: the test cannot tell")
                .doesNotContain("is better")
                .doesNotContain("rank_distance multi");
    }

    @Test
    void writesAllOfItAsJson() {
        Path file = folder.resolve("report.json");

        int code =
                run(
                        "compare",
                        place("base"),
                        place("worse"),
                        "--cells",
                        "--json",
                        "--out",
                        file.toString(),
                        "--level",
                        "0.9");

        assertThat(code).as(err.toString()).isZero();
        ComparisonReport report = JsonFile.read(file, ComparisonReport.class);
        assertThat(out.toString().strip()).isEqualTo(JsonFile.text(report));
        assertThat(report.format()).isEqualTo("isogloss-comparison-1");
        assertThat(report.macro()).hasSize(4);
        assertThat(report.cells()).hasSize(4 + 2);
        assertThat(report.macro().get(0).verdict()).isEqualTo(Verdict.A_HIGHER);
        assertThat(report.macro().get(0).difference().level()).isEqualTo(.9);
    }

    @Test
    void marksTheCellsThatItTellsApart() {
        assertThat(run("compare", place("base"), place("worse"), "--cells")).isZero();

        assertThat(out.toString())
                .containsPattern("de +\\+\\.\\d{4}\\* +\\+\\.\\d{4}\\*")
                .contains("told apart after Holm's correction for 4 cells (4)");
    }

    @Test
    void drawsTheSameFromTheSameSeed() {
        String[] arguments = {"compare", place("base"), place("alike"), "--json", "--seed", "7"};
        run(arguments);
        String once = out.toString();
        out.getBuffer().setLength(0);
        run(arguments);

        assertThat(out.toString()).isEqualTo(once);
    }

    @Test
    void refusesOtherQuestionsAndSaysWhich() {
        assertThat(run("compare", place("base"), place("fewer"))).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).contains("has q29-de, q29-en (2)").contains("cannot be paired");
    }

    @Test
    void refusesOtherCollections() {
        assertThat(run("compare", place("base"), place("other"))).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).contains("scored on 'hand' but").contains("on 'foot'");
    }

    @Test
    void refusesWhatIsNoRunAndMetricsThereAreNot() {
        assertThat(run("compare", folder.toString(), place("base"))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("is neither a run nor a folder of results");

        assertThat(run("compare", place("base"), place("alike"), "--measure", "bleu"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("no scores of 'bleu'; it has map, rank_distance");
    }

    @Test
    void refusesAMetricThatOnlyOneSideHas() {
        ScoreFile.write(
                new ResultFolder(folder.resolve("alike")).scores(),
                ScoreFile.read(folder.resolve("base").resolve("scores.csv")).stream()
                        .filter(score -> score.metric().equals("map")));

        assertThat(run("compare", place("base"), place("alike"), "--measure", "rank_distance"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("alike has no scores of 'rank_distance'; it has map");
        assertThat(run("compare", place("base"), place("alike"))).isZero();
    }

    @Test
    void sendsHalfAComparisonBackAsUsage() {
        assertThat(run("compare", place("base"))).isEqualTo(ExitCode.USAGE);
        assertThat(run("compare", "--a", place("base"))).isEqualTo(ExitCode.USAGE);
        assertThat(run("compare", "--a", place("base") + "," + place("base"), "--b", place("base")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("name two runs").contains("named twice");
    }

    @Test
    void comparesSeedsASide() {
        results("base2", "hand", x -> x + .01, 30);
        results("worse2", "hand", x -> x - .12, 30);

        int code =
                run(
                        "compare",
                        "--a",
                        place("base") + "," + place("base2"),
                        "--b",
                        place("worse") + "," + place("worse2"));

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("2 and 2 runs: intervals and p count both")
                .contains("p: Student's t")
                .containsPattern("map monolingual .* A is better");
    }

    /**
     * A p that is drawn is at least 1 / 501 here, and four such tests are corrected for at once.
     */
    @Test
    void saysWhereTooFewDrawsCanTellNothingButNotOfStudentsT() {
        String[] few = {"--cells", "--level", "0.995", "--measure", "map"};
        String[] one = {"compare", place("base"), place("worse")};
        assertThat(run(both(one, few))).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("500 resamples are too few to tell any of 3 numbers apart")
                .contains("500 resamples are too few to tell any of 4 numbers apart");

        out.getBuffer().setLength(0);
        results("base2", "hand", x -> x + .01, 30);
        results("worse2", "hand", x -> x - .12, 30);
        String[] seeds = {
            "compare",
            "--a=" + place("base") + "," + place("base2"),
            "--b=" + place("worse") + "," + place("worse2")
        };
        assertThat(run(both(seeds, few))).as(err.toString()).isZero();
        assertThat(out.toString()).contains("2 and 2 runs").doesNotContain("too few");
    }

    private static String[] both(String[] first, String[] second) {
        return Stream.concat(Stream.of(first), Stream.of(second)).toArray(String[]::new);
    }

    @Test
    void ranksTheStrategiesOfAStudyWithTheirTies() throws IOException {
        Path study = study();

        assertThat(run("compare", "--study", study.toString())).as(err.toString()).isZero();
        assertThat(out.toString())
                .containsPattern(
                        "monolingual-pico +\\.\\d{4} .* a +2 runs, sd over seeds \\.0007, better than every other")
                .containsPattern("hybrid-0\\.50-pico +\\.\\d{4} .* b +2 runs");

        out.getBuffer().setLength(0);
        assertThat(run("compare", "--study", study.toString(), "--json")).isZero();
        RankingReport report = JsonFile.convert(tree(), RankingReport.class);
        assertThat(report.rankings().get(0).rows())
                .extracting(TiedRanking.Row::letters)
                .containsExactly("a", "b");
    }

    @Test
    void comparesTwoStrategiesOfAStudyByName() throws IOException {
        Path study = study();

        int code =
                run(
                        "compare",
                        "--study",
                        study.toString(),
                        "--a",
                        "hybrid-0.50",
                        "--b",
                        "monolingual");

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString()).containsPattern("map monolingual .* B is better");
        assertThat(run("compare", "--study", study.toString(), "--a", "x", "--b", "hybrid-0.50"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("'x' names none of its scored strategies");
    }

    @Test
    void ranksStrategiesAtTheEndOfAStudy() throws IOException {
        List<RunFolder> runs = new RunShelf(study().getParent()).runs("tiny");

        StudyOutcome.print(runs, new PrintWriter(out, true), new PrintWriter(err, true));

        assertThat(out.toString())
                .contains("monolingual-pico - hybrid-0.50-pico: +")
                .contains("monolingual-pico is better");
    }

    /** Two strategies with two seeds each, of which the second is worse. */
    private Path study() throws IOException {
        Study study =
                TinyStudy.in(
                                folder,
                                10,
                                List.of(
                                        StrategyChoice.of("monolingual"),
                                        new StrategyChoice("hybrid", Map.of("alpha", .5))))
                        .withSeeds(List.of(1L, 2L));
        for (ExperimentSpec spec : study.plan()) {
            RunFolder run = RunFolder.create(folder.resolve("runs"), spec, Map.of());
            double less = spec.strategy().id().equals("hybrid") ? .15 : 0;
            write(run.results("held-out"), "held-out", x -> x - less + spec.seed() * .001, 30);
        }
        return folder.resolve("runs").resolve("tiny");
    }

    private Object tree() {
        Path file = folder.resolve("printed.json");
        AtomicFile.writeText(file, out.toString());
        return JsonFile.tree(file);
    }

    private String place(String name) {
        return folder.resolve(name).toString();
    }

    private void results(String name, String collection, DoubleUnaryOperator model, int questions) {
        write(new ResultFolder(folder.resolve(name)), collection, model, questions);
    }

    private static void write(
            ResultFolder results, String collection, DoubleUnaryOperator model, int questions) {
        List<Score> scores = new ArrayList<>();
        for (int k = 0; k < questions; k++) {
            for (Lang question : LANGS) {
                String id = "q%02d".formatted(k);
                for (String answer : List.of("de", "en", Score.ALL)) {
                    double easy = (k * 37 + answer.hashCode() * 11 + question.hashCode()) % 20;
                    scores.add(
                            new Score(
                                    id + "-" + question,
                                    id,
                                    question,
                                    answer,
                                    "map",
                                    model.applyAsDouble(.5 + Math.abs(easy) / 50)));
                }
                scores.add(
                        new Score(
                                id + "-" + question,
                                id,
                                question,
                                Score.ALL,
                                Score.RANK_DISTANCE,
                                k % 7));
            }
        }
        ScoreFile.write(results.scores(), scores.stream());
        JsonFile.write(
                results.summary(),
                Evaluation.of(collection, 2 * questions, 40, scores)
                        .withZeroShot(
                                "zero-shot, says the guard of " + results.path().getFileName()));
    }

    private int run(String... arguments) {
        CommandLine line = IsoglossCommand.commandLine(Cancellation.NEVER);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        // Few resamples are enough for what is asserted, and quick.
        return line.execute(
                Stream.concat(Stream.of(arguments), Stream.of("--resamples", "500"))
                        .toArray(String[]::new));
    }

    @Test
    void refusesARunOnBothSides() {
        assertThat(run("compare", place("base"), place("base") + "/../base"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("is on both sides; name two different runs");
        String both = place("base") + "," + place("alike");
        assertThat(run("compare", "--a", both, "--b", place("alike"))).isEqualTo(ExitCode.USAGE);
    }
}
