package org.isogloss.ui.learn;

import atlantafx.base.theme.Styles;
import java.util.Objects;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isogloss.analysis.reference.PublishedScores;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The help beside the content: the glossary with its search field, and the paper's numbers. */
public final class LearnView {
    private static final Words WORDS = Words.of(LearnView.class);
    private static final double WIDTH = 400;

    private final LearnViewModel model = new LearnViewModel(Terms.all());
    private final TextField search = new TextField();
    private final VBox entries = new VBox();
    private final ScrollPane scroll = new ScrollPane(entries);
    private final TabPane tabs = new TabPane();
    private final BorderPane root = new BorderPane();

    /**
     * On the window's thread.
     *
     * @param close what closes it
     */
    public LearnView(Runnable close) {
        root.setId("learn");
        root.getStyleClass().addAll("pane", "learn");
        root.getStylesheets()
                .add(
                        Objects.requireNonNull(
                                        LearnView.class.getResource("/org/isogloss/ui/learn.css"))
                                .toExternalForm());
        root.setMinWidth(WIDTH);
        root.setPrefWidth(WIDTH);
        root.setMaxWidth(WIDTH);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .setAll(
                        new Tab(WORDS.text("words"), glossary()),
                        new Tab(
                                WORDS.text("paper"),
                                new PublishedView(new PublishedViewModel(PublishedScores.read()))
                                        .view()));
        root.setTop(head(close));
        root.setCenter(tabs);
        root.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        close.run();
                        event.consume();
                    }
                });
    }

    /** Its content: the same node at every call. */
    public Node view() {
        return root;
    }

    /** Shows the glossary and takes the focus into its search field. */
    public void ask() {
        tabs.getSelectionModel().selectFirst();
        search.selectAll();
        // only once it stands in the window can it take the focus
        Platform.runLater(search::requestFocus);
    }

    /** Shows the paper’s tables. */
    public void browsePaper() {
        tabs.getSelectionModel().selectLast();
        // only once it stands in the window can it take the focus
        Platform.runLater(tabs::requestFocus);
    }

    private static Node head(Runnable close) {
        Label title = new Label(WORDS.text("title"));
        title.getStyleClass().add("view-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button shut = new Button(null, new FontIcon(Feather.X));
        shut.setId("learn-close");
        shut.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        shut.setAccessibleText(WORDS.text("close"));
        shut.setTooltip(new Tooltip(WORDS.text("close")));
        shut.setOnAction(e -> close.run());
        HBox head = new HBox(title, gap, shut);
        head.getStyleClass().add("learn-head");
        return head;
    }

    private Node glossary() {
        search.setId("learn-search");
        search.setPromptText(WORDS.text("search"));
        search.setAccessibleText(WORDS.text("search"));
        search.textProperty().bindBidirectional(model.query());
        Label count = new Label();
        count.setId("learn-found");
        count.getStyleClass().add("caption");
        entries.getStyleClass().add("learn-entries");
        entries.setAccessibleText(WORDS.text("terms"));
        scroll.setAccessibleText(WORDS.text("terms"));
        scroll.setFitToWidth(true);
        model.found().addListener((ListChangeListener<Term>) change -> list(count));
        list(count);
        VBox top = new VBox(search, count);
        top.getStyleClass().add("learn-top");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox glossary = new VBox(top, scroll);
        glossary.getStyleClass().add("learn-part");
        return glossary;
    }

    private void list(Label count) {
        count.setText(WORDS.text("found", model.found().size()));
        entries.getChildren().setAll(model.found().stream().map(LearnView::entry).toList());
        scroll.setVvalue(0);
    }

    private static Node entry(Term term) {
        VBox entry =
                new VBox(
                        wrapped(term.name(), "learn-name"),
                        wrapped(term.meaning(), "learn-meaning"));
        term.formula().ifPresent(text -> entry.getChildren().add(wrapped(text, "learn-formula")));
        entry.getChildren().add(wrapped(WORDS.text("source", term.source()), "caption"));
        entry.getStyleClass().add("learn-entry");
        return entry;
    }

    /** A label as tall as its text needs. */
    static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
