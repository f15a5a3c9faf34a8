package org.isogloss.ui.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.catalogue.Role;
import org.isogloss.corpus.format.ReadOptions;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Batches;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.Encoding;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.TrainingSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StudyDraftTest {
    private static final Path SAMPLE = Path.of("sample-data/world-facts/study.json");

    @TempDir private Path folder;

    /** A study that uses everything a study can hold. */
    static Study rich() {
        return new Study(
                "rich",
                "Does it all come back?",
                List.of(
                        StrategyChoice.of("english-only"),
                        new StrategyChoice("hybrid", Map.of("alpha", .9)),
                        new StrategyChoice("hybrid", Map.of("alpha", .333)),
                        StrategyChoice.of("hybrid")),
                List.of(
                        Backbone.at("base", Path.of("/models/base")),
                        new Backbone("nano", null, new Backbone.Scratch(4000, 128, 0, 1, 1, 64))),
                List.of(3L, -1L, Long.MAX_VALUE),
                new Recipe(
                        List.of(
                                new TrainingSet("/a.jsonl", true, 2.5, null),
                                new TrainingSet("/b", false, ReadOptions.NONE.withSplit("dev"))),
                        List.of(DataSource.of("/v.jsonl")),
                        List.of(
                                new DataSource(
                                        "/beir", "beir-dev", ReadOptions.NONE.withSplit("dev"))),
                        new Batches(48, 2.25, true),
                        Map.of("steps", 600.0, "learningRate", 2.7182818284e-5, "loraRank", 0.0),
                        new Encoding("cls", 96, "query: ", "passage: ", true),
                        true,
                        List.of(new Lang("th"), new Lang("en"))));
    }

    @Test
    void makesTheVeryStudyItWasMadeOf() {
        for (Study study : List.of(rich(), Study.read(SAMPLE))) {
            assertThat(StudyDraft.of(study).study()).isEqualTo(study);
        }
    }

    @Test
    void keepsWhatTheFormHasNoFieldFor() {
        Study laptop = Study.read(Path.of("sample-data/studies/laptop-scaling.json"));
        Study tuned =
                new Study(
                        "tuned",
                        "Tuned",
                        laptop.strategies(),
                        List.of(
                                new Backbone(
                                        "d8",
                                        null,
                                        laptop.backbones().get(0).scratch(),
                                        Map.of("learningRate", .1))),
                        laptop.seeds(),
                        laptop.recipe(),
                        laptop.warmStart());

        assertThat(StudyDraft.of(laptop).study()).isEqualTo(laptop);
        assertThat(StudyDraft.of(tuned).study()).isEqualTo(tuned);
    }

    @Test
    void comesBackFromItsFile() {
        StudyDraft draft =
                StudyDraft.of(rich())
                        .withSetting("steps", "six hundred")
                        .withSeeds("1, two")
                        .withName("not a name");
        DraftFile file = new DraftFile(folder.resolve("design.json"));
        file.save(draft);

        assertThat(file.load(sentence -> {})).contains(draft);
    }

    @Test
    void tellsOnceWhatAnotherWindowMadeOfTheDraft() {
        Path path = folder.resolve("design.json");
        DraftFile mine = new DraftFile(path);
        DraftFile theirs = new DraftFile(path);
        mine.save(StudyDraft.EMPTY);
        assertThat(theirs.load(sentence -> {})).contains(StudyDraft.EMPTY);
        assertThat(mine.changed()).isEmpty();

        theirs.save(StudyDraft.EMPTY.withTitle("Theirs"));

        assertThat(mine.changed()).contains(StudyDraft.EMPTY.withTitle("Theirs"));
        assertThat(mine.changed()).isEmpty();
        assertThat(theirs.changed()).isEmpty();
    }

    @Test
    void setsAsideAFileThatCannotBeRead() throws Exception {
        Path path = folder.resolve("design.json");
        Files.writeString(path, "{\"name\": 1");
        List<String> told = new ArrayList<>();

        assertThat(new DraftFile(path).load(told::add)).isEmpty();
        assertThat(told).singleElement().asString().contains("design.json.unreadable");
        assertThat(folder.resolve("design.json.unreadable")).hasContent("{\"name\": 1");
    }

    @Test
    void keepsAllOfAStudyFileWhenItIsOpenedAndSaved() {
        Path file = folder.resolve("study.json");
        JsonFile.write(file, rich());

        JsonFile.write(file, StudyDraft.of(Study.read(file)).study());

        assertThat(Study.read(file)).isEqualTo(rich());
    }

    @ParameterizedTest
    @MethodSource("readyMade")
    void givesEveryReadyMadeStudyBackByteForByte(Path studyFile) throws Exception {
        Path before = folder.resolve("before.json");
        Path after = folder.resolve("after.json");
        Study study = Study.read(studyFile);
        JsonFile.write(before, study);
        Path kept = folder.resolve("design.json");
        new DraftFile(kept).save(StudyDraft.of(study));

        StudyDraft draft = new DraftFile(kept).load(sentence -> {}).orElseThrow();
        JsonFile.write(after, draft.study());

        assertThat(draft.study()).isEqualTo(study);
        assertThat(after).hasSameBinaryContentAs(before);
    }

    static List<Path> readyMade() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sample-data/studies"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    @Test
    void putsAnotherAlphaBesideItsLikes() {
        StudyDraft draft =
                StudyDraft.EMPTY
                        .plus(new StrategyChoice("hybrid", Map.of("alpha", .25)))
                        .plus(StrategyChoice.of("english-only"));

        assertThat(draft.strategies())
                .extracting(StrategyChoice::slug)
                .containsExactly(
                        "monolingual",
                        "cross-lingual",
                        "hybrid-0.25",
                        "hybrid-0.50",
                        "english-only");
    }

    @Test
    void addsADataSetOnce() {
        DataSource source = DataSource.of("/a.jsonl");
        DraftData data = DraftData.NONE.with(Role.TRAINING, source).with(Role.TRAINING, source);

        assertThat(data.training()).containsExactly(TrainingSet.of("/a.jsonl"));
        assertThat(data.without(Role.TRAINING, 0)).isEqualTo(DraftData.NONE);
    }

    @Test
    void aBackboneIsTrainedInItsOwnWayWhateverTheStudySays() {
        StudyDraft lora = FineTuning.LORA.in(StudyDraft.EMPTY);

        assertThat(FineTuning.FULL.own(StudyDraft.EMPTY)).isEmpty();
        assertThat(FineTuning.FULL.own(lora)).isEqualTo(Map.of("loraRank", 0.0));
        assertThat(FineTuning.LAST_LAYERS.own(lora))
                .isEqualTo(Map.of("loraRank", 0.0, "trainedLayers", 2.0));
        assertThat(FineTuning.LORA.own(StudyDraft.EMPTY)).isEqualTo(Map.of("loraRank", 8.0));
        assertThat(FineTuning.LORA.own(lora)).isEqualTo(Map.of("loraRank", 8.0));
    }

    @Test
    void aModeOfFineTuningReplacesTheOther() {
        StudyDraft lora = FineTuning.LORA.in(StudyDraft.EMPTY);
        assertThat(lora.settings()).isEqualTo(Map.of("loraRank", "8"));
        assertThat(FineTuning.of(lora)).isEqualTo(FineTuning.LORA);
        for (FineTuning mode : FineTuning.values()) {
            assertThat(FineTuning.of(mode.in(lora))).isEqualTo(mode);
        }
        assertThat(FineTuning.FULL.in(lora)).isEqualTo(StudyDraft.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({
        "600, 600",
        "0.05, 0.05",
        "3e-5, 3e-5",
        "0.000025, 2.5e-5",
        "1e-12, 1e-12",
        "10000000, 1e7",
        "12345678, 1.2345678e7",
        "-0.5, -0.5",
        "0, 0"
    })
    void writesNumbersShortly(double value, String text) {
        assertThat(NumberText.of(value)).isEqualTo(text);
        assertThat(NumberText.read(text)).hasValue(value);
    }

    @Test
    void readsOnlyPlainNumbers() {
        assertThat(NumberText.read(" 3E-5 ")).hasValue(3e-5);
        assertThat(NumberText.read(".5")).hasValue(.5);
        for (String none : List.of("", "one", "NaN", "0x10p0", "1f", "1,5", "Infinity")) {
            assertThat(NumberText.read(none)).as(none).isEmpty();
        }
    }
}
