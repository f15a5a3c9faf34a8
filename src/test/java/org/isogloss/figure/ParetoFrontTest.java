package org.isogloss.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ParetoFrontTest {
    @Test
    void joinsWhatNoOtherDominatesByMonolingualScore() {
        ParetoFront front = new ParetoFront(SampleFigures.means(), Provenance.UNKNOWN);

        assertThat(front.front())
                .extracting(StrategyMeans::name)
                .containsExactly("cross-lingual", "hybrid α .25", "hybrid α .75", "monolingual");
        assertThat(front.table().rows())
                .filteredOn(row -> row.get(5).equals("no"))
                .extracting(row -> row.get(0))
                .containsExactly("mixed");
    }

    @Test
    void keepsEqualStrategiesAndLeavesOutWhatIsBeatenInOneAlone() {
        ParetoFront front =
                new ParetoFront(
                        List.of(means("a", .9, .7), means("b", .9, .7), means("c", .9, .6)),
                        Provenance.UNKNOWN);

        assertThat(front.front()).extracting(StrategyMeans::name).containsExactly("a", "b");
    }

    @Test
    void labelsMeansOfModelsShort() {
        assertThat(means("interpolation .50", .9, .7).label()).isEqualTo("mean .50");
    }

    private static StrategyMeans means(String name, double monolingual, double multilingual) {
        return new StrategyMeans(
                name,
                StrategyStyle.of("mixed"),
                OptionalDouble.empty(),
                RankDistanceByLanguage.Estimate.exact(monolingual),
                RankDistanceByLanguage.Estimate.exact(.5),
                RankDistanceByLanguage.Estimate.exact(multilingual),
                40);
    }
}
