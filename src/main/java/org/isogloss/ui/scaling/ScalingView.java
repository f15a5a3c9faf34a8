package org.isogloss.ui.scaling;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.isogloss.analysis.stats.SizeLaw;
import org.isogloss.figure.MeasureBySize;
import org.isogloss.report.MacroMeasure;
import org.isogloss.report.SizeFigures;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.chart.FigureView;
import org.isogloss.ui.command.CommandBar;
import org.isogloss.ui.command.CommandLine;
import org.isogloss.ui.shell.EmptyPlace;
import org.isogloss.ui.shell.Navigator;
import org.isogloss.ui.shell.Part;
import org.isogloss.ui.shell.Place;
import org.isogloss.ui.words.Shown;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;

/** Scores against model size, each strategy's lead beside them, and what that says in words. */
public final class ScalingView implements Part {
    private static final Words WORDS = Words.of(ScalingView.class);

    /** The word it is chosen by. */
    public static final String WORD = WORDS.text("scaling.word");

    private final ScalingViewModel model;
    private final FigureView values;
    private final FigureView leads;
    private final Label sentences = new Label();
    private final Label limits = new Label();
    private final Label counted = new Label();
    private final CommandBar command = new CommandBar();
    private final BorderPane content = new BorderPane();
    private final EmptyPlace empty = new EmptyPlace(Feather.MAXIMIZE_2);
    private final StackPane root = new StackPane(content, empty);

    public ScalingView(ScalingViewModel model, FigureTools tools, Navigator navigator) {
        this.model = model;
        values = new FigureView(tools);
        leads = new FigureView(tools);
        root.getStylesheets()
                .add(
                        Objects.requireNonNull(
                                        ScalingView.class.getResource(
                                                "/org/isogloss/ui/scaling.css"))
                                .toExternalForm());
        sentences.setId("scaling-sentences");
        sentences.setWrapText(true);
        sentences.setMinHeight(Label.USE_PREF_SIZE);
        counted.getStyleClass().add("scaling-note");
        limits.setId("scaling-limits");
        limits.getStyleClass().add("scaling-note");
        limits.setWrapText(true);
        limits.setMinHeight(Label.USE_PREF_SIZE);
        limits.managedProperty().bind(limits.textProperty().isNotEmpty());
        VBox head = new VBox(controls(), sentences, limits, counted);
        head.getStyleClass().add("scaling-head");
        HBox figures = new HBox(values, leads);
        figures.getStyleClass().add("strategy-figures");
        for (FigureView view : new FigureView[] {values, leads}) {
            view.setPrefWidth(1);
            HBox.setHgrow(view, Priority.ALWAYS);
        }
        content.setTop(head);
        content.setCenter(figures);
        content.setBottom(command);
        empty.withAction(WORDS.text("scaling.design"), () -> navigator.open(Place.DESIGN));
        model.state().addListener((property, before, now) -> show(now));
        show(model.state().get());
    }

    @Override
    public String word() {
        return WORD;
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

    private HBox controls() {
        ComboBox<MacroMeasure> measure =
                new ComboBox<>(FXCollections.observableArrayList(model.measures()));
        measure.setId("scaling-measure");
        measure.setConverter(new Shown<>(SizeFigures::words));
        measure.valueProperty().bindBidirectional(model.measure());
        ComboBox<String> baseline = new ComboBox<>(model.strategies());
        baseline.setId("scaling-baseline");
        baseline.setPromptText(WORDS.text("scaling.first"));
        baseline.valueProperty()
                .addListener(
                        (property, before, now) -> model.baseline().set(now == null ? "" : now));
        ComboBox<Optional<MeasureBySize.Axis>> axis =
                new ComboBox<>(
                        FXCollections.observableArrayList(
                                List.of(
                                        Optional.empty(),
                                        Optional.of(MeasureBySize.Axis.NON_EMBEDDING),
                                        Optional.of(MeasureBySize.Axis.ALL))));
        axis.setId("scaling-axis");
        axis.setConverter(new Shown<>(ScalingView::words));
        axis.valueProperty().bindBidirectional(model.axis());
        ComboBox<SizeLaw> law = new ComboBox<>(FXCollections.observableArrayList(SizeLaw.values()));
        law.setId("scaling-law");
        law.setConverter(new Shown<>(ScalingView::words));
        law.valueProperty().bindBidirectional(model.law());
        HBox controls =
                new HBox(
                        named("scaling.measure", measure),
                        named("scaling.baseline", baseline),
                        named("scaling.axis", axis),
                        named("scaling.law", law));
        controls.getStyleClass().add("scaling-controls");
        return controls;
    }

    private static HBox named(String key, ComboBox<?> choice) {
        Label label = new Label(WORDS.text(key));
        label.setLabelFor(choice);
        choice.setAccessibleText(WORDS.text(key));
        HBox named = new HBox(label, choice);
        named.getStyleClass().add("scaling-control");
        return named;
    }

    private static String words(SizeLaw law) {
        return switch (law) {
            case LINE -> WORDS.text("scaling.law.line");
            case POWER -> WORDS.text("scaling.law.power");
        };
    }

    private static String words(Optional<MeasureBySize.Axis> axis) {
        return axis.map(
                        one ->
                                one == MeasureBySize.Axis.ALL
                                        ? WORDS.text("scaling.axis.all")
                                        : WORDS.text("scaling.axis.nonEmbedding"))
                .orElse(WORDS.text("scaling.axis.own"));
    }

    private void show(ScalingViewModel.State state) {
        content.setVisible(state.shown().isPresent());
        empty.setVisible(state.shown().isEmpty());
        empty.say(
                state.busy() ? WORDS.text("scaling.busy") : WORDS.text("scaling.none"),
                state.said());
        state.shown()
                .ifPresent(
                        shown -> {
                            sentences.setText(String.join("\n", shown.sentences()));
                            limits.setText(shown.limits().orElse(""));
                            values.show(shown.values());
                            leads.show(shown.leads());
                            command.show(CommandLine.of(model.command()));
                        });
        counted.setText(
                state.axis()
                        .map(
                                axis ->
                                        axis == MeasureBySize.Axis.ALL
                                                ? WORDS.text("scaling.note.all")
                                                : WORDS.text("scaling.note.nonEmbedding"))
                        .orElse(""));
    }
}
