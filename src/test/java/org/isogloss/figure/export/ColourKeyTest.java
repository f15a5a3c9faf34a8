package org.isogloss.figure.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.LanguagePairDifference;
import org.isogloss.figure.LanguagePairHeatmap;
import org.isogloss.figure.PoolHeatmap;
import org.isogloss.figure.SampleFigures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Colours alone say nothing: cells have their numbers, or a scale stands beside them. */
class ColourKeyTest {
    static Stream<Figure> heatmaps() {
        return SampleFigures.all().stream()
                .filter(
                        figure ->
                                figure instanceof LanguagePairHeatmap
                                        || figure instanceof LanguagePairDifference
                                        || figure instanceof PoolHeatmap);
    }

    @ParameterizedTest
    @MethodSource("heatmaps")
    void aColumnOfAPaperCanBeRead(Figure figure) {
        FigureSize size = PaperSize.ACL_COLUMN.size(figure.heightToWidth(), 300);

        assertThat(SvgShape.of(Svg.drawn(figure, ChartStyle.paper().titled(false), size)))
                .extracting(SvgShape::text)
                .anyMatch(text -> text.matches("[+\u2212]?\\.\\d+"));
    }
}
