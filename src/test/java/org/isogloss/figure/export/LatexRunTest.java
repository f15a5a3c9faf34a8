package org.isogloss.figure.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.FigureTable;
import org.isogloss.figure.LanguagePairDifference;
import org.isogloss.figure.Provenance;
import org.isogloss.figure.SampleFigures;
import org.isogloss.figure.TableMark;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LaTeX itself reads what is written for it, with no more than the preamble a comment names. */
class LatexRunTest {
    private static final String PLACES = System.getenv().getOrDefault("PATH", "");

    private static final Pattern OVERFULL =
            Pattern.compile("Overfull .hbox \\(([0-9.]+)pt too wide\\)");

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"pdflatex,tikz", "pdflatex,tex", "xelatex,tikz"})
    void typesetsEveryFigure(String program, String format) throws Exception {
        assumeTrue(installed(program), program + " is not installed: nothing was typeset");
        List<Figure> figures = new ArrayList<>(SampleFigures.all());
        figures.add(nothingDiffers());
        List<String> preambles = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Path file = folder.resolve("figure-" + i + ".tex");
            try (OutputStream out = Files.newOutputStream(file)) {
                FigureFormats.byId(format)
                        .write(
                                figures.get(i),
                                ChartStyle.paper(),
                                FigureSize.millimetres(120, 90, 300),
                                out);
            }
            preambles.add(preamble(file));
        }
        String document =
                "\\documentclass{article}\n"
                        + preambles.stream().distinct().collect(Collectors.joining("\n"))
                        + "\n\\begin{document}\n"
                        + IntStream.range(0, figures.size())
                                .mapToObj(i -> "\\input{figure-" + i + "}\n\\clearpage\n")
                                .collect(Collectors.joining())
                        + "\\end{document}\n";
        Files.writeString(folder.resolve("paper.tex"), document);

        String said = typeset(program);

        assertThat(said).contains("Output written on paper.pdf");
        assertThat(said.lines().filter(line -> line.contains("Missing character"))).isEmpty();
        assertThat(said.lines().filter(line -> line.contains("Warning: "))).isEmpty();
    }

    /** ACL across both columns, and NeurIPS, each with its size of type. */
    @ParameterizedTest
    @CsvSource({"455.24,11", "397.48,10"})
    void everyTableFitsTheWidthOfThePage(String points, int type) throws Exception {
        assumeTrue(installed("pdflatex"), "pdflatex is not installed: nothing was typeset");
        List<String> tables = new ArrayList<>();
        for (Figure figure : SampleFigures.all()) {
            tables.add(Latex.text(PaperTable.of(figure)));
        }
        tables.add(Latex.text(means(5, 8, ", cross-lingual")));
        tables.add(Latex.text(means(18, 30, "")));
        StringBuilder document =
                new StringBuilder("\\documentclass[%dpt]{article}\n".formatted(type))
                        .append("\\usepackage{booktabs,times}\n")
                        .append("\\setlength{\\textwidth}{%spt}\n".formatted(points))
                        .append("\\begin{document}\n");
        for (int i = 0; i < tables.size(); i++) {
            Files.writeString(folder.resolve("table-" + i + ".tex"), tables.get(i));
            document.append("\\clearpage\\noindent\\input{table-%d}\n".formatted(i));
        }
        Files.writeString(folder.resolve("paper.tex"), document + "\\end{document}\n");

        String said = typeset("pdflatex");

        assertThat(said.lines().filter(line -> overfull(line) > 1)).isEmpty();
    }

    private static double overfull(String line) {
        Matcher found = OVERFULL.matcher(line);
        return found.lookingAt() ? Double.parseDouble(found.group(1)) : 0;
    }

    /** As wide a table as those of means, of strategies by measures or languages. */
    private static PaperTable means(int rows, int columns, String ending) {
        List<String> names = new ArrayList<>(List.of("strategy"));
        for (int c = 0; c < columns; c++) {
            names.add("Recall at 10" + ending);
        }
        List<List<String>> cells = new ArrayList<>();
        List<TableMark> marks = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            List<String> row = new ArrayList<>(List.of("cross-lingual, d1440"));
            for (int c = 0; c < columns; c++) {
                marks.add(new TableMark(r, row.size(), "abc", "[.888, .999]", true, true));
                row.add("+.888");
            }
            cells.add(row);
        }
        FigureTable table = new FigureTable(names, cells, marks);
        return new PaperTable("means", "Means", "", Provenance.UNKNOWN, table, table);
    }

    private static Figure nothingDiffers() {
        LanguagePairDifference sample =
                SampleFigures.all().stream()
                        .filter(LanguagePairDifference.class::isInstance)
                        .map(LanguagePairDifference.class::cast)
                        .findFirst()
                        .orElseThrow();
        return new LanguagePairDifference(
                sample.run(),
                sample.run(),
                sample.provenance(),
                sample.limits(),
                Set.of(),
                sample.test());
    }

    /** The commands that the file's comment says it needs before the document begins. */
    private static String preamble(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("% needs "))
                    .map(line -> line.substring("% needs ".length()))
                    .collect(Collectors.joining("\n"));
        }
    }

    private String typeset(String program) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        Process process =
                new ProcessBuilder(
                                program,
                                "-halt-on-error",
                                "-file-line-error",
                                "-interaction=nonstopmode",
                                "paper.tex")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES))
                .as("%s comes to an end", program)
                .isTrue();
        String log = Files.readString(folder.resolve("paper.log"), StandardCharsets.ISO_8859_1);
        assertThat(process.exitValue()).as(log).isZero();
        return log;
    }

    private static boolean installed(String program) {
        return Stream.of(PLACES.split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
