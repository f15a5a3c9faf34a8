package org.isogloss.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class EvaluationTest {
    private static final Offset<Double> TINY = within(1e-12);
    private static final Lang EN = new Lang("en");
    private static final Lang TH = new Lang("th");
    private static final Lang HANT = new Lang("zh-Hant");

    private static Score score(String id, Lang q, String answer, String metric, double value) {
        return new Score(id + "_" + q, id, q, answer, metric, value);
    }

    /** Two English questions and one Thai one, over English and Thai candidates. */
    private static List<Score> byHand() {
        return List.of(
                score("1", EN, "en", "map", 1),
                score("1", EN, "th", "map", 0.5),
                score("2", EN, "en", "map", 0.5),
                score("2", EN, "th", "map", 0.25),
                score("1", TH, "en", "map", 0.2),
                score("1", TH, "th", "map", 0.4),
                score("1", EN, "en", "recall_1", 1),
                score("2", EN, "en", "recall_1", 0),
                score("1", TH, "th", "recall_1", 0),
                score("1", EN, "th", "recall_1", 0),
                score("2", EN, "th", "recall_1", 0),
                score("1", TH, "en", "recall_1", 1),
                score("1", EN, "*", "map", 0.8),
                score("2", EN, "*", "map", 0.6),
                score("1", TH, "*", "map", 0.1),
                score("1", EN, "*", "recall_10", 1),
                score("2", EN, "*", "recall_10", 0.5),
                score("1", TH, "*", "recall_10", 0.5),
                score("1", EN, "*", "rank_distance", 1),
                score("2", EN, "*", "rank_distance", 4),
                score("1", TH, "*", "rank_distance", 10),
                score("1", EN, "*", "own_language_1", 1),
                score("2", EN, "*", "own_language_1", 1),
                score("1", TH, "*", "own_language_1", 0),
                score("1", EN, "en", "share_10", 0.9),
                score("1", EN, "th", "share_10", 0.1),
                score("2", EN, "en", "share_10", 0.7),
                score("2", EN, "th", "share_10", 0.3),
                score("1", TH, "en", "share_10", 0.4),
                score("1", TH, "th", "share_10", 0.6));
    }

    /** Macro means: a language with one question counts as much as one with two. */
    @Test
    void agreesWithMeansByHand() {
        Evaluation evaluation = Evaluation.of("hand", 3, 20, byHand());
        Macro macro = evaluation.macro();
        assertThat(macro.monolingualMap()).isCloseTo((0.75 + 0.4) / 2, TINY);
        assertThat(macro.crossLingualMap()).isCloseTo((0.375 + 0.2) / 2, TINY);
        assertThat(macro.multilingualMap()).isCloseTo((0.7 + 0.1) / 2, TINY);
        assertThat(macro.monolingualRecall1()).isCloseTo((0.5 + 0) / 2, TINY);
        assertThat(macro.crossLingualRecall1()).isCloseTo((0 + 1.0) / 2, TINY);
        assertThat(macro.multilingualRecall10()).isCloseTo((0.75 + 0.5) / 2, TINY);
        assertThat(macro.rankDistance()).isCloseTo((2.5 + 10) / 2, TINY);
        assertThat(macro.ownLanguageTop1()).isCloseTo((1.0 + 0) / 2, TINY);
        assertThat(evaluation.map().values())
                .isEqualTo(List.of(List.of(0.75, 0.375), List.of(0.2, 0.4)));
        assertThat(evaluation.metrics().get("map"))
                .isEqualTo(
                        new SettingMeans(
                                macro.monolingualMap(),
                                macro.crossLingualMap(),
                                macro.multilingualMap()));
        assertThat(evaluation.metrics().get("recall_100").monolingual()).isNaN();
        assertThat(evaluation.rankDistance()).isEqualTo(Map.of(EN, 2.5, TH, 10.0));
        assertThat(evaluation.ownLanguageTop1()).isEqualTo(Map.of(EN, 1.0, TH, 0.0));
        assertThat(evaluation.multilingualMap().keySet()).containsExactly(EN, TH);
        assertThat(evaluation.top10Share().value(EN, EN)).isCloseTo(0.8, TINY);
        assertThat(evaluation.top10Share().value(TH, TH)).isCloseTo(0.6, TINY);
    }

    /**
     * The expected values are numpy's:
     *
     * <pre>python3 -c "import numpy as np
     * t=np.array([[np.mean([(7*i+3*q+5*a+q*a*i)%11/10 for i in range(5)]) for a in range(3)]
     * for q in range(3)]); print(t, np.diag(t).mean(), t[~np.eye(3,dtype=bool)].mean())"</pre>
     */
    @Test
    void agreesWithNumpy() {
        List<Lang> langs = List.of(EN, TH, HANT);
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            for (int q = 0; q < 3; q++) {
                for (int a = 0; a < 3; a++) {
                    double value = (7 * i + 3 * q + 5 * a + q * a * i) % 11 / 10.0;
                    scores.add(score("" + i, langs.get(q), langs.get(a).tag(), "map", value));
                }
            }
        }
        Evaluation evaluation = Evaluation.of("numpy", 15, 15, scores);
        double[][] expected = {{0.52, 0.36, 0.64}, {0.6, 0.64, 0.46}, {0.46, 0.48, 0.5}};
        for (int q = 0; q < 3; q++) {
            for (int a = 0; a < 3; a++) {
                assertThat(evaluation.map().value(langs.get(q), langs.get(a)))
                        .isCloseTo(expected[q][a], TINY);
            }
        }
        assertThat(evaluation.macro().monolingualMap()).isCloseTo(0.5533333333333333, TINY);
        assertThat(evaluation.macro().crossLingualMap()).isCloseTo(0.5, TINY);
        assertThat(evaluation.macro().multilingualMap()).isNaN();
    }

    @Test
    void readsBackFromJsonWithLanguagesAsKeys(@TempDir Path folder) {
        Evaluation evaluation = Evaluation.of("hand", 3, 20, byHand());
        Path file = folder.resolve("summary.json");
        JsonFile.write(file, evaluation);
        assertThat(JsonFile.read(file, Evaluation.class)).isEqualTo(evaluation);
        assertThat(JsonFile.tree(file).at("/rankDistance/th").doubleValue()).isEqualTo(10);
        assertThat(JsonFile.tree(file).at("/map/questionLanguages/1").stringValue())
                .isEqualTo("th");
    }

    @Test
    void givesEachMacroNumberTheIntervalAroundIt(@TempDir Path folder) {
        Evaluation evaluation =
                Evaluation.of("hand", 3, 20, byHand())
                        .withIntervals(MacroIntervals.of("hand", byHand()));

        evaluation
                .macro()
                .byName()
                .forEach(
                        (name, number) ->
                                assertThat(evaluation.intervals().get(name).estimate())
                                        .as(name)
                                        .isCloseTo(number, TINY));
        Path file = folder.resolve("summary.json");
        JsonFile.write(file, evaluation);
        assertThat(JsonFile.read(file, Evaluation.class)).isEqualTo(evaluation);
    }

    @Test
    void readsSummariesFromBeforeThereWereIntervals(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("summary.json");
        JsonFile.write(file, Evaluation.of("hand", 3, 20, byHand()));
        String today = Files.readString(file);
        String before = today.replaceFirst(",\\s*\"intervals\" : \\{ }", "");
        assertThat(before).isNotEqualTo(today);
        Files.writeString(file, before);

        assertThat(JsonFile.read(file, Evaluation.class).intervals()).isEmpty();
    }

    @Test
    void hasNoIntervalsOfWhatCouldNotBeMeasured() {
        assertThat(
                        MacroIntervals.of("one", List.of(score("1", HANT, "zh-Hant", "map", 0.5)))
                                .keySet())
                .containsExactly("monolingualMap");
        assertThat(MacroIntervals.of("none", List.of())).isEmpty();
    }

    @Test
    void readsSummariesFromBeforeThereWereSoManyMetrics(@TempDir Path folder) {
        Path file = folder.resolve("summary.json");
        JsonFile.write(file, Evaluation.of("hand", 3, 20, byHand()));
        ObjectNode old = (ObjectNode) JsonFile.tree(file);
        assertThat(old.remove("metrics").isEmpty()).isFalse();
        JsonFile.write(file, old);

        Evaluation evaluation = JsonFile.read(file, Evaluation.class);

        assertThat(evaluation.metrics()).isEmpty();
        assertThat(evaluation.macro().monolingualMap()).isEqualTo(0.575);
    }

    @Test
    void readsBackNumbersThatCouldNotBeMeasured(@TempDir Path folder) {
        Evaluation evaluation =
                Evaluation.of("one", 1, 5, List.of(score("1", HANT, "zh-Hant", "map", 0.5)));
        assertThat(evaluation.macro().crossLingualMap()).isNaN();
        Path file = folder.resolve("summary.json");
        JsonFile.write(file, evaluation);
        assertThat(JsonFile.read(file, Evaluation.class)).isEqualTo(evaluation);
    }
}
