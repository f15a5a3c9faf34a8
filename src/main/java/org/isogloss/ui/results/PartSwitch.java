package org.isogloss.ui.results;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.isogloss.ui.shell.Part;

/** A button for each part of a place beside each other: one is pressed, the first at first. */
final class PartSwitch extends HBox {
    private final ReadOnlyObjectWrapper<Part> chosen;

    /**
     * @param parts at least two
     */
    PartSwitch(List<Part> parts) {
        chosen = new ReadOnlyObjectWrapper<>(parts.get(0));
        getStyleClass().add("result-parts");
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            ToggleButton button = new ToggleButton(part.word());
            button.setId("results-part-" + i);
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass()
                    .add(
                            i == 0
                                    ? Styles.LEFT_PILL
                                    : i == parts.size() - 1
                                            ? Styles.RIGHT_PILL
                                            : Styles.CENTER_PILL);
            button.setToggleGroup(group);
            button.setSelected(i == 0);
            button.setUserData(part);
            getChildren().add(button);
        }
        // not on action: arrow keys press a button of a group without one
        group.selectedToggleProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now == null) {
                                before.setSelected(true);
                            } else {
                                chosen.set((Part) now.getUserData());
                            }
                        });
    }

    /** The part that is looked at. */
    ReadOnlyObjectProperty<Part> chosen() {
        return chosen.getReadOnlyProperty();
    }
}
