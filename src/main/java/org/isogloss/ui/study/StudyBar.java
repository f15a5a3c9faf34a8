package org.isogloss.ui.study;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.isogloss.ui.words.Words;

/** The head of a place that shows results: its title, the study, and the collection chosen. */
public final class StudyBar extends HBox {
    private static final Words WORDS = Words.of(StudyBar.class);

    private final StudySelection selection;
    private final BooleanProperty all;
    private final boolean offerAll;
    private final HBox segments = new HBox();
    private final InvalidationListener changed = property -> rebuild();

    /** A head for a place that shows one collection at a time. */
    public StudyBar(String title, StudySelection selection) {
        this(title, selection, new SimpleBooleanProperty(), false);
    }

    /** A head for a place that can show all collections. */
    public StudyBar(String title, StudySelection selection, BooleanProperty sideBySide) {
        this(title, selection, sideBySide, true);
    }

    private StudyBar(
            String title, StudySelection selection, BooleanProperty all, boolean offerAll) {
        this.selection = selection;
        this.all = all;
        this.offerAll = offerAll;
        getStyleClass().add("study-bar");
        Label name = new Label(title);
        name.getStyleClass().add("view-title");
        name.setMinWidth(USE_PREF_SIZE);
        ComboBox<String> study =
                choice(WORDS.text("studyBar.study"), selection.studies(), selection.study());
        ComboBox<String> backbone =
                choice(
                        WORDS.text("studyBar.backbone"),
                        selection.backbones(),
                        selection.backbone());
        onlyWithChoice(study, selection.studies(), 1);
        onlyWithChoice(backbone, selection.backbones(), 2);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(name, study, backbone, gap, segments);
        selection.collections().addListener(changed);
        selection.collection().addListener(changed);
        all.addListener(changed);
        rebuild();
    }

    /** A choice bound to a property that also others change. */
    public static ComboBox<String> choice(
            String name, ObservableList<String> options, StringProperty chosen) {
        ComboBox<String> box = new ComboBox<>(options);
        box.valueProperty().bindBidirectional(chosen);
        box.setAccessibleText(name);
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private static void onlyWithChoice(
            ComboBox<String> box, ObservableList<String> options, int least) {
        InvalidationListener show =
                property -> {
                    box.setVisible(options.size() >= least);
                    box.setManaged(options.size() >= least);
                };
        options.addListener(show);
        show.invalidated(options);
    }

    private void rebuild() {
        List<ToggleButton> buttons = new ArrayList<>();
        ToggleGroup group = new ToggleGroup();
        boolean several = selection.collections().size() > 1;
        if (offerAll && several) {
            buttons.add(
                    segment(
                            WORDS.text("studyBar.sideBySide"),
                            group,
                            all.get(),
                            () -> all.set(true)));
        }
        for (String collection : selection.collections()) {
            boolean chosen = !all.get() && collection.equals(selection.collection().get());
            buttons.add(
                    segment(
                            collection,
                            group,
                            chosen || !several,
                            () -> {
                                selection.collection().set(collection);
                                all.set(false);
                            }));
        }
        for (int i = 0; i < buttons.size() && several; i++) {
            boolean first = i == 0;
            boolean last = i == buttons.size() - 1;
            buttons.get(i)
                    .getStyleClass()
                    .add(first ? Styles.LEFT_PILL : last ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
        }
        segments.setAlignment(Pos.CENTER_RIGHT);
        segments.getChildren().setAll(buttons);
    }

    private static ToggleButton segment(
            String words, ToggleGroup group, boolean selected, Runnable chosen) {
        ToggleButton button = new ToggleButton(words);
        button.setToggleGroup(group);
        button.setSelected(selected);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(
                e -> {
                    button.setSelected(true);
                    chosen.run();
                });
        return button;
    }
}
