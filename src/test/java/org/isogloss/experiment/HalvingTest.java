package org.isogloss.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.run.RunEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalvingTest {
    private static final Map<String, Double> SETTINGS =
            Map.of("steps", 600.0, "validateEvery", 100.0, "probes", 20.0, "patience", 0.0);

    @TempDir private Path folder;

    @Test
    void isNotWrittenWhereAStudyHasNone() {
        String text = JsonFile.text(study(3, SETTINGS));

        assertThat(text).doesNotContain("halving").contains("\"encoding\"");
    }

    @Test
    void isReadAsTrueOrWithItsValuesAndWrittenSoThatItIsReadAgain() throws IOException {
        Study plain = study(4, SETTINGS);
        assertThat(read(plain, "true").halving()).isEqualTo(Halving.STANDARD);
        assertThat(read(plain, "{}").halving()).isEqualTo(Halving.STANDARD);
        Study chosen = read(plain, "{\"on\": \"validation\", \"rungs\": 1}");
        assertThat(chosen.halving()).isEqualTo(new Halving("validation", 1));
        assertThat(chosen.withSeeds(List.of(7L)).halving()).isEqualTo(chosen.halving());

        Path again = folder.resolve("again.json");
        JsonFile.write(again, chosen);
        assertThat(Study.read(again)).isEqualTo(chosen);
        assertThatThrownBy(() -> read(plain, "false"))
                .hasStackTraceContaining("leave it out to train every run");
        assertThatThrownBy(() -> read(plain, "{\"rungs\": 9}"))
                .hasStackTraceContaining("halving has 9 rungs but must have between 1 and 6");
    }

    @Test
    void callsWhatItRanksOnAsTheLogsDo() {
        Recipe recipe = study(2, SETTINGS).recipe();

        assertThat(Halving.STANDARD.on(recipe)).isEqualTo(RunEvent.PROBE + "test");
        assertThat(new Halving(RunEvent.VALIDATION, 2).on(recipe)).isEqualTo(RunEvent.VALIDATION);
        assertThat(new Halving(RunEvent.VALIDATION, 2).byLoss()).isTrue();
        assertThat(Halving.STANDARD.byLoss()).isFalse();
    }

    /** Worked out by hand: 600 steps, a probe every 30, a validation every 100. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | probe:test | 2 | 300           | 900",
                "3 | probe:test | 2 | 150, 300      | 1050",
                "4 | probe:test | 2 | 150, 300      | 1200",
                "9 | probe:test | 2 | 150, 300      | 3000",
                "9 | probe:test | 3 | 90, 150, 300  | 2160",
                "9 | probe:test | 1 | 300           | 4200",
                "9 | validation | 2 | 200, 300      | 3200",
            })
    void ranksRowsAtHalvesOfTheStepsThatAreMeasured(
            int rows, String on, int rungs, String steps, long spent) {
        Study study = study(rows, SETTINGS).withHalving(new Halving(on, rungs));

        assertThat(study.halving().steps(study.plan().get(0), rows).toString())
                .isEqualTo("[" + steps + "]");
        assertThat(study.halving().steps(study)).as("of two seeds").isEqualTo(2 * spent);
        assertThat(study.halving().share(study)).isEqualTo(spent / (600.0 * rows));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "patience         | 3    | probe:test  | patience is 3",
                "probes           | 0    | probe:test  | probes is 0; raise it",
                "probes           | 2    | probe:test  | a probe is taken only every 300 steps; raise probes",
                "validateEvery    | 500  | validation  | only every 500 steps; lower validateEvery",
                "learnTemperature | 1    | validation  | learnTemperature is 1",
                "steps            | 600  | probe:other | which is not measured; it may be one of probe:test",
            })
    void refusesWhatCannotBeCompared(String setting, double value, String on, String why) {
        Map<String, Double> settings = new HashMap<>(SETTINGS);
        settings.put(setting, value);
        Study study = study(4, settings);

        assertThatThrownBy(() -> study.withHalving(new Halving(on, 2)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(why);
    }

    @Test
    void refusesStudiesInWhichNothingCanBeLeft() {
        Study one = study(1, SETTINGS);
        assertThatThrownBy(() -> one.withHalving(Halving.STANDARD))
                .hasMessageContaining("one strategy only");
        List<StrategyChoice> means = new ArrayList<>(study(2, SETTINGS).strategies());
        means.add(
                new StrategyChoice("interpolation", Map.of(), List.of("hybrid-0.10", "hybrid-0.20")));
        Study interpolated = with(means, SETTINGS, true);
        assertThatThrownBy(() -> interpolated.withHalving(Halving.STANDARD))
                .hasMessageContaining("is a mean of models that may never be finished");
        Study unmeasured = with(study(2, SETTINGS).strategies(), SETTINGS, false);
        assertThatThrownBy(() -> unmeasured.withHalving(Halving.STANDARD))
                .hasMessageContaining("no test collection to take it of; name one");
        assertThatThrownBy(() -> unmeasured.withHalving(new Halving("validation", 2)))
                .hasMessageContaining("no validation set; name one");
    }

    private Study read(Study plain, String halving) throws IOException {
        String text = JsonFile.text(plain);
        int end = text.lastIndexOf('}');
        Path file = folder.resolve("study.json");
        Files.writeString(file, text.substring(0, end) + ",\"halving\":" + halving + "}");
        return Study.read(file);
    }

    private static Study study(int rows, Map<String, Double> settings) {
        List<StrategyChoice> choices = new ArrayList<>();
        for (int row = 1; row <= rows; row++) {
            choices.add(new StrategyChoice("hybrid", Map.of("alpha", row / 10.0)));
        }
        return with(choices, settings, true);
    }

    private static Study with(
            List<StrategyChoice> rows, Map<String, Double> settings, boolean measured) {
        Recipe recipe = SampleStudies.recipe("/data/facts.tsv");
        return new Study(
                "s",
                "S",
                rows,
                SampleStudies.small("s", "/data/facts.tsv").backbones(),
                List.of(1L, 2L),
                new Recipe(
                        recipe.training(),
                        measured ? List.of(DataSource.of("/data/held-out.tsv")) : List.of(),
                        measured ? List.of(DataSource.of("/data/test.tsv")) : List.of(),
                        recipe.batches(),
                        settings,
                        null));
    }
}
