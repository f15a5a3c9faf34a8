package org.isogloss.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isogloss.corpus.Lang;
import org.isogloss.figure.export.FigureFormats;
import org.isogloss.figure.export.FigureSize;
import org.isogloss.site.ExamplePage;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the page on figures. */
class QuestionsByLanguageTest {
    private static final Figure FIGURE =
            new QuestionsByLanguage(
                    "facts", List.of(Map.entry(new Lang("de"), 3), Map.entry(new Lang("th"), 5)));

    @Test
    void isWhatThePageShows() throws IOException {
        ExamplePage.shows("figure.md", QuestionsByLanguage.class);
    }

    @Test
    void isWrittenForLatexWithoutALayoutOfItsOwn(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("questions.tex");

        FigureFormats.byId("tikz")
                .write(FIGURE, ChartStyle.paper(), FigureSize.millimetres(84, 70, 300), file);

        assertThat(Files.readString(file)).contains("xlabel={question language}").contains("0 3");
    }

    @Test
    void drawsWhatItsTableSays() {
        JFreeChart chart = FIGURE.draw(ChartStyle.light());

        assertThat(chart.getXYPlot().getDataset().getYValue(0, 1)).isEqualTo(5);
        assertThat(chart.getXYPlot().getRangeAxis().getLabel()).isEqualTo("questions");
        assertThat(FIGURE.table().rows()).containsExactly(List.of("de", "3"), List.of("th", "5"));
    }
}
