package org.isogloss.figure.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.isogloss.base.BadInputException;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.SampleFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class FigureFormatsTest {
    private static final Map<String, List<String>> AXES =
            Map.ofEntries(
                    Map.entry(
                            "LanguagePairHeatmap",
                            List.of("question language", "answer language", "mAP")),
                    Map.entry(
                            "LanguagePairDifference",
                            List.of("question language", "answer language", "difference in mAP")),
                    Map.entry("PoolHeatmap", List.of("strategy", "question language")),
                    Map.entry(
                            "RankDistanceByLanguage",
                            List.of("question language", "rank distance (ranks, lower is better)")),
                    Map.entry(
                            "MeasureBySize",
                            List.of("parameters, embedding tables included (log scale)")),
                    Map.entry(
                            "NamedFigure",
                            List.of("question language", "rank distance (ranks, lower is better)")),
                    Map.entry(
                            "LanguageMap",
                            List.of(
                                    "principal component 1 (21 % of the variance)",
                                    "principal component 2 (9 % of the variance)")),
                    Map.entry(
                            "ErasureCurve",
                            List.of("shared directions taken out", "macro mAP", "rank distance")),
                    Map.entry(
                            "DistanceShift",
                            List.of(
                                    "rank distance of a question (log scale, lower is better)",
                                    "share of questions within it (%)")),
                    Map.entry("TextLengths", List.of("characters")),
                    Map.entry("ParallelCoverage", List.of("language", "and language", "questions")),
                    Map.entry(
                            "SamplingHeatmap",
                            List.of("question language", "answer language", "share of rows (%)")),
                    Map.entry(
                            "TopTenOwnership", List.of("question language", "share of top 10 (%)")),
                    Map.entry("RunCurves", List.of("training step", "InfoNCE loss (nats)")),
                    Map.entry(
                            "ProbeCurves",
                            List.of("training step", "mAP", "rank distance (ranks)")),
                    Map.entry(
                            "MeasureByLanguage",
                            List.of("question language", "own language first (lower is fairer)")),
                    Map.entry(
                            "AlphaCurve",
                            List.of(
                                    "share of monolingual batches α (0 cross-lingual, 1"
                                            + " monolingual)",
                                    "macro mAP (higher is better)")),
                    Map.entry(
                            "ParetoFront",
                            List.of(
                                    "monolingual macro mAP (higher is better)",
                                    "multilingual macro mAP (higher is better)",
                                    "rank distance (ranks)")),
                    Map.entry(
                            "ScoreByLanguage",
                            List.of("question language", "multilingual mAP (higher is better)")),
                    Map.entry(
                            "RankLanes",
                            List.of(
                                    "answer language",
                                    "rank in the multilingual pool (log scale, 1 is best)")));

    @TempDir Path folder;

    static Stream<Arguments> figures() {
        return SampleFigures.all().stream().map(figure -> Arguments.of(figure.id(), figure));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void writesSvgWithTitleAndAxisNamesAsText(String id, Figure figure)
            throws IOException, ParserConfigurationException, SAXException {
        Path file = folder.resolve(id + ".svg");
        FigureSize size = FigureSize.screen(1280, 800);
        FigureFormats.byId("svg").write(figure, ChartStyle.paper(), size, file);

        Document svg =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        List<String> texts = texts(svg.getElementsByTagName("text"));
        assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo("960.0pt");
        assertThat(texts(svg.getElementsByTagName("title"))).containsExactly(figure.title());
        assertThat(texts(svg.getElementsByTagName("desc"))).containsExactly(figure.explanation());
        assertThat(texts)
                .contains(figure.title(), figure.subtitle())
                .containsAll(AXES.get(figure.getClass().getSimpleName()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void saysOnANarrowColumnOfPaperToo(String id, Figure figure)
            throws IOException, ParserConfigurationException, SAXException {
        Path file = folder.resolve(id + ".svg");
        FigureSize size = FigureSize.millimetres(84, 70, 300);
        FigureFormats.byId("svg").write(figure, ChartStyle.paper(), size, file);

        Document svg =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        String drawn = String.join(" ", texts(svg.getElementsByTagName("text")));
        assertThat(drawn.replaceAll("\\s+", ""))
                .as("where its numbers come from")
                .contains(figure.subtitle().replaceAll("\\s+", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void writesPngInTheAskedSizeAndResolution(String id, Figure figure) throws IOException {
        Path file = folder.resolve(id + ".png");
        FigureSize size = FigureSize.millimetres(84, 70, 300);
        FigureFormats.byId("png").write(figure, ChartStyle.paper(), size, file);

        byte[] bytes = Files.readAllBytes(file);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(image.getWidth()).isEqualTo(992);
        assertThat(image.getHeight()).isEqualTo(827);
        int chunk = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("pHYs");
        ByteBuffer physical = ByteBuffer.wrap(bytes, chunk + 4, 9);
        assertThat(physical.getInt()).isEqualTo(11811); // 300 / 0.0254
        assertThat(physical.getInt()).isEqualTo(11811);
        assertThat(physical.get()).isEqualTo((byte) 1); // the metre
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void writesTheTableAsCsv(String id, Figure figure) throws IOException {
        Path file = folder.resolve(id + ".csv");
        FigureSize size = FigureSize.screen(100, 100);
        FigureFormats.byId("csv").write(figure, ChartStyle.paper(), size, file);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(1 + figure.table().rows().size());
        if (!figure.subtitle().isEmpty()) {
            assertThat(lines.get(0)).endsWith(",provenance");
            assertThat(lines.subList(1, lines.size()))
                    .allMatch(line -> line.contains(figure.subtitle().replace("\"", "\"\"")));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void writesTheSameFileTwice(String id, Figure figure) throws IOException {
        for (FigureFormat format : FigureFormats.all()) {
            Path first = folder.resolve("1." + format.id());
            Path second = folder.resolve("2." + format.id());
            format.write(figure, ChartStyle.dark(), FigureSize.screen(640, 400), first);
            format.write(figure, ChartStyle.dark(), FigureSize.screen(640, 400), second);

            assertThat(second).hasSameBinaryContentAs(first);
        }
    }

    @Test
    void namesTheFormatsThatThereAre() {
        assertThatThrownBy(() -> FigureFormats.byId("gif"))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "no figure format is called 'gif'; known are [pdf, svg, png, csv, tex, tikz,"
                                + " md]");
    }

    private static List<String> texts(NodeList nodes) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
