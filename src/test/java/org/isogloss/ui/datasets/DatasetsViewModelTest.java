package org.isogloss.ui.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.corpus.catalogue.Role;
import org.isogloss.corpus.format.ReadOptions;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsViewModelTest {
    @TempDir private Path folder;
    private Catalogue catalogue;
    private DatasetsViewModel model;

    @BeforeEach
    void open() {
        catalogue = new Catalogue(folder.resolve("datasets.json"), folder.resolve("pools"));
        model = new DatasetsViewModel(catalogue, Optional.empty(), new InlineTasks());
        model.shown();
    }

    private SetItem only() {
        assertThat(model.items()).hasSize(1);
        return model.items().get(0);
    }

    @Test
    void readsWhatIsAddedRemembersAndShowsIt() {
        Path file = DataFixture.parallel(folder.resolve("rivers.jsonl"), "a", "b", "c");

        model.add(List.of(file));

        assertThat(only().standing()).isEqualTo(Standing.UNCHANGED);
        assertThat(model.selected().get()).contains(only());
        assertThat(model.inspection().shown().get().orElseThrow().summary().questions())
                .isEqualTo(6);
        assertThat(catalogue.entries())
                .extracting(CatalogueEntry::name, CatalogueEntry::format, CatalogueEntry::items)
                .containsExactly(tuple("rivers", "parallel-jsonl", 3));
    }

    @Test
    void saysWhichLineKeepsAFileFromBeingReadAndShowsIt() {
        Path file = DataFixture.broken(folder.resolve("rivers.jsonl"));

        model.add(List.of(file));

        Problem problem = only().problem().orElseThrow();
        assertThat(only().standing()).isEqualTo(Standing.REFUSED);
        assertThat(problem.place()).isEqualTo(file + ":3");
        assertThat(problem.sentence()).startsWith("is not a whole JSON object");
        assertThat(catalogue.entries()).isEmpty();

        model.openRefusedLine();
        Excerpt excerpt = model.refusedLine().get().orElseThrow();
        assertThat(excerpt.marked()).isEqualTo(3);
        assertThat(excerpt.lines().get(2).text()).isEqualTo("{\"id\": \"three\", \"te");
    }

    @Test
    void readsAgainAsTheUserSays() {
        model.add(List.of(DataFixture.table(folder.resolve("faq.csv"))));
        assertThat(only().standing()).isEqualTo(Standing.REFUSED);

        model.readAgain(
                ReadOptions.NONE
                        .withLanguages(new Lang("de"), new Lang("de"))
                        .withColumns(Map.of("question", "frage", "passage", "antwort")));

        assertThat(only().standing()).isEqualTo(Standing.UNCHANGED);
        assertThat(only().entry().orElseThrow().languages()).containsExactly(new Lang("de"));
        assertThat(only().options().columns()).containsEntry("question", "frage");
    }

    @Test
    void keepsItsUseWhenItIsReadInAnotherWay() {
        model.add(List.of(DataFixture.parallel(folder.resolve("rivers.jsonl"), "a", "b")));
        model.use(only(), Role.EVALUATION, true);

        model.readAgain(ReadOptions.NONE.withFormat("parallel-jsonl"));

        assertThat(only().roles()).containsExactly(Role.EVALUATION);
        assertThat(catalogue.entries()).hasSize(1);
        assertThat(catalogue.entries().get(0).options().format()).contains("parallel-jsonl");
    }

    @Test
    void remembersWhatADataSetIsUsedFor() {
        model.add(List.of(DataFixture.parallel(folder.resolve("rivers.jsonl"), "a")));

        model.use(only(), Role.TRAINING, true);
        model.use(only(), Role.VALIDATION, true);
        model.use(only(), Role.TRAINING, false);

        assertThat(only().roles()).containsExactly(Role.VALIDATION);
        assertThat(catalogue.entries().get(0).roles()).isEqualTo(Set.of(Role.VALIDATION));
    }

    @Test
    void forgetsADataSetAndKeepsItsFiles() {
        Path file = DataFixture.parallel(folder.resolve("rivers.jsonl"), "a");
        model.add(List.of(file));

        model.remove(only());

        assertThat(model.items()).isEmpty();
        assertThat(model.selected().get()).isEmpty();
        assertThat(catalogue.entries()).isEmpty();
        assertThat(file).exists();
    }

    @Test
    void seesThatFilesChangedAndTakesThemAsTheyAre() {
        Path file = DataFixture.parallel(folder.resolve("rivers.jsonl"), "a");
        model.add(List.of(file));
        DataFixture.parallel(file, "a", "b");

        model.shown();
        assertThat(only().standing()).isEqualTo(Standing.CHANGED);

        model.readAgain(only().options());
        assertThat(only().standing()).isEqualTo(Standing.UNCHANGED);
        assertThat(only().entry().orElseThrow().items()).isEqualTo(2);
    }

    @Test
    void findsWhatWasMovedOnlyWhereItsContentIs() throws IOException {
        Path file = DataFixture.parallel(folder.resolve("rivers.jsonl"), "a");
        Path other = DataFixture.parallel(folder.resolve("other.jsonl"), "z");
        Path moved = folder.resolve("moved.jsonl");
        model.add(List.of(file));
        Files.move(file, moved);
        model.shown();
        assertThat(only().standing()).isEqualTo(Standing.MISSING);

        model.locate(other);
        assertThat(only().standing()).isEqualTo(Standing.MISSING);
        assertThat(only().problem().orElseThrow().sentence()).contains("is not the data set");

        model.locate(moved);
        assertThat(only().standing()).isEqualTo(Standing.UNCHANGED);
        assertThat(only().path()).isEqualTo(moved);
        assertThat(model.inspection().shown().get()).isPresent();
    }

    @Test
    void listsWhatIsRememberedAndReadsItWhenItIsChosen() {
        model.add(List.of(DataFixture.parallel(folder.resolve("rivers.jsonl"), "a")));
        DatasetsViewModel later =
                new DatasetsViewModel(catalogue, Optional.empty(), new InlineTasks());

        later.shown();
        assertThat(later.items()).extracting(SetItem::standing).containsExactly(Standing.UNCHANGED);
        assertThat(later.inspection().shown().get()).isEmpty();

        later.select(later.items().get(0));
        assertThat(later.inspection().shown().get()).isPresent();
    }

    @Test
    void addsTheSampleStudysDataSetsWithTheirUse() {
        Path study = Path.of("sample-data/world-facts/study.json");
        DatasetsViewModel samples =
                new DatasetsViewModel(catalogue, Optional.of(study), new InlineTasks());

        samples.addSamples();

        assertThat(samples.items())
                .extracting(SetItem::name, SetItem::roles)
                .containsExactly(
                        tuple("train", Set.of(Role.TRAINING)),
                        tuple("validation", Set.of(Role.VALIDATION)),
                        tuple("unseen-pairs", Set.of(Role.EVALUATION)),
                        tuple("unseen-countries", Set.of(Role.EVALUATION)));
        assertThat(samples.selected().get().orElseThrow().name()).isEqualTo("train");
    }

    @Test
    void remembersNothingOfWhatWasStopped() {
        HeldTasks tasks = new HeldTasks();
        DatasetsViewModel slow = new DatasetsViewModel(catalogue, Optional.empty(), tasks);
        slow.add(List.of(DataFixture.parallel(folder.resolve("rivers.jsonl"), "a")));
        assertThat(slow.items().get(0).standing()).isEqualTo(Standing.READING);

        slow.cancel();
        tasks.release();

        assertThat(slow.items().get(0).standing()).isEqualTo(Standing.STOPPED);
        assertThat(slow.inspection().shown().get()).isEmpty();
        assertThat(catalogue.entries()).isEmpty();
    }

    /** Does nothing until it is told to. */
    private static final class HeldTasks implements BackgroundTasks {
        private final List<Runnable> held = new ArrayList<>();
        private final InlineTasks inline = new InlineTasks();

        @Override
        public <T> void run(Supplier<T> work, Consumer<T> done, Runnable ended) {
            held.add(() -> inline.run(work, done, ended));
        }

        @Override
        public <T> Repetition repeat(Duration rest, Supplier<T> work, Consumer<T> done) {
            return () -> {};
        }

        void release() {
            while (!held.isEmpty()) {
                held.remove(0).run();
            }
        }
    }
}
