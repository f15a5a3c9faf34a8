package org.isogloss.ui.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.corpus.format.ReadOptions;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionViewModelTest {
    @TempDir private Path folder;
    private final InspectionViewModel model = new InspectionViewModel(new InlineTasks());

    @BeforeEach
    void show() {
        Path file = DataFixture.parallel(folder.resolve("rivers.jsonl"), "Oglio", "Adda", "Po");
        Catalogue catalogue =
                new Catalogue(folder.resolve("datasets.json"), folder.resolve("pools"));
        ReadOutcome read =
                new DatasetReader(catalogue)
                        .read(file, ReadOptions.NONE, new StopSign(), words -> {});
        model.show(Optional.of(((ReadOutcome.Done) read).inspection()));
    }

    private List<String> ids() {
        return model.rows().get().stream().map(row -> row.question().id()).toList();
    }

    @Test
    void gathersRowsOnlyWhenTheyAreLookedAt() {
        assertThat(model.rows().get()).isEmpty();

        model.needRows();

        assertThat(ids())
                .containsExactly("Oglio_en", "Adda_en", "Po_en", "Oglio_ar", "Adda_ar", "Po_ar");
        assertThat(model.rows().get().get(3).answer().get().text())
                .isEqualTo("ينبع من التلال قرب قرية Oglio.");
    }

    @Test
    void findsWordsInQuestionsAndPassagesInWhateverCase() {
        model.needRows();

        model.words().set("village of ADDA");

        assertThat(ids()).containsExactly("Adda_en");
    }

    @Test
    void showsOneLanguageAndWhatElseIsWanted() {
        model.needRows();

        model.lang().set(Optional.of(new Lang("ar")));
        assertThat(ids()).containsExactly("Oglio_ar", "Adda_ar", "Po_ar");

        model.filter().set(row -> row.question().id().startsWith("A"));
        assertThat(ids()).containsExactly("Adda_ar");
    }

    @Test
    void beginsAnewWithAnotherDataSet() {
        model.needRows();
        model.words().set("Adda");

        model.show(Optional.empty());

        assertThat(model.words().get()).isEmpty();
        assertThat(model.rows().get()).isEmpty();
        assertThat(model.statistics().get()).isEmpty();
    }
}
