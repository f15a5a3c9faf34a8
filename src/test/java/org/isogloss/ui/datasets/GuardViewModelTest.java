package org.isogloss.ui.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.corpus.catalogue.Role;
import org.isogloss.corpus.format.ReadOptions;
import org.isogloss.corpus.overlap.OverlapVerdict.Outcome;
import org.isogloss.corpus.overlap.PairOverlap;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardViewModelTest {
    @TempDir private Path folder;
    private DatasetsViewModel sets;
    private GuardViewModel guard;

    @BeforeEach
    void open() {
        sets =
                new DatasetsViewModel(
                        new Catalogue(folder.resolve("datasets.json"), folder.resolve("pools")),
                        Optional.empty(),
                        new InlineTasks());
        sets.shown();
        guard = sets.guard();
    }

    private void add(String name, Role role, String... ids) {
        sets.add(List.of(DataFixture.parallel(folder.resolve(name + ".jsonl"), ids)));
        sets.use(sets.selected().get().orElseThrow(), role, true);
    }

    private Optional<PairOverlap> cell(int row, int column) {
        GuardMatrix matrix = guard.matrix().get();
        return matrix.of(matrix.training().get(row), matrix.evaluation().get(column));
    }

    @Test
    void comparesEveryTrainingSetWithEveryEvaluationSet() {
        add("train", Role.TRAINING, "Oglio", "Adda");
        DataFixture.write(
                folder.resolve("clean.jsonl"),
                """
                {"id": "c", "texts": {"en": {"question": "Who wrote it?", "passage": "Ann did."}}}
                """);
        sets.add(List.of(folder.resolve("clean.jsonl")));
        sets.use(sets.selected().get().orElseThrow(), Role.EVALUATION, true);
        add("leaky", Role.EVALUATION, "Oglio");
        assertThat(guard.matrix().get().unchecked()).isEqualTo(2);
        assertThat(guard.matrix().get().training())
                .extracting(CatalogueEntry::name)
                .containsExactly("train");

        guard.check();

        assertThat(guard.matrix().get().unchecked()).isZero();
        assertThat(cell(0, 0).orElseThrow().verdict().outcome()).isEqualTo(Outcome.ZERO_SHOT);
        assertThat(cell(0, 1).orElseThrow().verdict().outcome()).isEqualTo(Outcome.OVERLAP);
        assertThat(VerdictWords.words(cell(0, 1).orElseThrow().verdict()))
                .isEqualTo("2 questions overlap");
        assertThat(cell(0, 1).orElseThrow().overlapping()).contains("Oglio");
        assertThat(guard.checking().get()).isFalse();
    }

    @Test
    void asksAnewOnceADataSetIsAnother() {
        add("train", Role.TRAINING, "Oglio");
        add("test", Role.EVALUATION, "Oglio");
        guard.check();
        guard.select(cell(0, 0).orElseThrow());

        DataFixture.parallel(folder.resolve("test.jsonl"), "Zambezi");
        sets.readAgain(sets.selected().get().orElseThrow().options());

        assertThat(guard.matrix().get().unchecked()).isEqualTo(1);
        assertThat(guard.selected().get()).isEmpty();
    }

    @Test
    void refusesFilesThatChangedSinceTheyWereAdded() {
        add("train", Role.TRAINING, "Oglio");
        add("test", Role.EVALUATION, "Oglio");
        DataFixture.parallel(folder.resolve("test.jsonl"), "Zambezi");

        guard.check();

        assertThat(guard.problem().get()).contains("has changed since it was remembered");
        assertThat(cell(0, 0)).isEmpty();
    }

    @Test
    void saysTheCommandThatDoesTheSame() {
        assertThat(guard.command()).isEmpty();
        add("train", Role.TRAINING, "Oglio");
        add("test", Role.EVALUATION, "Oglio");

        assertThat(guard.command())
                .isEqualTo(
                        CommandTwin.overlap(
                                List.of(folder.resolve("train.jsonl")),
                                List.of(folder.resolve("test.jsonl"))));

        sets.readAgain(ReadOptions.NONE.withFormat("parallel-jsonl"));
        assertThat(guard.command()).isEmpty();
    }
}
