package org.isogloss.ui.start;

import java.util.Optional;
import org.isogloss.launch.BenchProcess;

/** A measurement that goes as the test says. */
final class FakeBench implements BenchProcess.Running {
    private volatile Optional<Integer> exit = Optional.empty();
    private volatile String said = "";

    void says(String words) {
        said = words;
    }

    void ends(int code) {
        exit = Optional.of(code);
    }

    @Override
    public Optional<Integer> exit() {
        return exit;
    }

    @Override
    public String said() {
        return said;
    }

    @Override
    public void cancel() {
        exit = Optional.of(4);
    }
}
