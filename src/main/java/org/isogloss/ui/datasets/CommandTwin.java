package org.isogloss.ui.datasets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isogloss.corpus.format.ReadOptions;
import org.isogloss.ui.command.CommandLine;

/** What to type in a terminal to have what the window does. */
final class CommandTwin {
    private CommandTwin() {}

    /** Reads a data set and says what is in it. */
    static String inspect(Path path, ReadOptions options) {
        List<String> words =
                new ArrayList<>(List.of("isogloss", "data", "inspect", path.toString()));
        options.format().ifPresent(id -> words.addAll(List.of("--format", id)));
        options.questionLang().ifPresent(l -> words.addAll(List.of("--question-lang", l.tag())));
        options.answerLang().ifPresent(l -> words.addAll(List.of("--answer-lang", l.tag())));
        options.split().ifPresent(name -> words.addAll(List.of("--split", name)));
        options.subset().ifPresent(name -> words.addAll(List.of("--subset", name)));
        options.columns()
                .forEach((role, column) -> words.addAll(List.of("--column", role + "=" + column)));
        return CommandLine.of(words);
    }

    /** Looks for evaluation sets in training sets. */
    static String overlap(List<Path> training, List<Path> evaluation) {
        List<String> words = new ArrayList<>(List.of("isogloss", "data", "overlap", "--training"));
        training.forEach(path -> words.add(path.toString()));
        words.add("--evaluation");
        evaluation.forEach(path -> words.add(path.toString()));
        return CommandLine.of(words);
    }
}
