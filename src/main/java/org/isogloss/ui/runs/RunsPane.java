package org.isogloss.ui.runs;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.isogloss.run.RunPhase;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.shell.EmptyPlace;
import org.isogloss.ui.shell.Navigator;
import org.isogloss.ui.shell.Pane;
import org.isogloss.ui.shell.Place;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;

/** The place where runs are watched: their table, their loss curves, one run's particulars. */
public final class RunsPane implements Pane {
    private static final Words WORDS = Words.of(RunsPane.class);

    private static final double GAP = 8;
    private static final int MOST_AT_ONCE = 8;
    private static final double LEAST_HEIGHT = 160;

    private final RunsViewModel model;
    private final Navigator navigator;
    private final StackPane view = new StackPane();
    private final BorderPane content = new BorderPane();
    private final RunTable table;
    private final Node empty;
    private final Button next = new Button(WORDS.text("runsPane.seeResults"));
    private final InvalidationListener offering = changed -> offerResultsSoon();
    private final Set<RunRow> followed = Collections.newSetFromMap(new WeakHashMap<>());
    private boolean offeringSoon;
    private final EmptyPlace busy = new EmptyPlace(Feather.ACTIVITY);
    private final Label count = new Label();

    /**
     * @param figures what the loss curves' view needs
     * @param openFolder shows a folder in the system's file browser
     */
    public RunsPane(
            RunsViewModel model,
            FigureTools figures,
            Navigator navigator,
            Consumer<Path> openFolder) {
        this.model = model;
        this.navigator = navigator;
        this.table = new RunTable(model);
        view.getStyleClass().add("runs");
        view.getStylesheets()
                .add(
                        Objects.requireNonNull(
                                        RunsPane.class.getResource("/org/isogloss/ui/runs.css"))
                                .toExternalForm());
        VBox upper = new VBox(GAP, header(), table);
        VBox.setVgrow(table, Priority.ALWAYS);
        SplitPane split = new SplitPane(upper, lower(figures));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(.42);
        content.setCenter(split);
        content.setRight(new RunInspector(model, openFolder));
        empty = empty();
        busy.say(WORDS.text("runsPane.readingTheRuns"), WORDS.text("runsPane.eachModelYouTrain"));
        view.getChildren().addAll(content, empty, busy);
        InvalidationListener look = changed -> showContentOrEmpty();
        model.loadedProperty().addListener(look);
        model.studies().addListener(look);
        model.rows().addListener((ListChangeListener<RunRow>) change -> follow());
        follow();
        showContentOrEmpty();
    }

    @Override
    public Place place() {
        return Place.RUNS;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.shown();
        table.requestFocus();
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    @Override
    public void take(List<Path> dropped) {
        model.seek(dropped);
    }

    private void showContentOrEmpty() {
        boolean none = model.loadedProperty().get() && model.studies().size() == 1;
        boolean reading = !model.loadedProperty().get();
        empty.setVisible(none);
        busy.setVisible(reading);
        content.setVisible(!none && !reading);
        countRuns();
    }

    private void countRuns() {
        int runs = model.rows().size();
        count.setText(runs == 1 ? WORDS.text("runsPane.run") : WORDS.text("runsPane.runs", runs));
    }

    /** Rows come in another order when they are arranged anew; each is listened to once. */
    private void follow() {
        model.rows().stream()
                .filter(followed::add)
                .forEach(row -> row.newsProperty().addListener(offering));
        countRuns();
        offerResultsSoon();
    }

    /** Once for all the news that come together. */
    private void offerResultsSoon() {
        if (!offeringSoon) {
            offeringSoon = true;
            Platform.runLater(this::offerResults);
        }
    }

    /** Once nothing goes on any more, what came of it is the next thing to see. */
    private void offerResults() {
        offeringSoon = false;
        boolean any =
                model.rows().stream().anyMatch(row -> row.state().phase() == RunPhase.FINISHED);
        boolean over = model.rows().stream().allMatch(row -> row.state().phase().ended());
        next.setVisible(any && over);
        next.setManaged(any && over);
    }

    private Node header() {
        Label title = new Label(WORDS.text("runsPane.runs2"));
        title.getStyleClass().add("view-title");
        count.getStyleClass().add("run-caption");
        ComboBox<String> study = new ComboBox<>(model.studies());
        study.setId("runs-study");
        study.setAccessibleText(WORDS.text("runsPane.studyWhoseRunsAre"));
        study.setConverter(new StudyName());
        study.valueProperty().bindBidirectional(model.studyProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        next.setId("see-results");
        next.getStyleClass().add(Styles.ACCENT);
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.setOnAction(e -> navigator.open(Place.RESULTS));
        HBox header = new HBox(GAP, title, count, space, next, atOnce(), study);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("runs-header");
        return header;
    }

    /** How many runs work at a time, while some wait for their turn. */
    private Node atOnce() {
        RunQueue queue = model.queue();
        Label words = new Label(WORDS.text("queue.atOnce"));
        words.getStyleClass().add("run-caption");
        ComboBox<Integer> box = new ComboBox<>();
        box.setId("runs-at-once");
        box.getItems().setAll(IntStream.rangeClosed(1, MOST_AT_ONCE).boxed().toList());
        box.setAccessibleText(WORDS.text("queue.atOnce.help"));
        Tooltip help = new Tooltip();
        help.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        WORDS.text("queue.atOnce.help")
                                                + queue.atOnceCommand()
                                                        .map(line -> WORDS.text("command", line))
                                                        .orElse(""),
                                queue.study(),
                                queue.atOnce()));
        box.setTooltip(help);
        box.setPromptText(WORDS.text("queue.asStarted"));
        queue.atOnce().addListener((property, before, now) -> box.setValue(now));
        box.valueProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now != null) {
                                queue.atOnce(now);
                            }
                        });
        HBox both = new HBox(GAP, words, box);
        both.setAlignment(Pos.CENTER_RIGHT);
        both.visibleProperty().bind(queue.study().isNotNull());
        both.managedProperty().bind(both.visibleProperty());
        return both;
    }

    private Node lower(FigureTools figures) {
        CurvesView curves = new CurvesView(model.chart(), figures);
        curves.setMinHeight(LEAST_HEIGHT);
        LogView log = new LogView(model.log());
        log.setMinHeight(LEAST_HEIGHT);
        StackPane both = new StackPane(curves, log);
        VBox.setVgrow(both, Priority.ALWAYS);
        HBox ofCurves = curves.controls();
        HBox ofLog = log.controls();
        ToggleGroup parts = new ToggleGroup();
        ToggleButton showCurves = part("runs-curves", WORDS.text("runsPane.curves"), parts);
        ToggleButton showLog = part("runs-log", WORDS.text("runsPane.log"), parts);
        showCurves.getStyleClass().add(Styles.LEFT_PILL);
        showLog.getStyleClass().add(Styles.RIGHT_PILL);
        showCurves.setSelected(true);
        List.of(curves, ofCurves).forEach(node -> onlyWhile(showCurves, node));
        List.of(log, ofLog).forEach(node -> onlyWhile(showLog, node));
        showLog.selectedProperty()
                .addListener((property, before, now) -> model.log().setChosen(now));
        HBox bar = new HBox(GAP, new HBox(showCurves, showLog), ofCurves, ofLog);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("runs-controls");
        return new VBox(bar, both);
    }

    private static ToggleButton part(String id, String words, ToggleGroup group) {
        ToggleButton part = new ToggleButton(words);
        part.setId(id);
        part.setToggleGroup(group);
        part.setMinWidth(Region.USE_PREF_SIZE);
        part.setOnAction(e -> part.setSelected(true)); // a click never leaves none chosen
        return part;
    }

    private static void onlyWhile(ToggleButton chosen, Node node) {
        node.visibleProperty().bind(chosen.selectedProperty());
        node.managedProperty().bind(chosen.selectedProperty());
    }

    private Node empty() {
        EmptyPlace place =
                new EmptyPlace(Feather.ACTIVITY)
                        .withAction(
                                WORDS.text("runsPane.goToStart"),
                                () -> navigator.open(Place.START));
        place.setId("runs-empty");
        place.say(WORDS.text("runsPane.noRunsYet"), WORDS.text("runsPane.eachModelYouTrain"));
        return place;
    }

    /** The filter's words. */
    private static final class StudyName extends StringConverter<String> {
        private static final List<String> ALL = List.of(WORDS.text("runsPane.allStudies"));

        @Override
        public String toString(String study) {
            return study == null || study.isEmpty() ? ALL.get(0) : study;
        }

        @Override
        public String fromString(String text) {
            return ALL.contains(text) ? RunsViewModel.ALL_STUDIES : text;
        }
    }
}
