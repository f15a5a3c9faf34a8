package org.isogloss.ui.runs;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.isogloss.base.BadInputException;
import org.isogloss.launch.StudyQueue;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunLock;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.isogloss.ui.words.Words;

/**
 * Looks at the shelf again and again: which runs there are, and what is new with each.
 *
 * <p>A look takes a bounded time; a shelf full of long logs is read over several looks. Runs that
 * have ended, and the shelf itself, are looked at less often.
 */
final class RunWatch {
    private static final Words WORDS = Words.of(RunWatch.class);

    private static final int SELDOM = 8;
    private static final long BUDGET = TimeUnit.MILLISECONDS.toNanos(250);

    private final RunShelf shelf;
    private final Map<RunFolder, RunFollower> followers = new LinkedHashMap<>();
    private final Map<RunFolder, RunNews> told = new HashMap<>();
    private final Set<RunFolder> unreadable = new HashSet<>();
    private final Map<String, List<String>> deaths = new HashMap<>();
    private final Map<String, String> brokenQueues = new HashMap<>();
    private final Instant made = Instant.now();
    private int looks;

    RunWatch(RunShelf shelf) {
        this.shelf = shelf;
    }

    /**
     * What a look found.
     *
     * @param runs every run on the shelf that can be read, in its order
     * @param news what is new, by run
     * @param problems runs that cannot be read, each told once
     */
    record Look(
            List<RunFollower> runs,
            Map<RunFollower, RunNews> news,
            List<RuntimeException> problems) {}

    /**
     * Makes the next look tell everything, because what the last ones told may not have arrived.
     */
    synchronized void forgetTold() {
        told.clear();
        looks = 0;
    }

    /** Looks at the shelf. */
    synchronized Look look() {
        boolean all = looks++ % SELDOM == 0;
        List<RuntimeException> problems = all ? find() : new ArrayList<>();
        long until = System.nanoTime() + BUDGET;
        Map<String, Boolean> studies = new HashMap<>();
        Map<String, List<RunFolder>> queues = new HashMap<>();
        Map<RunFollower, RunNews> news = new LinkedHashMap<>();
        for (RunFollower run : followers.values()) {
            boolean known = told.containsKey(run.folder());
            if ((known && run.quiet() && !all) || System.nanoTime() > until) {
                continue;
            }
            boolean inStudy = studies.computeIfAbsent(run.spec().study(), this::workedThrough);
            try {
                int place =
                        !inStudy
                                ? 0
                                : 1
                                        + queues.computeIfAbsent(
                                                        run.spec().study(),
                                                        study -> queue(study, problems))
                                                .indexOf(run.folder());
                RunNews now = run.look(inStudy, place);
                if (!now.equals(told.put(run.folder(), now))) {
                    news.put(run, now);
                }
            } catch (BadInputException | UncheckedIOException e) {
                if (unreadable.add(run.folder())) {
                    problems.add(e);
                }
            }
        }
        if (all) {
            tellOfDeadStudies(problems);
        }
        return new Look(List.copyOf(followers.values()), news, problems);
    }

    /** The runs of a study that waited when they were last looked at, as they will be started. */
    private List<RunFolder> queue(String study, List<RuntimeException> problems) {
        List<RunFolder> planned =
                followers.values().stream()
                        .filter(run -> run.spec().study().equals(study))
                        .filter(run -> waits(told.get(run.folder())))
                        .sorted(
                                Comparator.comparing(RunFollower::created)
                                        .thenComparing(run -> run.folder().id()))
                        .map(RunFollower::folder)
                        .toList();
        try {
            return StudyQueue.read(shelf, study).ordered(planned, RunFolder::id);
        } catch (BadInputException | UncheckedIOException unreadable) {
            if (!unreadable.getMessage().equals(brokenQueues.put(study, unreadable.getMessage()))) {
                problems.add(unreadable);
            }
            return planned;
        }
    }

    private static boolean waits(RunNews news) {
        return news != null
                && news.phase() == RunPhase.WAITING
                && !news.queued()
                && !news.cancelAsked();
    }

    /** The last words of the process of a study, if it ended with an error. */
    List<String> studyError(String study) {
        return StudyLog.of(shelf, study).lastError();
    }

    /**
     * Tells once of a study's process that has just ended with an error, its runs still waiting.
     */
    private void tellOfDeadStudies(List<RuntimeException> problems) {
        Set<String> forsaken = new HashSet<>();
        told.forEach(
                (folder, news) -> {
                    if (news.forsaken() && followers.containsKey(folder)) {
                        forsaken.add(followers.get(folder).spec().study());
                    }
                });
        for (String study : forsaken) {
            StudyLog log = StudyLog.of(shelf, study);
            List<String> lines = log.writtenAfter(made) ? log.lastError() : List.of();
            if (!lines.isEmpty() && !lines.equals(deaths.put(study, lines))) {
                problems.add(
                        new BadInputException(
                                WORDS.text(
                                        "runWatch.theProcessOfStudy",
                                        study,
                                        String.join("\n", lines))));
            }
        }
    }

    private List<RuntimeException> find() {
        List<RuntimeException> problems = new ArrayList<>();
        List<RunFolder> present = shelf.runs();
        followers.keySet().retainAll(new HashSet<>(present));
        told.keySet().retainAll(followers.keySet());
        for (RunFolder folder : present) {
            if (!followers.containsKey(folder) && !unreadable.contains(folder)) {
                try {
                    followers.put(folder, new RunFollower(folder));
                } catch (BadInputException | UncheckedIOException e) {
                    unreadable.add(folder);
                    problems.add(e);
                }
            }
        }
        return problems;
    }

    private boolean workedThrough(String study) {
        return RunLock.held(shelf.studyLock(study));
    }
}
