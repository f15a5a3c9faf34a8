package org.isogloss.run.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementsTest {
    private static final Processor HERE = new Processor("some", 2);
    @TempDir private Path folder;

    private static Measurement of(Processor processor, String device, int threads) {
        return SampleMeasurements.of(SampleMeasurements.SMALL, processor, device, threads);
    }

    @Test
    void findsWhatWasMeasuredOnThisMachineWithADeviceAndItsThreads() {
        Measurements kept = new Measurements(folder.resolve("deeper"));
        assertThat(kept.on(HERE, "cpu", 2)).isEmpty();

        kept.keep(of(HERE, "cpu", 2));
        kept.keep(of(HERE, "cpu", 1));
        kept.keep(of(HERE, "gpu:0", 2));
        kept.keep(of(new Processor("another", 2), "cpu", 2));

        assertThat(kept.on(HERE, "cpu", 2)).containsExactly(of(HERE, "cpu", 2));
    }

    @Test
    void replacesWhatWasMeasuredBefore() {
        Measurements kept = new Measurements(folder);

        assertThat(kept.keep(of(HERE, "cpu", 2))).isEqualTo(kept.keep(of(HERE, "cpu", 2)));

        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void passesOverADamagedFile() throws IOException {
        Measurements kept = new Measurements(folder);
        Files.writeString(kept.keep(of(HERE, "cpu", 1)), "{\"isogloss\": ");
        kept.keep(of(HERE, "cpu", 2));

        assertThat(kept.on(HERE, "cpu", 1)).isEmpty();
        assertThat(kept.on(HERE, "cpu", 2)).hasSize(1);
    }
}
