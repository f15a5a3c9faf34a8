package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isogloss.base.Cancellation;
import org.isogloss.report.SizedStudy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeatmapsCommandTest {
    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeStudy() {
        new SizedStudy(folder, List.of(8, 16));
    }

    private int run(String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "heatmaps";
        arguments[1] = folder.resolve("sizes").toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return IsoglossCommand.commandLine(Cancellation.NEVER)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void printsEachStrategyAndItsGainAndWritesTheFigures() {
        Path figures = folder.resolve("figures");

        assertThat(run("--baseline", "cross-lingual", "--out", figures.toString()))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .startsWith("mAP among passages of the answer language alone: mean over questions.")
                .contains("mAP by language pair: monolingual")
                .contains("mAP gain: monolingual − cross-lingual")
                .containsPattern("th {10,}\\.\\d{4}");
        assertThat(figures.resolve("language-pairs-monolingual-unseen-pairs.csv")).exists();
        assertThat(figures.resolve("difference-monolingual-cross-lingual-unseen-pairs.pdf"))
                .exists();
    }

    @Test
    void printsThePoolOfAllLanguagesAsOneTable() {
        assertThat(run("--pool", "all_languages")).as(err.toString()).isZero();

        assertThat(out.toString())
                .contains("mAP in the multilingual pool\n")
                .contains("mAP gain in the multilingual pool over monolingual")
                .containsPattern("cross-lingual +\\+\\.\\d{4}");
    }

    @Test
    void refusesWhatRunsOrProgramDoNotHave() {
        assertThat(run("--metric", "MRR")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("recip_rank", "isogloss rescore");
        assertThat(run("--metric", "judged_10")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("judged_10", "ndcg_cut_10");
        assertThat(run("--baseline", "hybrid")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("hybrid", "monolingual, cross-lingual");
        assertThat(Files.exists(folder.resolve("figures"))).isFalse();
    }
}
