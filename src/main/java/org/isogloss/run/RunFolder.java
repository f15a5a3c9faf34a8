package org.isogloss.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.isogloss.analysis.Evaluation;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.ExperimentSpec;

/**
 * One run's folder, {@code runs/<study>/<run id>/}: the only class that knows its file names.
 *
 * <p>The folder is the contract between window, terminal and other programs. It can be moved,
 * mailed and deleted as a whole.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {
    private static final String SPEC = "spec.json";
    private static final String ZERO_SHOT = "zero-shot.json";
    private static final String MODEL_SIZE = "model-size.json";
    private static final String EXPOSURE = "exposure.json";
    private static final String ENVIRONMENT = "environment.json";

    private static final int LOG_END = 1 << 16;

    /**
     * Makes a run's folder, or finds the one an earlier start of the same spec made.
     *
     * @throws BadInputException if a folder of that id holds another spec
     */
    public static RunFolder create(Path runs, ExperimentSpec spec, Map<String, String> sha256) {
        RunFolder folder = new RunFolder(runs.resolve(spec.study()).resolve(spec.id()));
        FrozenSpec frozen = new FrozenSpec(Environment.version(), spec, sha256);
        if (Files.exists(folder.file(SPEC))) {
            FrozenSpec found = folder.frozen();
            if (!found.spec().equals(spec) || !found.sha256().equals(frozen.sha256())) {
                throw BadInputException.in(
                        folder.path,
                        "holds a run of the same name with another spec or other data; give the"
                                + " study another name, or delete that folder to run it anew");
            }
            return folder;
        }
        try {
            Files.createDirectories(folder.path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder.path, e);
        }
        JsonFile.write(folder.file(SPEC), frozen);
        try (EventLog log = folder.openLog(Clock.systemUTC())) {
            log.append(new RunEvent.Created());
        }
        return folder;
    }

    /**
     * Opens an existing run's folder.
     *
     * @throws BadInputException if it is none
     */
    public static RunFolder open(Path path) {
        if (!isOne(path)) {
            throw BadInputException.in(path, "is not a run: it has no spec.json");
        }
        return new RunFolder(path.toAbsolutePath().normalize());
    }

    /**
     * A run in the same study that differs in its seed only: its folder is made, or found.
     *
     * @throws BadInputException if a folder of its id holds another spec
     */
    public RunFolder again(long seed) {
        FrozenSpec frozen = frozen();
        Path runs = path.toAbsolutePath().getParent().getParent();
        return create(runs, frozen.spec().withSeed(seed), frozen.sha256());
    }

    /** True if a folder holds a run. */
    public static boolean isOne(Path path) {
        return Files.isRegularFile(path.resolve(SPEC));
    }

    /** The run's id. */
    public String id() {
        return path.getFileName().toString();
    }

    /** The spec as frozen when the run was made. */
    public FrozenSpec frozen() {
        return JsonFile.read(file(SPEC), FrozenSpec.class);
    }

    /** Opens the event log for writing. */
    public EventLog openLog(Clock clock) {
        return new EventLog(events(), clock);
    }

    /** Follows the event log from its beginning. */
    public EventTail tail() {
        return new EventTail(events());
    }

    /** Follows the run from here; whoever looks more than once sees more by it. */
    public RunWatch watch() {
        return watch(Clock.systemUTC(), System::nanoTime);
    }

    RunWatch watch(Clock clock, LongSupplier nanos) {
        return new RunWatch(tail(), lockFile(), clock, nanos);
    }

    /** Where the run stands at a first look: its events folded, and whether a process holds it. */
    public RunState state() {
        return seen().state();
    }

    private RunWatch seen() {
        RunWatch watch = watch();
        watch.look();
        return watch;
    }

    /** Takes the run for this process, or returns empty if another works on it. */
    public Optional<RunLock> lock() {
        return RunLock.take(lockFile());
    }

    /** Who works on the run, or did last, in words for a sentence. */
    String holder() {
        return RunLock.holder(lockFile());
    }

    /** True if a process works on the run, at a first look; {@link RunWatch#alive} says how. */
    public boolean alive() {
        return RunLock.held(lockFile()) || (RunLock.leftElsewhere(lockFile()) && seen().alive());
    }

    /** Asks the run to stop; it does so between two steps. */
    public void requestCancel() {
        mark(cancelMarker(), true);
    }

    /** Asks the run to stand still, or to go on. */
    public void requestPause(boolean pause) {
        mark(pauseMarker(), pause);
    }

    /** True if the run has been asked to stop. */
    public boolean cancelRequested() {
        return Files.exists(cancelMarker());
    }

    /** True if the run has been asked to stand still. */
    public boolean pauseRequested() {
        return Files.exists(pauseMarker());
    }

    /** Forgets what was asked of an earlier process, because the run is started again. */
    public void clearRequests() {
        mark(cancelMarker(), false);
        mark(pauseMarker(), false);
    }

    /** What the run was submitted to a scheduler as. */
    public Path job() {
        return file("job.json");
    }

    /** What a scheduler starts. */
    public Path jobScript() {
        return file("job.sh");
    }

    /** The exit code that a job's script left; empty if it left none. */
    public Optional<Integer> jobExit(String job) {
        if (!Files.exists(jobExit())) {
            return Optional.empty();
        }
        try {
            String[] words = Files.readString(jobExit()).strip().split(" ", 2);
            return words.length == 2 && words[0].equals(job) && words[1].matches("[0-9]{1,3}")
                    ? Optional.of(Integer.parseInt(words[1]))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jobExit(), e);
        }
    }

    /** Forgets what the run was submitted as, because it is submitted anew. */
    public void forgetJob() {
        try {
            Files.deleteIfExists(jobExit());
            Files.deleteIfExists(job());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + path, e);
        }
    }

    private Path jobExit() {
        return file("job.exit");
    }

    /** Writes down the machine the run runs on. */
    public void saveEnvironment(Environment environment) {
        JsonFile.write(file(ENVIRONMENT), environment);
    }

    /** The machine the run ran on last; empty before it ran. */
    public Optional<Environment> environment() {
        Path file = file(ENVIRONMENT);
        return Files.exists(file)
                ? Optional.of(JsonFile.read(file, Environment.class))
                : Optional.empty();
    }

    /** When something last happened to the run; the epoch if nothing ever did. */
    public Instant changed() {
        if (!Files.exists(events())) {
            return Instant.EPOCH;
        }
        try {
            return Files.getLastModifiedTime(events()).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + events(), e);
        }
    }

    /** What the zero-shot guard found; empty if it was not asked yet, or in runs older than it. */
    public Optional<ZeroShot> zeroShot() {
        return Files.exists(file(ZERO_SHOT))
                ? Optional.of(JsonFile.read(file(ZERO_SHOT), ZeroShot.class))
                : Optional.empty();
    }

    /** How many weights its model has; empty in runs older than this. */
    Optional<ModelSize> modelSize() {
        return Files.exists(file(MODEL_SIZE))
                ? Optional.of(JsonFile.read(file(MODEL_SIZE), ModelSize.class))
                : Optional.empty();
    }

    /** Writes down how many weights its model has. */
    void saveModelSize(ModelSize size) {
        JsonFile.write(file(MODEL_SIZE), size);
    }

    /** How often each pair of languages was trained; empty in runs older than this. */
    public Optional<Exposure> exposure() {
        return Files.exists(file(EXPOSURE))
                ? Optional.of(JsonFile.read(file(EXPOSURE), Exposure.class))
                : Optional.empty();
    }

    /** Writes down how often each pair of languages was trained. */
    void saveExposure(Exposure exposure) {
        JsonFile.write(file(EXPOSURE), exposure);
    }

    /** Writes down what the zero-shot guard found. */
    void saveZeroShot(ZeroShot zeroShot) {
        JsonFile.write(file(ZERO_SHOT), zeroShot);
    }

    /** The checkpoints' folder. */
    public Path checkpoints() {
        return file("checkpoints");
    }

    /** The vocabulary of a model made from scratch. */
    public Path tokenizer() {
        return file("tokenizer.json");
    }

    /** Replaces the README of the model. */
    void saveModelCard(String text) {
        AtomicFile.writeText(model().resolve("README.md"), text);
    }

    /** The best checkpoint as a complete model directory. */
    public Path model() {
        return file("model");
    }

    /** What the process wrote to its standard output and error. */
    public Path processLog() {
        return file("process.log");
    }

    /** The last lines of the end of the process's output; empty if there is none. */
    public List<String> lastLogLines(int count) {
        if (!Files.exists(processLog())) {
            return List.of();
        }
        try (FileChannel channel = FileChannel.open(processLog())) {
            long start = Math.max(0, channel.size() - LOG_END);
            ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - start));
            channel.read(bytes, start);
            // Native libraries write what they like; a byte that is no UTF-8 spoils only itself.
            List<String> all =
                    new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
            return all.subList(Math.max(0, all.size() - count), all.size());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + processLog(), e);
        }
    }

    /** The results on one test collection. */
    public ResultFolder results(String collection) {
        return new ResultFolder(file("results").resolve(collection));
    }

    /** The names of the collections the run is scored on, in the order of its spec. */
    public List<String> scored() {
        return frozen().spec().recipe().evaluation().stream()
                .map(DataSource::name)
                .filter(name -> Files.exists(results(name).summary()))
                .toList();
    }

    /** The evaluations the run has finished, in the order of its spec. */
    public List<Evaluation> evaluations() {
        return frozen().spec().recipe().evaluation().stream()
                .map(source -> results(source.name()).evaluation())
                .flatMap(Optional::stream)
                .toList();
    }

    private Path events() {
        return file("events.jsonl");
    }

    private Path lockFile() {
        return file("run.lock");
    }

    private Path cancelMarker() {
        return file("cancel");
    }

    private Path pauseMarker() {
        return file("pause");
    }

    private Path file(String name) {
        return path.resolve(name);
    }

    private static void mark(Path marker, boolean present) {
        try {
            if (present) {
                if (!Files.exists(marker)) {
                    AtomicFile.writeText(marker, "");
                }
            } else {
                Files.deleteIfExists(marker);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot change " + marker, e);
        }
    }
}
