package org.isogloss.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.TrainingSet;

/**
 * What the zero-shot guard found for another run of the same study: runs that differ in strategy,
 * backbone or seed mostly have the same data, and need not be compared with the test collections
 * again.
 */
record StudyGuard(RunFolder run) {

    /**
     * The finding of the first run, by id, that the same version made of the very same data; empty
     * if there is none. A run that cannot be read is passed over.
     */
    Optional<ZeroShot> found() {
        FrozenSpec own = run.frozen();
        return siblings().stream()
                .map(other -> finding(other, own))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<ZeroShot> finding(RunFolder other, FrozenSpec own) {
        try {
            FrozenSpec theirs = other.frozen();
            return theirs.version().equals(own.version())
                            && own.version().equals(Environment.version())
                            && sameData(theirs, own)
                            && sameBefore(theirs, own)
                    ? other.zeroShot()
                    : Optional.empty();
        } catch (BadInputException | UncheckedIOException unreadable) {
            return Optional.empty(); // the guard then looks itself
        }
    }

    private List<RunFolder> siblings() {
        try (Stream<Path> folders = Files.list(run.path().toAbsolutePath().getParent())) {
            return folders.filter(folder -> !folder.equals(run.path().toAbsolutePath()))
                    .filter(RunFolder::isOne)
                    .sorted()
                    .map(RunFolder::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the runs beside " + run.path(), e);
        }
    }

    /** Whether two backbones learnt from the same data before. */
    private static boolean sameBefore(FrozenSpec other, FrozenSpec own) {
        List<RunFolder> theirs = EarlierTraining.of(other.spec().backbone()).runs();
        List<RunFolder> mine = EarlierTraining.of(own.spec().backbone()).runs();
        return theirs.size() == mine.size()
                && IntStream.range(0, mine.size())
                        .allMatch(
                                i ->
                                        theirs.get(i).equals(mine.get(i))
                                                || sameData(
                                                        theirs.get(i).frozen(),
                                                        mine.get(i).frozen()));
    }

    private static boolean sameData(FrozenSpec other, FrozenSpec own) {
        Recipe theirs = other.spec().recipe();
        Recipe mine = own.spec().recipe();
        return theirs.training().equals(mine.training())
                && theirs.validation().equals(mine.validation())
                && theirs.evaluation().equals(mine.evaluation())
                && theirs.languages().equals(mine.languages())
                && theirs.excludeOverlap().equals(mine.excludeOverlap())
                && Stream.of(
                                mine.training().stream().map(TrainingSet::path),
                                mine.validation().stream().map(DataSource::path),
                                mine.evaluation().stream().map(DataSource::path))
                        .flatMap(paths -> paths)
                        .allMatch(
                                path ->
                                        own.sha256().containsKey(path)
                                                && Objects.equals(
                                                        own.sha256().get(path),
                                                        other.sha256().get(path)));
    }
}
