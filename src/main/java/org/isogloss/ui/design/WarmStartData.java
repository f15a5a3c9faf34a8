package org.isogloss.ui.design;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.TrainingSet;
import org.isogloss.ui.dialog.DataChooser;
import org.isogloss.ui.dialog.DropTarget;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the warm start is trained on. */
final class WarmStartData extends VBox {
    private static final Words WORDS = Words.of(WarmStartData.class);

    private final DesignViewModel model;
    private final WarmStartViewModel start;
    private final DataChooser chooser;
    private final VBox list = new VBox();
    private final List<Row> rows = new ArrayList<>();

    WarmStartData(DesignViewModel model, WarmStartViewModel start, DataChooser chooser) {
        this.model = model;
        this.start = start;
        this.chooser = chooser;
        getStyleClass().addAll("group", "sets-group");
        list.getStyleClass().add("rows");
        MenuButton add = new MenuButton(WORDS.text("dataSection.add"), new FontIcon(Feather.PLUS));
        add.setId("start-add-data");
        add.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        add.setAccessibleText(WORDS.text("dataSection.addTo", WORDS.text("warmStart.data")));
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnShowing(e -> add.getItems().setAll(offers()));
        add.getItems().add(new MenuItem());
        getChildren().addAll(Parts.heading(WORDS.text("warmStart.data"), add), list);
        DropTarget.on(this, this::add);
        model.draft().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        List<TrainingSet> sets = sets();
        if (rows.size() != sets.size()) {
            rows.clear();
            for (int place = 0; place < sets.size(); place++) {
                rows.add(new Row(place, sets.size() > 1));
            }
            list.getChildren().setAll(rows);
        }
        for (int place = 0; place < sets.size(); place++) {
            rows.get(place).show(sets.get(place));
        }
    }

    private List<TrainingSet> sets() {
        return start.start().map(now -> now.recipe().training()).orElse(List.of());
    }

    private static List<DataSource> sources(List<TrainingSet> sets) {
        return sets.stream().map(TrainingSet::source).toList();
    }

    private List<MenuItem> offers() {
        List<DataSource> there = new ArrayList<>(sources(sets()));
        List<MenuItem> items = new ArrayList<>();
        for (DataSource source : sources(model.draft().get().data().training())) {
            if (!there.contains(source)) {
                there.add(source);
                items.add(item(WORDS.text("warmStart.ofTheStudy", source.name()), source));
            }
        }
        for (CatalogueEntry entry : model.remembered().get()) {
            DataSource source = new DataSource(entry.path().toString(), null, entry.options());
            if (entry.items() > 0 && !there.contains(source)) {
                items.add(item(entry.name(), source));
            }
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(
                item(WORDS.text("dataSection.files"), () -> chooser.files(getScene().getWindow())));
        items.add(
                item(
                        WORDS.text("dataSection.folder"),
                        () -> chooser.folder(getScene().getWindow()).stream().toList()));
        return items;
    }

    private MenuItem item(String words, DataSource source) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> start.add(List.of(source)));
        return item;
    }

    private MenuItem item(String words, Supplier<List<Path>> chosen) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(e -> add(chosen.get()));
        return item;
    }

    private void add(List<Path> paths) {
        start.add(
                paths.stream()
                        .map(path -> DataSource.of(path.toAbsolutePath().toString()))
                        .toList());
    }

    /** One set. */
    private final class Row extends VBox {
        private final Label name = new Label();
        private final Tooltip path = new Tooltip();
        private final CheckBox translations = new CheckBox(WORDS.text("warmStart.translations"));
        private final CheckedText weight;
        private final Button remove;

        /**
         * @param several false for the only one, which is not weighted and not removed
         */
        Row(int place, boolean several) {
            getStyleClass().add("start-set");
            name.getStyleClass().add("row-name");
            name.setMinWidth(0);
            name.setTooltip(path);
            weight =
                    new CheckedText(
                            "start-weight-" + place,
                            WORDS.text("dataSection.weight"),
                            text -> start.weigh(place, text),
                            model::settle);
            weight.explain(WORDS.text("dataSection.weight.meaning"));
            Label times = Parts.caption(WORDS.text("dataSection.times"));
            times.setMinWidth(USE_PREF_SIZE);
            times.setTooltip(new Tooltip(WORDS.text("dataSection.weight.meaning")));
            remove = Parts.icon(Feather.X, "", () -> start.remove(place));
            remove.setId("start-remove-" + place);
            HBox line = new HBox(name, Parts.gap());
            line.getStyleClass().add("setting-line");
            if (several) {
                line.getChildren().addAll(times, weight, remove);
            }
            translations.setId("start-translations-" + place);
            translations.setWrapText(true);
            translations.setAccessibleHelp(WORDS.text("warmStart.translations.meaning"));
            translations.setTooltip(new Tooltip(WORDS.text("warmStart.translations.meaning")));
            translations.setOnAction(e -> start.translate(place, translations.isSelected()));
            getChildren().addAll(line, translations);
        }

        void show(TrainingSet set) {
            name.setText(set.source().name());
            path.setText(set.path());
            translations.setSelected(set.translations());
            weight.show(NumberText.of(set.drawn()));
            String words = WORDS.text("warmStart.removeData", name.getText());
            remove.setAccessibleText(words);
            remove.getTooltip().setText(words);
        }
    }
}
