package org.isogloss.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.isogloss.base.BadInputException;
import org.isogloss.run.RunFolder;
import org.junit.jupiter.api.Test;

class FreeDeviceTest {
    private final RunFolder run = new RunFolder(Path.of("runs", "s", "r"));
    private final Device first = new Device("gpu:0");
    private final Device second = new Device("gpu:1");

    @Test
    void placesRunsWhereFewestCompute() {
        FreeDevice devices = new FreeDevice(List.of(first, second));

        assertThat(devices.launch(run)).isNotDone();
        assertThat(devices.launch(run)).isNotDone();
        assertThat(first.runs).hasSize(1);
        assertThat(second.runs).hasSize(1);

        second.runs.get(0).complete(null);
        assertThat(devices.launch(run)).isNotDone();
        assertThat(first.runs).hasSize(1);
        assertThat(second.runs).as("the one that has become free").hasSize(2);
    }

    @Test
    void aDeviceOnWhichNothingCouldBeStartedIsFreeAgain() {
        FreeDevice devices = new FreeDevice(List.of(first, second));
        first.broken = true;
        assertThatThrownBy(() -> devices.launch(run)).isInstanceOf(IllegalStateException.class);

        first.broken = false;
        assertThat(devices.launch(run)).isNotDone();
        assertThat(first.runs).hasSize(1);
    }

    @Test
    void refusesADeviceNamedTwice() {
        assertThatThrownBy(() -> new FreeDevice(List.of(first, first)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("named twice");
    }

    private static final class Device implements Launcher {
        private final String name;
        private final List<CompletableFuture<Void>> runs = new ArrayList<>();
        private boolean broken;

        Device(String name) {
            this.name = name;
        }

        @Override
        public String id() {
            return "fake";
        }

        @Override
        public String description() {
            return name;
        }

        @Override
        public CompletableFuture<Void> launch(RunFolder run) {
            if (broken) {
                throw new IllegalStateException("no process");
            }
            CompletableFuture<Void> ends = new CompletableFuture<>();
            runs.add(ends);
            return ends;
        }
    }
}
