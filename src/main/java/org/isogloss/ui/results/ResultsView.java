package org.isogloss.ui.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.shell.EmptyPlace;
import org.isogloss.ui.shell.LatePart;
import org.isogloss.ui.shell.Navigator;
import org.isogloss.ui.shell.Pane;
import org.isogloss.ui.shell.Part;
import org.isogloss.ui.shell.Place;
import org.isogloss.ui.study.StudyBar;
import org.isogloss.ui.study.StudyWords;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The place Results: the selected study's scores in parts, of which one is looked at. */
public final class ResultsView implements Pane {
    private static final Words WORDS = Words.of(ResultsView.class);

    private final ResultsViewModel model;
    private final FigureTools tools;
    private final List<Part> more;
    private final Part heatmaps;
    private final PartSwitch parts;
    private final BorderPane root = new BorderPane();
    private final EmptyPlace empty = new EmptyPlace(Feather.GRID);
    private final Button keepAll =
            new Button(WORDS.text("results.keepAll"), new FontIcon(Feather.BOOKMARK));
    private final LanguageOrderChoice order;
    private final MeasureChoice measure;
    private final StudyBar collections;
    private final StudyBar collection;
    private boolean inView;

    /**
     * @param more parts made elsewhere, offered after this place's own even without results
     */
    public ResultsView(
            ResultsViewModel model, FigureTools tools, Navigator navigator, List<Part> more) {
        this.model = model;
        this.tools = tools;
        this.more = List.copyOf(more);
        root.getStyleClass().add("pane");
        root.getStylesheets()
                .add(
                        Objects.requireNonNull(
                                        ResultsView.class.getResource(
                                                "/org/isogloss/ui/results.css"))
                                .toExternalForm());
        empty.withAction(WORDS.text("results.goToStart"), () -> navigator.open(Place.START));
        CommandTwin twin = new CommandTwin(model);
        heatmaps = new HeatmapsPart(model, tools, navigator, twin);
        List<Part> all = new ArrayList<>();
        all.add(heatmaps);
        all.add(
                new LatePart(
                        LanguagesPart.WORD, () -> new LanguagesPart(model.figures(), tools, twin)));
        all.add(
                new LatePart(
                        AlphaCurvePart.WORD,
                        () -> new AlphaCurvePart(model.figures(), tools, navigator, twin)));
        all.addAll(more);
        parts = new PartSwitch(all);
        order = new LanguageOrderChoice(model.order());
        measure = new MeasureChoice(model);
        collections = new StudyBar(WORDS.text("results"), model.selection(), model.sideBySide());
        keepAll.setId("keep-all");
        keepAll.getStyleClass().add("flat");
        keepAll.setMinWidth(Region.USE_PREF_SIZE);
        keepAll.setOnAction(e -> keepAll());
        collections.getChildren().addAll(order, keepAll);
        collection = new StudyBar(WORDS.text("results"), model.selection());
        HBox second = new HBox(parts, measure);
        second.getStyleClass().add("second-bar");
        VBox head = new VBox(collections, collection, second);
        head.getStyleClass().add("pane-head");
        root.setTop(head);
        parts.chosen()
                .addListener(
                        (property, before, now) -> {
                            if (inView) {
                                before.hidden();
                                now.shown();
                            }
                            show();
                        });
        model.shown().addListener((property, before, after) -> show());
        model.selection().snapshot().addListener((property, before, after) -> show());
        model.selection().looked().addListener((property, before, after) -> show());
        show();
    }

    @Override
    public Place place() {
        return Place.RESULTS;
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void shown() {
        inView = true;
        model.selection().start();
        parts.chosen().get().shown();
    }

    @Override
    public void hidden() {
        inView = false;
        parts.chosen().get().hidden();
        model.selection().stop();
    }

    /** The folder of a study is called as the study. */
    @Override
    public void take(List<Path> dropped) {
        model.selection().study().set(dropped.get(0).getFileName().toString());
    }

    private void show() {
        Part part = parts.chosen().get();
        boolean none = model.shown().get().isEmpty();
        appear(collections, part == heatmaps);
        appear(collection, part != heatmaps);
        keepAll.setVisible(!none);
        order.setVisible(!none);
        measure.setVisible(!none && part == heatmaps);
        appear(parts, !none || !more.isEmpty());
        if (none) {
            StudyWords words = StudyWords.of(model.selection());
            empty.say(words.title(), words.sentence());
            empty.offer(model.selection().looked().get());
        }
        root.setCenter(none && !more.contains(part) ? empty : part.view());
    }

    private void keepAll() {
        int before = tools.shelf().figures().size();
        for (CollectionResults one : model.shown().get()) {
            one.heatmaps().forEach(panel -> tools.shelf().keep(panel.figure()));
            one.differences().forEach(panel -> tools.shelf().keep(panel.figure()));
        }
        model.means().forEach(table -> tools.shelf().keep(table));
        int kept = tools.shelf().figures().size();
        tools.say().accept(WORDS.text("results.keptAll", kept - before, kept));
    }

    private static void appear(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
