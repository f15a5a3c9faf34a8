package org.isogloss.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isogloss.corpus.Lang;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.XYBarDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * How many questions a data set has in each language.
 *
 * @param dataset the data set's name
 * @param questions by language, in the order shown
 */
public record QuestionsByLanguage(String dataset, List<Map.Entry<Lang, Integer>> questions)
        implements Figure {
    private static final double BAR_WIDTH = .7;

    public QuestionsByLanguage {
        questions = List.copyOf(questions);
    }

    @Override
    public String id() {
        return "questions-" + Numbers.slug(dataset);
    }

    @Override
    public String title() {
        return "Questions by language: " + dataset;
    }

    @Override
    public String subtitle() {
        return questions.size() + " languages";
    }

    @Override
    public String explanation() {
        return "A bar is as high as a language has questions. Scores of a language with few"
                + " questions are uncertain, and a mean over languages counts them as much as the"
                + " others.";
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        ChartFrame frame = new ChartFrame(style);
        XYSeries bars = new XYSeries("questions");
        for (int i = 0; i < questions.size(); i++) {
            bars.add(i, questions.get(i).getValue());
        }
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setSeriesPaint(0, style.ink());
        NumberAxis up = frame.numbers("questions", Numbers::tick);
        XYPlot plot =
                new XYPlot(
                        new XYBarDataset(new XYSeriesCollection(bars), BAR_WIDTH),
                        frame.columns(
                                "question language",
                                questions.stream().map(each -> each.getKey().tag()).toList()),
                        up,
                        renderer);
        frame.grid(plot);
        return frame.chart(this, plot, List.of());
    }

    @Override
    public FigureTable table() {
        List<List<String>> rows = new ArrayList<>();
        questions.forEach(
                each -> rows.add(List.of(each.getKey().tag(), String.valueOf(each.getValue()))));
        return new FigureTable(List.of("question language", "questions"), rows);
    }
}
