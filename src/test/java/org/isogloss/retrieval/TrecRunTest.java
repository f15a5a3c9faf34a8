package org.isogloss.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrecRunTest {
    @TempDir private Path folder;

    private static Ranking ranking(String question, String passage) {
        Lang th = new Lang("th");
        return new Ranking(
                new Question(question, "q", th, "?"),
                List.of(),
                List.of(new Hit(passage, th, 1, 0.1f), new Hit("th_2", th, 2, -1e-7)));
    }

    @Test
    void writesSixColumnsAndReadsThemBack() throws Exception {
        Path file = folder.resolve("ranking.trec");
        TrecRun.write(file, List.of(ranking("q_th", "th_1")), "hybrid-1");
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "q_th Q0 th_1 1 0.10000000149011612 hybrid-1",
                        "q_th Q0 th_2 2 -1.0E-7 hybrid-1");
        assertThat(TrecRun.read(file))
                .containsExactly(
                        new TrecRun.Line("q_th", "th_1", 1, 0.1f, "hybrid-1"),
                        new TrecRun.Line("q_th", "th_2", 2, -1e-7, "hybrid-1"));
    }

    @Test
    void readsTabsAndRunsOfSpaces() throws Exception {
        Path file = folder.resolve("other.trec");
        Files.writeString(file, "1\tQ0\td7\t1\t12.5\tbm25\n\n2  Q0  d8 2 3 bm25\n");
        assertThat(TrecRun.read(file))
                .containsExactly(
                        new TrecRun.Line("1", "d7", 1, 12.5, "bm25"),
                        new TrecRun.Line("2", "d8", 2, 3, "bm25"));
    }

    @Test
    void namesTheLineThatIsNoRun() throws Exception {
        Path file = folder.resolve("bad.trec");
        Files.writeString(file, "q Q0 d 1 0.5 t\nq Q0 d 0.5 t\n");
        assertThatThrownBy(() -> TrecRun.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        file
                                + ":2: has 5 columns, but a run has six: question Q0 passage rank"
                                + " score tag");
        Files.writeString(file, "q Q0 d first 0.5 t\n");
        assertThatThrownBy(() -> TrecRun.read(file))
                .hasMessage(file + ":1: rank 'first' or score '0.5' is no number");
    }

    @Test
    void refusesIdsWithSpaces() {
        Path file = folder.resolve("ranking.trec");
        assertThatThrownBy(() -> TrecRun.write(file, List.of(ranking("q 1", "p")), "t"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("the question id 'q 1' cannot stand in a TREC run");
        assertThat(file).doesNotExist();
    }
}
