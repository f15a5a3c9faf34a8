package org.isogloss.figure.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.DistanceShift;
import org.isogloss.figure.Figure;
import org.isogloss.figure.LanguagePairDifference;
import org.isogloss.figure.LanguagePairHeatmap;
import org.isogloss.figure.MeasureBySize;
import org.isogloss.figure.NamedFigure;
import org.isogloss.figure.SampleFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TikzTest {
    private static String tikz(Figure figure) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FigureFormats.byId("tikz")
                .write(figure, ChartStyle.paper(), FigureSize.millimetres(77, 62, 300), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Figure sample(Class<? extends Figure> kind) {
        return SampleFigures.all().stream().filter(kind::isInstance).findFirst().orElseThrow();
    }

    static Stream<Arguments> figures() {
        return SampleFigures.all().stream().map(figure -> Arguments.of(figure.id(), figure));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void drawsEveryRowInEveryPictureOfItAndClosesWhatItOpens(String id, Figure figure)
            throws IOException {
        String tex = tikz(figure);
        List<String> numbers =
                tex.lines().filter(line -> line.matches("[-\\d.E]+( [-\\d.eE+]+){1,3}")).toList();
        Figure own = figure instanceof NamedFigure named ? named.figure() : figure;
        int pictures = TikzLayout.of(own).axes().size();

        long points =
                figure.table().rows().stream()
                        .filter(
                                row ->
                                        !(own instanceof MeasureBySize)
                                                || (!row.get(2).isEmpty() && !row.get(4).isEmpty()))
                        .count();
        assertThat(numbers).hasSize((int) (pictures * points));
        assertThat(tex).doesNotContain("nan").startsWith("% title: " + figure.title());
        assertThat(count(tex, "\\begin{axis}")).isEqualTo(count(tex, "\\end{axis}")).isPositive();
        String drawn = tex.replace("\\{", "").replace("\\}", "");
        assertThat(count(drawn, "{")).isEqualTo(count(drawn, "}"));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void aHeatmapIsAMatrixPlotWithQuestionLanguagesDownwards() throws IOException {
        Figure figure = sample(LanguagePairHeatmap.class);
        List<String> second = figure.table().rows().get(1);

        assertThat(tikz(figure))
                .contains("matrix plot*", "mesh/cols=11", "y dir=reverse")
                .contains("xlabel={answer language}, ylabel={question language}")
                .contains("xticklabels={{ar},{de},{el}")
                .contains("\n1 0 " + second.get(2) + "\n");
    }

    @Test
    void theColoursOfADifferenceHaveZeroInTheMiddle() throws IOException {
        String tex = tikz(sample(LanguagePairDifference.class));
        String low = tex.replaceAll("(?s).*point meta min=-([\\d.]+).*", "$1");
        String high = tex.replaceAll("(?s).*point meta max=([\\d.]+).*", "$1");

        assertThat(low).isEqualTo(high).isNotEqualTo(tex);
    }

    @Test
    void namesTheScriptsThatPdfLatexCannotSet() {
        assertThat(Latex.scripts("{hybrid $\\alpha$} {naïve} {ไทย} {العربية}"))
                .isEqualTo("% set it with XeLaTeX or LuaLaTeX and a font that has: thai, arabic\n");
        assertThat(Latex.scripts("{plain} {Şi}")).isEmpty();
    }

    @Test
    void logarithmicAxesHaveRoundTicks() throws IOException {
        assertThat(tikz(sample(DistanceShift.class)))
                .contains("xmode=log, xtick={50,100,200,500}, xticklabels={50,100,200,500}");
        assertThat(tikz(sample(MeasureBySize.class))).contains("$10^{6}$", "$2\\cdot10^{6}$");
    }
}
