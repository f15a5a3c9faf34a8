package org.isogloss.ui.design;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What jobs of Slurm are like, above the start, while the study is to be started through it. */
final class SlurmPanel extends VBox {
    private static final Words WORDS = Words.of(SlurmPanel.class);
    private static final double WIDE = 328;
    private static final double NARROW = 128;

    private final SlurmViewModel model;
    private final Map<SlurmViewModel.Field, TextInputControl> fields =
            new EnumMap<>(SlurmViewModel.Field.class);
    private final Label problem = Parts.caption("");
    private boolean following;

    SlurmPanel(SlurmViewModel model) {
        this.model = model;
        setId("slurm-panel");
        getStyleClass().add("slurm-panel");
        problem.setId("slurm-problem");
        problem.getStyleClass().add("flaw");
        problem.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
        problem.visibleProperty().bind(model.problem().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        problem.textProperty().bind(model.problem());
        FlowPane form = new FlowPane();
        form.getStyleClass().add("slurm-form");
        for (SlurmViewModel.Field field : SlurmViewModel.Field.values()) {
            form.getChildren().add(named(field));
        }
        Label meaning = Parts.caption(WORDS.text("slurm.meaning"));
        getChildren().addAll(meaning, form, problem);
        visibleProperty().bind(model.chosen());
        managedProperty().bind(visibleProperty());
        model.texts().addListener((property, before, now) -> show(now));
        show(model.texts().get());
    }

    private Node named(SlurmViewModel.Field field) {
        boolean lines = field == SlurmViewModel.Field.SETUP;
        boolean wide =
                lines
                        || field == SlurmViewModel.Field.COMMAND
                        || field == SlurmViewModel.Field.HOST;
        TextInputControl input = lines ? new TextArea() : new TextField();
        if (input instanceof TextArea area) {
            area.setPrefRowCount(1);
        }
        input.setId("slurm-" + field);
        input.setPromptText(WORDS.text(field.prompt()));
        input.setPrefWidth(wide ? WIDE : NARROW);
        input.textProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!following) {
                                model.type(field, now);
                            }
                        });
        fields.put(field, input);
        return Parts.named(WORDS.text(field.word()), input);
    }

    private void show(Map<SlurmViewModel.Field, String> texts) {
        following = true;
        fields.forEach(
                (field, input) -> {
                    String text = texts.getOrDefault(field, "");
                    if (!input.getText().strip().equals(text)) {
                        input.setText(text);
                    }
                });
        following = false;
    }
}
