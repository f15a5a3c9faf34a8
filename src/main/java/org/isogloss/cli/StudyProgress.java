package org.isogloss.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunState;

/** Shows how the runs of a study are doing: one line that changes on a terminal, else new lines. */
final class StudyProgress {
    private final PrintWriter out;
    private final boolean terminal;
    private final Map<RunFolder, String> shown = new HashMap<>();

    StudyProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(RunFolder run, RunState state) {
        boolean training = state.phase() == RunPhase.RUNNING && activity(state).isEmpty();
        if (training && state.step() == state.steps()) {
            return; // between two pieces of work
        }
        if (terminal && state.phase() == RunPhase.RUNNING) {
            out.print("\r" + line(run, state) + "\u001B[K");
            out.flush();
            return;
        }
        String coarse =
                state.phase() + activity(state) + waiting(state) + (int) (4 * state.progress());
        if (!coarse.equals(shown.put(run, coarse))) {
            out.println((terminal ? "\r" : "") + line(run, state) + (terminal ? "\u001B[K" : ""));
        }
    }

    void end() {
        if (terminal) {
            out.println();
        }
    }

    private static String line(RunFolder run, RunState state) {
        StringBuilder line = new StringBuilder(run.id());
        line.append(": ").append(state.phase().name().toLowerCase(Locale.ROOT));
        if (!waiting(state).isEmpty()) {
            line.append(": ").append(waiting(state));
        } else if (!activity(state).isEmpty()) {
            line.append(", ").append(activity(state));
        } else if (state.phase() == RunPhase.RUNNING && state.step() > 0) {
            line.append(
                    String.format(
                            Locale.ROOT,
                            ", step %d of %d, loss %.3f, %,.0f tokens/s",
                            state.step(),
                            state.steps(),
                            state.loss(),
                            state.tokensPerSecond()));
            state.remaining().map(StudyProgress::words).ifPresent(line::append);
        }
        return line.toString();
    }

    /** Why a run waits, where a scheduler tells; or empty. */
    private static String waiting(RunState state) {
        return state.phase() == RunPhase.WAITING ? state.message() : "";
    }

    /** What goes on besides training steps, or empty. */
    private static String activity(RunState state) {
        return state.activity().equals(RunEvent.TRAINING) ? "" : state.activity();
    }

    private static String words(Duration left) {
        return String.format(
                Locale.ROOT, ", %d min %02d s left", left.toMinutes(), left.toSecondsPart());
    }
}
