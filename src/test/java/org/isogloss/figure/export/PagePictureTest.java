package org.isogloss.figure.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.SampleFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PagePictureTest {
    private static final FigureSize SIZE = FigureSize.screen(540, 432);

    static Stream<Figure> figures() {
        return SampleFigures.all().stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void theDrawingIsTheSameOnLightAndOnDarkGround(Figure figure) {
        assertThat(PagePicture.alike(shapes(figure, ChartStyle.light()), dark(figure))).isTrue();
    }

    private static List<SvgShape> dark(Figure figure) {
        return shapes(figure, ChartStyle.dark());
    }

    private static List<SvgShape> shapes(Figure figure, ChartStyle style) {
        return SvgShape.merged(Svg.drawn(figure, style.titled(false), SIZE));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void allTextsStayAndAllNamesAreDefined(Figure figure) throws Exception {
        PageInks inks = new PageInks();
        String picture = FigureFormats.inPage(figure, "f7", SIZE, inks);
        Document parsed = parsed(picture);

        assertThat(texts(parsed)).isEqualTo(texts(parsed(exported(figure))));
        assertThat(found(picture, "url\\(#([^)]*)\\)"))
                .allSatisfy(name -> assertThat(picture).contains("id=\"" + name + "\""));
        assertThat(found(picture, "var\\((--c\\d+)\\)"))
                .allSatisfy(name -> assertThat(inks.css()).contains(name + ":#"));
        assertThat(found(picture, " id=\"([^\"]*)\"")).allMatch(id -> id.startsWith("f7"));
        assertThat(picture.length()).isLessThan(exported(figure).length() / 2);
    }

    private static String exported(Figure figure) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Svg().write(figure, ChartStyle.light().titled(false), SIZE, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document svg) {
        NodeList texts = svg.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .toList();
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "M0 0 L540 0 L540 432 L0 432 L0 0 Z, M0 0h540v432h-540v-432z",
        "M10.04 0 L10.08 1 L9.96 1.96, M10 0l.1 1-.1 1",
        "M1 1 C1 2 3 4 5 6 L5 7, M1 1c0 1 2 3 4 5v1",
        "M1 1 L2 2 Z L3 3, M1 1l1 1zl2 2",
        "M-.04 -.5 L-1 -2, M0-.5l-1-1.5"
    })
    void aPathIsToldInTenths(String path, String shorter) {
        assertThat(SvgPath.shorter(path)).isEqualTo(shorter);
    }

    @Test
    void roundingDoesNotAddUp() {
        StringBuilder path = new StringBuilder("M0 0");
        for (int i = 1; i <= 1000; i++) {
            path.append(" L").append(i * .14).append(' ').append(i % 2);
        }

        String shorter = SvgPath.shorter(path.toString());

        double x = 0;
        for (String step : found(shorter, "[l ](-?[\\d.]+)[ -]1")) {
            x += Double.parseDouble(step);
        }
        assertThat(x).isCloseTo(140, within(1e-6));
    }

    @Test
    void whatPartsShareIsSaidOnceAndInTheirOrder() {
        List<SvgGroups.Part> parts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            parts.add(part("rect", Map.of("fill", "#00" + i), " x=\"" + i + "\"/>"));
            parts.add(part("text", Map.of("font-size", "11px"), ">" + i + "</text>"));
        }
        StringBuilder svg = new StringBuilder();

        SvgGroups.write(parts, svg);

        assertThat(svg.toString())
                .isEqualTo(
                        "<rect fill=\"#000\" x=\"0\"/><g font-size=\"11px\"><text>0</text>"
                                + "<rect fill=\"#001\" x=\"1\"/><text>1</text>"
                                + "<rect fill=\"#002\" x=\"2\"/><text>2</text></g>");
    }

    private static SvgGroups.Part part(String element, Map<String, String> common, String rest) {
        return new SvgGroups.Part(
                element, common, element.equals("text") ? Set.of() : Set.of("font-size"), rest);
    }

    @Test
    void aColourIsNamedOnceAndOnlyIfItChanges() {
        PageInks inks = new PageInks();

        assertThat(inks.of("#fff", "#fff")).isEqualTo("#fff");
        assertThat(inks.of("#fff", "#000")).isEqualTo("var(--c0)");
        assertThat(inks.of("#fff", "#000")).isEqualTo("var(--c0)");
        assertThat(inks.of("#fff", "#111")).isEqualTo("var(--c1)");
        assertThat(inks.css())
                .contains(":root{--c0:#fff;--c1:#fff;}")
                .contains("(prefers-color-scheme:dark){:root{--c0:#000;--c1:#111;}}");
    }
}
