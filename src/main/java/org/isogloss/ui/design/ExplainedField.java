package org.isogloss.ui.design;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.isogloss.base.Setting;
import org.isogloss.experiment.preset.SettingGroup;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;

/** A field beside its name: its range, whether the paper states it, and what it does. */
class ExplainedField extends VBox {
    private static final Words WORDS = Words.of(ExplainedField.class);
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final Label origin = Parts.caption("");

    /**
     * @param help what it does, in a sentence or two
     * @param right the field, after what belongs to it
     */
    ExplainedField(String name, String help, Node... right) {
        getStyleClass().add("setting");
        Label words = new Label(name);
        words.setMinWidth(0);
        words.setLabelFor(right[right.length - 1]);
        Label meaning = Parts.caption(help);
        meaning.setVisible(false);
        meaning.setManaged(false);
        Node why =
                Parts.icon(
                        Feather.HELP_CIRCLE,
                        WORDS.text("settingField.what", name),
                        () -> {
                            meaning.setVisible(!meaning.isVisible());
                            meaning.setManaged(meaning.isVisible());
                        });
        HBox line = new HBox(words, why, Parts.gap());
        line.getChildren().addAll(right);
        line.getStyleClass().add("setting-line");
        origin.getStyleClass().add("origin");
        origin.setVisible(false);
        origin.setManaged(false);
        getChildren().addAll(line, origin, meaning);
    }

    /** Says what a setting may be, and where its value comes from. */
    final void say(Setting setting, double value) {
        boolean flag = DraftCheck.isFlag(setting);
        boolean standard = value == setting.standard();
        boolean stated = SettingGroup.stated(setting);
        String usual = flag ? onOrOff(setting) : NumberText.shown(setting.standard());
        String said =
                standard
                        ? stated
                                ? WORDS.text("settingField.asInThePaper")
                                : WORDS.text("settingField.ourChoice")
                        : stated
                                ? WORDS.text("settingField.paperHas", usual)
                                : WORDS.text("settingField.weHave", usual);
        origin.setText(flag ? said : range(setting) + " · " + said);
        origin.setVisible(true);
        origin.setManaged(true);
        origin.pseudoClassStateChanged(CHANGED, !standard);
    }

    private static String onOrOff(Setting setting) {
        return setting.standard() == 0
                ? WORDS.text("settingField.off")
                : WORDS.text("settingField.on");
    }

    private static String range(Setting setting) {
        String unit = setting.unit().isEmpty() ? "" : " " + setting.unit();
        return NumberText.shown(setting.minimum())
                + " – "
                + NumberText.shown(setting.maximum())
                + unit;
    }
}
