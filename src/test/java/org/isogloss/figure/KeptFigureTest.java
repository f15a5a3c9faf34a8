package org.isogloss.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeptFigureTest {
    @TempDir private Path folder;

    static Stream<Arguments> figures() {
        return SampleFigures.all().stream().map(figure -> Arguments.of(figure.id(), figure));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void everyFigureComesBackFromAFile(String id, Figure figure) {
        Path file = folder.resolve("figure.json");
        JsonFile.write(file, KeptFigure.of(figure));

        Figure back = JsonFile.read(file, KeptFigure.class).figure();

        assertThat(back).isEqualTo(figure);
        assertThat(back.id()).isEqualTo(id);
        assertThat(back.table()).isEqualTo(figure.table());
    }

    @Test
    void aFigureOfAnotherVersionIsRefused() {
        assertThatThrownBy(() -> new KeptFigure("PieChart", "", Map.of()).figure())
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("PieChart");
        assertThatThrownBy(() -> new KeptFigure("RunCurves", "", Map.of("slices", 3)).figure())
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("RunCurves");
    }
}
