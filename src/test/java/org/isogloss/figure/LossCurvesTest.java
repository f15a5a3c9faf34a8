package org.isogloss.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.isogloss.batch.BatchKind;
import org.jfree.chart.JFreeChart;
import org.jfree.data.Range;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;

class LossCurvesTest {
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
    void keepsTheZoomWhenNewStepsArrive() {
        JFreeChart chart = curves(100, 0).draw(ChartStyle.light());
        chart.getXYPlot().getDomainAxis().setRange(10, 20);
        curves(200, 0).refresh(chart, ChartStyle.light());

        assertThat(chart.getXYPlot().getDomainAxis().getRange()).isEqualTo(new Range(10, 20));
        assertThat(chart.getXYPlot().getDataset(1).getItemCount(0)).isEqualTo(200);
    }

    @Test
    void leavesOutWhatALogarithmCannotShow() {
        List<CurvePoint> training = List.of(new CurvePoint(1, 2), new CurvePoint(2, 0));
        LossCurves.Curve curve =
                new LossCurves.Curve(
                        "a",
                        StrategyStyle.of("monolingual"),
                        BatchKind.MONOLINGUAL,
                        training,
                        List.of());
        JFreeChart chart =
                new LossCurves(List.of(curve), 0, COLUMNS, true, Provenance.UNKNOWN)
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

    private static LossCurves curves(int steps, double smoothing) {
        List<CurvePoint> training =
                IntStream.range(0, steps)
                        .mapToObj(step -> new CurvePoint(step, Math.sin(step) + 2))
                        .toList();
        StrategyStyle style = StrategyStyle.of("monolingual");
        return new LossCurves(
                List.of(
                        new LossCurves.Curve(
                                "a", style, BatchKind.MONOLINGUAL, training, List.of())),
                smoothing,
                COLUMNS,
                Provenance.UNKNOWN);
    }
}
