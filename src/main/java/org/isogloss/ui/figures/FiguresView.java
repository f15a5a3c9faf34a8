package org.isogloss.ui.figures;

import java.awt.image.BufferedImage;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.isogloss.figure.Figure;
import org.isogloss.figure.Inks;
import org.isogloss.figure.export.FigureFormats;
import org.isogloss.figure.export.PaperBundle;
import org.isogloss.figure.export.PaperSize;
import org.isogloss.figure.export.PaperTable;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.shell.EmptyPlace;
import org.isogloss.ui.shell.Navigator;
import org.isogloss.ui.shell.Pane;
import org.isogloss.ui.shell.Place;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The place Figures: kept figures, the chosen one as it will be printed, and the bundle. */
public final class FiguresView implements Pane {
    private static final Words WORDS = Words.of(FiguresView.class);
    private static final double LIST_WIDTH = 296;
    private static final double ROW_HEIGHT = 44;
    private static final double POINTS_TO_PIXELS = 96 / 72.0;
    private static final double SHARPNESS = 2;
    private static final double WIDEST = 800;

    /** A desk this many times as wide as the page shows it twice as large. */
    private static final double LARGE = 4;

    private final FiguresViewModel model;
    private final FigureTools tools;
    private final BorderPane root = new BorderPane();
    private final ListView<Figure> list = new ListView<>();
    private final StackPane desk = new StackPane();
    private final VBox tables = new VBox();
    private final ImageView page = new ImageView();
    private final TextArea caption = new TextArea();
    private final EmptyPlace empty = new EmptyPlace(Feather.IMAGE);
    private boolean showing;

    public FiguresView(FiguresViewModel model, FigureTools tools, Navigator navigator) {
        this.model = model;
        this.tools = tools;
        root.getStyleClass().addAll("pane", "figures");
        root.getStylesheets()
                .add(
                        Objects.requireNonNull(
                                        FiguresView.class.getResource(
                                                "/org/isogloss/ui/figures.css"))
                                .toExternalForm());
        empty.say(WORDS.text("figures.none"), WORDS.text("figures.howToKeep"));
        empty.withAction(WORDS.text("figures.toResults"), () -> navigator.open(Place.RESULTS));
        empty.visibleProperty()
                .bind(Bindings.isEmpty(model.figures()).and(Bindings.isEmpty(model.tables())));
        HBox content = new HBox(kept(), preview());
        content.getStyleClass().add("figures-content");
        content.visibleProperty().bind(empty.visibleProperty().not());
        root.setTop(head());
        root.setCenter(new StackPane(content, empty));
        InvalidationListener draw = changed -> draw();
        model.selected().addListener(draw);
        model.size().addListener(draw);
        model.inks().addListener(draw);
        InvalidationListener changes =
                changed -> {
                    selectSome();
                    listTables();
                    model.look();
                };
        model.figures().addListener(changes);
        model.tables().addListener(changes);
        listTables();
        selectSome();
    }

    @Override
    public Place place() {
        return Place.FIGURES;
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void shown() {
        model.look();
    }

    private Node head() {
        Label title = new Label(WORDS.text("figures"));
        title.getStyleClass().add("view-title");
        Label progress = new Label();
        progress.getStyleClass().add("caption");
        progress.textProperty().bind(model.progress());
        progress.setId("bundle-progress");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button export = new Button("", new FontIcon(Feather.PACKAGE));
        export.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        WORDS.text(
                                                "figures.export",
                                                model.figures().size(),
                                                model.tables().size()),
                                model.figures(),
                                model.tables()));
        export.setId("export-bundle");
        export.getStyleClass().add("accent");
        export.visibleProperty().bind(empty.visibleProperty().not());
        export.setOnAction(
                e ->
                        tools.files()
                                .toSave(WORDS.text("figures.saveBundle"), model.suggestedName())
                                .ifPresent(model::export));
        HBox head = new HBox(title, progress, gap, export);
        head.getStyleClass().add("study-bar");
        return head;
    }

    private Node kept() {
        list.setItems(model.figures());
        list.setId("kept-figures");
        list.setAccessibleText(WORDS.text("figures.kept"));
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(made -> new FigureCell());
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> model.selected().set(now));
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox tidy =
                new HBox(
                        tool(Feather.ARROW_UP, WORDS.text("figures.up"), () -> move(-1)),
                        tool(Feather.ARROW_DOWN, WORDS.text("figures.down"), () -> move(1)),
                        tool(Feather.TRASH_2, WORDS.text("figures.remove"), model::remove));
        tidy.getStyleClass().add("figures-tidy");
        tables.setId("kept-tables");
        tables.getStyleClass().add("figures-tables");
        Label gone = new Label();
        gone.setId("runs-gone");
        gone.getStyleClass().add("caption");
        gone.setWrapText(true);
        gone.setMinHeight(Region.USE_PREF_SIZE);
        gone.textProperty().bind(model.gone());
        gone.visibleProperty().bind(model.gone().isNotEmpty());
        gone.managedProperty().bind(gone.visibleProperty());
        VBox kept = new VBox(tidy, list, tables, gone);
        kept.setMinWidth(LIST_WIDTH);
        kept.setMaxWidth(LIST_WIDTH);
        kept.getStyleClass().add("figures-list");
        return kept;
    }

    private void listTables() {
        tables.getChildren().clear();
        if (!model.tables().isEmpty()) {
            Label head = new Label(WORDS.text("figures.tables"));
            head.getStyleClass().add("caption");
            tables.getChildren().add(head);
        }
        for (PaperTable table : model.tables()) {
            Label title = new Label(table.title());
            title.setWrapText(true);
            title.setTooltip(new Tooltip(table.subtitle()));
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Button remove =
                    tool(
                            Feather.TRASH_2,
                            WORDS.text("figures.removeTable", table.title()),
                            () -> model.tables().remove(table));
            remove.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(title, gap, remove);
            row.getStyleClass().add("figures-tidy");
            tables.getChildren().add(row);
        }
    }

    private Node preview() {
        ComboBox<PaperSize> size =
                choice(
                        WORDS.text("figures.size"),
                        PaperSize.values(),
                        PaperSize::words,
                        model.size());
        ComboBox<Inks> inks =
                choice(WORDS.text("figures.inks"), Inks.values(), Inks::words, model.inks());
        HBox choices = new HBox(size, inks);
        choices.getStyleClass().add("figures-tidy");
        StackPane paper = new StackPane(page);
        paper.getStyleClass().add("paper");
        paper.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        desk.getChildren().setAll(paper);
        desk.getStyleClass().add("desk");
        ScrollPane scroll = new ScrollPane(desk);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label words = new Label(WORDS.text("figures.caption"));
        words.getStyleClass().add("caption");
        words.setLabelFor(caption);
        caption.setId("figure-caption");
        caption.setWrapText(true);
        caption.setPrefRowCount(3);
        caption.textProperty()
                .addListener(
                        (property, before, now) -> {
                            Figure figure = model.selected().get();
                            if (!showing && figure != null) {
                                model.setCaption(figure, now);
                            }
                        });
        VBox preview = new VBox(choices, scroll, words, caption);
        preview.getStyleClass().add("figures-preview");
        HBox.setHgrow(preview, Priority.ALWAYS);
        return preview;
    }

    private static <T> ComboBox<T> choice(
            String name, T[] values, Function<T, String> words, ObjectProperty<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setAccessibleText(name);
        box.setTooltip(new Tooltip(name));
        box.setCellFactory(list -> new WordCell<>(words));
        box.setButtonCell(new WordCell<>(words));
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    private static Button tool(Feather icon, String words, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(e -> action.run());
        return button;
    }

    private void move(int by) {
        model.move(by);
        list.getSelectionModel().select(model.selected().get());
    }

    private void selectSome() {
        if (list.getSelectionModel().getSelectedItem() == null && !model.figures().isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }

    /** Draws the page as it will be printed, sharp enough for a dense screen. */
    private void draw() {
        Figure figure = model.selected().get();
        showing = true;
        caption.setText(figure == null ? "" : model.caption(figure));
        showing = false;
        if (figure == null) {
            page.setImage(null);
            return;
        }
        PaperBundle bundle = model.bundle();
        double width = bundle.figureSize(figure, 1).widthPoints() * POINTS_TO_PIXELS;
        double dpi = 96 * SHARPNESS * Math.min(1, WIDEST / width);
        tools.tasks()
                .run(
                        () ->
                                FigureFormats.image(
                                        figure, bundle.style(), bundle.figureSize(figure, dpi)),
                        image -> show(figure, image));
    }

    private void show(Figure figure, BufferedImage image) {
        if (figure.equals(model.selected().get())) {
            page.setImage(SwingFXUtils.toFXImage(image, null));
            double width = image.getWidth() / SHARPNESS;
            page.fitWidthProperty()
                    .bind(
                            Bindings.when(desk.widthProperty().greaterThan(LARGE * width))
                                    .then(2 * width)
                                    .otherwise(width));
            page.setPreserveRatio(true);
            page.setAccessibleText(figure.title() + ". " + figure.subtitle());
        }
    }

    private static final class WordCell<T> extends ListCell<T> {
        private final Function<T, String> words;

        WordCell(Function<T, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(T value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? null : words.apply(value));
        }
    }

    private static final class FigureCell extends ListCell<Figure> {
        @Override
        protected void updateItem(Figure figure, boolean empty) {
            super.updateItem(figure, empty);
            if (empty || figure == null) {
                setGraphic(null);
                return;
            }
            Label title = new Label(figure.title());
            Label origin = new Label(figure.subtitle());
            origin.getStyleClass().add("caption");
            VBox both = new VBox(title, origin);
            both.setAlignment(Pos.CENTER_LEFT);
            both.setMaxWidth(LIST_WIDTH - 32);
            setGraphic(both);
        }
    }
}
