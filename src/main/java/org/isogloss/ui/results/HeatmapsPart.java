package org.isogloss.ui.results;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isogloss.figure.export.PaperTable;
import org.isogloss.ui.chart.FigureRow;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.chart.FigureView;
import org.isogloss.ui.chart.ScaleStrip;
import org.isogloss.ui.command.CommandBar;
import org.isogloss.ui.shell.Navigator;
import org.isogloss.ui.shell.Part;
import org.isogloss.ui.study.StrategyMark;
import org.isogloss.ui.study.StudyBar;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Heatmaps, the table of macro averages, differences to a baseline, and the questions behind. */
final class HeatmapsPart implements Part {
    private static final Words WORDS = Words.of(HeatmapsPart.class);

    private static final double HEATMAP_RATIO = 1.04;
    private static final double SHORTEST = 264;
    private static final double AROUND_ROW = 40;
    private static final double NOTE = 24;
    private static final double LINE = 36;
    private static final double AROUND_LINES = 112;

    private final ResultsViewModel model;
    private final FigureTools tools;
    private final Map<String, FigureView> views = new HashMap<>();
    private final BorderPane root = new BorderPane();
    private final VBox content = new VBox();
    private final MacroTable macro = new MacroTable();
    private final Label macroNote = new Label();
    private final OneAFrame filling = new OneAFrame(content.getChildren());
    private final ScrollPane scroll = new ScrollPane(content);
    private final HBox differenceHead;
    private final HBox macroFoot;
    private final CommandTwin twin;

    HeatmapsPart(ResultsViewModel model, FigureTools tools, Navigator navigator, CommandTwin twin) {
        this.model = model;
        this.tools = tools;
        this.twin = twin;
        content.getStyleClass().add("sections");
        scroll.setFitToWidth(true);
        macroNote.getStyleClass().addAll("caption", "macro-note");
        macroNote.setWrapText(true);
        macroNote
                .textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        (model.testWords().get()
                                                        + " "
                                                        + model.referenceWords().get())
                                                .strip(),
                                model.testWords(),
                                model.referenceWords()));
        differenceHead = differenceHead();
        macroFoot = macroFoot();
        root.setTop(new VBox(definition(), new StrategyChips(model)));
        root.setCenter(scroll);
        root.setRight(new PairQuestionsView(model.questions(), navigator));
        root.setBottom(command());
        model.shown().addListener((property, before, after) -> show());
        show();
    }

    @Override
    public String word() {
        return WORDS.text("results.heatmaps");
    }

    @Override
    public Node view() {
        return root;
    }

    private void show() {
        List<CollectionResults> results = model.shown().get();
        if (results.isEmpty()) {
            return;
        }
        filling.fill(sections(results));
    }

    private List<Supplier<Node>> sections(List<CollectionResults> results) {
        List<Supplier<Node>> sections = new ArrayList<>();
        results.forEach(one -> sections.add(() -> section(one, results.size())));
        sections.add(
                () -> {
                    macro.show(results);
                    return new VBox(macro, macroFoot);
                });
        if (results.stream().anyMatch(one -> !one.differences().isEmpty())) {
            sections.add(() -> differenceHead);
            results.forEach(one -> sections.add(() -> differences(one)));
        }
        return sections;
    }

    private Node differences(CollectionResults one) {
        VBox gains = new VBox(caption(one), row(one, "difference", one.differences(), 1));
        gains.getStyleClass().add("section");
        return gains;
    }

    private Node section(CollectionResults one, int atOnce) {
        VBox section = new VBox(heading(one), row(one, "score", one.heatmaps(), atOnce));
        section.getStyleClass().add("section");
        return section;
    }

    private static Node heading(CollectionResults one) {
        Label name = new Label(one.collection());
        name.getStyleClass().add("section-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label subtitle = new Label(one.subtitle());
        subtitle.getStyleClass().add("caption");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading =
                new HBox(name, subtitle, gap, new ScaleStrip(one.scale(), one.measure().name()));
        heading.getStyleClass().add("heading");
        return heading;
    }

    private static Label caption(CollectionResults one) {
        Label caption = new Label(one.collection());
        caption.getStyleClass().add("caption");
        return caption;
    }

    private FigureRow row(
            CollectionResults one, String kind, List<CollectionResults.Panel> panels, int atOnce) {
        FigureRow row = new FigureRow(HEATMAP_RATIO, tallest(one, atOnce));
        List<FigureView> figures = new ArrayList<>();
        for (CollectionResults.Panel panel : panels) {
            FigureView view =
                    views.computeIfAbsent(
                            kind + " " + one.collection() + " " + panel.heading(),
                            key -> new FigureView(tools));
            view.setMark(panel.style().map(StrategyMark::new).orElse(null));
            view.show(panel.figure(), panel.heading());
            view.say(panel.note());
            view.onItem(item -> model.ask(one, panel, item));
            figures.add(view);
        }
        row.setFigures(figures);
        return row;
    }

    /**
     * As high as lets several rows be seen at once, or one row above the table; with the pool of
     * all languages as high as the lines that strategies take.
     */
    private ObservableDoubleValue tallest(CollectionResults one, int atOnce) {
        if (one.measure().pooled()) {
            return new SimpleDoubleProperty(AROUND_LINES + LINE * model.chosen().size());
        }
        return Bindings.createDoubleBinding(
                () -> {
                    double height = scroll.getViewportBounds().getHeight();
                    double table = atOnce == 1 ? macro.getPrefHeight() + NOTE + AROUND_ROW : 0;
                    return Math.max(SHORTEST, (height - table) / atOnce - AROUND_ROW);
                },
                scroll.viewportBoundsProperty(),
                macro.prefHeightProperty());
    }

    private CommandBar command() {
        CommandBar command = new CommandBar();
        command.setId("heatmaps-command");
        twin.heatmaps().addListener((property, before, now) -> command.show(now));
        command.show(twin.heatmaps().get());
        return command;
    }

    private Label definition() {
        Label definition = new Label();
        definition.setId("definition");
        definition.getStyleClass().addAll("caption", "definition");
        definition.setWrapText(true);
        definition.textProperty().bind(model.definition());
        return definition;
    }

    private HBox macroFoot() {
        Button keep = new Button("", new FontIcon(Feather.BOOKMARK));
        keep.setId("keep-means");
        keep.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
        keep.setTooltip(new Tooltip(WORDS.text("macro.keep")));
        keep.setAccessibleText(WORDS.text("macro.keep"));
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.setOnAction(e -> keepMeans());
        HBox.setHgrow(macroNote, Priority.ALWAYS);
        macroNote.setMaxWidth(Double.MAX_VALUE);
        CheckBox reference = new CheckBox(WORDS.text("macro.reference"));
        reference.setId("reference");
        reference.selectedProperty().bindBidirectional(model.reference());
        reference.setMinWidth(Region.USE_PREF_SIZE);
        HBox foot = new HBox(macroNote, reference, keep);
        foot.getStyleClass().add("macro-foot");
        return foot;
    }

    private void keepMeans() {
        List<PaperTable> means = model.means();
        means.forEach(table -> tools.shelf().keep(table));
        tools.say()
                .accept(
                        WORDS.text(
                                "macro.kept",
                                String.join(", ", means.stream().map(PaperTable::title).toList())));
    }

    private HBox differenceHead() {
        Label title = new Label(WORDS.text("results.differenceTo"));
        title.getStyleClass().add("section-title");
        ComboBox<String> baseline =
                StudyBar.choice(
                        WORDS.text("results.baseline"), model.strategies(), model.baseline());
        baseline.setId("baseline");
        title.setLabelFor(baseline);
        Label hint = new Label(WORDS.text("results.redGainedBlueLost"));
        hint.getStyleClass().add("caption");
        HBox head = new HBox(title, baseline, hint);
        head.getStyleClass().add("heading");
        return head;
    }
}
