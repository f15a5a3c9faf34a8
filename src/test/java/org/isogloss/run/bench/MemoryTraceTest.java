package org.isogloss.run.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.isogloss.run.ResidentMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTraceTest {
    @TempDir private Path folder;

    @Test
    void countsGrowthOverTheSecondHalf() {
        List<MemoryTrace.Mark> marks =
                IntStream.rangeClosed(1, 20)
                        .mapToObj(i -> new MemoryTrace.Mark(100 * i, 300 + 10L * i, 1))
                        .toList();

        MemoryTrace trace = new MemoryTrace(marks);

        assertThat(trace.warm()).isEqualTo(1000);
        assertThat(trace.growth()).isEqualTo(100);
    }

    @Test
    void readsResidentMemoryAsLinuxTellsIt() throws IOException {
        Path status = folder.resolve("status");
        Files.writeString(status, "Name:\tjava\nVmHWM:\t  614400 kB\nVmRSS:\t  512000 kB\n");

        ResidentMemory memory = new ResidentMemory(status);

        assertThat(memory.now()).hasValue(500);
        assertThat(memory.peak()).hasValue(600);
        assertThat(new ResidentMemory(folder.resolve("none")).now()).isEmpty();
    }

    @Test
    void readsTheProcessorsNameAsLinuxTellsIt() throws IOException {
        Path cpuinfo = folder.resolve("cpuinfo");
        Files.writeString(cpuinfo, "processor\t: 0\nmodel name\t: Fast 9000\nflags\t: fpu\n");

        assertThat(Processor.name(cpuinfo)).isEqualTo("Fast 9000");
    }
}
