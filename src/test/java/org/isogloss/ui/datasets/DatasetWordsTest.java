package org.isogloss.ui.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.ReadOptions;
import org.junit.jupiter.api.Test;

class DatasetWordsTest {
    @Test
    void takesAMessageApart() {
        Path file = Path.of("/data/ar.json");

        assertThat(Problem.of(BadInputException.at(file, 812, "answer_start 44: too far")))
                .isEqualTo(new Problem(file.toString(), 812, "answer_start 44: too far"));
        Path rows = Path.of("/data/a.parquet");
        Problem inRow = Problem.of(BadInputException.inRow(rows, 3, "no text"));
        assertThat(inRow).isEqualTo(new Problem(rows.toString(), 3, "no text"));
        assertThat(inRow.place()).isEqualTo(rows + ", row 3");
        assertThat(Problem.of(BadInputException.in(file, "is empty: give it lines")))
                .isEqualTo(new Problem(file.toString(), 0, "is empty: give it lines"));
        assertThat(Problem.of(new BadInputException("--answer-lang: 'x' is none")))
                .isEqualTo(new Problem("", 0, "--answer-lang: 'x' is none"));
    }

    @Test
    void writesTheCommandWithEveryOption() {
        ReadOptions options =
                ReadOptions.NONE
                        .withFormat("columns")
                        .withLanguages(new Lang("de"), new Lang("th"))
                        .withSplit("dev")
                        .withSubset("deu-tha")
                        .withColumns(Map.of("question", "die Frage"));

        assertThat(CommandTwin.inspect(Path.of("my data", "faq.csv"), options))
                .isEqualTo(
                        "isogloss data inspect \"%s\" --format columns --question-lang de"
                                        .formatted(Path.of("my data", "faq.csv"))
                                + " --answer-lang th --split dev --subset deu-tha --column"
                                + " \"question=die Frage\"");
        assertThat(CommandTwin.overlap(List.of(Path.of("a$b")), List.of(Path.of("c"))))
                .isEqualTo("isogloss data overlap --training 'a$b' --evaluation c");
    }

    @Test
    void leavesBlankFieldsToTheFilesAndRefusesWhatIsNoLanguage() {
        OptionsDraft blank = new OptionsDraft("", " ", "", "", "", Map.of());
        assertThat(blank.problem()).isEmpty();
        assertThat(blank.options()).isEqualTo(ReadOptions.NONE);

        OptionsDraft wrong = new OptionsDraft("", "th", "klingonish", "", "", Map.of());
        assertThat(wrong.problem()).get().asString().startsWith("The passages’ language");
    }

    @Test
    void endsWorkThatIsStoppedWhateverItThrows() {
        StopSign sign = new StopSign();

        assertThatThrownBy(() -> sign.during(() -> cutOff(sign)))
                .isInstanceOf(CancellationException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThatThrownBy(() -> sign.during(() -> "never begun"))
                .isInstanceOf(CancellationException.class);
    }

    private static String cutOff(StopSign sign) {
        sign.raise();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        throw new IllegalStateException("cut off");
    }

    @Test
    void knowsFromWhichSideATextIsWritten() {
        assertThat(TextDirection.startsFromTheRight("308 نقطة Panthers")).isTrue();
        assertThat(TextDirection.startsFromTheRight("(Panthers) نقطة")).isFalse();
        assertThat(TextDirection.startsFromTheRight("308")).isFalse();
    }
}
