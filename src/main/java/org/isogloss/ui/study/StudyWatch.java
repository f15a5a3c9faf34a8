package org.isogloss.ui.study;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isogloss.analysis.Evaluation;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.run.EventTail;
import org.isogloss.run.LoggedEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunLock;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.isogloss.run.RunState;

/** Looks at studies again and again, reading only what is new. One thread at a time may look. */
public final class StudyWatch {
    private final RunShelf shelf;
    private final Map<Path, Watched> watched = new HashMap<>();
    private final Set<Path> unreadable = new HashSet<>();

    public StudyWatch(RunShelf shelf) {
        this.shelf = shelf;
    }

    /** The names of the studies on the shelf. */
    public List<String> studies() {
        return shelf.studies();
    }

    /** A study as it stands now; {@link StudySnapshot#NONE} if it has no runs. */
    public synchronized StudySnapshot look(String study) {
        List<StudyRun> runs = new ArrayList<>();
        for (RunFolder folder : shelf.runs(study)) {
            look(folder).ifPresent(runs::add);
        }
        return runs.isEmpty() ? StudySnapshot.NONE : ordered(study, runs);
    }

    /** A run whose files cannot be read is told of once and left out; the others are shown. */
    private Optional<StudyRun> look(RunFolder folder) {
        try {
            return Optional.of(
                    watched.computeIfAbsent(folder.path(), path -> new Watched(folder)).look());
        } catch (BadInputException | UncheckedIOException e) {
            if (unreadable.add(folder.path())) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private StudySnapshot ordered(String name, List<StudyRun> runs) {
        boolean working = RunLock.held(shelf.studyLock(name));
        Path file = shelf.studyFile(name);
        if (!Files.exists(file)) {
            return new StudySnapshot(name, name, working, runs);
        }
        Study study;
        try {
            study = JsonFile.read(file, Study.class);
        } catch (BadInputException e) {
            if (unreadable.add(file)) {
                throw e;
            }
            return new StudySnapshot(name, name, working, runs);
        }
        List<StrategyChoice> order = study.strategies();
        List<StudyRun> sorted = new ArrayList<>(runs);
        sorted.sort(
                Comparator.comparingInt((StudyRun run) -> place(order, run.spec().strategy()))
                        .thenComparing(run -> run.spec().seed()));
        return new StudySnapshot(name, study.title(), working, sorted);
    }

    private static int place(List<StrategyChoice> order, StrategyChoice strategy) {
        int place = order.indexOf(strategy);
        return place < 0 ? order.size() : place;
    }

    /** What is known of one run. */
    private static final class Watched {
        private final RunFolder folder;
        private final EventTail tail;
        private final ExperimentSpec spec;
        private RunState state = RunState.NONE;
        private List<Evaluation> evaluations = List.of();

        Watched(RunFolder folder) {
            this.folder = folder;
            this.tail = folder.tail();
            this.spec = folder.frozen().spec();
        }

        StudyRun look() {
            List<LoggedEvent> news = tail.poll();
            for (LoggedEvent event : news) {
                state = state.after(event);
            }
            RunState seen = state.seen(folder.alive(), Instant.now());
            if (seen.phase() != RunPhase.FINISHED) {
                evaluations = List.of();
            } else if (evaluations.isEmpty() || !news.isEmpty()) {
                evaluations = folder.evaluations();
            }
            return new StudyRun(spec, seen.phase(), evaluations);
        }
    }
}
