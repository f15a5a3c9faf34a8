package org.isogloss.ui.bias;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isogloss.report.StrategyScores;
import org.isogloss.report.StudyRun;
import org.isogloss.retrieval.Score;
import org.isogloss.ui.command.CommandLine;
import org.isogloss.ui.study.StudySelection;

/**
 * What to type in a terminal to have what the parts of the place Bias show; empty while they show
 * nothing.
 */
final class CommandTwin {
    private final BiasViewModel model;
    private final StudySelection selection;

    CommandTwin(BiasViewModel model) {
        this.model = model;
        selection = model.selection();
    }

    /** Prints every measure of every strategy, by question language too. */
    String measures() {
        if (model.shown().get().isEmpty()) {
            return "";
        }
        List<String> words = words("measures", selection.folder());
        words.addAll(List.of("--collection", selection.collection().get()));
        if (selection.backbones().size() > 1) {
            words.addAll(List.of("--backbone", selection.backbone().get()));
        }
        return CommandLine.of(words);
    }

    /** Compares the rank distances of two strategies: of one seed, or of all. */
    String shift() {
        return found().filter(now -> now.base().isPresent()).map(this::shift).orElse("");
    }

    private String shift(ComparedRuns.Found now) {
        List<String> words = words("compare");
        if (now.more().isEmpty()) {
            now.runs().forEach(run -> words.add(folder(run)));
        } else {
            words.addAll(List.of("--study", selection.folder()));
            words.addAll(List.of("--a", side(now.strategy())));
            words.addAll(List.of("--b", side(now.base().orElseThrow())));
        }
        words.addAll(List.of("--collection", now.strategy().collection()));
        words.addAll(List.of("--measure", Score.RANK_DISTANCE));
        return CommandLine.of(words);
    }

    /** Asks all runs looked at the question looked at. */
    String question() {
        return found().flatMap(
                        now -> model.microscope().question().map(one -> query(now, one.id())))
                .orElse("");
    }

    private static String query(ComparedRuns.Found now, String id) {
        List<StudyRun> runs = now.everyRun();
        List<String> words = words("query", folder(runs.get(0)));
        runs.stream().skip(1).forEach(run -> words.addAll(List.of("--compare", folder(run))));
        words.addAll(List.of("--collection", now.strategy().collection(), "--id", id));
        return CommandLine.of(words);
    }

    /** Measures the erasures of the runs on the maps. */
    String erasures() {
        return found().map(CommandTwin::erasures).orElse("");
    }

    private static String erasures(ComparedRuns.Found now) {
        List<String> words = words("erasure");
        now.runs().forEach(run -> words.add(folder(run)));
        words.addAll(List.of("--collection", now.strategy().collection()));
        return CommandLine.of(words);
    }

    private Optional<ComparedRuns.Found> found() {
        return model.runs().found().get();
    }

    private static List<String> words(String... first) {
        List<String> words = new ArrayList<>(List.of("isogloss"));
        words.addAll(List.of(first));
        return words;
    }

    private static String folder(StudyRun run) {
        return run.folder().path().toString();
    }

    /** As the command names the settings of a study. */
    private static String side(StrategyScores strategy) {
        return strategy.strategy().slug() + "-" + strategy.backbone();
    }
}
