package org.isogloss.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.isogloss.figure.CurvePoint;
import org.isogloss.figure.CurveView;
import org.isogloss.figure.ProbeCurves;
import org.isogloss.figure.Provenance;
import org.isogloss.figure.RunCurves;
import org.isogloss.figure.RunQuantity;
import org.isogloss.figure.StrategyStyle;
import org.isogloss.report.RunHistory;
import org.isogloss.run.RunEvent;
import org.junit.jupiter.api.Test;

class RunHistoryTest {
    private static final StrategyStyle STYLE = StrategyStyle.of("hybrid");
    private final RunHistory history = new RunHistory();

    @Test
    void keepsWhatEveryStepTells() {
        history.take(step(1, "monolingual", 2, 5L));
        history.take(step(2, "cross-lingual", 3, null));

        assertThat(values(RunQuantity.GRADIENT_NORM))
                .extracting(CurvePoint::x)
                .containsExactly(1., 2.);
        assertThat(values(RunQuantity.MEMORY)).extracting(CurvePoint::x).containsExactly(1.);
        assertThat(history.curves(RunQuantity.LOSS, "a", STYLE)).hasSize(2);
    }

    @Test
    void forgetsWhatAResumedRunRepeats() {
        probe(0, .3, 90);
        history.take(step(1, "monolingual", 2, null));
        probe(1, .5, 40);
        history.take(step(2, "monolingual", 2, null));
        probe(2, .6, 30);
        history.take(step(1, "monolingual", 7, null));
        probe(1, .4, 50);

        assertThat(history.probed()).containsExactly("pairs");
        assertThat(curve().multilingual()).extracting(CurvePoint::x).containsExactly(0., 1.);
        assertThat(curve().rankDistance()).last().isEqualTo(new CurvePoint(1, 50));
        assertThat(values(RunQuantity.LOSS)).containsExactly(new CurvePoint(1, 7));
    }

    @Test
    void readsAProbeOutInALine() {
        probe(0, .25, 90);
        probe(50, .5, 40);
        ProbeCurves figure =
                new ProbeCurves(
                        "pairs",
                        ProbeCurves.Bias.RANK_DISTANCE,
                        List.of(curve()),
                        CurveView.plain(0, 100),
                        Provenance.UNKNOWN);

        assertThat(CurveReadout.of(figure, 31)).isEqualTo("step 50 · a: mAP .500, distance 40");
    }

    /** With factor .5 the values 4 and 1 smooth to 4 and (2 + 1) / 1.5 = 2. */
    @Test
    void readsTheSmoothedLineOutAndKindsOfBatchBesideEachOther() {
        history.take(step(1, "monolingual", 4, null));
        history.take(step(2, "monolingual", 1, null));
        history.take(step(3, "cross-lingual", 3, null));
        RunCurves figure =
                new RunCurves(
                        RunQuantity.LOSS,
                        history.curves(RunQuantity.LOSS, "a", STYLE),
                        CurveView.plain(.5, 100),
                        Provenance.UNKNOWN);

        assertThat(CurveReadout.of(figure, 2.2)).isEqualTo("step 2 · a: 2.000 / 3.000");
    }

    private void probe(int step, double map, double distance) {
        history.take(
                new RunEvent.Evaluated(
                        step,
                        "probe:pairs",
                        Map.of("multilingualMap", map, "rankDistance", distance)));
    }

    private ProbeCurves.Curve curve() {
        return history.probe("pairs", "a", STYLE).orElseThrow();
    }

    private List<CurvePoint> values(RunQuantity quantity) {
        return history.curves(quantity, "a", STYLE).get(0).values();
    }

    private static RunEvent step(int step, String batch, double loss, Long memory) {
        return new RunEvent.Step(step, batch, loss, 1e-3, 1.5, 1000, .05, memory);
    }
}
