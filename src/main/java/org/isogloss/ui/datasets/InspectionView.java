package org.isogloss.ui.datasets;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.command.CommandBar;
import org.isogloss.ui.shell.ScriptCoverage;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The data set that is looked at: its tabs, or how far its reading is, or why it cannot be read.
 */
final class InspectionView extends BorderPane {
    private static final Words WORDS = Words.of(InspectionView.class);

    private final DatasetsViewModel model;
    private final Label name = new Label();
    private final Label path = new Label();
    private final ToggleButton differently =
            new ToggleButton(
                    WORDS.text("inspection.readDifferently"), new FontIcon(Feather.SLIDERS));
    private final OptionsForm options;
    private final TabPane tabs = new TabPane();
    private final Tab rowsTab;
    private final Tab statisticsTab;
    private final Tab problemsTab;
    private final OverviewTab overview;
    private final ProblemsTab problems;
    private final RefusedView refused;
    private final RoleToggles roles;
    private final MissingView missing;
    private final HBox changed;
    private final Node reading;
    private final Label hint = new Label();
    private final CommandBar command = new CommandBar();

    /**
     * @param locate asks where a data set is now
     */
    InspectionView(
            DatasetsViewModel model, FigureTools figures, ScriptCoverage scripts, Runnable locate) {
        this.model = model;
        roles = new RoleToggles(model);
        missing = new MissingView(model, locate);
        changed = changed();
        getStyleClass().add("inspection");
        options = new OptionsForm(model::readAgain);
        options.visibleProperty().bind(differently.selectedProperty());
        options.managedProperty().bind(differently.selectedProperty());
        differently.selectedProperty().addListener((property, before, now) -> offerColumns(now));
        model.table().addListener((property, before, now) -> options.offer(now));
        overview = new OverviewTab(scripts);
        problems = new ProblemsTab(model.inspection());
        RowsTab rows = new RowsTab(model.inspection());
        refused = new RefusedView(model);
        reading = reading();
        rowsTab = tab(WORDS.text("inspection.rows"), rows);
        problemsTab = tab(WORDS.text("inspection.problems"), problems);
        statisticsTab =
                tab(
                        WORDS.text("inspection.statistics"),
                        new StatisticsTab(model.inspection(), figures));
        tabs.getTabs()
                .addAll(
                        tab(WORDS.text("inspection.overview"), overview),
                        rowsTab,
                        statisticsTab,
                        problemsTab);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> need(now));
        model.inspection()
                .shown()
                .addListener(
                        (property, before, now) -> {
                            now.ifPresent(this::show);
                            need(tabs.getSelectionModel().getSelectedItem());
                        });
        hint.getStyleClass().add("caption");
        setTop(new VBox(head(), options, changed));
        StackPane middle = new StackPane(tabs, reading, refused, missing, hint);
        middle.setMinHeight(0);
        setCenter(middle);
        setBottom(command);
        model.selected().addListener((property, before, now) -> show(before, now));
        model.inspection().shown().addListener((property, before, now) -> arrange());
        arrange();
    }

    private void offerColumns(boolean asked) {
        if (asked && model.table().get().isEmpty()) {
            model.needTable();
        }
    }

    private static Tab tab(String words, Node content) {
        Tab tab = new Tab(words, content);
        tab.setClosable(false);
        return tab;
    }

    private void need(Tab shown) {
        if (shown == rowsTab) {
            model.inspection().needRows();
        } else if (shown == statisticsTab) {
            model.inspection().needStatistics();
        }
    }

    private Node head() {
        name.getStyleClass().add("view-title");
        name.setId("set-name");
        path.getStyleClass().add("caption");
        path.setMinWidth(0);
        VBox words = new VBox(name, path);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        differently.setId("read-differently");
        differently.getStyleClass().add(Styles.FLAT);
        differently.setMinWidth(USE_PREF_SIZE);
        Button remove = new Button("", new FontIcon(Feather.TRASH_2));
        remove.setId("remove-set");
        remove.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        remove.setTooltip(new Tooltip(WORDS.text("inspection.takeItOffThe")));
        remove.setAccessibleText(WORDS.text("inspection.takeTheDataSet"));
        remove.setOnAction(e -> model.selected().get().ifPresent(model::remove));
        HBox head = new HBox(words, roles, differently, remove);
        head.getStyleClass().add("inspection-head");
        return head;
    }

    private HBox changed() {
        Label words =
                new Label(
                        WORDS.text("inspection.theFilesHaveChanged"), new FontIcon(Feather.EDIT_3));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button take = new Button(WORDS.text("inspection.takeThemAsThey"));
        take.setId("take-changed");
        take.setOnAction(
                e -> model.selected().get().ifPresent(item -> model.readAgain(item.options())));
        HBox bar = new HBox(words, gap, take);
        bar.getStyleClass().add("changed-bar");
        return bar;
    }

    private Node reading() {
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setPrefWidth(320);
        Label said = new Label();
        said.setId("reading");
        said.textProperty().bind(model.said());
        Button cancel = new Button(WORDS.text("inspection.cancel"), new FontIcon(Feather.X));
        cancel.setId("cancel-reading");
        cancel.setOnAction(e -> model.cancel());
        VBox busy = new VBox(said, bar, cancel);
        busy.getStyleClass().add("busy");
        return busy;
    }

    private void show(Optional<SetItem> before, Optional<SetItem> now) {
        boolean other = !before.map(SetItem::key).equals(now.map(SetItem::key));
        now.ifPresent(
                item -> {
                    name.setText(item.name());
                    path.setText(item.path().toString());
                    path.setTooltip(new Tooltip(item.path().toString()));
                    command.show(CommandTwin.inspect(item.path(), item.options()));
                    item.problem().ifPresent(refused::show);
                    roles.show(item);
                    missing.show(item);
                    if (other || item.standing() != Standing.READING) {
                        options.show(item.options());
                        options.offer(model.table().get());
                    }
                    boolean unread =
                            item.standing() == Standing.REFUSED
                                    || item.standing() == Standing.STOPPED;
                    boolean read =
                            before.map(SetItem::standing).equals(Optional.of(Standing.READING));
                    if (other || unread || read) {
                        differently.setSelected(unread);
                    }
                });
        arrange();
    }

    private void show(Inspection inspection) {
        overview.show(inspection);
        problems.show(inspection);
        int count = inspection.summary().leftOut().size();
        problemsTab.setText(
                count == 0
                        ? WORDS.text("inspection.problems")
                        : WORDS.text("inspection.problems2", Numbers.count(count)));
    }

    private void arrange() {
        Optional<SetItem> item = model.selected().get();
        Optional<Standing> standing = item.map(SetItem::standing);
        boolean read = model.inspection().shown().get().isPresent();
        boolean busy = standing.filter(s -> s == Standing.READING).isPresent();
        boolean bad = standing.filter(s -> s == Standing.REFUSED).isPresent();
        boolean gone = standing.filter(s -> s == Standing.MISSING).isPresent();
        boolean other = standing.filter(s -> s == Standing.CHANGED).isPresent();
        changed.setVisible(other);
        changed.setManaged(other);
        missing.setVisible(gone);
        tabs.setVisible(read && !busy && !bad && !gone);
        reading.setVisible(busy);
        refused.setVisible(bad);
        hint.setVisible(!read && !busy && !bad && !gone);
        hint.setText(
                standing.filter(s -> s == Standing.STOPPED).isPresent()
                        ? WORDS.text("inspection.theReadingWasStopped")
                        : WORDS.text("inspection.selectADataSet"));
        getTop().setVisible(item.isPresent());
        command.setVisible(item.isPresent());
    }
}
