package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.catalogue.KnownDatasets;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadyMadeStudiesTest {
    private static final Path FOLDER = Path.of("sample-data/studies");
    private static final MissingData DATA = new MissingData(KnownDatasets.shipped());

    static List<Path> studies() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static boolean small(Path file) {
        return file.getFileName().toString().startsWith("laptop-");
    }

    @ParameterizedTest
    @MethodSource("studies")
    void isReadAndPlanned(Path file) {
        Study study = Study.read(file);
        assertThat(file.getFileName()).hasToString(study.name() + ".json");
        List<ExperimentSpec> plan = study.plan();
        assertThat(plan)
                .hasSize(
                        study.strategies().size()
                                * study.backbones().size()
                                * study.seeds().size());
        for (ExperimentSpec spec : plan) {
            assertThatCode(() -> spec.strategy().meaning()).doesNotThrowAnyException();
            assertThat(spec.id()).contains(spec.backbone().name());
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void isToldOfInTheReadMe(Path file) throws IOException {
        assertThat(Files.readString(FOLDER.resolve("README.md")))
                .contains("`" + file.getFileName() + "`");
    }

    @ParameterizedTest
    @MethodSource("studies")
    void needsDataThatAreThereOrKnowsHowTheyAreHad(Path file) {
        Study study = Study.read(file);
        if (small(file)) {
            assertThatCode(() -> DATA.refuse(study)).doesNotThrowAnyException();
            return;
        }
        Path data = FOLDER.toAbsolutePath().resolve("data");
        assertThatThrownBy(() -> DATA.refuse(study))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("isogloss data fetch xquad-r --to " + data.resolve("xquad-r"))
                .hasMessageContaining("mMARCO v2 is not fetched: Accept the terms")
                .hasMessageNotContaining("correct its path");
    }

    @Test
    void aPathNobodyKnowsIsToBeCorrected() {
        Study study = Study.read(Path.of("sample-data/world-facts/study.json"));
        Study moved = study.withFileNames();
        assertThatThrownBy(() -> DATA.refuse(moved))
                .hasMessageContaining("train.jsonl is not there")
                .hasMessageContaining("correct its path in the study");
    }
}
