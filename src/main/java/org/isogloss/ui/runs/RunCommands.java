package org.isogloss.ui.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.isogloss.ui.command.CommandLine;

/**
 * What can be asked of runs, as commands for a terminal.
 *
 * @param runs the runs
 * @param nextSeed the seed they would be trained with once more
 */
record RunCommands(List<RunRow> runs, long nextSeed) {

    /** What can be asked of them as they stand. */
    enum Ask {
        START("command.start"),
        PAUSE("command.pause"),
        RESUME("command.resume"),
        CANCEL("command.cancel"),
        AGAIN("command.again"),
        FIRST("command.first");

        private final String word;

        Ask(String word) {
            this.word = word;
        }

        /** The key of its name. */
        String word() {
            return word;
        }
    }

    /** The command of each that can be asked, in the order of the buttons. */
    Map<Ask, String> lines() {
        Map<Ask, String> lines = new LinkedHashMap<>();
        List<String> start = folders(RunNews::mayStart);
        if (!start.isEmpty()) {
            lines.put(
                    Ask.START,
                    start.stream()
                            .map(folder -> CommandLine.of(List.of("isogloss", "run", folder)))
                            .collect(Collectors.joining(" && ")));
        }
        put(lines, Ask.PAUSE, "pause", folders(RunNews::mayPause));
        put(lines, Ask.RESUME, "continue", folders(RunNews::mayResume));
        put(lines, Ask.CANCEL, "cancel", folders(RunNews::mayCancel));
        put(lines, Ask.AGAIN, "again", folders(news -> true), "--seed", Long.toString(nextSeed));
        List<RunRow> later = those(RunQueue::mayComeFirst);
        if (!later.isEmpty()) {
            String study = later.get(0).folder().path().getParent().toString();
            String ids =
                    later.stream().map(row -> row.folder().id()).collect(Collectors.joining(","));
            put(lines, Ask.FIRST, "study", List.of("queue", study), "--first", ids);
        }
        return lines;
    }

    private static void put(
            Map<Ask, String> lines, Ask ask, String verb, List<String> folders, String... options) {
        if (!folders.isEmpty()) {
            List<String> words = new ArrayList<>(List.of("isogloss", verb));
            words.addAll(folders);
            words.addAll(List.of(options));
            lines.put(ask, CommandLine.of(words));
        }
    }

    private List<String> folders(Predicate<RunNews> which) {
        return those(which).stream().map(row -> row.folder().path().toString()).toList();
    }

    private List<RunRow> those(Predicate<RunNews> which) {
        return runs.stream().filter(row -> which.test(row.news())).toList();
    }
}
