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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.LanguagePairDifference;
import org.isogloss.figure.SampleFigures;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LaTeX itself reads what is written for it, with no more than the preamble a comment names. */
class LatexRunTest {
    private static final String PLACES = System.getenv().getOrDefault("PATH", "");

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
