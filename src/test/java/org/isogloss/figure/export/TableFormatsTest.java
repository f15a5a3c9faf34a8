package org.isogloss.figure.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.FigureTable;
import org.isogloss.figure.TableMark;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;

class TableFormatsTest {
    private static final FigureTable TABLE =
            new FigureTable(
                    List.of("run", "mAP", "R&D_50%"),
                    List.of(
                            List.of("hybrid α .50", ".705", "[a] {b} \\c ~^#$"),
                            List.of("العربية | 中文", "−.014", "")),
                    List.of(new TableMark(0, 1, "±.012", true, true)));

    @Test
    void latexMarksTheBestAndTheSignificantAndEscapesWhatHasAMeaning() throws IOException {
        assertThat(written("tex"))
                .endsWith(
                        """
                        % needs \\usepackage{booktabs}
                        % set it with XeLaTeX or LuaLaTeX and a font that has: arabic, han
                        {\\small\\setlength{\\tabcolsep}{3pt}%
                        \\begin{tabular}{lrl}
                        \\toprule
                        run & mAP & R\\&D\\_50\\% \\\\
                        \\midrule
                        hybrid $\\alpha$ .50 & \\textbf{.705}$^{\\dagger}$\
                         & {[a] \\{b\\} \\textbackslash{}c \\textasciitilde{}\\textasciicircum{}\\#\\$} \\\\
                         & {\\scriptsize $\\pm$.012} &  \\\\
                        \\addlinespace[2pt]
                        العربية | 中文 & $-$.014 &  \\\\
                        \\bottomrule
                        \\end{tabular}
                        }
                        """)
                .startsWith("% title: A figure\n% description: where from\n% creator: Isogloss");
    }

    @Test
    void latexSetsTooManyColumnsBelowEachOtherAndLosesNone() {
        List<String> columns = new ArrayList<>(List.of("strategy"));
        List<String> cells = new ArrayList<>(List.of("hybrid"));
        for (int c = 0; c < 40; c++) {
            columns.add("l" + c);
            cells.add(".5" + c);
        }

        String tex = LatexTable.of(new FigureTable(columns, List.of(cells)));

        assertThat(tex.split("begin.tabular", -1)).hasSize(4);
        assertThat(tex.split("hybrid", -1)).hasSize(4);
        for (int c = 0; c < 40; c++) {
            assertThat(tex).containsOnlyOnce("l" + c + " ").containsOnlyOnce(".5" + c + " ");
        }
    }

    @Test
    void markdownMarksTheBestAndTheSignificantAndEscapesWhatHasAMeaning() throws IOException {
        assertThat(written("md"))
                .isEqualTo(
                        """
                        **A figure**

                        | run | mAP | R&D\\_50% |
                        | --- | --- | --- |
                        | hybrid α .50 | **.705**† ±.012 | \\[a\\] \\{b\\} \\\\c ~^\\#$ |
                        | العربية \\| 中文 | −.014 |  |

                        where from
                        """);
    }

    @Test
    void aMarkStandsOnACell() {
        assertThatThrownBy(
                        () ->
                                new FigureTable(
                                        List.of("run"),
                                        List.of(List.of("a")),
                                        List.of(new TableMark(1, 0, "", true, false))))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static String written(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FigureFormats.byId(format)
                .write(new TableOnly(), ChartStyle.paper(), FigureSize.screen(100, 100), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private record TableOnly() implements Figure {
        @Override
        public String id() {
            return "a-figure";
        }

        @Override
        public String title() {
            return "A figure";
        }

        @Override
        public String subtitle() {
            return "where from";
        }

        @Override
        public String explanation() {
            return "";
        }

        @Override
        public JFreeChart draw(ChartStyle style) {
            throw new UnsupportedOperationException("tables do not draw");
        }

        @Override
        public FigureTable table() {
            return TABLE;
        }
    }
}
