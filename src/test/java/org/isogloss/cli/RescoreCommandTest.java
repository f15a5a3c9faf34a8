package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isogloss.base.Cancellation;
import org.isogloss.run.ResultFolder;
import org.isogloss.run.StoredResults;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RescoreCommandTest {
    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private ResultFolder results;

    @BeforeEach
    void score() {
        results = StoredResults.in(folder.resolve("scored"));
    }

    private int rescore() {
        return IsoglossCommand.commandLine(Cancellation.NEVER)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("rescore", results.path().toString());
    }

    private List<Path> computed() {
        return List.of(results.scores(), results.summary(), results.bias(), results.limits());
    }

    @Test
    void givesTheSameFilesWhereNothingHasChanged() throws IOException {
        List<byte[]> before = new ArrayList<>();
        for (Path file : computed()) {
            before.add(Files.readAllBytes(file));
        }
        Files.delete(results.scores());
        Files.writeString(results.bias(), "{}");
        assertThat(rescore()).isEqualTo(ExitCode.OK);
        for (int i = 0; i < before.size(); i++) {
            assertThat(computed().get(i)).hasBinaryContent(before.get(i));
        }
        assertThat(out.toString()).contains("changed scores.csv, bias.json");

        out.getBuffer().setLength(0);
        assertThat(rescore()).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .isEqualTo(results.path() + ": as it was" + System.lineSeparator());
    }

    @Test
    void followsTheRanks() throws IOException {
        String ranks = Files.readString(results.ranks());
        String line = ranks.lines().skip(2).findFirst().orElseThrow();
        String[] cells = line.split(",", -1);
        cells[6] = "1".equals(cells[6]) ? "2" : "1";
        Files.writeString(results.ranks(), ranks.replace(line, String.join(",", cells)));
        String before = Files.readString(results.scores());
        assertThat(rescore()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(results.scores())).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ranks.csv", "languages.csv", "ranking.trec"})
    void refusesResultsOlderThanTheirFiles(String file) throws IOException {
        Files.delete(results.path().resolve(file));
        assertThat(rescore()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .contains(results.path() + ": has no " + file)
                .contains("scored before ranks were kept; score the model anew");
    }

    @Test
    void refusesRanksOfAnotherVersion() throws IOException {
        String ranks = Files.readString(results.ranks());
        Files.writeString(results.ranks(), ranks.replace("isogloss-ranks 1", "isogloss-ranks 2"));
        assertThat(rescore()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("ranks.csv:1").contains("are of version 2");
    }

    @Test
    void refusesARankingThatLacksAQuestion() throws IOException {
        List<String> lines = Files.readAllLines(results.ranking());
        String first = lines.get(0).split(" ", 2)[0];
        Files.write(
                results.ranking(),
                lines.stream().filter(line -> !line.startsWith(first + " ")).toList());
        assertThat(rescore()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("has 0 hits of question '" + first + "'");
    }

    @Test
    void refusesAFolderWithoutASummary() throws IOException {
        Files.delete(results.summary());
        assertThat(rescore()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("has no summary.json");
    }
}
