package org.isogloss.ui.runs;

import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.isogloss.figure.ProbeCurves;
import org.isogloss.figure.RunQuantity;
import org.isogloss.ui.chart.ChartPicture;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.chart.FigureView;
import org.isogloss.ui.chart.PlotGestures;
import org.isogloss.ui.shell.EmptyPlace;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;

/**
 * The curves of the runs, and beside them bias while it emerges; both show the same steps, and a
 * line over both reads their values out.
 */
final class CurvesView extends HBox {
    private static final double LEAST_SLIDER = 48;
    private static final double LEAST_CHOICE = 104;
    private static final double GAP = 8;
    private static final int COLUMN_UNIT = 50;
    private static final Words WORDS = Words.of(CurvesView.class);

    private final CurveChart chart;
    private final FigureView curves;
    private final FigureView probes;
    private final EmptyPlace unprobed = new EmptyPlace(Feather.ACTIVITY);
    private final ComboBox<RunQuantity> quantity = new ComboBox<>();
    private final Slider smoothing = new Slider(0, .99, 0);
    private final MenuButton axes = new MenuButton(WORDS.text("curves.axes"));
    private final ComboBox<String> collection;
    private final ComboBox<ProbeCurves.Bias> bias = new ComboBox<>();

    CurvesView(CurveChart chart, FigureTools tools) {
        this.chart = chart;
        setId("runs-curves");
        getStyleClass().add("runs-curves");
        ChartPicture left = new ChartPicture(tools.tasks(), new Gestures());
        ChartPicture right = new ChartPicture(tools.tasks(), new Gestures());
        left.setId("runs-curves-picture");
        right.setId("runs-probes-picture");
        curves = new FigureView(tools, left);
        probes = new FigureView(tools, right);
        collection = new ComboBox<>(chart.probed());
        StackPane emerging = new StackPane(probes, unprobed);
        for (Region half : List.of(curves, emerging)) {
            HBox.setHgrow(half, Priority.ALWAYS);
            half.setPrefWidth(1);
            half.setMinWidth(0);
            half.setMaxWidth(Double.MAX_VALUE);
        }
        getChildren().addAll(curves, emerging);
        prepareControls();
        follow(left, right);
    }

    /** What stands at the head of the place while the curves are shown. */
    HBox controls() {
        Label name = new Label(WORDS.text("curves.smoothing"));
        name.setLabelFor(smoothing);
        name.setMinWidth(USE_PREF_SIZE);
        axes.setMinWidth(USE_PREF_SIZE);
        smoothing.setMinWidth(LEAST_SLIDER);
        for (Region choice : List.of(quantity, collection, bias)) {
            choice.setMinWidth(LEAST_CHOICE); // words are cut before controls overlap
        }
        Label value = new Label();
        value.getStyleClass().add("runs-smoothing-value");
        value.textProperty()
                .bind(
                        smoothing
                                .valueProperty()
                                .map(
                                        v ->
                                                String.format(Locale.ROOT, "%.2f", v.doubleValue())
                                                        .substring(1)));
        HBox smooth = new HBox(GAP, name, smoothing, value);
        smooth.setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox controls = new HBox(GAP, quantity, smooth, axes, space, collection, bias);
        controls.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(controls, Priority.ALWAYS);
        InvalidationListener useful =
                changed -> smooth.setDisable(!CurveChart.smoothed(chart.quantityProperty().get()));
        chart.quantityProperty().addListener(useful);
        return controls;
    }

    private void prepareControls() {
        quantity.setId("runs-quantity");
        quantity.getItems().setAll(RunQuantity.all());
        quantity.setConverter(new Named<>(CurvesView::word));
        quantity.setAccessibleText(WORDS.text("curves.quantity"));
        quantity.valueProperty().bindBidirectional(chart.quantityProperty());
        smoothing.setId("runs-smoothing");
        smoothing.setBlockIncrement(.05);
        smoothing.setAccessibleText(WORDS.text("curves.smoothing.help"));
        smoothing.valueProperty().bindBidirectional(chart.smoothingProperty());
        CheckMenuItem values = new CheckMenuItem(WORDS.text("curves.logarithmic"));
        values.setId("runs-logarithmic");
        values.selectedProperty().bindBidirectional(chart.logarithmicProperty());
        CheckMenuItem steps = new CheckMenuItem(WORDS.text("curves.logarithmic.steps"));
        steps.selectedProperty().bindBidirectional(chart.logarithmicStepsProperty());
        MenuItem whole = new MenuItem(WORDS.text("curves.whole"));
        whole.setOnAction(e -> chart.zoom().reset());
        whole.disableProperty().bind(chart.zoom().rangeProperty().map(range -> range.all()));
        axes.setId("runs-axes");
        axes.getItems().setAll(values, steps, new SeparatorMenuItem(), whole);
        axes.setTooltip(new Tooltip(WORDS.text("curves.help")));
        collection.setId("runs-probe");
        collection.setAccessibleText(WORDS.text("probe.collection"));
        collection.valueProperty().bindBidirectional(chart.probeProperty());
        bias.setId("runs-bias");
        bias.getItems().setAll(ProbeCurves.Bias.values());
        bias.setConverter(new Named<>(CurvesView::word));
        bias.setAccessibleText(WORDS.text("probe.bias"));
        bias.valueProperty().bindBidirectional(chart.biasProperty());
    }

    private void follow(ChartPicture left, ChartPicture right) {
        chart.figureProperty().addListener((figure, before, now) -> curves.show(now));
        chart.probeFigureProperty().addListener((figure, before, now) -> showProbes(now));
        curves.setBottom(readout("runs-readout", chart.readoutProperty()));
        probes.setBottom(readout("runs-probe-readout", chart.probeReadoutProperty()));
        chart.pointedProperty()
                .addListener(
                        (pointed, before, now) -> {
                            left.mark(now.doubleValue());
                            right.mark(now.doubleValue());
                        });
        curves.widthProperty()
                .addListener(
                        (width, before, now) ->
                                chart.columnsProperty()
                                        .set(
                                                Math.max(1, now.intValue() / COLUMN_UNIT)
                                                        * COLUMN_UNIT));
        chart.probesComeProperty().addListener((property, before, now) -> sayUnprobed());
        sayUnprobed();
        showProbes(null);
    }

    private void sayUnprobed() {
        if (chart.probesComeProperty().get()) {
            unprobed.say(WORDS.text("probe.soon"), WORDS.text("probe.soon.why"));
        } else {
            unprobed.say(WORDS.text("probe.none"), WORDS.text("probe.none.why"));
        }
    }

    private void showProbes(ProbeCurves figure) {
        boolean some = figure != null && !figure.curves().isEmpty();
        probes.setVisible(some);
        unprobed.setVisible(!some);
        collection.setVisible(some);
        bias.setVisible(some);
        if (some) {
            probes.show(figure);
        }
    }

    private static Label readout(String id, ReadOnlyStringProperty text) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("runs-readout");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setWrapText(true);
        label.textProperty().bind(text);
        return label;
    }

    private static String word(RunQuantity quantity) {
        return switch (quantity) {
            case LOSS -> WORDS.text("quantity.loss");
            case VALIDATION -> WORDS.text("quantity.validation");
            case LEARNING_RATE -> WORDS.text("quantity.rate");
            case GRADIENT_NORM -> WORDS.text("quantity.norm");
            case TEMPERATURE -> WORDS.text("quantity.temperature");
            case SPEED -> WORDS.text("quantity.speed");
            case MEMORY -> WORDS.text("quantity.memory");
        };
    }

    private static String word(ProbeCurves.Bias bias) {
        return switch (bias) {
            case RANK_DISTANCE -> WORDS.text("probe.distance");
            case OWN_LANGUAGE_FIRST -> WORDS.text("probe.first");
        };
    }

    /** Shows the words of a value; nothing is typed. */
    private static final class Named<T> extends StringConverter<T> {
        private final java.util.function.Function<T, String> word;

        Named(java.util.function.Function<T, String> word) {
            this.word = word;
        }

        @Override
        public String toString(T value) {
            return value == null ? "" : word.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException(WORDS.text("curves.wordsAreChosenNot"));
        }
    }

    /** Both charts point and zoom together. */
    private final class Gestures implements PlotGestures {
        @Override
        public void pointed(double x) {
            chart.pointedProperty().set(x);
        }

        @Override
        public void chosen(double from, double to) {
            chart.zoom().show(from, to);
        }

        @Override
        public void scaled(double around, double factor) {
            chart.zoom().scale(around, factor);
        }

        @Override
        public void reset() {
            chart.zoom().reset();
        }
    }
}
