package org.isogloss.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.corpus.format.ReadOptions;
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
    void comparesTrainingDataByBackbonesThatHaveTheirOwn() throws IOException {
        Study study =
                Study.read(
                        file(
                                STUDY.replace(
                                        "{\"name\": \"nano\", \"path\": \"../models/nano\"}",
                                        """
                                        {"name": "nano", "path": "../models/nano"},
                                        {"name": "nano.more", "path": "../models/nano",
                                         "training": [{"path": "data/train.tsv"}, {"path": "data/more.tsv"}]}""")));

        assertThat(study.plan())
                .extracting(ExperimentSpec::id)
                .contains("hybrid-0.25-nano-1", "hybrid-0.25-nano.more-1");
        assertThat(study.plan())
                .filteredOn(spec -> spec.backbone().name().equals("nano.more"))
                .hasSize(4)
                .allSatisfy(
                        spec ->
                                assertThat(spec.recipe().training())
                                        .extracting(TrainingSet::path)
                                        .containsExactly(
                                                folder.resolve("data/train.tsv").toString(),
                                                folder.resolve("data/more.tsv").toString()));
        assertThat(study.plan())
                .filteredOn(spec -> spec.backbone().name().equals("nano"))
                .extracting(ExperimentSpec::recipe)
                .containsOnly(study.recipe());
        JsonFile.write(folder.resolve("again.json"), study);
        assertThat(Study.read(folder.resolve("again.json"))).isEqualTo(study);
        assertThat(study.withFileNames().backbones().get(1).training())
                .extracting(TrainingSet::path)
                .containsExactly("train.tsv", "more.tsv");
    }

    @Test
    void aWarmStartIsTrainedOnItsOwnDataWhateverABackboneHas() {
        Study small = SampleStudies.small("s", "facts.tsv");
        Backbone other = small.backbones().get(0).trainedOn(List.of(TrainingSet.of("other.tsv")));
        Study study =
                new Study(
                        "s",
                        "S",
                        small.strategies(),
                        List.of(other),
                        List.of(1L),
                        small.recipe(),
                        new WarmStart(StrategyChoice.of("mixed"), 7, small.recipe()));

        assertThat(study.starts().orElseThrow().plan().get(0).recipe()).isEqualTo(small.recipe());
        assertThat(study.started(start -> Path.of("/m")).plan().get(0).recipe().training())
                .containsExactly(TrainingSet.of("other.tsv"));
    }

    @Test
    void readsAWarmStartAndABackbonesOwnSettings() throws IOException {
        String recipe = STUDY.substring(STUDY.indexOf("\"recipe\": ") + 10, STUDY.lastIndexOf('}'));
        Study study =
                Study.read(
                        file(
                                STUDY.replace(
                                                "{\"name\": \"nano\", \"path\": \"../models/nano\"}",
                                                """
                                                {"name": "d32", "scratch": {"vocabulary": 99, "hiddenSize": 32,
                                                  "layers": 0, "heads": 1, "intermediateSize": 1, "maxPositions": 9},
                                                  "settings": {"learningRate": 0.5}}""")
                                        .replace(
                                                "\"seeds\": [1, 2],",
                                                "\"seeds\": [1, 2], \"warmStart\": {\"strategy\": {\"id\": \"mixed\"},"
                                                        + " \"seed\": 7, \"recipe\": "
                                                        + recipe
                                                        + "},")));

        Study starts = study.starts().orElseThrow();
        assertThat(starts.name()).isEqualTo("sweep-start");
        assertThat(starts.plan()).extracting(ExperimentSpec::id).containsExactly("mixed-d32-7");
        assertThat(starts.recipe().training().get(0).path())
                .isEqualTo(folder.resolve("data/train.tsv").toString());
        Study started = study.started(start -> Path.of("/models", start.id()));
        assertThat(started.plan()).extracting(ExperimentSpec::id).contains("hybrid-0.25-d32-2");
        assertThat(started.plan().get(0).backbone().path()).isEqualTo("/models/mixed-d32-7");
        assertThat(started.plan().get(0).optimisation())
                .containsEntry("learningRate", .5)
                .containsEntry("steps", 600.0);
        JsonFile.write(folder.resolve("again.json"), study);
        assertThat(Study.read(folder.resolve("again.json"))).isEqualTo(study);
    }

    @Test
    void refusesAWarmStartOfNothing() throws IOException {
        String recipe = STUDY.substring(STUDY.indexOf("\"recipe\": ") + 10, STUDY.lastIndexOf('}'));
        Path file =
                file(
                        STUDY.replace(
                                "\"seeds\": [1, 2],",
                                "\"seeds\": [1], \"warmStart\": {\"strategy\": {\"id\": \"mixed\"}, \"seed\": 7,"
                                        + " \"recipe\": "
                                        + recipe
                                        + "},"));

        assertThatThrownBy(() -> Study.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("none of its backbones is made from scratch");
    }

    @Test
    void readsWhatDataSetsDoNotSayThemselves() throws IOException {
        String read = "{\"split\": \"dev\", \"questionLang\": \"el\"}";
        Study study =
                Study.read(
                        file(
                                STUDY.replace(
                                                "\"translations\": false",
                                                "\"translations\": false, \"read\": " + read)
                                        .replace(
                                                "\"/abs/xquad-r\"",
                                                "{\"path\": \"/abs/beir\", \"read\": {\"split\": \"test\"}},"
                                                        + " {\"path\": \"/abs/beir\", \"name\": \"beir-dev\", \"read\": "
                                                        + read
                                                        + "}")));

        ReadOptions dev = ReadOptions.NONE.withSplit("dev");
        ReadOptions greek =
                new ReadOptions(
                        dev.format(),
                        Optional.of(new Lang("el")),
                        dev.answerLang(),
                        dev.split(),
                        dev.subset(),
                        dev.columns());
        assertThat(study.recipe().training().get(0).read()).isEqualTo(greek);
        assertThat(study.recipe().evaluation())
                .containsExactly(
                        new DataSource("/abs/beir", null, ReadOptions.NONE.withSplit("test")),
                        new DataSource("/abs/beir", "beir-dev", greek));
        assertThat(study.recipe().evaluation())
                .extracting(DataSource::name)
                .containsExactly("beir", "beir-dev");
    }

    @Test
    void writesADataSetWhoseFilesSayAllAsItsPathAlone() throws IOException {
        Study study = Study.read(file(STUDY));
        String json = JsonFile.text(study);

        assertThat(json).contains("\"/abs/xquad-r\"").doesNotContain("read");
        Recipe recipe = study.recipe();
        Study other =
                new Study(
                        study.name(),
                        study.title(),
                        study.strategies(),
                        study.backbones(),
                        study.seeds(),
                        new Recipe(
                                List.of(
                                        new TrainingSet(
                                                "t.csv",
                                                false,
                                                ReadOptions.NONE.withColumns(
                                                        Map.of("question", "Frage")))),
                                recipe.validation(),
                                List.of(
                                        new DataSource(
                                                "/abs/beir",
                                                "beir-dev",
                                                ReadOptions.NONE.withSplit("dev"))),
                                recipe.batches(),
                                recipe.optimisation(),
                                recipe.encoding()));
        JsonFile.write(folder.resolve("other.json"), other);
        assertThat(JsonFile.read(folder.resolve("other.json"), Study.class)).isEqualTo(other);
    }

    @Test
    void trainsInTheLanguagesItNamesAndKeepsThemInItsFile() throws IOException {
        Study study =
                Study.read(
                        file(
                                STUDY.replace(
                                        "\"training\"",
                                        "\"languages\": [\"en\", \"th\"], \"training\"")));
        Pair pair = new Pair("q", "p");
        ParallelItem both = new ParallelItem("1", "a", Map.of(lang("en"), pair, lang("de"), pair));
        ParallelItem german = new ParallelItem("2", "b", Map.of(lang("de"), pair));
        Recipe recipe = study.recipe();

        assertThat(recipe.languages()).containsExactly(lang("en"), lang("th"));
        assertThat(recipe.chosen(new ParallelCorpus("c", List.of(both, german))).items())
                .containsExactly(new ParallelItem("1", "a", Map.of(lang("en"), pair)));
        assertThatThrownBy(() -> recipe.chosen(new ParallelCorpus("c", List.of(german))))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("'c' has nothing in the languages chosen, [en, th]");
        JsonFile.write(folder.resolve("again.json"), study);
        assertThat(JsonFile.read(folder.resolve("again.json"), Study.class)).isEqualTo(study);
    }

    @Test
    void weighsATrainingSetOnlyAboveZero() {
        assertThat(new TrainingSet("t", false, 1.0, null)).isEqualTo(TrainingSet.of("t"));
        assertThat(JsonFile.text(TrainingSet.of("t"))).doesNotContain("weight");
        assertThatThrownBy(() -> new TrainingSet("t", false, 0.0, null))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("must be above 0");
    }

    private static Lang lang(String tag) {
        return new Lang(tag);
    }

    @Test
    void refusesTwoCollectionsOfOneNameAndSaysHowToTellThemApart() {
        String twice = STUDY.replace("\"/abs/xquad-r\"", "\"/abs/xquad-r\", \"/other/xquad-r\"");

        assertThatThrownBy(() -> Study.read(file(twice)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(
                        "two test collections are called 'xquad-r'; rename one of them, or say"
                                + " \"name\" beside its path");
    }

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
        Study study = SampleStudies.small("s", "facts.tsv");

        assertThatThrownBy(() -> study.withSeeds(List.of(3L, 3L)))
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
                .containsExactly(DataSource.of(folder.resolve("data/dev").toString()));
        assertThat(study.recipe().evaluation()).containsExactly(DataSource.of("/abs/xquad-r"));
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
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "id": "hybrid"            | "id": "hybird"                | there is no batch strategy 'hybird'
                    "id": "hybrid"            | "id": "../../up"              | strategy '../../up' must be made of
                    "id": "monolingual"       | "id": null                    | strategy 'null' must be made of
                    "alpha": 0.25             | "alpha": 1e999                | 'alpha' is Infinity
                    "alpha": 0.25             | "alpha": 2                    | alpha is 2.0 but must lie between
                    {"id": "monolingual"}     | null                          | one of the strategies is null
                    [1, 2]                    | [null]                        | one of the seeds is null
                    [1, 2]                    | [1, 1]                        | lists the run monolingual-nano-1 twice
                    {"name": "nano", "path": "../models/nano"} | null         | one of the backbones is null
                    "path": "data/train.tsv", | "path": null,                 | a data set to train on needs a path
                    "data/dev"                | null                          | one of the data sets for validation is null
                    "steps": 600              | "steps": null                 | 'steps' is null
                    "steps": 600              | "learnrate": 1                | training has no setting 'learnrate'
                    "size": 64                | "size": 100000                | batchSize is 100000
                    {"steps": 600}            | {}, "encoding": {"pooling": "foo", "context": false} | pooling 'foo' is none of
                    {"steps": 600}            | {}, "encoding": {"maxTokens": 0, "context": false}   | maxTokens is 0
                    """)
    void refusesWhatNoRunCouldUse(String right, String wrong, String problem) throws IOException {
        Path file = file(STUDY.replace(right, wrong));

        assertThatThrownBy(() -> Study.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ":")
                .hasMessageContaining(problem);
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
