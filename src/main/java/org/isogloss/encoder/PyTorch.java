package org.isogloss.encoder;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.Utils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.slf4j.LoggerFactory;

/**
 * Starts the native engine: the one door to it, through which every array's manager comes.
 *
 * <p>Nothing connects to a network, except that a build without processor natives on the class path
 * (the {@code cuda} profile) fetches them once, which is announced. Where another PyTorch is named
 * by {@code PYTORCH_LIBRARY_PATH}, its version must be the one the bridge was built for, because
 * any other loads and then gives wrong results.
 *
 * <p>On a machine that is shared, the process should be started with {@code
 * OMP_WAIT_POLICY=passive}: threads that wait actively for a busy core make it several times
 * slower. The environment of a running process cannot be changed, so its launcher has to do that.
 */
public final class PyTorch {
    /** The version of the natives and of the bridge to them. */
    public static final String VERSION = "2.7.1";

    private static final String OFFLINE = "ai.djl.offline";
    private static final String NO_TRACKING = "OPT_OUT_TRACKING";
    private static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";
    private static final String FLAVOR = "PYTORCH_FLAVOR";

    private static final List<String> FULL_MEMORY =
            List.of("can't allocate memory", "not enough memory", "out of memory", "alloc_failed");

    private PyTorch() {}

    /** True if an error of the engine says that the memory of its device is full. */
    public static boolean memoryFull(Throwable error) {
        String said = Objects.toString(error.getMessage(), "").toLowerCase(Locale.ROOT);
        return FULL_MEMORY.stream().anyMatch(said::contains);
    }

    /**
     * Starts the engine, or changes its thread count if it runs.
     *
     * @param threads threads of one operation, or 0 for the engine's own choice
     * @param announce hears of a download before it begins
     * @throws BadInputException if {@code PYTORCH_LIBRARY_PATH} names another version
     */
    public static void start(int threads, Consumer<String> announce) {
        engine(announce);
        if (threads > 0) {
            JniUtils.setNumThreads(threads);
        }
    }

    /**
     * A manager whose arrays live on a device until it is closed; starts the engine where needed.
     *
     * @throws BadInputException if the machine has no such graphics card
     */
    public static NDManager newManager(ComputeDevice device) {
        Engine engine = engine();
        if (device.gpu().isPresent() && device.gpu().getAsInt() >= engine.getGpuCount()) {
            throw new BadInputException(
                    "device "
                            + device
                            + " was asked for, but PyTorch "
                            + VERSION
                            + " sees "
                            + engine.getGpuCount()
                            + " graphics cards; use cpu, or a CUDA build");
        }
        return engine.newBaseManager(device.toEngine());
    }

    /**
     * Keeps the engine's libraries from connecting anywhere, unless the user has said otherwise.
     */
    static void stayOffline() {
        if (System.getProperty(OFFLINE) == null) {
            System.setProperty(OFFLINE, "true");
        }
        if (System.getProperty(NO_TRACKING) == null) {
            System.setProperty(NO_TRACKING, "true");
        }
    }

    /** The engine, started where needed; a download is announced in the log. */
    static Engine engine() {
        return engine(LoggerFactory.getLogger(PyTorch.class)::info);
    }

    private static Engine engine(Consumer<String> announce) {
        stayOffline();
        String named = Utils.getEnvOrSystemProperty(LIBRARY_PATH);
        if (named != null) {
            String flavor = InstalledPyTorch.find(named).flavor();
            if (Utils.getEnvOrSystemProperty(FLAVOR) == null) {
                System.setProperty(
                        FLAVOR, flavor); // else the engine guesses one it has no bridge for
            }
        } else if (PyTorch.class.getResource("/native/lib/pytorch.properties") == null
                && !fetched()) {
            announce.accept(
                    "PyTorch "
                            + VERSION
                            + " is fetched from publish.djl.ai to "
                            + Utils.getEngineCacheDir("pytorch")
                            + "; with CUDA this is 2 to 3 GB");
            return online();
        }
        return Engine.getEngine("PyTorch");
    }

    private static Engine online() {
        String before = System.setProperty(OFFLINE, "false");
        try {
            return Engine.getEngine("PyTorch");
        } finally {
            System.setProperty(OFFLINE, before);
        }
    }

    /** True if natives for CUDA were fetched before. */
    private static boolean fetched() {
        Path cache = Utils.getEngineCacheDir("pytorch");
        if (!Files.isDirectory(cache)) {
            return false;
        }
        try (Stream<Path> folders = Files.list(cache)) {
            return folders.filter(f -> f.getFileName().toString().startsWith(VERSION + "-cu"))
                    .anyMatch(f -> Files.exists(f.resolve(System.mapLibraryName("torch"))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + cache + ": " + e.getMessage(), e);
        }
    }
}
