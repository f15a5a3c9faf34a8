package org.isogloss.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.isogloss.base.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrecFileTest {
    @TempDir private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("file.txt"), text);
    }

    /** get_trec_results.c: white space of any length, blank lines, no rank, more after the tag. */
    @Test
    void readsARunAsLooselyAsTrecEval() throws IOException {
        Path file =
                write(" 2 Q0  d1\t- 1e-3 tag and more\r\n\n\t\n1 Q0 d2 1 -inf tag\n2 Q0 d0 7 4 t");

        TrecFile run = TrecFile.run(file);

        assertThat(run.queries().keySet()).containsExactly("1", "2");
        assertThat(run.queries().get("2"))
                .isEqualTo(
                        List.of(new TrecFile.Entry("d1", 1e-3, 1), new TrecFile.Entry("d0", 4, 5)));
        assertThat(run.queries().get("1").get(0).value()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void readsCompressedJudgments() throws IOException {
        Path file = folder.resolve("qrels.txt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("q 0 d 2\nq 0 e -1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(TrecFile.judgments(file).queries().get("q"))
                .containsExactly(new TrecFile.Entry("d", 2, 1), new TrecFile.Entry("e", -1, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "1 Q0 d 1 0.5, has 5 columns",
        "1 Q0 d 1 high t, the score 'high' is no number",
        "1 Q0 d 1 nan t, the score 'nan' is no number",
        "1 Q0 d 1 NaN t, the score is not a number"
    })
    void refusesALineThatIsNoResult(String line, String problem) throws IOException {
        Path file = write("1 Q0 c 1 1 t\n" + line + "\n");
        assertThatThrownBy(() -> TrecFile.run(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("file.txt:2: " + problem);
    }

    @ParameterizedTest
    @CsvSource({
        "1 0 d, has 3 columns",
        "1 0 d 1 x, has 5 columns",
        "1 0 d 0.5, the grade '0.5' is no whole number"
    })
    void refusesALineThatIsNoJudgment(String line, String problem) throws IOException {
        Path file = write("1 0 c 1\n" + line + "\n");
        assertThatThrownBy(() -> TrecFile.judgments(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("file.txt:2: " + problem);
    }

    /** get_trec_results.c and get_qrels.c: "Cannot read results file". */
    @Test
    void refusesAnEmptyFile() throws IOException {
        Path file = write("\n");
        assertThatThrownBy(() -> TrecFile.run(file)).hasMessageContaining("is empty");
        assertThatThrownBy(() -> TrecFile.judgments(file)).hasMessageContaining("is empty");
    }
}
