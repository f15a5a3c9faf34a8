package org.isogloss.cli;

import java.util.Arrays;
import java.util.List;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.run.Compute;
import picocli.CommandLine.Option;

/** What a command computes on. */
final class ComputeOptions {
    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Count.class,
            description = "Processor threads (default: all, shared by runs at the same time).")
    int threads;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description =
                    "cpu, or gpu:0 for the first graphics card (default: ${DEFAULT-VALUE}). The runs"
                            + " of a study are spread over several: gpu:0,gpu:1.")
    String device = "cpu";

    Compute compute() {
        return new Compute(ComputeDevice.of(device), threads(1));
    }

    /** All devices named, in their order. */
    List<ComputeDevice> devices() {
        return Arrays.stream(device.split(",", -1)).map(ComputeDevice::of).toList();
    }

    /** The threads of each of some runs at the same time. */
    int threads(int runs) {
        return threads > 0
                ? threads
                : Math.max(1, Runtime.getRuntime().availableProcessors() / runs);
    }
}
