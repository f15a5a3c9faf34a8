package org.isogloss.ui.datasets;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.isogloss.corpus.catalogue.Role;
import org.isogloss.ui.words.Words;

/** What a data set is used for, to be switched on and off. */
final class RoleToggles extends HBox {
    private static final Words WORDS = Words.of(RoleToggles.class);

    private final Map<Role, ToggleButton> toggles = new EnumMap<>(Role.class);

    RoleToggles(DatasetsViewModel model) {
        getStyleClass().add("role-toggles");
        for (Role role : Role.values()) {
            ToggleButton toggle = new ToggleButton(word(role));
            toggle.setId("role-" + role);
            toggle.setTooltip(new Tooltip(explained(role)));
            toggle.setMinWidth(USE_PREF_SIZE);
            toggle.getStyleClass().add(place(role));
            toggle.setOnAction(
                    e ->
                            model.selected()
                                    .get()
                                    .ifPresent(item -> model.use(item, role, toggle.isSelected())));
            toggles.put(role, toggle);
            getChildren().add(toggle);
        }
    }

    void show(SetItem item) {
        boolean known = item.entry().isPresent();
        setVisible(known);
        setManaged(known);
        item.entry()
                .ifPresent(
                        entry ->
                                toggles.forEach(
                                        (role, toggle) -> {
                                            toggle.setSelected(entry.roles().contains(role));
                                            toggle.setDisable(!fits(item, role));
                                        }));
    }

    /** A data set without items cannot be trained on, one without judgments not scored on. */
    private static boolean fits(SetItem item, Role role) {
        return item.roles().contains(role)
                || item.entry()
                        .map(
                                entry ->
                                        role == Role.EVALUATION
                                                ? entry.questions() > 0
                                                : entry.items() > 0)
                        .orElse(false);
    }

    private static String place(Role role) {
        return switch (role) {
            case TRAINING -> Styles.LEFT_PILL;
            case VALIDATION -> Styles.CENTER_PILL;
            case EVALUATION -> Styles.RIGHT_PILL;
        };
    }

    private static String word(Role role) {
        return switch (role) {
            case TRAINING -> WORDS.text("roleToggles.training");
            case VALIDATION -> WORDS.text("roleToggles.validation");
            case EVALUATION -> WORDS.text("roleToggles.evaluation");
        };
    }

    private static String explained(Role role) {
        return switch (role) {
            case TRAINING -> WORDS.text("roleToggles.batchesAreDrawnFrom");
            case VALIDATION -> WORDS.text("roleToggles.itSaysWhenTo");
            case EVALUATION -> WORDS.text("roleToggles.publishedNumbersAreMeasured");
        };
    }
}
