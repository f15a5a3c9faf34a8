package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.retrieval.TieRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ScoreCommandTest {
    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("qrels"), "1 0 a 1\n1 0 b 0\n3 0 a 1\n");
        Files.writeString(folder.resolve("run"), "1 Q0 a 1 0.5 t\n1 Q0 b 2 0.5 t\n2 Q0 a 1 1 t\n");
    }

    private int score(String... arguments) {
        return IsoglossCommand.commandLine(Cancellation.NEVER)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(
                        Stream.concat(
                                        Stream.of(
                                                "score",
                                                "--qrels=" + folder.resolve("qrels"),
                                                "--run=" + folder.resolve("run")),
                                        Stream.of(arguments))
                                .toArray(String[]::new));
    }

    @Test
    void printsTheLinesOfTrecEval() {
        assertThat(score("--metrics", "map,nDCG@10", "--per-query")).isEqualTo(ExitCode.OK);

        assertThat(out.toString().lines())
                .containsExactly(
                        "num_ret               \t1\t2",
                        "num_rel               \t1\t1",
                        "num_rel_ret           \t1\t1",
                        "map                   \t1\t0.5000",
                        "ndcg_cut_10           \t1\t0.6309",
                        "num_q                 \tall\t1",
                        "num_ret               \tall\t2",
                        "num_rel               \tall\t1",
                        "num_rel_ret           \tall\t1",
                        "map                   \tall\t0.5000",
                        "ndcg_cut_10           \tall\t0.6309");
    }

    @Test
    void tellsBesideTheNumbersWhatDoesNotCount() {
        score();
        assertThat(err.toString())
                .contains("queries of the run without judgments, which do not count: 1")
                .contains(
                        "judged queries that the run lacks, which do not count without"
                                + " --complete-queries: 1");
        score("-c");
        assertThat(err.toString()).contains("judged queries that the run lacks, counted as 0: 1");
    }

    @Test
    void takesAnotherRuleForTies() {
        assertThat(score("-m", "map", "--ties", "docid-ascending")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("map                   \tall\t1.0000");
    }

    @Test
    void namesEveryRuleForTiesInTheHelpAndInTheRefusalOfAnother() {
        score("--help");
        assertThat(score("--ties", "random")).isEqualTo(ExitCode.USAGE);
        for (TieRule rule : TieRule.values()) {
            assertThat(out.toString()).contains(rule.id() + ": ");
            assertThat(err.toString()).contains(rule.id());
        }
    }

    @Test
    void writesJson() throws IOException {
        assertThat(score("-m", "map", "--json", "-q", "-l", "1")).isEqualTo(ExitCode.OK);

        JsonNode report = JsonFile.tree(Files.writeString(folder.resolve("o"), out.toString()));

        assertThat(report.at("/means/map").doubleValue()).isEqualTo(0.5);
        assertThat(report.at("/perQuery/0/query").stringValue()).isEqualTo("1");
        assertThat(report.at("/perQuery/0/values/map").doubleValue()).isEqualTo(0.5);
        assertThat(report.at("/ties").stringValue()).isEqualTo("trec");
        assertThat(report.at("/missingQueries/0").stringValue()).isEqualTo("3");
    }

    @Test
    void refusesAnUnknownMetricAndNamesThoseThereAre() {
        assertThat(score("-m", "bpref")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("there is no metric 'bpref'; name some of map,");
    }

    /** 1/32 lies in the middle between .0312 and .0313; C prints the even one. */
    @Test
    void roundsAsCDoes() throws IOException {
        Files.writeString(folder.resolve("qrels"), "1 0 a 1\n");
        List<String> lines =
                Stream.iterate(1, rank -> rank + 1)
                        .limit(32)
                        .map(
                                rank ->
                                        "1 Q0 "
                                                + (rank == 32 ? "a" : "d" + rank)
                                                + " 0 -"
                                                + rank
                                                + " t")
                        .toList();
        Files.write(folder.resolve("run"), lines);

        score("-m", "recip_rank");

        assertThat(out.toString()).contains("recip_rank            \tall\t0.0312");
    }
}
