package org.isogloss.ui.design;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.isogloss.base.Setting;

/** Fields of the settings that are there by now; a field lives as long as its setting is there. */
final class SettingFields extends VBox {
    private List<Setting> settings = List.of();
    private List<Field> fields = List.of();

    SettingFields() {
        getStyleClass().add("setting-fields");
    }

    /**
     * A field.
     *
     * @param follow shows in it what holds now
     */
    record Field(Node node, Runnable follow) {}

    /** Shows settings as they are now. */
    void show(List<Setting> now, Function<Setting, Field> made) {
        List<Field> kept = new ArrayList<>();
        for (Setting setting : now) {
            int place = settings.indexOf(setting);
            kept.add(place < 0 ? made.apply(setting) : fields.get(place));
        }
        boolean others = !now.equals(settings);
        settings = List.copyOf(now);
        fields = List.copyOf(kept);
        if (others) {
            getChildren().setAll(fields.stream().map(Field::node).toList());
        }
        setVisible(!fields.isEmpty());
        setManaged(!fields.isEmpty());
        fields.forEach(field -> field.follow().run());
    }
}
