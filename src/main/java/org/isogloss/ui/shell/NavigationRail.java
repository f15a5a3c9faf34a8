package org.isogloss.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isogloss.ui.preference.Theme;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The rail on the left: an icon and a word for each place, and the theme switch at its foot. */
final class NavigationRail extends VBox {
    private static final Words WORDS = Words.of(NavigationRail.class);

    private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
    private final Button theme = new Button();

    NavigationRail(List<Place> places, Navigator navigator, Runnable switchTheme) {
        getStyleClass().add("navigation-rail");
        ToggleGroup group = new ToggleGroup();
        int number = 1;
        for (Place place : places) {
            ToggleButton button = new ToggleButton(place.word(), new FontIcon(place.icon()));
            button.setId("go-" + place.name().toLowerCase(Locale.ROOT));
            button.setContentDisplay(ContentDisplay.TOP);
            button.setToggleGroup(group);
            button.setTooltip(new Tooltip(place.word() + " (Ctrl+" + number++ + ")"));
            button.setOnAction(e -> navigator.open(place));
            buttons.put(place, button);
            getChildren().add(button);
        }
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        theme.setId("theme");
        theme.getStyleClass().addAll("flat", "button-icon");
        theme.setOnAction(e -> switchTheme.run());
        getChildren().addAll(gap, theme);
    }

    void select(Place place) {
        buttons.get(place).setSelected(true);
    }

    void show(Theme now) {
        boolean dark = now == Theme.DARK;
        theme.setGraphic(new FontIcon(dark ? Feather.SUN : Feather.MOON));
        String words =
                dark
                        ? WORDS.text("navigationRail.lightTheme")
                        : WORDS.text("navigationRail.darkTheme");
        theme.setTooltip(new Tooltip(words));
        theme.setAccessibleText(words);
    }
}
