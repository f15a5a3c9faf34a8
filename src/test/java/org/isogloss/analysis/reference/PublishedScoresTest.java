package org.isogloss.analysis.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.isogloss.analysis.Evaluation;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.base.Setting;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.Score;
import org.isogloss.training.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PublishedScoresTest {
    private static final Path TRANSCRIPTION =
            Path.of("../shared/data/reference/hybrid-batch-paper.json");
    private final PublishedScores published = PublishedScores.read();

    /** The means of tables 1 and 7 as the paper prints them; the languages are printed apart. */
    @ParameterizedTest
    @CsvSource({
        "XLM-R, monolingual, xquad-r, .792, .674, .547, 410.2",
        "XLM-R, cross-lingual, xquad-r, .755, .700, .593, 295.4",
        "XLM-R, hybrid, xquad-r, .798, .705, .593, 286.6",
        "LaBSE, monolingual, mlqa-r, .681, .656, .550, 225.3",
        "LaBSE, cross-lingual, mlqa-r, .671, .677, .576, 198.3",
        "LaBSE, hybrid, mlqa-r, .686, .681, .579, 195.0"
    })
    void hasLanguagesWhoseMeanIsTheMeanThatIsPrinted(
            String backbone,
            String strategy,
            String collection,
            double mono,
            double cross,
            double multi,
            double distance) {
        List<PublishedScore> scores = published.of(backbone, strategy, collection);

        assertThat(mean(scores, "map", "monolingual")).isCloseTo(mono, within(.00101));
        assertThat(mean(scores, "map", "cross-lingual")).isCloseTo(cross, within(.00101));
        assertThat(mean(scores, "map", "multilingual")).isCloseTo(multi, within(.00101));
        assertThat(mean(scores, "rank_distance", "multilingual")).isCloseTo(distance, within(.051));
    }

    @Test
    void agreesWithAnotherTranscription() {
        assumeTrue(Files.exists(TRANSCRIPTION), TRANSCRIPTION + " is absent");
        Map<String, String> names =
                Map.of(
                        "mAP", "map",
                        "nDCG@10", "ndcg_cut_10",
                        "Recall@100", "recall_100",
                        "crosslingual", "cross-lingual");
        List<PublishedScore> other = new ArrayList<>();
        for (JsonNode row : JsonFile.tree(TRANSCRIPTION).get("per_language")) {
            other.add(
                    new PublishedScore(
                            row.get("backbone").stringValue(),
                            row.get("dataset").stringValue().toLowerCase(Locale.ROOT),
                            name(names, row, "metric"),
                            name(names, row, "setting"),
                            name(names, row, "strategy"),
                            Optional.of(new Lang(row.get("query_language").stringValue())),
                            row.get("value").doubleValue()));
        }

        assertThat(published.all().stream().filter(score -> score.question().isPresent()))
                .hasSize(612)
                .containsExactlyInAnyOrderElementsOf(other);
    }

    @Test
    void saysWhatThePaperHasWhereItHasNoNumbers() {
        assertThatThrownBy(() -> published.of("mBERT", "hybrid", "xquad-r"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no numbers of mBERT, hybrid, on xquad-r")
                .hasMessageContaining("[XLM-R, LaBSE]")
                .hasMessageContaining("[xquad-r, mlqa-r, miracl-dev]");
    }

    @Test
    void setsExpectedBesideGot() {
        Lang en = new Lang("en");
        Lang th = new Lang("th");
        List<Score> scores =
                List.of(
                        new Score("1", "1", en, "en", "map", .9),
                        new Score("1", "1", en, "th", "map", .5),
                        new Score("1", "1", en, "de", "map", .7),
                        new Score("2", "2", th, "th", "map", .4),
                        new Score("2", "2", th, "*", "rank_distance", 300));
        Evaluation own = Evaluation.of("xquad-r", 2, 3, scores);

        ReferenceOverlay overlay =
                ReferenceOverlay.of(published.of("XLM-R", "hybrid", "xquad-r"), own);

        assertThat(overlay.rows())
                .contains(
                        new ReferenceOverlay.Row("map", "monolingual", Optional.of(en), .8389, .9),
                        new ReferenceOverlay.Row("map", "monolingual", Optional.of(th), .7697, .4),
                        new ReferenceOverlay.Row(
                                "map", "cross-lingual", Optional.of(en), .7473, .6),
                        new ReferenceOverlay.Row(
                                "rank_distance", "multilingual", Optional.of(th), 304.4, 300))
                .as("a mean over other languages is not compared")
                .noneMatch(row -> row.measure().equals("map") && row.question().isEmpty());
        assertThat(overlay.rows().get(0).difference()).isCloseTo(.0611, within(1e-9));
    }

    @Test
    void namesSettingsThatThereAreAndTheirStandardValues() {
        Map<String, Double> standard =
                TrainingSettings.settings().stream()
                        .collect(Collectors.toMap(Setting::id, Setting::standard));
        for (UnstatedChoice choice : UnstatedChoice.all()) {
            for (String setting : choice.setting().split(", ", -1)) {
                if (setting.startsWith("optimisation.")) {
                    assertThat(standard).containsKey(setting.substring("optimisation.".length()));
                }
            }
        }
        assertThat(UnstatedChoice.all())
                .extracting(UnstatedChoice::ours)
                .contains("cosines are divided by " + standard.get("temperature"))
                .anyMatch(
                        ours ->
                                ours.startsWith(
                                        "%.0f tokens".formatted(standard.get("maxTokens"))));
        assertThat(standard).as("five validations").containsEntry("patience", 5.0);
    }

    private static String name(Map<String, String> names, JsonNode row, String part) {
        String theirs = row.get(part).stringValue();
        return names.getOrDefault(theirs, theirs);
    }

    private static double mean(List<PublishedScore> scores, String measure, String setting) {
        return scores.stream()
                .filter(score -> score.measure().equals(measure))
                .filter(score -> score.setting().equals(setting))
                .mapToDouble(PublishedScore::value)
                .average()
                .orElseThrow();
    }
}
