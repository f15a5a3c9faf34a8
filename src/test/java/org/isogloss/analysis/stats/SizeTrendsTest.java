package org.isogloss.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.util.DoubleComparator;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.Score;
import org.junit.jupiter.api.Test;

class SizeTrendsTest {
    private static final TestSettings SETTINGS = new TestSettings(400, 1, .95);
    private static final Quantity MAP = Quantity.macro("map", Scope.MULTILINGUAL);
    private static final double[] SIZES = {1e5, 1e6, 1e7, 1e8};

    @Test
    void findsTheLineThatEveryQuestionLiesOn() {
        List<SizedRuns> cells = new ArrayList<>();
        cells.addAll(cells("flat", x -> .25, 0));
        cells.addAll(cells("rising", x -> .1 + .05 * (x - 5), 0));

        SizeTrends trends = SizeTrends.of(cells, MAP, SizeLaw.LINE, "flat", SETTINGS);

        SizeTrend rising = trends.strategies().get(1);
        assertThat(rising.slope().estimate()).isCloseTo(.05, within(1e-12));
        assertThat(rising.slope().low()).isCloseTo(.05, within(1e-12));
        assertThat(rising.rSquared()).isCloseTo(1, within(1e-12));
        assertThat(rising.points().stream().map(point -> point.value().estimate()))
                .usingElementComparator(new DoubleComparator(1e-12))
                .containsExactly(.1, .15, .2, .25);
        assertThat(rising.band().get(0).size()).isCloseTo(1e5, within(1e-6));
        assertThat(rising.band().get(24).value().estimate()).isCloseTo(.25, within(1e-12));
        SizeTrend lead = trends.leads().get(0);
        assertThat(lead.name()).isEqualTo("rising − flat");
        assertThat(lead.slope().estimate()).isCloseTo(.05, within(1e-12));
        assertThat(lead.told()).isTrue();
        assertThat(lead.p()).isCloseTo(2.0 / 401, within(1e-12));
    }

    @Test
    void aLineThroughPointsBesideItIsTheOneOfLeastSquares() {
        // numpy.polyfit([5, 6, 7, 8], [.1, .4, .3, .6], 1) = [.14, -.56]; R² .7538461538
        double[] heights = {.1, .4, .3, .6};
        List<SizedRuns> cells = cells("bent", x -> heights[(int) Math.round(x) - 5], 0);

        SizeTrend bent =
                SizeTrends.of(cells, MAP, SizeLaw.LINE, "bent", SETTINGS).strategies().get(0);

        assertThat(bent.slope().estimate()).isCloseTo(.14, within(1e-12));
        assertThat(bent.band().get(0).value().estimate()).isCloseTo(.14, within(1e-12));
        assertThat(bent.rSquared()).isCloseTo(.7538461538, within(1e-9));
    }

    @Test
    void seedsThatDifferWidenTheInterval() {
        List<SizedRuns> alike = cells("a", x -> .1 + .02 * (x - 5), 0);
        List<SizedRuns> noisy = cells("a", x -> .1 + .02 * (x - 5), .1);

        Interval sure =
                SizeTrends.of(alike, MAP, SizeLaw.LINE, "a", SETTINGS).strategies().get(0).slope();
        Interval unsure =
                SizeTrends.of(noisy, MAP, SizeLaw.LINE, "a", SETTINGS).strategies().get(0).slope();

        assertThat(sure.high() - sure.low()).isLessThan(1e-12);
        assertThat(unsure.estimate()).isCloseTo(.02, within(1e-9));
        assertThat(unsure.low()).isLessThan(0);
        assertThat(unsure.high()).isGreaterThan(.04);
    }

    @Test
    void findsThePowerLawThatEveryQuestionLiesOnAndItsLimit() {
        List<SizedRuns> cells = new ArrayList<>();
        cells.addAll(cells("low", x -> 1 - .3 - Math.pow(1e4 / Math.pow(10, x), .5), 0));
        cells.addAll(cells("high", x -> 1 - .1 - Math.pow(2e4 / Math.pow(10, x), .8), 0));

        SizeTrends trends = SizeTrends.of(cells, MAP, SizeLaw.POWER, "low", SETTINGS);

        SizeTrend.Floor low = trends.strategies().get(0).floor().orElseThrow();
        assertThat(low.limit().estimate()).isCloseTo(.7, within(1e-8));
        assertThat(low.exponent().estimate()).isCloseTo(.5, within(1e-7));
        assertThat(low.scale()).isCloseTo(1e4, within(1e-2));
        assertThat(low.unidentified()).isZero();
        SizeTrend lead = trends.leads().get(0);
        assertThat(lead.floor()).as("a difference of two laws is none").isEmpty();
        assertThat(lead.rSquared()).isCloseTo(1, within(1e-9));
        double from = .2 + Math.pow(.1, .5) - Math.pow(.2, .8);
        double to = .2 + Math.pow(1e-4, .5) - Math.pow(2e-4, .8);
        assertThat(lead.slope().estimate()).isCloseTo((to - from) / 3, within(1e-8));
        assertThat(lead.band().get(24).value().estimate()).isCloseTo(to, within(1e-8));
    }

    @Test
    void saysThatAFallingScoreHasNoFloor() {
        List<SizedRuns> cells = cells("a", x -> .9 - .1 * (x - 5), 0);

        SizeTrend.Floor floor =
                SizeTrends.of(cells, MAP, SizeLaw.POWER, "a", SETTINGS)
                        .strategies()
                        .get(0)
                        .floor()
                        .orElseThrow();

        assertThat(floor.identified()).isFalse();
        assertThat(floor.unidentified()).isEqualTo(1);
    }

    @Test
    void refusesAPowerLawThroughThreeSizesButNotALine() {
        List<SizedRuns> cells = cells("a", x -> x / 10, 0).subList(0, 3);

        assertThat(SizeTrends.of(cells, MAP, SizeLaw.LINE, "a", SETTINGS).strategies()).hasSize(1);
        assertThatThrownBy(() -> SizeTrends.of(cells, MAP, SizeLaw.POWER, "a", SETTINGS))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("at least 4 sizes, and there are 3")
                .hasMessageContaining("or fit a line");
    }

    @Test
    void refusesTwoSizes() {
        List<SizedRuns> cells = cells("a", x -> x, 0).subList(0, 2);
        assertThatThrownBy(() -> SizeTrends.of(cells, MAP, SizeLaw.LINE, "a", SETTINGS))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("at least 3 sizes, and there are 2");
    }

    @Test
    void refusesAStrategyThatLacksASize() {
        List<SizedRuns> cells = new ArrayList<>(cells("a", x -> x, 0));
        cells.addAll(cells("b", x -> x, 0).subList(0, 3));
        assertThatThrownBy(() -> SizeTrends.of(cells, MAP, SizeLaw.LINE, "a", SETTINGS))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("b was not scored at the same sizes as a");
    }

    @Test
    void refusesABaselineThatIsNotThere() {
        assertThatThrownBy(
                        () ->
                                SizeTrends.of(
                                        cells("a", x -> x, 0), MAP, SizeLaw.LINE, "c", SETTINGS))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("'c' is none of the strategies");
    }

    /**
     * Three seeds at four sizes: every question as given, the first seed higher, the last lower.
     */
    private static List<SizedRuns> cells(
            String strategy, DoubleUnaryOperator value, double spread) {
        List<SizedRuns> cells = new ArrayList<>();
        for (double size : SIZES) {
            List<RunScores> runs = new ArrayList<>();
            for (int seed = -1; seed <= 1; seed++) {
                RunScores run = new RunScores(strategy + size + seed, Set.of());
                for (int q = 0; q < 5; q++) {
                    run.add(
                            new Score(
                                    "q" + q + "-en",
                                    "q" + q,
                                    new Lang("en"),
                                    Score.ALL,
                                    "map",
                                    value.applyAsDouble(Math.log10(size)) - seed * spread));
                }
                runs.add(run);
            }
            cells.add(new SizedRuns(strategy, "d" + (long) size, size, runs));
        }
        return cells;
    }
}
