package org.isogloss.ui.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
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

    private final RunsViewModel model;
    private final Navigator navigator;
    private final StackPane view = new StackPane();
    private final BorderPane content = new BorderPane();
    private final RunTable table;
    private final Node empty;
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
        view.getChildren().addAll(content, empty);
        InvalidationListener look = changed -> showContentOrEmpty();
        model.loadedProperty().addListener(look);
        model.studies().addListener(look);
        model.rows().addListener((ListChangeListener<RunRow>) change -> countRuns());
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

    private void showContentOrEmpty() {
        boolean none = model.loadedProperty().get() && model.studies().size() == 1;
        empty.setVisible(none);
        content.setVisible(!none);
        countRuns();
    }

    private void countRuns() {
        int runs = model.rows().size();
        count.setText(runs == 1 ? WORDS.text("runsPane.run") : WORDS.text("runsPane.runs", runs));
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
        HBox header = new HBox(GAP, title, count, space, study);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("runs-header");
        return header;
    }

    private Node lower(FigureTools figures) {
        CurvesView curves = new CurvesView(model.chart(), figures);
        VBox.setVgrow(curves, Priority.ALWAYS);
        curves.setMinHeight(160);
        HBox controls = curves.controls();
        HBox bar = new HBox(GAP, controls);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("runs-controls");
        return new VBox(bar, curves);
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
