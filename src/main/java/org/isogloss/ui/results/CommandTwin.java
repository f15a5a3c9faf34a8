package org.isogloss.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import org.isogloss.figure.Numbers;
import org.isogloss.report.CellMeasure;
import org.isogloss.report.LanguageOrder;
import org.isogloss.ui.command.CommandLine;
import org.isogloss.ui.study.StudySelection;

/** What to type in a terminal to have what the place Results shows. */
final class CommandTwin {
    private final ResultsViewModel model;
    private final StudySelection selection;
    private final StringBinding heatmaps;

    CommandTwin(ResultsViewModel model) {
        this.model = model;
        selection = model.selection();
        heatmaps =
                Bindings.createStringBinding(
                        this::line,
                        model.shown(),
                        model.baseline(),
                        model.order(),
                        model.sideBySide(),
                        selection.snapshot());
    }

    /** Prints the heatmaps and differences of all strategies; empty while nothing was scored. */
    StringBinding heatmaps() {
        return heatmaps;
    }

    /** Writes the figures that hold all strategies in one, with all others of the study. */
    String report() {
        String folder = selection.folder();
        return folder.isEmpty()
                ? ""
                : CommandLine.of(
                        List.of(
                                "isogloss",
                                "study",
                                "report",
                                folder,
                                "--out",
                                selection.snapshot().get().name() + "-report"));
    }

    private String line() {
        List<CollectionResults> shown = model.shown().get();
        if (shown.isEmpty()) {
            return "";
        }
        CollectionResults first = shown.get(0);
        List<String> words = new ArrayList<>(List.of("isogloss", "heatmaps", selection.folder()));
        if (!model.sideBySide().get()) {
            words.addAll(List.of("--collection", first.collection()));
        }
        if (selection.backbones().size() > 1) {
            words.addAll(List.of("--backbone", first.scores().get(0).backbone()));
        }
        CellMeasure measure = first.measure(); // another one may still be read
        if (!measure.metric().equals(CellMeasure.MAP.metric())) {
            words.addAll(List.of("--metric", Numbers.metric(measure.metric())));
        }
        if (measure.pooled()) {
            words.addAll(List.of("--pool", word(measure.pool())));
        }
        String baseline = model.baseline().get();
        if (model.strategies().indexOf(baseline) > 0) {
            words.addAll(List.of("--baseline", baseline));
        }
        if (model.order().get() != LanguageOrder.DATA) {
            words.addAll(List.of("--order", word(model.order().get())));
        }
        return CommandLine.of(words);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
