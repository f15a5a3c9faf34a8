package org.isogloss.ui.design;

import java.util.List;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.isogloss.base.Setting;
import org.isogloss.experiment.preset.SettingGroup;
import org.isogloss.ui.words.Words;

/** Every setting of batches and learning, in groups; made from what the engine's rooms declare. */
final class SettingsSection extends VBox {
    private static final Words WORDS = Words.of(SettingsSection.class);

    private final DesignViewModel model;

    SettingsSection(DesignViewModel model) {
        this.model = model;
        getStyleClass().add("form-section");
        getChildren().add(Parts.caption(WORDS.text("settingsSection.meaning")));
        for (SettingGroup group : SettingGroup.all()) {
            if (group.kind() != SettingGroup.Kind.FINE_TUNING) {
                getChildren().add(pane(group));
            }
            if (group.kind() == SettingGroup.Kind.BATCHES) {
                getChildren().add(texts());
            }
        }
    }

    private TitledPane texts() {
        TitledPane pane =
                new TitledPane(WORDS.text("settingsSection.texts"), new TextFields(model));
        pane.setId("settings-TEXTS");
        pane.setAnimated(false);
        pane.setExpanded(false);
        return pane;
    }

    private TitledPane pane(SettingGroup group) {
        VBox fields = new VBox();
        fields.getStyleClass().add("settings");
        for (Setting setting : group.settings()) {
            fields.getChildren().add(new SettingField(model, setting));
        }
        TitledPane pane = new TitledPane(title(group.kind()), fields);
        pane.setId("settings-" + group.kind());
        pane.setAnimated(false);
        pane.setExpanded(
                group.kind() == SettingGroup.Kind.BATCHES
                        || group.kind() == SettingGroup.Kind.SCHEDULE);
        model.flaws()
                .addListener(
                        (property, before, now) -> {
                            if (holds(group.settings(), now)) {
                                pane.setExpanded(true);
                            }
                        });
        return pane;
    }

    private static boolean holds(List<Setting> settings, List<DraftFlaw> flaws) {
        return flaws.stream()
                .anyMatch(
                        flaw ->
                                settings.stream()
                                        .anyMatch(setting -> setting.id().equals(flaw.field())));
    }

    /** What a group of settings is called. */
    static String title(SettingGroup.Kind kind) {
        return switch (kind) {
            case FINE_TUNING -> WORDS.text("settingsSection.fineTuning");
            case BATCHES -> WORDS.text("settingsSection.batches");
            case SCHEDULE -> WORDS.text("settingsSection.schedule");
            case LOSS -> WORDS.text("settingsSection.loss");
            case REGULARISATION -> WORDS.text("settingsSection.regularisation");
            case OPTIMISER -> WORDS.text("settingsSection.optimiser");
            case MEMORY -> WORDS.text("settingsSection.memory");
            case PROGRESS -> WORDS.text("settingsSection.progress");
        };
    }
}
