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

class InterpolatedTest {
    private static final String ROWS =
            """
            [{"id": "interpolation", "parameters": {"weight": 0.25}},
             {"id": "monolingual"}, {"id": "cross-lingual"},
             {"id": "hybrid", "parameters": {"alpha": 0.9}},
             {"id": "interpolation", "of": ["hybrid-0.90", "cross-lingual"]}]""";

    @TempDir private Path folder;

    @Test
    void comesAfterTheRowsItIsAMeanOfAndNamesTheirRuns() throws IOException {
        List<ExperimentSpec> plan = study(ROWS).plan();

        assertThat(plan)
                .extracting(ExperimentSpec::id)
                .containsExactly(
                        "monolingual-nano-1",
                        "cross-lingual-nano-1",
                        "hybrid-0.90-nano-1",
                        "interpolation-0.25-nano-1",
                        "interpolation-hybrid-0.90-cross-lingual-nano-1");
        assertThat(plan.get(2).sources()).isEmpty();
        assertThat(plan.get(3).sources())
                .containsExactly("monolingual-nano-1", "cross-lingual-nano-1");
        assertThat(plan.get(4).sources())
                .containsExactly("hybrid-0.90-nano-1", "cross-lingual-nano-1");
        assertThat(plan.get(4).strategy().interpolated())
                .contains(new Interpolated("hybrid-0.90", "cross-lingual", .5));
        assertThat(plan.get(3).strategy().meaning())
                .contains("monolingual (weight 0.25) and cross-lingual (0.75)");
    }

    @Test
    void isReadBackAsItWasWritten() throws IOException {
        Study study = study(ROWS);
        JsonFile.write(folder.resolve("again.json"), study);
        assertThat(JsonFile.read(folder.resolve("again.json"), Study.class)).isEqualTo(study);
    }

    @Test
    void leavesOtherRowsAndTheirIdsAsTheyWere() {
        StrategyChoice hybrid = new StrategyChoice("hybrid", Map.of("alpha", .5));

        assertThat(JsonFile.text(hybrid)).doesNotContain("of");
        assertThat(Study.read(Path.of("sample-data/studies/lora.json")).plan())
                .extracting(ExperimentSpec::id)
                .startsWith(
                        "monolingual-xlmr.base-1",
                        "cross-lingual-xlmr.base-1",
                        "hybrid-0.50-xlmr.base-1",
                        "monolingual-xlmr.base.lora-1")
                .hasSize(36);
        assertThat(Study.read(Path.of("sample-data/world-facts/study.json")).plan())
                .extracting(ExperimentSpec::id)
                .startsWith("monolingual-nano-1", "cross-lingual-nano-1", "hybrid-0.50-nano-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"id": "interpolation", "of": ["monolingual", "hybrid-0.50"]} | is a mean of 'hybrid-0.50', but no strategy that it trains is called so; it trains [monolingual, cross-lingual, hybrid-0.90]
                    {"id": "interpolation", "of": ["interpolation-0.25", "monolingual"]} | is a mean of 'interpolation-0.25', but no strategy
                    {"id": "interpolation", "of": ["monolingual"]} | is "of" two rows of the study, such as [monolingual, cross-lingual], but here of [monolingual]
                    {"id": "interpolation", "of": ["mixed", "mixed"]} | an interpolation of 'mixed' with itself is that row
                    {"id": "interpolation", "parameters": {"weight": 1.5}} | weight is 1.5 but must lie between 0.0 and 1.0
                    {"id": "interpolation", "parameters": {"alpha": 0.5}} | an interpolation has no setting 'alpha'; it has weight
                    {"id": "mixed", "of": ["monolingual", "cross-lingual"]} | only an interpolation is of two rows
                    """)
    void refusesAMeanOfNothing(String row, String problem) {
        String rows = ROWS.substring(0, ROWS.length() - 1) + ", " + row + "]";

        assertThatThrownBy(() -> study(rows))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void isNoWarmStart() {
        StrategyChoice mean = StrategyChoice.of("interpolation");
        Recipe recipe = SampleStudies.recipe("facts.tsv");

        assertThatThrownBy(() -> new WarmStart(mean, 1, recipe))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("cannot be a mean of models");
    }

    private Study study(String strategies) throws IOException {
        String text =
                """
                {"name": "s", "strategies": %s,
                 "backbones": [{"name": "nano", "path": "nano"}], "seeds": [1],
                 "recipe": {"training": [{"path": "t.tsv", "translations": false}],
                   "batches": {"size": 64, "datasetTemperature": 1.0, "languagesBySize": false}}}
                """
                        .formatted(strategies);
        return Study.read(Files.writeString(folder.resolve("study.json"), text));
    }
}
