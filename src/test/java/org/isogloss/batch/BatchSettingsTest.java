package org.isogloss.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchSettingsTest {
    @Test
    void readsBackFromJson(@TempDir Path folder) {
        BatchSettings settings = new BatchSettings("hybrid", Map.of("alpha", 0.3), 64, 2.5, true);
        Path file = folder.resolve("settings.json");
        JsonFile.write(file, settings);
        assertThat(JsonFile.read(file, BatchSettings.class)).isEqualTo(settings);
    }

    @Test
    void writesKindsByTheirIds() {
        assertThat(JsonFile.line(BatchKind.CROSS_LINGUAL)).isEqualTo("\"cross-lingual\"");
        assertThat(JsonFile.convert("cross-lingual", BatchKind.class))
                .isEqualTo(BatchKind.CROSS_LINGUAL);
    }

    @Test
    void refusesAnUnknownStrategy() {
        assertThatThrownBy(() -> BatchSettings.of("hybird", 8))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "there is no batch strategy 'hybird'; known are monolingual, cross-lingual,"
                                + " hybrid, mixed, english-only");
    }

    @Test
    void refusesAnUnknownParameter() {
        assertThatThrownBy(() -> new BatchSettings("hybrid", Map.of("beta", 0.5), 8, 1, false))
                .hasMessage("the batch strategy 'hybrid' has no setting 'beta'; it has alpha");
        assertThatThrownBy(() -> new BatchSettings("mixed", Map.of("alpha", 0.5), 8, 1, false))
                .hasMessage("the batch strategy 'mixed' has no setting 'alpha'; it has none");
    }

    @Test
    void refusesValuesOutOfRange() {
        assertThatThrownBy(() -> new BatchSettings("hybrid", Map.of("alpha", 1.5), 8, 1, false))
                .hasMessage("alpha is 1.5 but must lie between 0.0 and 1.0");
        assertThatThrownBy(() -> BatchSettings.of("mixed", 1)).hasMessageContaining("batchSize");
        assertThatThrownBy(() -> new BatchSettings("mixed", Map.of(), 8, 0, false))
                .hasMessageContaining("datasetTemperature");
    }
}
