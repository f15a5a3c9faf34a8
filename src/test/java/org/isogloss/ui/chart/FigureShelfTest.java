package org.isogloss.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.isogloss.figure.Figure;
import org.isogloss.figure.FigureTable;
import org.isogloss.figure.Provenance;
import org.isogloss.figure.SampleFigures;
import org.isogloss.figure.TableMark;
import org.isogloss.figure.export.PaperTable;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureShelfTest {
    private static final PaperTable MEANS =
            new PaperTable(
                    "means-unseen-pairs",
                    "Means over languages on unseen-pairs",
                    "seeds 0–2",
                    Provenance.UNKNOWN,
                    new FigureTable(
                            List.of("strategy", "mAP"),
                            List.of(List.of("hybrid α .50", ".699")),
                            List.of(new TableMark(0, 1, "a [.690, .710]", true, false))),
                    new FigureTable(List.of("mean"), List.of(List.of("0.6994"))));

    @TempDir private Path folder;
    private final List<String> warnings = new ArrayList<>();

    private Path path() {
        return folder.resolve("figures.json");
    }

    private FigureShelf opened() {
        FigureShelf shelf = new FigureShelf();
        shelf.rememberIn(new ShelfFile(path()), new InlineTasks(), warnings::add);
        return shelf;
    }

    @Test
    void bringsBackFiguresInTheirOrderWithCaptionsAndTables() {
        List<Figure> all = SampleFigures.all();
        FigureShelf shelf = opened();
        shelf.keepAll(List.of(all.get(3), all.get(0), all.get(2)));
        shelf.setCaption(all.get(0), "Where hybrid batches gain.");
        shelf.keep(MEANS);
        shelf.figures().remove(all.get(2));

        FigureShelf again = opened();

        assertThat(again.figures()).containsExactly(all.get(3), all.get(0));
        assertThat(again.caption(all.get(0))).contains("Where hybrid batches gain.");
        assertThat(again.caption(all.get(3))).isEmpty();
        assertThat(again.tables()).containsExactly(MEANS);
        assertThat(warnings).isEmpty();
    }

    @Test
    void whatWasKeptBeforeTheFileWasReadComesAfterIt() {
        List<Figure> all = SampleFigures.all();
        opened().keep(all.get(0));
        FigureShelf shelf = new FigureShelf();
        shelf.keep(all.get(2));

        shelf.rememberIn(new ShelfFile(path()), new InlineTasks(), warnings::add);

        assertThat(shelf.figures()).containsExactly(all.get(0), all.get(2));
        assertThat(opened().figures()).containsExactly(all.get(0), all.get(2));
    }

    @Test
    void aFigureThatCannotBeReadIsToldAndItsFileKept() throws IOException {
        List<Figure> all = SampleFigures.all();
        opened().keepAll(List.of(all.get(0), all.get(2)));
        String text = Files.readString(path());
        Files.writeString(path(), text.replace("LanguagePairDifference", "PieChart"));

        assertThat(opened().figures()).containsExactly(all.get(0));
        assertThat(warnings).singleElement().asString().contains("PieChart", ".unreadable");
        assertThat(folder.resolve("figures.json.unreadable")).content().contains("PieChart");
    }

    @Test
    void aBrokenFileIsToldAndKept() throws IOException {
        Files.writeString(path(), "{");

        FigureShelf shelf = opened();
        shelf.keep(SampleFigures.all().get(0));

        assertThat(warnings).hasSize(1);
        assertThat(folder.resolve("figures.json.unreadable")).hasContent("{");
        assertThat(opened().figures()).hasSize(1);
    }

    @Test
    void twoWindowsLoseNothingOfEachOther() {
        List<Figure> all = SampleFigures.all();
        opened().keepAll(List.of(all.get(0), all.get(1)));
        Window one = new Window(path(), warnings);
        Window other = new Window(path(), warnings);

        one.shelf.keep(all.get(2));
        one.shelf.setCaption(all.get(0), "The one's words.");
        one.shelf.figures().remove(all.get(1));
        one.settle();
        other.shelf.keep(all.get(3));
        other.shelf.keep(MEANS);
        other.settle();

        assertThat(other.shelf.figures()).containsExactly(all.get(0), all.get(3), all.get(2));
        assertThat(other.shelf.caption(all.get(0))).contains("The one's words.");
        one.shelf.keep(all.get(4));
        one.settle();
        FigureShelf again = opened();
        assertThat(again.figures())
                .containsExactlyInAnyOrder(all.get(0), all.get(2), all.get(3), all.get(4))
                .containsExactlyElementsOf(one.shelf.figures());
        assertThat(again.tables()).containsExactly(MEANS);
        assertThat(again.caption(all.get(0))).contains("The one's words.");
        assertThat(warnings).isEmpty();
    }

    @Test
    void aFileThatIsGoneOrBrokenMeanwhileTakesNothingAway() throws IOException {
        List<Figure> all = SampleFigures.all();
        Window window = new Window(path(), warnings);
        window.shelf.keep(all.get(0));
        window.settle();
        Files.delete(path());
        window.shelf.keep(all.get(2));
        window.settle();
        assertThat(opened().figures()).containsExactly(all.get(0), all.get(2));

        Files.writeString(path(), "{");
        window.shelf.keep(all.get(3));
        window.settle();
        assertThat(warnings).hasSize(1);
        assertThat(opened().figures()).containsExactly(all.get(0), all.get(2), all.get(3));
    }

    @Test
    void whatIsRemovedWhileItIsBeingWrittenStaysRemoved() {
        Figure kept = SampleFigures.all().get(0);
        Window window = new Window(path(), warnings);
        window.shelf.keep(kept);
        window.work();
        window.shelf.figures().remove(kept);
        window.settle();

        assertThat(opened().figures()).isEmpty();
        assertThat(window.shelf.figures()).isEmpty();
    }

    /** A shelf whose work is done when it is told, as on another thread. */
    private static final class Window implements BackgroundTasks {
        private final Queue<Runnable> asked = new ArrayDeque<>();
        private final Queue<Runnable> worked = new ArrayDeque<>();
        private final FigureShelf shelf = new FigureShelf();

        Window(Path file, List<String> warnings) {
            shelf.rememberIn(new ShelfFile(file), this, warnings::add);
            settle();
        }

        @Override
        public <T> void run(Supplier<T> work, Consumer<T> done, Runnable ended) {
            asked.add(
                    () -> {
                        T result = work.get();
                        worked.add(
                                () -> {
                                    done.accept(result);
                                    ended.run();
                                });
                    });
        }

        @Override
        public <T> Repetition repeat(Duration rest, Supplier<T> work, Consumer<T> done) {
            throw new UnsupportedOperationException();
        }

        void work() {
            asked.remove().run();
        }

        void settle() {
            while (!asked.isEmpty() || !worked.isEmpty()) {
                if (worked.isEmpty()) {
                    work();
                } else {
                    worked.remove().run();
                }
            }
        }
    }
}
