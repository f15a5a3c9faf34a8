package org.isogloss.ui.design;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.isogloss.batch.LanguagePair;
import org.isogloss.ui.dialog.DataChooser;
import org.isogloss.ui.shell.ScriptCoverage;
import org.isogloss.ui.words.Words;

/** The parts of the form beside the pictures, one at a time. */
final class DesignSide extends VBox {
    private static final Words WORDS = Words.of(DesignSide.class);
    private static final double WIDTH = 376;

    /** A part of the form. */
    enum Tab {
        DATA("designSide.data"),
        LANGUAGES("designSide.languages"),
        MODEL("designSide.model"),
        TRAINING("designSide.training"),
        SPEC("designSide.spec");

        private final String key;

        Tab(String key) {
            this.key = key;
        }
    }

    private final Map<Tab, ToggleButton> buttons = new EnumMap<>(Tab.class);
    private final Map<Tab, Node> sections = new EnumMap<>(Tab.class);
    private final StackPane shown = new StackPane();
    private final DataSection data;
    private final LanguageSection languages;

    /**
     * @param guard brings the zero-shot guard into view
     */
    DesignSide(DesignViewModel model, DataChooser chooser, ScriptCoverage scripts, Runnable guard) {
        getStyleClass().add("design-side");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        data = new DataSection(model, chooser, guard);
        sections.put(Tab.DATA, scrolled(data));
        languages = new LanguageSection(model, scripts);
        sections.put(Tab.LANGUAGES, scrolled(languages));
        sections.put(Tab.MODEL, scrolled(new ModelSection(model, chooser)));
        sections.put(Tab.TRAINING, scrolled(new SettingsSection(model)));
        sections.put(Tab.SPEC, new SpecSection(model));
        ToggleGroup group = new ToggleGroup();
        HBox tabs = new HBox();
        tabs.getStyleClass().add("side-tabs");
        for (Tab tab : Tab.values()) {
            ToggleButton button = new ToggleButton(WORDS.text(tab.key));
            button.setId("side-" + tab);
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().addAll(Styles.SMALL, place(tab));
            button.setOnAction(e -> show(tab));
            buttons.put(tab, button);
            tabs.getChildren().add(button);
        }
        shown.setMinHeight(0);
        VBox.setVgrow(shown, Priority.ALWAYS);
        getChildren().addAll(tabs, shown);
        show(Tab.DATA);
    }

    /** Brings a part into view. */
    void show(Tab tab) {
        buttons.get(tab).setSelected(true);
        shown.getChildren().setAll(sections.get(tab));
    }

    /** Offers a pair of languages to be weighted. */
    void choose(LanguagePair pair) {
        show(Tab.LANGUAGES);
        ScrollPane scroll = (ScrollPane) sections.get(Tab.LANGUAGES);
        scroll.applyCss();
        scroll.layout();
        scroll.setVvalue(scroll.getVmax()); // pairs come last
        languages.choose(pair);
    }

    /** Offers data to train on. */
    void offerTraining() {
        show(Tab.DATA);
        data.offerTraining();
    }

    private static ScrollPane scrolled(Node section) {
        ScrollPane scroll = new ScrollPane(section);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private static String place(Tab tab) {
        return switch (tab) {
            case DATA -> Styles.LEFT_PILL;
            case LANGUAGES, MODEL, TRAINING -> Styles.CENTER_PILL;
            case SPEC -> Styles.RIGHT_PILL;
        };
    }
}
