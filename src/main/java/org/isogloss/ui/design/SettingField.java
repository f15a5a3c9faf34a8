package org.isogloss.ui.design;

import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isogloss.base.Setting;
import org.isogloss.experiment.preset.SettingGroup;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;

/**
 * One setting: its value, its range, whether the paper states it, what it does, and what is wrong
 * with what was typed.
 */
final class SettingField extends VBox {
    private static final Words WORDS = Words.of(SettingField.class);
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final double WIDTH = 96;
    private static final String ON = "1";

    private final DesignViewModel model;
    private final Setting setting;
    private final Label origin = Parts.caption("");

    SettingField(DesignViewModel model, Setting setting) {
        this.model = model;
        this.setting = setting;
        getStyleClass().add("setting");
        Label name = new Label(setting.name());
        name.setMinWidth(0);
        Label help = Parts.caption(setting.help());
        help.setVisible(false);
        help.setManaged(false);
        Node why =
                Parts.icon(
                        Feather.HELP_CIRCLE,
                        WORDS.text("settingField.what", setting.name()),
                        () -> {
                            help.setVisible(!help.isVisible());
                            help.setManaged(help.isVisible());
                        });
        Node value = DraftCheck.isFlag(setting) ? flag() : number();
        name.setLabelFor(value);
        HBox line = new HBox(name, why, Parts.gap(), value);
        line.getStyleClass().add("setting-line");
        origin.getStyleClass().add("origin");
        getChildren().addAll(line, origin, help, new FlawLabel(model, setting.id()));
        ChangeListener<StudyDraft> follow = (property, before, now) -> show(now);
        model.draft().addListener(follow);
        show(model.draft().get());
    }

    private Node number() {
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

    private Node flag() {
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

    private void show(StudyDraft draft) {
        boolean standard = draft.value(setting) == setting.standard();
        boolean stated = SettingGroup.stated(setting);
        String usual =
                DraftCheck.isFlag(setting) ? onOrOff() : NumberText.shown(setting.standard());
        String said =
                standard
                        ? stated
                                ? WORDS.text("settingField.asInThePaper")
                                : WORDS.text("settingField.ourChoice")
                        : stated
                                ? WORDS.text("settingField.paperHas", usual)
                                : WORDS.text("settingField.weHave", usual);
        origin.setText(DraftCheck.isFlag(setting) ? said : range() + " · " + said);
        origin.pseudoClassStateChanged(CHANGED, !standard);
    }

    private String onOrOff() {
        return setting.standard() == 0
                ? WORDS.text("settingField.off")
                : WORDS.text("settingField.on");
    }

    private String range() {
        String unit = setting.unit().isEmpty() ? "" : " " + setting.unit();
        return NumberText.shown(setting.minimum())
                + " – "
                + NumberText.shown(setting.maximum())
                + unit;
    }
}
