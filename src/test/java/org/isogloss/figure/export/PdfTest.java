package org.isogloss.figure.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.corpus.Lang;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.ColourScale;
import org.isogloss.figure.Figure;
import org.isogloss.figure.Inks;
import org.isogloss.figure.LanguagePairHeatmap;
import org.isogloss.figure.Limits;
import org.isogloss.figure.Provenance;
import org.isogloss.figure.SampleFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PDF as poppler, a reader we did not write, sees it. */
class PdfTest {
    /** XQuAD's languages, each by its own name. */
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("ar", "العربية"),
                    Map.entry("de", "Größe"),
                    Map.entry("el", "Ελληνικά"),
                    Map.entry("en", "efficient office"),
                    Map.entry("es", "Español"),
                    Map.entry("hi", "हिन्दी"),
                    Map.entry("ru", "Русский"),
                    Map.entry("th", "ภาษาไทย"),
                    Map.entry("tr", "Türkçe ığş"),
                    Map.entry("vi", "Tiếng Việt"),
                    Map.entry("zh", "中文"));

    private static final Provenance.Source RUN =
            new Provenance.Source("world-facts/hybrid-1", "0f".repeat(32));

    @TempDir Path folder;

    static Stream<Arguments> names() {
        return NAMES.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    static Stream<Arguments> figures() {
        return SampleFigures.all().stream().map(figure -> Arguments.of(figure.id(), figure));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void textOfEachScriptIsDrawnAndCanBeCopied(String language, String name) throws IOException {
        assumeTrue(
                new Font(Font.SANS_SERIF, Font.PLAIN, 12).canDisplayUpTo(name) < 0,
                "no installed font writes " + name);
        Path file = write(heatmap(name + " 12"), ChartStyle.paper());

        assertThat(text(file)).contains(name, "12");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void everyFontIsEmbedded(String id, Figure figure) throws IOException {
        Path file = write(figure, ChartStyle.paper());

        List<String> fonts = poppler("pdffonts", file.toString()).lines().skip(2).toList();
        assertThat(fonts).isNotEmpty();
        assertThat(fonts)
                .allSatisfy(
                        font ->
                                assertThat(font)
                                        .containsPattern("LiberationSans .* yes +yes +yes +\\d"));
    }

    @Test
    void thePageIsExactlyAsLargeAsAsked() throws IOException {
        Path file = write(heatmap("hybrid"), ChartStyle.paper());

        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(219);
            assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(180);
        }
    }

    @Test
    void theFileNamesItsRunsAndItsProgram() throws IOException {
        Path file = write(heatmap("hybrid"), ChartStyle.paper());

        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            String run = "world-facts/hybrid-1 (spec.json SHA-256 " + "0f".repeat(32) + ")";
            assertThat(document.getDocumentInformation().getKeywords()).isEqualTo(run);
            assertThat(document.getDocumentInformation().getCreator()).startsWith("Isogloss ");
            byte[] xmp = document.getDocumentCatalog().getMetadata().toByteArray();
            assertThat(new String(xmp, StandardCharsets.UTF_8))
                    .contains("<dc:source>" + run + "</dc:source>");
        }
    }

    @Test
    void svgAndPngNameTheRunsToo() throws IOException {
        for (String format : List.of("svg", "png")) {
            Path file = folder.resolve("named." + format);
            FigureFormats.byId(format).write(heatmap("hybrid"), ChartStyle.paper(), size(), file);

            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .contains("world-facts/hybrid-1 (spec.json SHA-256 " + "0f".repeat(32) + ")");
        }
    }

    @Test
    void greyHasNoColourInAnyFormat() throws IOException {
        ChartStyle grey = ChartStyle.paper().withInks(Inks.GREY);
        for (Figure figure : SampleFigures.all()) {
            Path svg = folder.resolve("grey.svg");
            FigureFormats.byId("svg").write(figure, grey, size(), svg);
            assertThat(Files.readString(svg).split("rgb\\(", -1))
                    .filteredOn(part -> part.matches("(?s)\\d+, ?\\d+, ?\\d+\\).*"))
                    .isNotEmpty()
                    .allMatch(part -> part.matches("(?s)(\\d+), ?\\1, ?\\1\\).*"));
            var image = FigureFormats.image(figure, grey, size());
            int[] pixels =
                    image.getRGB(
                            0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            assertThat(Arrays.stream(pixels).mapToObj(Color::new))
                    .allMatch(c -> c.getRed() == c.getGreen() && c.getGreen() == c.getBlue());
            Path pdf = write(figure, grey);
            try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
                var form =
                        document.getPage(0)
                                .getResources()
                                .getXObject(
                                        document.getPage(0)
                                                .getResources()
                                                .getXObjectNames()
                                                .iterator()
                                                .next());
                String content =
                        new String(form.getStream().toByteArray(), StandardCharsets.ISO_8859_1);
                assertThat(content).containsPattern("(?m)\\b(g|sc)$");
                assertThat(content).doesNotContainPattern("(?m) (rg|RG)$");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void noTextLeavesThePageAtAnyPaperSize(String id, Figure figure) throws IOException {
        for (PaperSize paper : PaperSize.values()) {
            FigureSize size = paper.size(.75, 300);
            Path file = folder.resolve(id + paper + ".pdf");
            FigureFormats.byId("pdf").write(figure, ChartStyle.paper().titled(false), size, file);

            List<double[]> boxes = new ArrayList<>();
            poppler("pdftotext", "-bbox", file.toString(), "-")
                    .lines()
                    .filter(line -> line.contains("<word"))
                    .forEach(line -> boxes.add(numbers(line)));
            assertThat(boxes).isNotEmpty();
            assertThat(boxes)
                    .allSatisfy(
                            box -> {
                                assertThat(box[0]).isGreaterThanOrEqualTo(0);
                                assertThat(box[1]).isGreaterThanOrEqualTo(0);
                                assertThat(box[2]).isLessThanOrEqualTo(size.widthPoints());
                                assertThat(box[3]).isLessThanOrEqualTo(size.heightPoints());
                            });
        }
    }

    private static double[] numbers(String word) {
        return Stream.of("xMin", "yMin", "xMax", "yMax")
                .mapToDouble(
                        name ->
                                Double.parseDouble(
                                        word.replaceFirst(".*" + name + "=\"([^\"]*)\".*", "$1")))
                .toArray();
    }

    private Path write(Figure figure, ChartStyle style) {
        Path file = folder.resolve("figure.pdf");
        FigureFormats.byId("pdf").write(figure, style, size(), file);
        return file;
    }

    private static FigureSize size() {
        return new FigureSize(219, 180, 7, 150);
    }

    private static Figure heatmap(String run) {
        List<Lang> languages = List.of(new Lang("de"), new Lang("th"));
        LanguagePairTable table =
                new LanguagePairTable(
                        "map", languages, languages, List.of(List.of(.9, .4), List.of(.3, .8)));
        return new LanguagePairHeatmap(
                run,
                new Provenance("World facts", "", 0, 192, "seed 0", "zero-shot").by(List.of(RUN)),
                table,
                new Limits(0, 1),
                ColourScale.Palette.VIRIDIS);
    }

    /** The text in reading order, without the marks that poppler sets around it. */
    private static String text(Path file) {
        return poppler("pdftotext", "-enc", "UTF-8", file.toString(), "-")
                .replaceAll("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", "")
                .replaceAll("\\s+", " ");
    }

    private static String poppler(String... command) {
        boolean installed =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, command[0])));
        assumeTrue(installed, command[0] + " of poppler-utils is not installed");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("%s: %s", command[0], said).isZero();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "%s was interrupted", command[0]), e);
        }
    }
}
