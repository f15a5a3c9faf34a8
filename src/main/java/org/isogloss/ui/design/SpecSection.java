package org.isogloss.ui.design;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isogloss.base.JsonFile;
import org.isogloss.experiment.Study;
import org.isogloss.ui.command.CommandLine;
import org.isogloss.ui.words.Words;

/** The study as the file it is kept in, and the command that trains it. */
final class SpecSection extends VBox {
    private static final Words WORDS = Words.of(SpecSection.class);

    private final DesignViewModel model;
    private final TextArea json = new TextArea();
    private final Label command = new Label();

    SpecSection(DesignViewModel model) {
        this.model = model;
        getStyleClass().addAll("form-section", "spec");
        json.setId("spec-json");
        json.setEditable(false);
        json.setAccessibleText(WORDS.text("specSection.json"));
        command.setId("spec-command");
        command.getStyleClass().addAll("command", "command-text");
        command.setWrapText(true);
        command.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(json, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Parts.heading(
                                WORDS.text("specSection.json"),
                                Parts.copying(WORDS.text("specSection.copy"), json::getText)),
                        json,
                        Parts.heading(
                                WORDS.text("specSection.command"),
                                Parts.copying(
                                        WORDS.text("specSection.copyCommand"), command::getText)),
                        command);
        model.draft().addListener((property, before, now) -> show());
        model.saved().addListener((property, before, now) -> show());
        model.slurm().chosen().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        Optional<Study> study = model.study();
        json.setWrapText(study.isEmpty());
        json.setText(study.map(JsonFile::text).orElse(WORDS.text("specSection.incomplete")));
        command.setVisible(study.isPresent());
        command.setText(study.isPresent() ? CommandLine.of(model.command()) : "");
    }
}
