package org.isogloss.run.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.Recipe;
import org.isogloss.run.TinyStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyLoadTest {
    @TempDir private Path folder;

    /** 20 items in 3 languages, each question against each passage. */
    @Test
    void countsWhatAStudyReads() throws IOException {
        StudyLoad load = StudyLoad.of(TinyStudy.in(folder, 10).recipe()).orElseThrow();

        StudyLoad.Scored scored = load.collections().get(0);
        assertThat(scored.questions()).isEqualTo(60);
        assertThat(scored.candidates()).isEqualTo(60);
        assertThat(load.pairTokens()).isBetween(10.0, 30.0);
        assertThat(scored.tokens()).isBetween(10.0 * 60, 30.0 * 60);
    }

    @Test
    void takesFourLettersOrOneAndAHalfIdeographsForAToken() {
        assertThat(StudyLoad.tokens("abcdefgh", 100)).isEqualTo(3);
        assertThat(StudyLoad.tokens("東京首都日本", 100)).isEqualTo(5, within(1e-9));
        assertThat(StudyLoad.tokens("a".repeat(1000), 64)).isEqualTo(64);
    }

    @Test
    void tellsNothingOfDataThatAreNotThere() throws IOException {
        Recipe recipe = TinyStudy.in(folder, 10).recipe();
        Files.delete(folder.resolve("train.jsonl"));

        assertThat(StudyLoad.of(recipe)).isEmpty();
    }

    @Test
    void tellsNothingOfDataThatCannotBeRead() throws IOException {
        Recipe recipe = TinyStudy.in(folder, 10).recipe();
        Files.writeString(folder.resolve("train.jsonl"), "{");

        assertThat(StudyLoad.of(recipe)).isEmpty();
    }

    @Test
    void readsNoFolderThatIsTooLargeForAnEstimate() throws IOException {
        Recipe recipe = TinyStudy.in(folder, 10).recipe();
        Path town = Files.createDirectory(folder.resolve("town"));
        for (String file : List.of("ar.json", "th.json", "zh.json")) {
            Files.copy(Path.of("sample-data/formats/lareqa/town", file), town.resolve(file));
        }
        Recipe scoredOnAFolder =
                new Recipe(
                        recipe.training(),
                        recipe.validation(),
                        List.of(DataSource.of(town.toString())),
                        recipe.batches(),
                        recipe.optimisation(),
                        recipe.encoding());
        assertThat(StudyLoad.of(scoredOnAFolder)).isPresent();

        try (RandomAccessFile notes =
                new RandomAccessFile(town.resolve("notes.bin").toFile(), "rw")) {
            notes.setLength(200_000_001); // sparse: takes no room on the disk
        }

        assertThat(StudyLoad.of(scoredOnAFolder)).isEmpty();
    }
}
