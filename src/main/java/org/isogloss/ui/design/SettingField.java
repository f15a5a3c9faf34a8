package org.isogloss.ui.design;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.isogloss.base.Setting;

/** One setting of the study, explained, and what is wrong with what was typed. */
final class SettingField extends ExplainedField {
    private static final double WIDTH = 96;
    private static final String ON = "1";

    SettingField(DesignViewModel model, Setting setting) {
        super(
                setting.name(),
                setting.help(),
                DraftCheck.isFlag(setting) ? flag(model, setting) : number(model, setting));
        getChildren().add(new FlawLabel(model, setting.id()));
        model.draft().addListener((property, before, now) -> say(setting, now.value(setting)));
        say(setting, model.draft().get().value(setting));
    }

    private static Node number(DesignViewModel model, Setting setting) {
        TextField field =
                new DraftText(
                        model,
                        setting.id(),
                        draft -> draft.text(setting),
                        (draft, text) -> draft.withSetting(setting.id(), text));
        field.setPrefWidth(WIDTH);
        field.setMinWidth(WIDTH);
        field.setAccessibleText(setting.name());
        field.setAccessibleHelp(setting.help());
        return field;
    }

    private static Node flag(DesignViewModel model, Setting setting) {
        CheckBox box = new CheckBox();
        box.setId(setting.id());
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setAccessibleText(setting.name());
        box.setAccessibleHelp(setting.help());
        box.setOnAction(
                e ->
                        model.change(
                                model.draft()
                                        .get()
                                        .withSetting(setting.id(), box.isSelected() ? ON : "0")));
        model.draft()
                .addListener((property, before, now) -> box.setSelected(now.value(setting) != 0));
        box.setSelected(model.draft().get().value(setting) != 0);
        return box;
    }
}
