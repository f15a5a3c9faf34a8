package org.isogloss.ui.datasets;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.dialog.DataChooser;
import org.isogloss.ui.shell.EmptyPlace;
import org.isogloss.ui.shell.Pane;
import org.isogloss.ui.shell.Place;
import org.isogloss.ui.shell.ScriptCoverage;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The place Data: the data sets on the left, the one that is looked at beside them. */
public final class DatasetsView implements Pane {
    private static final Words WORDS = Words.of(DatasetsView.class);

    private static final double LIST_WIDTH = 264;

    private final DatasetsViewModel model;
    private final DataChooser chooser;
    private final StackPane root = new StackPane();
    private final BorderPane content = new BorderPane();
    private final HBox sets;
    private final ToggleButton setsShown = new ToggleButton(WORDS.text("datasets.dataSets"));
    private final ToggleButton guardShown = new ToggleButton(WORDS.text("datasets.zeroShotGuard"));
    private final ToggleButton libraryShown = new ToggleButton(WORDS.text("datasets.library"));
    private final EmptyPlace empty = new EmptyPlace(Feather.DATABASE);

    /**
     * @param chooser asks which data to add
     * @param figures what the statistics' figures need
     * @param scripts tells which languages' names can be written
     */
    public DatasetsView(
            DatasetsViewModel model,
            DataChooser chooser,
            FigureTools figures,
            ScriptCoverage scripts) {
        this.model = model;
        this.chooser = chooser;
        root.getStyleClass().addAll("pane", "datasets");
        root.getStylesheets()
                .add(
                        Objects.requireNonNull(
                                        DatasetsView.class.getResource(
                                                "/org/isogloss/ui/datasets.css"))
                                .toExternalForm());
        SetListView names = new SetListView(model);
        names.setMinWidth(LIST_WIDTH);
        names.setPrefWidth(LIST_WIDTH);
        Node inspection = new InspectionView(model, figures, scripts, this::locate);
        HBox.setHgrow(inspection, Priority.ALWAYS);
        sets = new HBox(names, inspection);
        sets.getStyleClass().add("sets");
        empty.say(WORDS.text("datasets.noDataYet"), WORDS.text("datasets.dropAFileOr"));
        empty.setId("data-empty");
        if (model.hasSamples()) {
            empty.withAction(WORDS.text("datasets.addTheSampleData"), model::addSamples);
        }
        content.setTop(head());
        Node compared = new GuardView(model.guard());
        compared.visibleProperty().bind(guardShown.selectedProperty());
        Node known = new LibraryView();
        known.visibleProperty().bind(libraryShown.selectedProperty());
        StackPane list = new StackPane(sets, empty);
        list.visibleProperty().bind(setsShown.selectedProperty());
        content.setCenter(new StackPane(list, compared, known));
        root.getChildren().add(content);
        model.items().addListener((InvalidationListener) changed -> showContentOrEmpty());
        model.loaded().addListener((property, before, now) -> showContentOrEmpty());
        showContentOrEmpty();
    }

    @Override
    public Place place() {
        return Place.DATA;
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void shown() {
        model.shown();
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    @Override
    public void take(List<Path> dropped) {
        add(dropped);
    }

    private Node head() {
        Label title = new Label(WORDS.text("datasets.data"));
        title.getStyleClass().add("view-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        MenuItem files = new MenuItem(WORDS.text("datasets.files"), new FontIcon(Feather.FILE));
        files.setOnAction(e -> add(chooser.files(window())));
        MenuItem folder = new MenuItem(WORDS.text("datasets.folder"), new FontIcon(Feather.FOLDER));
        folder.setOnAction(e -> add(chooser.folder(window()).stream().toList()));
        MenuButton add =
                new MenuButton(
                        WORDS.text("datasets.addData"), new FontIcon(Feather.PLUS), files, folder);
        add.setId("add-data");
        HBox head = new HBox(title, parts(), gap, add);
        head.getStyleClass().add("study-bar");
        return head;
    }

    private void add(List<Path> paths) {
        setsShown.setSelected(true);
        model.add(paths);
    }

    private Node parts() {
        ToggleGroup group = new ToggleGroup();
        setsShown.setToggleGroup(group);
        guardShown.setToggleGroup(group);
        libraryShown.setToggleGroup(group);
        setsShown.setId("show-sets");
        guardShown.setId("show-guard");
        libraryShown.setId("show-library");
        setsShown.getStyleClass().add(Styles.LEFT_PILL);
        guardShown.getStyleClass().add(Styles.CENTER_PILL);
        libraryShown.getStyleClass().add(Styles.RIGHT_PILL);
        setsShown.setSelected(true);
        group.selectedToggleProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now == null) {
                                before.setSelected(true);
                            }
                        });
        return new HBox(setsShown, guardShown, libraryShown);
    }

    /** The data set is a file or a folder as it was; what is gone cannot say which. */
    private void locate() {
        boolean file =
                model.selected()
                        .get()
                        .map(item -> String.valueOf(item.path().getFileName()).contains("."))
                        .orElse(false);
        Optional<Path> found =
                file ? chooser.files(window()).stream().findFirst() : chooser.folder(window());
        found.ifPresent(model::locate);
    }

    private Window window() {
        return root.getScene().getWindow();
    }

    private void showContentOrEmpty() {
        boolean none = model.items().isEmpty();
        empty.setVisible(none && model.loaded().get());
        sets.setVisible(!none);
    }
}
