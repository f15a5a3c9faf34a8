package org.isogloss.ui.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.isogloss.report.StrategyScores;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunLock;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.isogloss.run.RunState;
import org.isogloss.ui.words.Words;

/**
 * Notices what became of runs, wherever the user is: one that failed, at once; a study, when
 * nothing more of it is under way. What had ended before it first looked is no news.
 *
 * <p>For one thread at a time, and none that paints.
 */
final class RunNotices {
    private static final Words WORDS = Words.of(RunNotices.class);

    private final RunShelf shelf;
    private Set<RunFolder> working = Set.of();
    private Set<String> busy = Set.of();

    RunNotices(RunShelf shelf) {
        this.shelf = shelf;
    }

    /**
     * Something to be told.
     *
     * @param place where more is to be seen
     * @param trouble whether something is to be done about it
     */
    record Notice(String sentence, Place place, boolean trouble) {}

    /**
     * What has become of runs since the last look.
     *
     * @param alive every run a process works on now
     */
    List<Notice> look(Set<RunFolder> alive) {
        List<Notice> notices = new ArrayList<>();
        Set<String> now = new HashSet<>();
        alive.forEach(run -> now.add(study(run)));
        for (RunFolder run : working) {
            if (!alive.contains(run)) {
                trouble(run, notices);
            }
        }
        for (String study : busy) {
            if (!now.contains(study)) {
                if (RunLock.held(shelf.studyLock(study))) {
                    now.add(study); // between two of its runs
                } else {
                    ended(study, notices);
                }
            }
        }
        working = alive;
        busy = now;
        return notices;
    }

    private static String study(RunFolder run) {
        return run.path().getParent().getFileName().toString();
    }

    private static void trouble(RunFolder run, List<Notice> notices) {
        if (!RunFolder.isOne(run.path())) {
            return; // deleted meanwhile
        }
        RunState state = run.state();
        if (state.phase() == RunPhase.FAILED || state.phase() == RunPhase.DIED) {
            var spec = run.frozen().spec();
            String name = StrategyScores.style(spec.strategy()).name();
            String why =
                    state.phase() == RunPhase.FAILED
                            ? state.message()
                            : WORDS.text("notice.died", state.step());
            notices.add(
                    new Notice(
                            WORDS.text(
                                    "notice.trouble",
                                    name,
                                    Long.toString(spec.seed()),
                                    spec.study(),
                                    why),
                            Place.RUNS,
                            true));
        }
    }

    private void ended(String study, List<Notice> notices) {
        List<RunFolder> runs = shelf.runs(study);
        long finished =
                runs.stream().filter(run -> run.state().phase() == RunPhase.FINISHED).count();
        long dropped = runs.stream().filter(run -> run.state().phase() == RunPhase.DROPPED).count();
        if (finished > 0) {
            notices.add(
                    new Notice(
                            dropped == 0
                                    ? WORDS.text("notice.ended", study, finished, runs.size())
                                    : WORDS.text("notice.halved", study, finished, dropped),
                            Place.RESULTS,
                            false));
        }
    }
}
