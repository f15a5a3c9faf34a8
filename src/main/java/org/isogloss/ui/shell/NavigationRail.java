package org.isogloss.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isogloss.ui.preference.Theme;
import org.isogloss.ui.preference.ThemeChoice;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The rail on the left: an icon and a word for each place, and the choice of theme at its foot. */
final class NavigationRail extends VBox {
    private static final Words WORDS = Words.of(NavigationRail.class);

    private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
    private final MenuButton theme = new MenuButton();
    private final Map<ThemeChoice, RadioMenuItem> choices = new EnumMap<>(ThemeChoice.class);

    NavigationRail(
            List<Place> places, Navigator navigator, Consumer<ThemeChoice> choose, Runnable help) {
        getStyleClass().add("navigation-rail");
        ToggleGroup group = new ToggleGroup();
        int number = 1;
        for (Place place : places) {
            ToggleButton button = new ToggleButton(place.word(), new FontIcon(place.icon()));
            button.setId("go-" + place.name().toLowerCase(Locale.ROOT));
            button.setContentDisplay(ContentDisplay.TOP);
            button.setToggleGroup(group);
            button.setTooltip(new Tooltip(place.word() + " (Ctrl+" + number++ + ")"));
            button.setOnAction(
                    e -> {
                        button.setSelected(true); // a second click would take the mark away
                        navigator.open(place);
                    });
            buttons.put(place, button);
            getChildren().add(button);
        }
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        theme.setId("theme");
        theme.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        theme.setPopupSide(Side.RIGHT);
        theme.setTooltip(new Tooltip(WORDS.text("navigationRail.theme")));
        theme.setAccessibleText(WORDS.text("navigationRail.theme"));
        ToggleGroup themes = new ToggleGroup();
        add(ThemeChoice.SYSTEM, WORDS.text("navigationRail.likeTheDesktop"), themes, choose);
        add(ThemeChoice.LIGHT, WORDS.text("navigationRail.lightTheme"), themes, choose);
        add(ThemeChoice.DARK, WORDS.text("navigationRail.darkTheme"), themes, choose);
        Button ask = new Button(null, new FontIcon(Feather.HELP_CIRCLE));
        ask.setId("help");
        ask.getStyleClass().addAll("flat", "button-icon");
        ask.setTooltip(new Tooltip(WORDS.text("navigationRail.help")));
        ask.setAccessibleText(WORDS.text("navigationRail.help"));
        ask.setOnAction(e -> help.run());
        getChildren().addAll(gap, ask, theme);
    }

    void select(Place place) {
        buttons.get(place).setSelected(true);
    }

    private void add(
            ThemeChoice choice, String words, ToggleGroup group, Consumer<ThemeChoice> choose) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setId("theme-" + choice.name().toLowerCase(Locale.ROOT));
        item.setToggleGroup(group);
        item.setOnAction(e -> choose.accept(choice));
        choices.put(choice, item);
        theme.getItems().add(item);
    }

    void show(ThemeChoice choice, Theme now) {
        choices.get(choice).setSelected(true);
        theme.setGraphic(new FontIcon(now == Theme.DARK ? Feather.MOON : Feather.SUN));
    }
}
