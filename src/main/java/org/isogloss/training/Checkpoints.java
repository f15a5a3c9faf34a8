package org.isogloss.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;

/**
 * The checkpoints of one run: a folder each, written beside its place and then moved there.
 *
 * <p>The last two are kept, and the best step that each of them knows. One that is found broken is
 * renamed to {@code step-000015.broken}, for a user to look at while the run goes on, and never
 * read again; it is removed when training has come to its end.
 */
final class Checkpoints {
    private static final String PREFIX = "step-";
    private static final String PART = ".part";
    private static final String BROKEN = ".broken";
    private static final String DYING = ".old.part";
    private static final int KEPT = 2;

    private final Path folder;
    private final RunIdentity run;
    private final TrainingListener listener;

    Checkpoints(Path folder, RunIdentity run, TrainingListener listener) {
        this.folder = folder;
        this.run = run;
        this.listener = listener;
        try {
            Files.createDirectories(folder);
            removeWhatWasDying();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Writes a checkpoint and removes those no longer needed. */
    void save(TrainingState state, NDList weights, Map<String, NDArray> optimizer) {
        Path place = folder(state.step());
        Path aside = folder.resolve(Checkpoint.folderName(state.step()) + PART);
        try {
            delete(aside);
            write(aside, state, weights, optimizer);
            remove(place); // left there by a run that went on from an earlier checkpoint
            AtomicFile.move(aside, place);
            prune(state);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + place + ": " + e.getMessage(), e);
        }
        listener.checkpoint(state.step(), place);
    }

    /** A checkpoint that cannot be finished gives its space back, for the log to say why. */
    private void write(
            Path aside, TrainingState state, NDList weights, Map<String, NDArray> optimizer)
            throws IOException {
        try {
            new Checkpoint(aside).write(state, run, weights, optimizer);
        } catch (UncheckedIOException e) {
            delete(aside);
            throw e;
        }
    }

    /**
     * Puts weights and the optimizer back as the newest whole checkpoint has them.
     *
     * @return where training stood, or empty if there is no checkpoint, or none that is whole
     * @throws BadInputException if the checkpoints are of other settings
     */
    Optional<TrainingState> resume(NDList weights, Map<String, NDArray> optimizer) {
        List<Path> newestFirst = all();
        for (Path path : newestFirst) {
            Checkpoint checkpoint = new Checkpoint(path);
            Optional<Checkpoint.Saved> whole = whole(checkpoint);
            if (whole.isPresent()) {
                Checkpoint.Saved saved = whole.get();
                refuseOtherRun(saved, path);
                checkpoint.readWeights(weights);
                checkpoint.readOptimizer(optimizer);
                TrainingState state = saved.state();
                listener.resumed(state.step(), path);
                return Optional.of(state);
            }
        }
        if (!newestFirst.isEmpty()) {
            listener.warned(
                    "no checkpoint in " + folder + " is whole, so training starts from step 0");
        }
        return Optional.empty();
    }

    /** Puts the weights of a step back. */
    void restore(int step, NDList weights) {
        Checkpoint checkpoint = new Checkpoint(folder(step));
        checkpoint.check();
        checkpoint.readWeights(weights);
    }

    /** Removes what was set aside: once training has come to its end nobody goes back there. */
    void removeBroken() {
        for (Path broken : ending(BROKEN)) {
            discard(broken);
        }
    }

    private Optional<Checkpoint.Saved> whole(Checkpoint checkpoint) {
        try {
            Checkpoint.Saved saved = checkpoint.check();
            int best = saved.state().bestStep();
            if (best > 0 && best != saved.state().step()) {
                new Checkpoint(folder(best)).check();
            }
            return Optional.of(saved);
        } catch (BadInputException e) {
            listener.warned(
                    "the checkpoint "
                            + checkpoint.folder().getFileName()
                            + " cannot be used, an earlier one is tried and it is kept as "
                            + setAside(checkpoint.folder()).getFileName()
                            + ": "
                            + e.getMessage());
            return Optional.empty();
        }
    }

    /** Under its own name it would be one of the two that are kept, in place of a whole one. */
    private Path setAside(Path broken) {
        Path aside = folder.resolve(broken.getFileName() + BROKEN);
        try {
            delete(aside);
            AtomicFile.move(broken, aside);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rename " + broken + ": " + e.getMessage(), e);
        }
        return aside;
    }

    private void refuseOtherRun(Checkpoint.Saved saved, Path path) {
        if (!saved.run().equals(run)) {
            throw BadInputException.in(
                    path,
                    "was made with another seed or other settings; restore those, or delete "
                            + folder
                            + " to train anew");
        }
    }

    private void prune(TrainingState newest) {
        Set<Path> needed = new HashSet<>(Set.of(folder(newest.bestStep())));
        List<Path> newestFirst = all();
        for (Path kept : newestFirst.subList(0, Math.min(KEPT, newestFirst.size()))) {
            needed.add(kept);
            needed.add(folder(bestOf(new Checkpoint(kept))));
        }
        for (Path path : newestFirst) {
            if (!needed.contains(path)) {
                discard(path);
            }
        }
    }

    /** On Windows a file that was mapped stays until the mapping is collected: then next time. */
    private void discard(Path old) {
        try {
            remove(old);
        } catch (IOException e) {
            listener.warned("an old checkpoint stays for now: " + e.getMessage());
        }
    }

    private static int bestOf(Checkpoint checkpoint) {
        try {
            return checkpoint.saved().state().bestStep();
        } catch (BadInputException broken) {
            return 0; // resuming skips it, and so needs nothing for it
        }
    }

    private Path folder(int step) {
        return folder.resolve(Checkpoint.folderName(step));
    }

    private List<Path> all() {
        try (Stream<Path> found = Files.list(folder)) {
            return new ArrayList<>(
                    found.filter(path -> path.getFileName().toString().matches(PREFIX + "\\d+"))
                            .sorted(Comparator.comparingInt(Checkpoints::step).reversed())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private static int step(Path path) {
        return Integer.parseInt(path.getFileName().toString().substring(PREFIX.length()));
    }

    /** Takes its name away first: a kill in between must not leave half a checkpoint under it. */
    private void remove(Path old) throws IOException {
        if (Files.exists(old)) {
            Path dying = folder.resolve(old.getFileName() + DYING);
            delete(dying);
            AtomicFile.move(old, dying);
            delete(dying);
        }
    }

    /** A kill while a checkpoint was removed leaves the rest of it under a name of its own. */
    private void removeWhatWasDying() throws IOException {
        for (Path path : ending(DYING)) {
            delete(path);
        }
    }

    private List<Path> ending(String end) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(path -> path.getFileName().toString().endsWith(end)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(tree)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
