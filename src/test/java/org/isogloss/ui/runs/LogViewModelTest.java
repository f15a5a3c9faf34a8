package org.isogloss.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogViewModelTest {
    @TempDir private Path folder;
    private final InlineTasks tasks = new InlineTasks();
    private LogViewModel model;
    private Path file;

    @BeforeEach
    void make() {
        file = folder.resolve("process.log");
        model = new LogViewModel(tasks);
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        tasks.tick();
    }

    private void open() {
        model.open(Optional.of(file));
        model.setChosen(true);
        model.setShown(true);
    }

    @Test
    void readsNothingUntilItIsLookedAt() throws IOException {
        write("a\n");
        model.open(Optional.of(file));
        assertThat(tasks.repeating()).isZero();
        model.setChosen(true);
        assertThat(tasks.repeating()).isZero();
        model.setShown(true);
        assertThat(model.lines()).containsExactly("a");
        model.setShown(false);
        assertThat(tasks.repeating()).isZero();
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void takesLinesAsTheyAreWrittenAndHalfOnesOnceTheyEnd() throws IOException {
        open();
        assertThat(model.lines()).isEmpty();
        write("one\ntw");
        assertThat(model.lines()).containsExactly("one");
        write("o\r\n\n");
        assertThat(model.lines()).containsExactly("one", "two", "");
    }

    @Test
    void beginsAnewWhereTheFileDoes() throws IOException {
        open();
        write("one\ntwo\n");
        Files.writeString(file, "x\n");
        tasks.tick();
        assertThat(model.lines()).containsExactly("x");
        Files.delete(file);
        tasks.tick();
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void findsFromTheEndAndGoesRound() throws IOException {
        open();
        write("Step 1\nerror: disk\nstep 2\nERROR again\n");
        model.search().set("error");

        assertThat(model.current().get()).isEqualTo(3);
        assertThat(model.found().get()).isEqualTo("2 of 2");
        assertThat(model.following().get()).isFalse();
        model.next();
        assertThat(model.current().get()).isEqualTo(1);
        model.previous();
        assertThat(model.current().get()).isEqualTo(3);
        write("an Error more\n");
        assertThat(model.found().get()).isEqualTo("2 of 3");

        model.search().set("nothing of the kind");
        assertThat(model.found().get()).isEqualTo("nowhere");
        model.search().set("");
        assertThat(model.found().get()).isEmpty();
        assertThat(model.matches("error")).isFalse();
    }

    @Test
    void goesToAnotherLogAndItsEnd() throws IOException {
        open();
        write("one\n");
        model.following().set(false);
        Path other = Files.writeString(folder.resolve("other.log"), "elsewhere\n");
        model.open(Optional.of(other));

        assertThat(model.lines()).containsExactly("elsewhere");
        assertThat(model.following().get()).isTrue();
        model.open(Optional.empty());
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void readsAHundredThousandLinesAtOnce() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append("step ").append(i).append(" loss 1.23 of a batch in some languages\n");
        }
        write(text.toString());
        open();

        assertThat(model.lines())
                .hasSize(100_000)
                .startsWith("step 0 loss 1.23 of a batch in some languages");
        model.search().set("step 99999");
        assertThat(model.current().get()).isEqualTo(99_999);
    }
}
