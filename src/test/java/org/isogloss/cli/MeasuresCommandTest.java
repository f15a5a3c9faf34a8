package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.isogloss.base.Cancellation;
import org.isogloss.ui.bias.RankedStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuresCommandTest {
    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "measures";
        arguments[1] = folder.resolve("world-facts").toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return IsoglossCommand.commandLine(Cancellation.NEVER)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void printsEveryStrategyBesideTheOthersAndByLanguage() {
        new RankedStudy(folder, true);

        assertThat(run("--collection", "unseen-pairs")).as(err.toString()).isZero();

        // the worst answer stands 30, 20 and 10 ranks below the best, in Chinese always 10
        assertThat(out.toString())
                .startsWith("unseen-pairs, nano: 1 seed, 95% intervals over questions\n")
                .containsPattern("mean over question languages +monolingual +cross-lingual +hybrid")
                .containsPattern(
                        "Rank distance +28\\.2 \\[28\\.2, 28\\.2\\] +19\\.1 \\[.*\\] +10\\.0 ")
                .containsPattern("Rank distance +ar +de .*\n +monolingual +30\\.0 +30\\.0 ")
                .contains("PEER: No number");
    }

    @Test
    void printsTheSameAsJson() {
        new RankedStudy(folder, true);

        assertThat(run("--collection", "unseen-pairs", "--json")).as(err.toString()).isZero();

        assertThat(out.toString().replaceAll("\\s+", ""))
                .startsWith(
                        "[{\"collection\":\"unseen-pairs\",\"backbone\":\"nano\",\"measures\":[")
                .contains("{\"strategy\":\"hybridα.50\",\"seeds\":[1],\"macro\":{\"value\":10.0");
    }

    @Test
    void refusesWhatIsNotThere() {
        new RankedStudy(folder, false);

        assertThat(run("--collection", "unseen-pairs")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("has no bias.json");
        assertThat(run("--backbone", "large")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("no scores from 'large' on any collection", "[nano]");
    }
}
