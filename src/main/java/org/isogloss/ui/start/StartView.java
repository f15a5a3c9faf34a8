package org.isogloss.ui.start;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.isogloss.experiment.Study;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.shell.EmptyPlace;
import org.isogloss.ui.shell.Navigator;
import org.isogloss.ui.shell.Pane;
import org.isogloss.ui.shell.Place;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The place Start: a study and its next step, and the way to studies of one's own. */
public final class StartView implements Pane {
    private static final Words WORDS = Words.of(StartView.class);
    private static final double WIDE = 1400;

    private static final double OWN_WIDTH = 304;

    private final StartViewModel model;
    private final MachineViewModel machine;
    private final FigureTools tools;
    private final Navigator navigator;
    private final Consumer<String> say;
    private final StackPane card = new StackPane();
    private final VBox recent = new VBox();
    private final Button action = new Button();
    private final CheckBox leaveOut = new CheckBox(WORDS.text("start.leaveOutOfTraining"));
    private final Node view;
    private boolean wideNow;

    /**
     * @param tour begins the tour of the sample study
     * @param browsePaper opens the tables of the paper
     */
    public StartView(
            StartViewModel model,
            MachineViewModel machine,
            FigureTools tools,
            Navigator navigator,
            Runnable tour,
            Runnable browsePaper) {
        this.model = model;
        this.machine = machine;
        this.tools = tools;
        this.navigator = navigator;
        this.say = tools.say();
        leaveOut.setId("leave-out-overlap");
        leaveOut.getStyleClass().add("caption");
        leaveOut.selectedProperty().bindBidirectional(model.leaveOutOverlap());
        leaveOut.disableProperty().bind(model.starting());
        action.setId("next-step");
        action.getStyleClass().add(Styles.ACCENT);
        action.disableProperty().bind(model.starting());
        action.setDefaultButton(true);
        action.setMinWidth(Button.USE_PREF_SIZE);
        action.setOnAction(e -> act());
        view = content(tour, browsePaper);
        model.card().addListener((property, before, after) -> show(after));
        card.widthProperty()
                .addListener(
                        (property, before, now) -> {
                            boolean wide = now.doubleValue() >= WIDE;
                            if (wide != wideNow) {
                                wideNow = wide;
                                // not while the window is being laid out
                                Platform.runLater(() -> show(model.card().get()));
                            }
                        });
        InvalidationListener listRecent = changed -> listRecent();
        model.recent().addListener(listRecent);
        listRecent();
        show(model.card().get());
    }

    @Override
    public Place place() {
        return Place.START;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.watch();
    }

    @Override
    public void hidden() {
        model.stop();
    }

    private Node content(Runnable tour, Runnable browsePaper) {
        Label name = new Label(WORDS.text("start.isogloss"));
        name.getStyleClass().add("product-name");
        Label question = new Label(WORDS.text("start.whatDoesABatch"));
        question.getStyleClass().add("product-question");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Hyperlink guide = new Hyperlink(WORDS.text("start.tour"));
        guide.setId("take-the-tour");
        guide.setOnAction(e -> tour.run());
        HBox head = new HBox(name, question, gap, guide);
        head.getStyleClass().add("product");
        HBox.setHgrow(card, Priority.ALWAYS);
        Hyperlink paper = link(WORDS.text("start.thePapersNumbers"), "", browsePaper);
        paper.setId("browse-paper");
        VBox side = new VBox(own(), machine(), paper);
        side.getStyleClass().add("side");
        side.setMinWidth(OWN_WIDTH);
        side.setPrefWidth(OWN_WIDTH);
        HBox cards = new HBox(card, side);
        cards.getStyleClass().add("cards");
        cards.setFillHeight(false);
        VBox content = new VBox(head, cards);
        content.getStyleClass().add("start");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        BorderPane root = new BorderPane(scroll);
        root.getStyleClass().add("pane");
        return root;
    }

    private Node own() {
        Label kind = new Label(WORDS.text("start.yourOwn"));
        kind.getStyleClass().add("caption");
        Label title = new Label(WORDS.text("start.anotherStudy"));
        title.getStyleClass().add("view-title");
        Label hint = new Label(WORDS.text("start.aStudyIsA"));
        hint.getStyleClass().add("caption");
        hint.setWrapText(true);
        Button open = new Button(WORDS.text("start.openAStudy"), new FontIcon(Feather.FOLDER));
        open.setId("open-study");
        open.setOnAction(
                e ->
                        tools.files()
                                .toOpen(WORDS.text("start.openAStudy2"), Study.FILE_EXTENSIONS)
                                .ifPresent(model::open));
        recent.setId("recent");
        recent.getStyleClass().add("recent");
        VBox own = new VBox(new VBox(kind, title), hint, open, recent);
        own.getStyleClass().addAll("own", "panel");
        return own;
    }

    private Node machine() {
        BooleanBinding unable =
                Bindings.createBooleanBinding(
                        () ->
                                model.card()
                                        .get()
                                        .map(one -> one.stage() == StudyCard.Stage.TRAINING)
                                        .orElse(true),
                        model.card());
        return new MachineView(machine, () -> model.study().ifPresent(machine::measure), unable);
    }

    /** Puts studies that were dropped on the window among those opened last. */
    @Override
    public void take(List<Path> studies) {
        model.keep(studies);
    }

    private void listRecent() {
        recent.getChildren().clear();
        recent.setManaged(!model.recent().isEmpty());
        if (model.recent().isEmpty()) {
            return;
        }
        Label head = new Label(WORDS.text("start.recent"));
        head.getStyleClass().add("caption");
        recent.getChildren().add(head);
        if (model.hasSample()) {
            recent.getChildren().add(link(WORDS.text("start.sampleStudy"), "", model::openSample));
        }
        for (Path file : model.recent()) {
            Path folder = file.toAbsolutePath().getParent();
            String words =
                    folder.getFileName() == null
                            ? file.toString()
                            : folder.getFileName() + "/" + file.getFileName();
            recent.getChildren().add(link(words, file.toString(), () -> model.open(file)));
        }
    }

    private static Hyperlink link(String words, String more, Runnable action) {
        Hyperlink link = new Hyperlink(words);
        if (!more.isEmpty()) {
            link.setTooltip(new Tooltip(more));
        }
        link.setOnAction(e -> action.run());
        return link;
    }

    private void show(Optional<StudyCard> study) {
        if (study.isEmpty()) {
            card.getChildren().setAll(nothing());
            return;
        }
        action.setText(study.get().action());
        card.getChildren()
                .setAll(new StudyCardView(study.get(), wideNow, tools.theme(), action, leaveOut));
    }

    private Node nothing() {
        EmptyPlace empty = new EmptyPlace(Feather.PACKAGE);
        empty.getStyleClass().add("panel");
        if (model.hasSample()) {
            empty.say(WORDS.text("start.sampleStudy"), WORDS.text("start.readingTheStudy"));
        } else {
            empty.say(WORDS.text("start.theSampleDataAre"), WORDS.text("start.theyComeInThe"));
        }
        return empty;
    }

    private void act() {
        switch (model.card().get().map(StudyCard::stage).orElseThrow()) {
            case READY ->
                    model.train(
                            () -> {
                                say.accept(WORDS.text("start.startedTheRunsGo"));
                                navigator.open(Place.RUNS);
                            });
            case TRAINING -> navigator.open(Place.RUNS);
            case DONE -> navigator.open(Place.RESULTS);
        }
    }
}
