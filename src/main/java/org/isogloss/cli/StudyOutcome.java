package org.isogloss.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunState;

/** What the runs of a study came to, in print. */
final class StudyOutcome {
    private StudyOutcome() {}

    /** Prints what the runs came to; a failure weighs more than a run that is left to do. */
    static int print(List<RunFolder> ended, PrintWriter out, PrintWriter err) {
        new StudyTable(ended).lines().forEach(out::println);
        boolean left = false;
        boolean failed = false;
        for (RunFolder run : ended) {
            RunState state = run.state();
            if (state.phase() == RunPhase.CANCELLED || state.phase() == RunPhase.WAITING) {
                left = true;
            } else if (state.phase() == RunPhase.DROPPED) {
                out.println(run.id() + ": " + state.message());
            } else if (state.phase() != RunPhase.FINISHED) {
                failed = true;
                String phase = state.phase().word();
                err.println(
                        run.id() + ": " + (state.message().isEmpty() ? phase : state.message()));
                run.lastLogLines(10).forEach(err::println);
            }
        }
        // Last, so that a file that cannot be read hides no failure.
        rankings(ended).forEach(out::println);
        return failed ? ExitCode.FAILED : left ? ExitCode.CANCELLED : ExitCode.OK;
    }

    /** The settings of a study ranked on each collection, where there are several. */
    private static List<String> rankings(List<RunFolder> ended) {
        List<String> collections =
                ended.stream().flatMap(run -> run.scored().stream()).distinct().toList();
        List<String> lines = new ArrayList<>();
        for (String collection : collections) {
            List<RunFolder> scored =
                    ended.stream().filter(run -> run.scored().contains(collection)).toList();
            List<NamedRuns> settings = NamedRuns.bySetting(scored, collection);
            if (settings.size() > 1) {
                lines.add("");
                lines.addAll(new RankingTable(NamedRuns.ranking(settings)).lines());
            }
        }
        return lines;
    }
}
