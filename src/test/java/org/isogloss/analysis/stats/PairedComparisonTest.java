package org.isogloss.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.isogloss.analysis.ScoreMeans;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.Score;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PairedComparisonTest {
    private static final List<Lang> LANGS = List.of(new Lang("de"), new Lang("en"), new Lang("th"));
    private static final int CLUSTERS = 40;
    private static final Quantity CROSS = Quantity.macro("map", Scope.CROSS_LINGUAL);
    private static final Quantity MONO = Quantity.macro("map", Scope.MONOLINGUAL);

    /** Written by expected.py, which stands beside it and names the versions. */
    private final JsonNode scipy =
            JsonFile.tree(Path.of("src", "test", "resources", "stats", "scipy.json"));

    private final TestSettings settings = new TestSettings(40_000, 1, .95);
    private final PairedComparison test = new PairedComparison(settings);

    @Test
    void agreesWithSciPyOnOneSample() {
        assertThat(sample(RandomizationTestTest.DARWIN)).satisfies(i -> agrees(i, "darwin"));
        double[] skewed = new double[25];
        for (int k = 1; k <= 25; k++) {
            skewed[k - 1] = Math.pow(k * k * k % 101, 3) / 1e4;
        }
        assertThat(sample(skewed)).satisfies(i -> agrees(i, "skewed"));
    }

    /** Cells of different questions make the macro mean a sum of ratios. */
    @Test
    void agreesWithSciPyOnMacroMeansOfUnevenCells() {
        Comparison found = test.of(side(0), side(1), List.of(CROSS)).get(0);

        agrees(found.a().interval(), "macroA");
        agrees(found.b().interval(), "macroB");
        agrees(found.difference(), "macroDifference");
        assertThat(found.standardError())
                .isCloseTo(
                        scipy.get("macroDifference").get("standardError").asDouble(),
                        within(.02 * found.standardError()));
    }

    @Test
    void estimatesWhatTheTablesShow() {
        ScoreMeans means = new ScoreMeans();
        scores(0).forEach(means::add);
        Quantity cell = Quantity.of("map", new Cell(LANGS.get(0), "th"));

        List<Comparison> found = test.of(side(0), side(1), List.of(MONO, CROSS, cell));

        assertThat(found.get(0).a().estimate())
                .isCloseTo(means.table("map").diagonalMean(), within(1e-12));
        assertThat(found.get(1).a().estimate())
                .isCloseTo(means.table("map").offDiagonalMean(), within(1e-12));
        assertThat(found.get(2).a().estimate())
                .isCloseTo(means.table("map").value(LANGS.get(0), LANGS.get(2)), within(1e-12));
    }

    @Test
    void doesNotDependOnTheOrderOfScores() {
        List<Score> shuffled = new ArrayList<>(scores(0));
        Collections.shuffle(shuffled, new Random(3));

        assertThat(test.of(List.of(run("a", shuffled)), side(1), List.of(CROSS)))
                .usingRecursiveComparison()
                .withComparatorForType(
                        (x, y) -> x.equals(y) || Math.abs(x - y) < 1e-12 ? 0 : 1, Double.class)
                .isEqualTo(test.of(side(0), side(1), List.of(CROSS)));
    }

    @Test
    void isMirroredWhenSidesChangePlaces() {
        Comparison there = test.of(side(0), side(1), List.of(CROSS)).get(0);
        Comparison back = test.of(side(1), side(0), List.of(CROSS)).get(0);

        assertThat(back.p()).isEqualTo(there.p());
        assertThat(back.difference().low()).isCloseTo(-there.difference().high(), within(1e-9));
    }

    @Test
    void tiesARunWithItself() {
        Comparison found = test.of(side(0), side(0), List.of(CROSS)).get(0);

        assertThat(found.p()).isEqualTo(1);
        assertThat(found.verdict()).isEqualTo(Verdict.TIE);
        assertThat(found.difference()).isEqualTo(new Interval(0, 0, 0, .95));
        assertThat(found.moreClusters()).isNull();
    }

    @Test
    void refusesOtherQuestionsAndNamesThem() {
        List<Score> fewer =
                scores(1).stream().filter(s -> !s.questionId().equals("k07-en")).toList();

        assertThatThrownBy(() -> test.of(side(0), List.of(run("b", fewer)), List.of(CROSS)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("only run0 has k07-en (1)")
                .hasMessageContaining("b has none of its own");
    }

    @Test
    void refusesOtherJudgments() {
        List<Score> fewer =
                scores(1).stream()
                        .filter(s -> !(s.questionId().equals("k07-en") && s.answer().equals("de")))
                        .toList();

        assertThatThrownBy(() -> test.of(side(0), List.of(run("b", fewer)), List.of(CROSS)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("the same number of scores of map cross-lingual");
    }

    @Test
    void refusesScoresThatAreNoNumbers() {
        RunScores run = new RunScores("broken", Set.of());

        assertThatThrownBy(
                        () -> run.add(new Score("q1", "q1", LANGS.get(0), "de", "map", Double.NaN)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("question 'q1' has the map NaN");
    }

    @Test
    void knowsNothingFromASingleQuestion() {
        Score only = new Score("q1", "q1", LANGS.get(0), "de", "map", .5);
        Score other = new Score("q1", "q1", LANGS.get(0), "de", "map", .75);
        RunScores a = run("a", List.of(only));
        RunScores b = run("b", List.of(other));

        Comparison one = test.of(List.of(a), List.of(b), List.of(MONO)).get(0);
        Comparison seeds = test.of(List.of(a, b), List.of(b), List.of(MONO)).get(0);

        assertThat(one.p()).isEqualTo(1);
        assertThat(one.difference()).isEqualTo(new Interval(-.25, Double.NaN, Double.NaN, .95));
        assertThat(seeds.p()).isNaN();
        assertThat(seeds.verdict()).isEqualTo(Verdict.TIE);
        assertThat(seeds.moreClusters()).isNull();
    }

    /** Seeds that shift every score alike leave only their own spread: Welch's t. */
    @Test
    void isWelchsTestWhereOnlySeedsVary() {
        double[] a = {.60, .62, .67};
        double[] b = {.50, .58, .57};
        Comparison found = test.of(seeds(a), seeds(b), List.of(MONO)).get(0);

        // scipy.stats.ttest_ind(a, b, equal_var=False): p = .07271 with 3.864 degrees of freedom
        assertThat(found.p()).isCloseTo(.07271, within(.002));
        assertThat(found.test()).isEqualTo(PairedTest.STUDENT);
        assertThat(found.difference().estimate()).isCloseTo(.08, within(1e-12));
        assertThat(found.a().runs()).hasSize(3);
        assertThat(found.a().deviation()).isCloseTo(Math.sqrt(.0013), within(1e-12));
    }

    @Test
    void widensTheIntervalBySeeds() {
        Comparison one = test.of(side(0), side(1), List.of(CROSS)).get(0);
        List<RunScores> seeds = List.of(run("s1", shifted(0, .1)), run("s2", shifted(0, -.1)));
        Comparison two = test.of(seeds, side(1), List.of(CROSS)).get(0);

        assertThat(two.difference().estimate())
                .isCloseTo(one.difference().estimate(), within(1e-12));
        // The mean of two seeds .2 apart has the standard error .1.
        assertThat(two.standardError())
                .isCloseTo(Math.hypot(one.standardError(), .1), within(.002));
    }

    private void agrees(Interval interval, String expected) {
        JsonNode node = scipy.get(expected);
        double tolerance = .03 * (node.get("high").asDouble() - node.get("low").asDouble());
        assertThat(interval.estimate()).isCloseTo(node.get("estimate").asDouble(), within(1e-12));
        assertThat(interval.low()).isCloseTo(node.get("low").asDouble(), within(tolerance));
        assertThat(interval.high()).isCloseTo(node.get("high").asDouble(), within(tolerance));
    }

    private Interval sample(double[] values) {
        List<Score> scores = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            String id = "q%02d".formatted(k);
            scores.add(new Score(id, id, LANGS.get(0), "de", "map", values[k]));
        }
        return test.intervals(run("sample", scores), List.of(MONO)).get(MONO);
    }

    private static List<RunScores> seeds(double[] values) {
        List<RunScores> runs = new ArrayList<>();
        for (double value : values) {
            List<Score> scores = new ArrayList<>();
            for (int k = 0; k < CLUSTERS; k++) {
                scores.add(new Score("q" + k, "q" + k, LANGS.get(0), "de", "map", value));
            }
            runs.add(run("seed " + value, scores));
        }
        return runs;
    }

    private static List<RunScores> side(int run) {
        return List.of(run("run" + run, scores(run)));
    }

    private static RunScores run(String name, List<Score> scores) {
        RunScores run = new RunScores(name, Set.of("map"));
        scores.forEach(run::add);
        return run;
    }

    private static List<Score> shifted(int run, double shift) {
        return scores(run).stream()
                .map(
                        s ->
                                new Score(
                                        s.questionId(),
                                        s.parallelId(),
                                        s.question(),
                                        s.answer(),
                                        s.metric(),
                                        s.value() + shift))
                .toList();
    }

    /** The numbers of expected.py: 40 questions in three languages, some of them missing. */
    private static List<Score> scores(int run) {
        List<Score> scores = new ArrayList<>();
        for (int k = 0; k < CLUSTERS; k++) {
            for (int q = 0; q < LANGS.size(); q++) {
                for (int a = 0; a < LANGS.size(); a++) {
                    if ((k + q) % 5 != 0 && (k + a) % 5 != 0) {
                        long mixed =
                                k * 7919L
                                        + (q * 3 + a) * 104729L
                                        + run * 1299709L
                                        + (long) k * k * (run + 1);
                        scores.add(
                                new Score(
                                        "k%02d-%s".formatted(k, LANGS.get(q)),
                                        "k%02d".formatted(k),
                                        LANGS.get(q),
                                        LANGS.get(a).tag(),
                                        "map",
                                        mixed % 1000 / 1000.0));
                    }
                }
            }
        }
        return scores;
    }
}
