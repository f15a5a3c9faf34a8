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

        SizeTrends trends = SizeTrends.of(cells, MAP, "flat", SETTINGS);

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

        SizeTrend bent = SizeTrends.of(cells, MAP, "bent", SETTINGS).strategies().get(0);

        assertThat(bent.slope().estimate()).isCloseTo(.14, within(1e-12));
        assertThat(bent.band().get(0).value().estimate()).isCloseTo(.14, within(1e-12));
        assertThat(bent.rSquared()).isCloseTo(.7538461538, within(1e-9));
    }

    @Test
    void seedsThatDifferWidenTheInterval() {
        List<SizedRuns> alike = cells("a", x -> .1 + .02 * (x - 5), 0);
        List<SizedRuns> noisy = cells("a", x -> .1 + .02 * (x - 5), .1);

        Interval sure = SizeTrends.of(alike, MAP, "a", SETTINGS).strategies().get(0).slope();
        Interval unsure = SizeTrends.of(noisy, MAP, "a", SETTINGS).strategies().get(0).slope();

        assertThat(sure.high() - sure.low()).isLessThan(1e-12);
        assertThat(unsure.estimate()).isCloseTo(.02, within(1e-9));
        assertThat(unsure.low()).isLessThan(0);
        assertThat(unsure.high()).isGreaterThan(.04);
    }

    @Test
    void refusesTwoSizes() {
        List<SizedRuns> cells = cells("a", x -> x, 0).subList(0, 2);
        assertThatThrownBy(() -> SizeTrends.of(cells, MAP, "a", SETTINGS))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("at least 3 sizes, and there are 2");
    }

    @Test
    void refusesAStrategyThatLacksASize() {
        List<SizedRuns> cells = new ArrayList<>(cells("a", x -> x, 0));
        cells.addAll(cells("b", x -> x, 0).subList(0, 3));
        assertThatThrownBy(() -> SizeTrends.of(cells, MAP, "a", SETTINGS))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("b was not scored at the same sizes as a");
    }

    @Test
    void refusesABaselineThatIsNotThere() {
        assertThatThrownBy(() -> SizeTrends.of(cells("a", x -> x, 0), MAP, "c", SETTINGS))
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
