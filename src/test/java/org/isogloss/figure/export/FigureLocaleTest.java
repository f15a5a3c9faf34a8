package org.isogloss.figure.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.SampleFigures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Egypt writes digits of its own, and Germany a comma in numbers; files have neither. */
class FigureLocaleTest {
    private final Locale before = Locale.getDefault();

    @TempDir private Path folder;

    @BeforeEach
    void begin() {
        Locale.setDefault(Locale.ROOT);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "de-DE"})
    void filesAreTheSameWhereverTheyAreWritten(String locale) throws Exception {
        Figure figure = SampleFigures.all().get(0);
        for (FigureFormat format : FigureFormats.all()) {
            Locale.setDefault(Locale.ROOT);
            byte[] root = written(figure, format, "root");
            Locale.setDefault(Locale.forLanguageTag(locale));
            byte[] here = written(figure, format, locale);
            assertThat(Arrays.equals(here, root)).as("%s in %s", format.id(), locale).isTrue();
        }
    }

    private byte[] written(Figure figure, FigureFormat format, String name) throws Exception {
        Path file = folder.resolve(name + "." + format.id());
        format.write(figure, ChartStyle.paper(), FigureSize.millimetres(84, 70, 150), file);
        return Files.readAllBytes(file);
    }
}
