package org.isogloss.ui.runs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.TrainingSet;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.words.Words;

/** Names and values in two columns. */
final class RunFacts extends GridPane {
    private static final Words WORDS = Words.of(RunFacts.class);

    private static final double NAMES = 136;
    private static final Map<String, String> OPTIMISATION =
            Map.of(
                    "steps", WORDS.text("runFacts.steps"),
                    "learningRate", WORDS.text("runFacts.learningRate"),
                    "temperature", WORDS.text("runFacts.temperature"));

    private int rows;

    private RunFacts(HPos values) {
        setHgap(8);
        setVgap(4);
        ColumnConstraints names = new ColumnConstraints();
        ColumnConstraints rest = new ColumnConstraints();
        if (values == HPos.RIGHT) {
            names.setHgrow(Priority.ALWAYS);
        } else {
            names.setMinWidth(NAMES);
            rest.setHgrow(Priority.ALWAYS);
        }
        rest.setHalignment(values);
        getColumnConstraints().setAll(names, rest);
    }

    /** A run's spec. */
    static RunFacts of(ExperimentSpec spec) {
        RunFacts facts = new RunFacts(HPos.LEFT);
        facts.add(WORDS.text("runFacts.strategy"), strategy(spec), "");
        facts.add(WORDS.text("runFacts.backbone"), spec.backbone().name(), path(spec));
        facts.add(WORDS.text("runFacts.seed"), Long.toString(spec.seed()), "");
        facts.add(
                WORDS.text("runFacts.batchSize"),
                Numbers.count(spec.recipe().batches().size()),
                "");
        optimisation(spec).forEach((name, value) -> facts.add(name, value, ""));
        facts.add(
                WORDS.text("runFacts.trainedOn"),
                names(spec.recipe().training().stream().map(TrainingSet::path).toList()),
                lines(spec.recipe().training().stream().map(TrainingSet::path).toList()));
        if (!spec.recipe().evaluation().isEmpty()) {
            facts.add(
                    WORDS.text("runFacts.scoredOn"),
                    names(spec.recipe().evaluation().stream().map(DataSource::path).toList()),
                    lines(spec.recipe().evaluation().stream().map(DataSource::path).toList()));
        }
        return facts;
    }

    /** Measures, their values right-aligned. */
    static RunFacts of(Map<String, Double> measures) {
        RunFacts facts = new RunFacts(HPos.RIGHT);
        RunWords.results(measures).forEach((name, value) -> facts.add(name, value, ""));
        return facts;
    }

    private void add(String name, String value, String more) {
        Label what = new Label(name);
        what.getStyleClass().add("run-fact-name");
        Label text = new Label(value);
        text.setWrapText(true);
        if (!more.isEmpty()) {
            text.setTooltip(new Tooltip(more));
        }
        what.setLabelFor(text);
        addRow(rows++, what, text);
        setValignment(what, javafx.geometry.VPos.TOP);
    }

    private static String strategy(ExperimentSpec spec) {
        String parameters =
                spec.strategy().parameters().entrySet().stream()
                        .map(
                                parameter ->
                                        parameter.getKey().replace("alpha", "α")
                                                + " "
                                                + plain(parameter.getValue()))
                        .collect(Collectors.joining(", "));
        return parameters.isEmpty()
                ? spec.strategy().id()
                : spec.strategy().id() + ", " + parameters;
    }

    private static Map<String, String> optimisation(ExperimentSpec spec) {
        Map<String, Double> given = spec.optimisation();
        Map<String, String> named = new LinkedHashMap<>();
        for (String id : List.of("steps", "learningRate", "temperature")) {
            if (given.containsKey(id)) {
                named.put(OPTIMISATION.get(id), plain(given.get(id)));
            }
        }
        given.forEach(
                (id, value) -> {
                    if (!OPTIMISATION.containsKey(id)) {
                        named.put(words(id), plain(value));
                    }
                });
        return named;
    }

    private static String words(String id) {
        String spaced = id.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
        return spaced.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + spaced.substring(1);
    }

    private static String plain(Object value) {
        if (value instanceof Number number) {
            double amount = number.doubleValue();
            boolean whole = amount == Math.rint(amount);
            return whole ? Numbers.count(amount) : number.toString().replace("E-", "e-");
        }
        return String.valueOf(value);
    }

    private static String path(ExperimentSpec spec) {
        return spec.backbone()
                .directory()
                .map(Path::toString)
                .orElse(WORDS.text("runFacts.madeFromScratch"));
    }

    private static String names(List<String> paths) {
        return paths.stream().map(RunFacts::shortened).distinct().collect(Collectors.joining("\n"));
    }

    // The last two names: a file called "train" says little without its folder.
    private static String shortened(String text) {
        Path path = Path.of(text);
        int names = path.getNameCount();
        return path.subpath(Math.max(0, names - 2), names).toString();
    }

    private static String lines(List<String> paths) {
        return String.join("\n", paths);
    }
}
