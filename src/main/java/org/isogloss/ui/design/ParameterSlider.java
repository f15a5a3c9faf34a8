package org.isogloss.ui.design;

import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.isogloss.base.Setting;
import org.isogloss.experiment.StrategyChoice;

/** A strategy's parameter, to be dragged or typed; one drag is undone at once. */
final class ParameterSlider extends HBox {
    private static final double STEPS = 20;
    private static final double WIDTH = 176;
    private static final double FIELD = 64;

    private final Setting setting;
    private final Slider slider;
    private final TextField field = new TextField();
    private boolean following;

    ParameterSlider(DesignViewModel model, Setting setting) {
        super(8);
        this.setting = setting;
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        double step = (setting.maximum() - setting.minimum()) / STEPS;
        slider = new Slider(setting.minimum(), setting.maximum(), setting.standard());
        slider.setId("parameter-" + setting.id());
        slider.setPrefWidth(WIDTH);
        slider.setBlockIncrement(step);
        slider.setMajorTickUnit(step * STEPS / 4);
        slider.setAccessibleText(setting.name());
        slider.setTooltip(new Tooltip(setting.help()));
        field.setId("parameter-field-" + setting.id());
        field.setPrefWidth(FIELD);
        field.setAccessibleText(setting.name());
        Label name = new Label(setting.name());
        name.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(name, slider, field);
        slider.valueProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!following) {
                                model.tune(setting, rounded(now.doubleValue(), step));
                            }
                        });
        slider.valueChangingProperty().addListener((property, before, now) -> model.settle());
        slider.setOnMouseReleased(e -> model.settle());
        field.setOnAction(e -> typed(model));
        field.focusedProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!now) {
                                typed(model);
                            }
                        });
    }

    /** Follows what is seen. */
    void show(StrategyChoice choice) {
        double value = choice.parameters().getOrDefault(setting.id(), setting.standard());
        following = true;
        slider.setValue(value);
        field.setText(NumberText.of(value));
        following = false;
    }

    private void typed(DesignViewModel model) {
        OptionalDouble value = NumberText.read(field.getText());
        boolean usable = value.isPresent() && setting.problem(value.getAsDouble()).isEmpty();
        if (usable && value.getAsDouble() != slider.getValue()) {
            model.tune(setting, value.getAsDouble());
            model.settle();
        } else {
            show(model.strategy().get());
        }
    }

    /**
     * The nearest step, without the digits that floating point adds: .35, not .35000000000000003.
     */
    private double rounded(double value, double step) {
        double steps = Math.rint((value - setting.minimum()) / step);
        return Math.rint((setting.minimum() + steps * step) * 1e6) / 1e6;
    }
}
