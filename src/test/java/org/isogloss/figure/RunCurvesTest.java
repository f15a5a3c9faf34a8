package org.isogloss.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.isogloss.batch.BatchKind;
import org.jfree.chart.JFreeChart;
import org.jfree.data.Range;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;

class RunCurvesTest {
    private static final int COLUMNS = 500;

    @Test
    void givesTheChartNoMoreThanTheScreenCanShow() {
        JFreeChart chart = curves(10_000, .9).draw(ChartStyle.light());

        for (int layer = 0; layer < 2; layer++) {
            XYDataset data = chart.getXYPlot().getDataset(layer);
            assertThat(data.getItemCount(0)).isBetween(COLUMNS, 2 * COLUMNS);
        }
    }

    @Test
    void drawsOnlyTheStepsThatAreSeenAndThoseNextToThem() {
        CurveView view = new CurveView(0, COLUMNS, false, false, new StepRange(10, 20));
        JFreeChart chart = curves(100, view).draw(ChartStyle.light());

        assertThat(chart.getXYPlot().getDomainAxis().getRange()).isEqualTo(new Range(10, 20));
        assertThat(chart.getXYPlot().getDataset(1).getItemCount(0)).isEqualTo(13);
    }

    @Test
    void aRunThatHasJustBegunHasAnAxisOfWholeSteps() {
        List<CurvePoint> first = List.of(new CurvePoint(0, .5));
        JFreeChart chart =
                new ProbeCurves(
                                "unseen pairs",
                                ProbeCurves.Bias.RANK_DISTANCE,
                                List.of(
                                        new ProbeCurves.Curve(
                                                "a",
                                                StrategyStyle.of("monolingual"),
                                                first,
                                                first,
                                                first,
                                                first)),
                                CurveView.plain(0, COLUMNS),
                                Provenance.UNKNOWN)
                        .draw(ChartStyle.light());

        assertThat(chart.getXYPlot().getDomainAxis().getRange().getLength())
                .isGreaterThanOrEqualTo(1);
    }

    @Test
    void drawsNoStepZeroOnALogarithmicAxis() {
        CurveView view = new CurveView(0, COLUMNS, false, true, StepRange.ALL);
        JFreeChart chart = curves(100, view).draw(ChartStyle.light());

        assertThat(chart.getXYPlot().getDataset(1).getItemCount(0)).isEqualTo(99);
    }

    @Test
    void leavesFaintLinesOutWhereTheyWouldOnlyHideEachOther() {
        RunCurves.Curve one = curves(100, CurveView.plain(.9, COLUMNS)).curves().get(0);
        JFreeChart chart =
                new RunCurves(
                                RunQuantity.LOSS,
                                Collections.nCopies(500, one),
                                CurveView.plain(.9, COLUMNS),
                                Provenance.UNKNOWN)
                        .draw(ChartStyle.light());

        assertThat(chart.getXYPlot().getDataset(0).getSeriesCount()).isZero();
        assertThat(chart.getXYPlot().getDataset(1).getSeriesCount()).isEqualTo(500);
    }

    @Test
    void findsTheNearestPoint() {
        List<CurvePoint> points = List.of(new CurvePoint(0, 5), new CurvePoint(10, 6));
        assertThat(CurvePoint.nearest(points, -3)).contains(points.get(0));
        assertThat(CurvePoint.nearest(points, 5)).contains(points.get(0));
        assertThat(CurvePoint.nearest(points, 5.1)).contains(points.get(1));
        assertThat(CurvePoint.nearest(points, 99)).contains(points.get(1));
        assertThat(CurvePoint.nearest(List.of(), 1)).isEmpty();
    }

    @Test
    void leavesOutWhatALogarithmCannotShow() {
        List<CurvePoint> training = List.of(new CurvePoint(1, 2), new CurvePoint(2, 0));
        RunCurves.Curve curve =
                new RunCurves.Curve(
                        "a",
                        StrategyStyle.of("monolingual"),
                        BatchKind.MONOLINGUAL,
                        training,
                        List.of());
        JFreeChart chart =
                new RunCurves(
                                RunQuantity.LOSS,
                                List.of(curve),
                                new CurveView(0, COLUMNS, true, false, StepRange.ALL),
                                Provenance.UNKNOWN)
                        .draw(ChartStyle.light());

        assertThat(chart.getXYPlot().getDataset(1).getItemCount(0)).isEqualTo(1);
    }

    /** By hand: y = 4, 1, 1 with β = .5 gives 4, (2 + 1) / 1.5, (1 + .5 + 1) / 1.75. */
    @Test
    void smoothsWithoutAStartUpBias() {
        List<CurvePoint> points =
                List.of(new CurvePoint(1, 4), new CurvePoint(2, 1), new CurvePoint(3, 1));
        List<CurvePoint> smooth = new Smoothing(.5).of(points);

        assertThat(smooth).extracting(CurvePoint::x).containsExactly(1., 2., 3.);
        assertThat(smooth.get(0).y()).isEqualTo(4);
        assertThat(smooth.get(1).y()).isEqualTo(2);
        assertThat(smooth.get(2).y()).isCloseTo(2.5 / 1.75, within(1e-12));
        assertThat(new Smoothing(0).of(points)).isEqualTo(points);
    }

    private static RunCurves curves(int steps, double smoothing) {
        return curves(steps, CurveView.plain(smoothing, COLUMNS));
    }

    private static RunCurves curves(int steps, CurveView view) {
        List<CurvePoint> training =
                IntStream.range(0, steps)
                        .mapToObj(step -> new CurvePoint(step, Math.sin(step) + 2))
                        .toList();
        StrategyStyle style = StrategyStyle.of("monolingual");
        return new RunCurves(
                RunQuantity.LOSS,
                List.of(
                        new RunCurves.Curve(
                                "a", style, BatchKind.MONOLINGUAL, training, List.of())),
                view,
                Provenance.UNKNOWN);
    }
}
