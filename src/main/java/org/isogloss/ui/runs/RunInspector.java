package org.isogloss.ui.runs;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isogloss.figure.StrategyStyle;
import org.isogloss.report.StrategyScores;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunPhase;
import org.isogloss.ui.command.CommandBar;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The particulars of the selected run: how it stands, its results, its spec, its log. */
final class RunInspector extends ScrollPane {
    private static final Words WORDS = Words.of(RunInspector.class);

    private static final int LINES_AT_ONCE = 6;

    private final RunsViewModel model;
    private final Consumer<Path> openFolder;
    private final VBox content = new VBox();
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final Label state = new Label();
    private final Label sentence = new Label();
    private final Label lastLines = new Label();
    private final VBox report = new VBox(8, sentence);
    private final RunActions actions;
    private final VBox commands = new VBox();
    private final VBox results = new VBox(16);
    private final VBox particulars = new VBox(16);
    private final TextArea log = new TextArea();
    private final TitledPane foldedLog = new TitledPane(WORDS.text("runInspector.log"), log);
    private final ChangeListener<RunNews> listener = (news, before, now) -> update();
    private List<RunRow> inspected = List.of();
    private Map<RunCommands.Ask, String> told = Map.of();

    /**
     * @param openFolder shows a folder in the system's file browser
     */
    RunInspector(RunsViewModel model, Consumer<Path> openFolder) {
        this.model = model;
        this.openFolder = openFolder;
        this.actions = new RunActions(model);
        setId("run-inspector");
        getStyleClass().add("run-inspector");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        title.getStyleClass().add("run-title");
        subtitle.getStyleClass().add("run-caption");
        subtitle.setWrapText(true);
        sentence.setId("run-sentence");
        sentence.setWrapText(true);
        lastLines.setId("run-last-lines");
        lastLines.getStyleClass().add("run-log-lines");
        lastLines.setWrapText(true);
        commands.getStyleClass().add("run-commands");
        log.setEditable(false);
        log.setPrefRowCount(12);
        log.getStyleClass().add("run-log");
        log.setAccessibleText(WORDS.text("runInspector.theLastLinesThe"));
        foldedLog.setExpanded(false);
        foldedLog.setAnimated(false);
        content.getStyleClass().add("run-inspector-content");
        setContent(content);
        model.selected().addListener((ListChangeListener<RunRow>) change -> inspect());
        model.logProperty().addListener((lines, before, now) -> update());
        inspect();
    }

    private void inspect() {
        inspected.forEach(row -> row.newsProperty().removeListener(listener));
        inspected = List.copyOf(model.selected());
        inspected.forEach(row -> row.newsProperty().addListener(listener));
        boolean some = !inspected.isEmpty();
        setVisible(some);
        setManaged(some);
        if (inspected.size() == 1) {
            showOne(inspected.get(0));
        } else {
            content.getChildren()
                    .setAll(
                            title,
                            subtitle,
                            actions,
                            section(WORDS.text("runInspector.sameInATerminal"), commands));
        }
        if (some) {
            update();
            setVvalue(0);
        }
    }

    private void showOne(RunRow row) {
        StrategyStyle style = StrategyScores.style(row.spec().strategy());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button open = icon("run-open", Feather.FOLDER, WORDS.text("runInspector.openTheRunS"));
        open.setOnAction(click -> openFolder.accept(row.folder().path()));
        HBox heading = new HBox(8, RunMarks.strategy(style), title, space, open);
        heading.getStyleClass().add("run-heading");
        title.setText(style.name());
        subtitle.setText(
                WORDS.text(
                        "runInspector.seed",
                        row.spec().backbone().name(),
                        row.spec().seed(),
                        row.spec().study()));
        particulars
                .getChildren()
                .setAll(
                        section(WORDS.text("runInspector.spec"), RunFacts.of(row.spec())),
                        section(WORDS.text("runInspector.sameInATerminal"), commands),
                        foldedLog);
        content.getChildren()
                .setAll(new VBox(4, heading, subtitle), report, actions, results, particulars);
    }

    private void update() {
        if (inspected.size() == 1) {
            updateOne(inspected.get(0));
        } else if (!inspected.isEmpty()) {
            title.setText(WORDS.text("runInspector.runsSelected", inspected.size()));
            subtitle.setText(WORDS.text("runInspector.theirCurvesAreShown"));
        }
        actions.update();
        tellCommands();
    }

    private void updateOne(RunRow row) {
        RunNews news = row.news();
        RunMarks.state(state, news);
        List<String> lines = model.logProperty().get();
        boolean abandoned = news.forsaken() && !lines.isEmpty();
        boolean broken =
                abandoned || news.phase() == RunPhase.DIED || news.phase() == RunPhase.FAILED;
        sentence.setText(abandoned ? RunWords.ABANDONED : RunWords.sentence(news));
        List<String> last = lines.subList(Math.max(0, lines.size() - LINES_AT_ONCE), lines.size());
        lastLines.setText(String.join("\n", last));
        report.getStyleClass().removeIf(name -> name.startsWith("run-report"));
        report.getStyleClass()
                .add(broken ? "run-report-" + (abandoned ? "died" : word(news)) : "run-report");
        report.getChildren().setAll(state, sentence);
        if (broken && !last.isEmpty()) {
            report.getChildren().add(lastLines);
        }
        String all =
                lines.isEmpty()
                        ? WORDS.text("runInspector.nothingWrittenYet")
                        : String.join("\n", lines);
        if (!all.equals(log.getText())) {
            log.setText(all);
        }
        results.getChildren().clear();
        news.state().evaluations().forEach(this::addResults);
        results.setManaged(!results.getChildren().isEmpty());
    }

    private static String word(RunNews news) {
        return news.phase().name().toLowerCase(Locale.ROOT);
    }

    private void addResults(String on, Map<String, Double> measures) {
        if (!on.equals(RunEvent.VALIDATION) && !on.startsWith(RunEvent.PROBE)) {
            results.getChildren().add(section("On " + on, RunFacts.of(measures)));
        }
    }

    private void tellCommands() {
        Map<RunCommands.Ask, String> lines = new RunCommands(inspected, model.nextSeed()).lines();
        if (!lines.equals(told)) {
            told = lines;
            commands.getChildren().setAll(lines.entrySet().stream().map(this::bar).toList());
        }
    }

    private CommandBar bar(Map.Entry<RunCommands.Ask, String> line) {
        CommandBar bar = new CommandBar(WORDS.text(line.getKey().word()));
        bar.show(line.getValue());
        return bar;
    }

    private static Button icon(String id, Feather icon, String what) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setTooltip(new Tooltip(what));
        button.setAccessibleText(what);
        return button;
    }

    private static VBox section(String name, Node body) {
        Label heading = new Label(name);
        heading.getStyleClass().add("run-section");
        return new VBox(8, heading, body);
    }
}
