package org.isogloss.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudyTest {
    private static final String STUDY =
            """
            {
              "name": "sweep",
              "strategies": [{"id": "monolingual"}, {"id": "hybrid", "parameters": {"alpha": 0.25}}],
              "backbones": [{"name": "nano", "path": "../models/nano"}],
              "seeds": [1, 2],
              "recipe": {
                "training": [{"path": "data/train.tsv", "translations": false}],
                "validation": ["data/dev"],
                "evaluation": ["/abs/xquad-r"],
                "batches": {"size": 64, "datasetTemperature": 1.0, "languagesBySize": false},
                "optimisation": {"steps": 600}
              }
            }
            """;

    @TempDir private Path folder;

    @Test
    void plansSeedBySeedUnderStableIds() {
        assertThat(SampleStudies.small("s", "facts.tsv").plan())
                .extracting(ExperimentSpec::id)
                .containsExactly(
                        "monolingual-nano-1",
                        "hybrid-0.50-nano-1",
                        "monolingual-nano-2",
                        "hybrid-0.50-nano-2");
    }

    @Test
    void refusesToPlanARunTwice() {
        Study study = SampleStudies.small("s", "facts.tsv").withSeeds(List.of(3L, 3L));

        assertThatThrownBy(study::plan)
                .isInstanceOf(BadInputException.class)
                .hasMessage("study 's' lists the run monolingual-nano-3 twice");
    }

    @ParameterizedTest
    @CsvSource({"0.5, hybrid-0.50", "0, hybrid-0.00", "0.125, hybrid-0.125", "1, hybrid-1.00"})
    void tellsRatiosApartInIds(double alpha, String slug) {
        assertThat(new StrategyChoice("hybrid", Map.of("alpha", alpha)).slug()).isEqualTo(slug);
    }

    @Test
    void readsPathsRelativeToItsFile() throws IOException {
        Study study = Study.read(file(STUDY));

        assertThat(study.title()).isEqualTo("sweep");
        assertThat(study.backbones().get(0).directory())
                .contains(folder.resolveSibling("models").resolve("nano"));
        assertThat(study.recipe().training())
                .containsExactly(TrainingSet.of(folder.resolve("data/train.tsv").toString()));
        assertThat(study.recipe().validation())
                .containsExactly(folder.resolve("data/dev").toString());
        assertThat(study.recipe().evaluation()).containsExactly("/abs/xquad-r");
        assertThat(study.recipe().encoding()).isEqualTo(Encoding.STANDARD);
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        Study study = Study.read(file(STUDY));
        Path copy = folder.resolve("copy.json");
        JsonFile.write(copy, study);

        assertThat(Study.read(copy)).isEqualTo(study);
    }

    @Test
    void readsBackASpec() {
        ExperimentSpec spec = SampleStudies.spec("s", 3);
        Path file = folder.resolve("spec.json");
        JsonFile.write(file, spec);

        ExperimentSpec read = ExperimentSpec.read(file);
        assertThat(read.id()).isEqualTo(spec.id());
        assertThat(read.backbone()).isEqualTo(spec.backbone());
        assertThat(read.recipe().training())
                .containsExactly(TrainingSet.of(folder.resolve("facts.tsv").toString()));
    }

    @Test
    void refusesAnUnknownKeyNamingFileAndLine() throws IOException {
        Path file = file(STUDY.replace("\"seeds\"", "\"sedes\": 1, \"seeds\""));

        assertThatThrownBy(() -> Study.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ":5: ")
                .hasMessageContaining("sedes");
    }

    @Test
    void saysWhatIsMissingNamingTheFile() throws IOException {
        Path file = file(STUDY.replace("\"name\": \"sweep\",", ""));

        assertThatThrownBy(() -> Study.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ":")
                .hasMessageContaining(": study name 'null' must be made of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../up", "a b", ".hidden", "größe"})
    void refusesANameThatIsNoFolderName(String name) {
        assertThatThrownBy(() -> SampleStudies.small(name, "facts.tsv"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("study name '" + name + "'");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("study.json"), text);
    }
}
