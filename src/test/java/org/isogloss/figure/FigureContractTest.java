package org.isogloss.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every figure promises, checked on the sample results. */
class FigureContractTest {
    static Stream<Arguments> drawings() {
        return SampleFigures.all().stream()
                .flatMap(
                        figure ->
                                ChartStyle.all().stream()
                                        .flatMap(
                                                style ->
                                                        Stream.of(
                                                                Arguments.of(
                                                                        figure.id(),
                                                                        figure,
                                                                        style,
                                                                        1280,
                                                                        800),
                                                                Arguments.of(
                                                                        figure.id(),
                                                                        figure,
                                                                        style,
                                                                        340,
                                                                        260))));
    }

    static Stream<Arguments> figures() {
        return SampleFigures.all().stream().map(figure -> Arguments.of(figure.id(), figure));
    }

    @Test
    void hasASampleOfEveryFigure() {
        Set<String> figures =
                new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("org.isogloss.figure")
                                .stream()
                                .filter(type -> type.isAssignableTo(Figure.class))
                                .filter(type -> !type.isInterface())
                                .map(JavaClass::getName)
                                .collect(Collectors.toSet());
        Set<String> samples =
                SampleFigures.all().stream()
                        .map(figure -> figure.getClass().getName())
                        .collect(Collectors.toSet());

        assertThat(figures).isNotEmpty().isEqualTo(samples);
    }

    @ParameterizedTest(name = "{0} {3}x{4}")
    @MethodSource("drawings")
    void drawsInEveryStyleLargeAndSmall(
            String id, Figure figure, ChartStyle style, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        figure.draw(style).draw(g2, new Rectangle2D.Double(0, 0, width, height));
        g2.dispose();

        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        assertThat(new Color(pixels[0])).isEqualTo(style.ground());
        assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(50);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void tellsItsDataAsATableAndInWords(String id, Figure figure) {
        assertThat(id).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(figure.title()).isNotBlank();
        assertThat(figure.subtitle()).isNotBlank();
        assertThat(figure.explanation().split("(?<=\\.)\\s+")).hasSizeBetween(2, 5);
        assertThat(figure.table().rows()).isNotEmpty();
        assertThat(figure.table().columns()).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void drawsTheSameWhenDrawnSmallInBetween(String id, Figure figure) {
        var chart = figure.draw(ChartStyle.light());
        BufferedImage before = chart.createBufferedImage(800, 500);
        chart.createBufferedImage(340, 260);
        BufferedImage after = chart.createBufferedImage(800, 500);

        assertThat(after.getRGB(0, 0, 800, 500, null, 0, 800))
                .isEqualTo(before.getRGB(0, 0, 800, 500, null, 0, 800));
    }
}
