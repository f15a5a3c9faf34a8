package org.isogloss.launch;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isogloss.base.BadInputException;
import org.isogloss.run.RunFolder;

/**
 * Starts each run on that of several devices of this machine on which the fewest runs compute that
 * it has started itself; of equals on the first.
 */
public final class FreeDevice implements Launcher {
    private final Map<Launcher, Integer> busy = new LinkedHashMap<>();

    /**
     * @param devices one for each device
     * @throws BadInputException if there is none, or one is named twice
     */
    public FreeDevice(List<? extends Launcher> devices) {
        devices.forEach(device -> busy.put(device, 0));
        if (busy.isEmpty() || busy.size() < devices.size()) {
            throw new BadInputException(
                    "the devices to compute on, "
                            + devices.stream()
                                    .map(Launcher::description)
                                    .collect(Collectors.joining("; "))
                            + ", must be at least one, and none of them named twice");
        }
    }

    @Override
    public String id() {
        return "local";
    }

    @Override
    public synchronized String description() {
        return busy.keySet().stream().map(Launcher::description).collect(Collectors.joining("; "));
    }

    @Override
    public CompletableFuture<Void> launch(RunFolder run) {
        return onFree(device -> device.launch(run));
    }

    @Override
    public CompletableFuture<Void> launchUntil(int step, RunFolder run) {
        return onFree(device -> device.launchUntil(step, run));
    }

    private CompletableFuture<Void> onFree(Function<Launcher, CompletableFuture<Void>> launch) {
        Launcher device = take();
        try {
            return launch.apply(device).whenComplete((done, failure) -> give(device));
        } catch (RuntimeException e) {
            give(device);
            throw e;
        }
    }

    private synchronized Launcher take() {
        Launcher free =
                busy.entrySet().stream()
                        .min(Comparator.comparingInt(Map.Entry::getValue))
                        .orElseThrow()
                        .getKey();
        busy.merge(free, 1, Integer::sum);
        return free;
    }

    private synchronized void give(Launcher device) {
        busy.merge(device, -1, Integer::sum);
    }
}
