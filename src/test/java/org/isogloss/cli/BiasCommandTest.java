package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.bias.BiasMeasure;
import org.isogloss.analysis.bias.BiasMeasures;
import org.isogloss.analysis.bias.BiasOptions;
import org.isogloss.analysis.bias.BiasReport;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.base.Setting;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.retrieval.Hit;
import org.isogloss.retrieval.HitLanguages;
import org.isogloss.retrieval.RankFile;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.RelevantRank;
import org.isogloss.retrieval.Score;
import org.isogloss.retrieval.TrecRun;
import org.isogloss.run.ResultFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class BiasCommandTest {
    private static final Lang EN = new Lang("en");
    private static final Lang TH = new Lang("th");

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = IsoglossCommand.commandLine(Cancellation.NEVER);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private static Ranking ranking(Lang asked, int english, int thai) {
        return new Ranking(
                new Question("1" + asked, "1", asked, ""),
                List.of(
                        new RelevantRank("e", EN, 1, 1, english, 0.5),
                        new RelevantRank("t", TH, 1, 1, thai, 0.4)),
                List.of(new Hit("e", EN, 1, 0.5), new Hit("t", TH, 2, 0.4)),
                0.1);
    }

    private ResultFolder results(String name, int worst) {
        ResultFolder results = new ResultFolder(folder.resolve(name));
        Rankings rankings =
                new Rankings(
                        Map.of(EN, 10, TH, 10), List.of(ranking(EN, 1, worst), ranking(TH, 1, 2)));
        RankFile.write(results.ranks(), rankings);
        HitLanguages.write(results.languages(), rankings);
        TrecRun.write(results.ranking(), rankings.questions(), "isogloss");
        return results;
    }

    @Test
    void printsEveryMeasureByLanguageWithWhatToCompareItWith() {
        String place = results("sample", 9).path().toString();
        assertThat(run("bias", place, "--k", "2")).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines().toList())
                .startsWith(
                        "sample: 2 questions (1 with translations as one), 20 candidates in 2"
                                + " languages",
                        "")
                .contains(
                        "Rank distance                        4.5  [4.5, 4.5]           lower     "
                                + " floor 1.0, random ranking 7.0",
                        "by question language                 en       th",
                        "Rank distance                       8.0      1.0",
                        "  random ranking                    7.0      7.0",
                        "PEER: No number: 2 of 2 questions have one relevant passage in each"
                                + " language, where PEER is a constant, 0.3173 with 2 languages,"
                                + " whatever the ranks.",
                        "--explain tells what each measure is and how it misleads.");
        for (BiasMeasure measure : BiasMeasures.all()) {
            assertThat(out.toString()).contains("\n" + measure.name());
        }
        assertThat(out.toString())
                .containsPattern("one answer left: .* 1\\.000 +\\.563\n")
                .containsPattern("others not counted: .* \\.750 +\\.556\n")
                .endsWith("overlap with training data not checked\n");
    }

    @Test
    void explainsEveryMeasure() {
        String place = results("sample", 9).path().toString();
        assertThat(run("bias", place, "--explain", "--resamples", "0")).isEqualTo(ExitCode.OK);
        for (BiasMeasure measure : BiasMeasures.all()) {
            assertThat(out.toString())
                    .contains(measure.name() + " (" + measure.id() + ")")
                    .contains("  formula: " + measure.explanation().formula())
                    .contains("  trap: " + measure.explanation().trap());
        }
    }

    @Test
    void printsAReportThatReadsBack() throws IOException {
        String place = results("sample", 9).path().toString();
        assertThat(run("bias", place, "--json")).isEqualTo(ExitCode.OK);
        Path file = Files.writeString(folder.resolve("out.json"), out.toString());
        JsonNode report = JsonFile.tree(file).get(0);
        JsonFile.write(file, report);
        assertThat(JsonFile.read(file, BiasReport.class).measures())
                .extracting(BiasReport.Measured::id)
                .isEqualTo(BiasMeasures.all().stream().map(BiasMeasure::id).toList());
    }

    @Test
    void comparesTwoRunsAtEqualEffectiveness() {
        String a = results("a", 9).path().toString();
        String b = results("b", 3).path().toString();
        assertThat(run("bias", a, "--against", b, "--explain")).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("A = " + a)
                .contains("  at equal best rank               4.5       1.5       3.0")
                .contains("at equal AP: Within a language, questions are put into twenty bins");
    }

    @Test
    void saysWhatCannotBeToldOfResultsWithoutRanks() {
        Evaluation old =
                Evaluation.of(
                        "old",
                        2,
                        20,
                        List.of(
                                new Score("1en", "1", EN, "*", Score.RANK_DISTANCE, 8),
                                new Score("1en", "1", EN, "*", Score.OWN_LANGUAGE_1, 1)));
        ResultFolder results = new ResultFolder(folder.resolve("old"));
        JsonFile.write(results.summary(), old);
        assertThat(run("bias", results.path().toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .startsWith(
                        "old: scored before ranks were kept, so that only two measures can be told;"
                                + " score the model anew for the others")
                .contains("absent: rank_distance_median, rank_distance_trimmed");
        assertThat(run("bias", results.path().toString(), "--against", folder.toString()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .contains("was scored before ranks were kept, so that it cannot be compared");
    }

    @Test
    void refusesToCompareARunWithItself() {
        String a = results("a", 9).path().toString();
        assertThat(run("bias", a, "--against", a + "/../a")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("is the same run; name another one");
    }

    @Test
    void refusesAFolderWithoutResults() {
        assertThat(run("bias", folder.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .contains("has no results: it has no ranks.csv, summary.json or spec.json; name")
                .doesNotContain("Exception");
    }

    static List<Setting> settings() {
        return BiasOptions.SETTINGS;
    }

    @ParameterizedTest
    @MethodSource("settings")
    void takesEverySettingAsAnOption(Setting setting) throws IOException {
        String place = results("sample", 9).path().toString();
        String option = "--" + setting.id().replace("peerCutoff", "peer-cutoff");
        Path file = folder.resolve("out.json");
        String most = setting.equals(BiasOptions.RESAMPLES) ? "7" : "" + setting.maximum();
        assertThat(run("bias", place, option, most, "--out", file.toString()))
                .isEqualTo(ExitCode.OK);
        JsonNode options = JsonFile.tree(file).get(0).get("options");
        BiasOptions written = JsonFile.convert(options, BiasOptions.class);
        assertThat(written)
                .isEqualTo(BiasOptions.of(Map.of(setting.id(), Double.parseDouble(most))))
                .isNotEqualTo(BiasOptions.STANDARD);

        assertThat(run("bias", place, option, "" + (setting.minimum() - 1)))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("bias", place, option, "many")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void refusesToCountInFractions() {
        String place = results("sample", 9).path().toString();
        assertThat(run("bias", place, "--k", "2.5")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("k is 2.5 but must be whole");
    }
}
