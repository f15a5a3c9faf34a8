package org.isogloss.ui.design;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.isogloss.base.Setting;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.TrainingSet;
import org.isogloss.experiment.preset.SettingGroup;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One backbone of the draft: what it is, how it is trained unlike the others, and, unfolded, its
 * name and settings of its own. Two rows of one model compare ways of training it.
 */
final class BackboneRow extends VBox {
    private static final Words WORDS = Words.of(BackboneRow.class);

    private final DesignViewModel model;
    private final int place;
    private final Label name = new Label();
    private final Label facts = Parts.caption("");
    private final Label own = Parts.caption("");
    private final ToggleButton unfold = new ToggleButton("", new FontIcon(Feather.SLIDERS));
    private final VBox editor = new VBox();
    private final VBox fields = new VBox();
    private final VBox data = new VBox();
    private final CheckedText naming;
    private final Map<String, CheckedText> values = new HashMap<>();
    private Backbone shown;

    /**
     * @param place its place among the backbones of the draft
     * @param again adds the same model once more
     */
    BackboneRow(DesignViewModel model, int place, Runnable again) {
        this.model = model;
        this.place = place;
        naming =
                new CheckedText(
                        "backbone-name-" + place,
                        WORDS.text("backboneRow.name"),
                        this::rename,
                        model::settle);
        getStyleClass().add("backbone-row");
        name.getStyleClass().add("row-name");
        facts.setWrapText(false);
        facts.setMinWidth(0);
        own.getStyleClass().add("own-settings");
        VBox words = new VBox(name, facts, own);
        words.setMinWidth(0);
        Tooltip path = new Tooltip();
        path.textProperty().bind(facts.textProperty());
        Tooltip.install(words, path);
        unfold.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
        unfold.setId("backbone-settings-" + place);
        unfold.setTooltip(new Tooltip(WORDS.text("backboneRow.settings")));
        HBox row =
                new HBox(
                        words,
                        Parts.gap(),
                        unfold,
                        Parts.icon(Feather.COPY, WORDS.text("backboneRow.again"), again),
                        Parts.icon(
                                Feather.X,
                                WORDS.text("backboneRow.remove"),
                                () ->
                                        model.change(
                                                draft().withBackbones(
                                                                Lists.without(
                                                                        draft().backbones(),
                                                                        place)))));
        row.getStyleClass().add("set-row");
        fields.getStyleClass().add("own-fields");
        editor.getStyleClass().add("own-editor");
        data.getStyleClass().add("own-fields");
        editor.getChildren().addAll(naming(), fields, data, adding());
        editor.visibleProperty().bind(unfold.selectedProperty());
        editor.managedProperty().bind(unfold.selectedProperty());
        getChildren().addAll(row, editor);
    }

    /** Follows the draft. */
    void show(Backbone backbone) {
        boolean otherSettings =
                shown == null || !shown.settings().keySet().equals(backbone.settings().keySet());
        shown = backbone;
        name.setText(backbone.name());
        facts.setText(facts(backbone));
        unfold.setAccessibleText(WORDS.text("backboneRow.settingsOf", backbone.name()));
        own.setText(differences(backbone));
        own.setVisible(!own.getText().isEmpty());
        own.setManaged(own.isVisible());
        data.getChildren().setAll(backbone.training().stream().map(set -> dataLine(set)).toList());
        naming.show(backbone.name());
        if (otherSettings) {
            values.clear();
            fields.getChildren()
                    .setAll(backbone.settings().keySet().stream().map(this::field).toList());
        }
        backbone.settings().forEach((id, value) -> values.get(id).show(NumberText.of(value)));
    }

    /** How it is trained unlike the others, in a line. */
    private static String differences(Backbone backbone) {
        Stream<String> settings =
                backbone.settings().entrySet().stream()
                        .map(one -> nameOf(one.getKey()) + " " + NumberText.shown(one.getValue()));
        Stream<String> sets =
                backbone.training().isEmpty()
                        ? Stream.of()
                        : Stream.of(
                                WORDS.text(
                                        "backboneRow.trainedOn",
                                        backbone.training().stream()
                                                .map(set -> set.source().name())
                                                .collect(Collectors.joining(", "))));
        return Stream.concat(settings, sets).collect(Collectors.joining(" · "));
    }

    private Node dataLine(TrainingSet set) {
        Label name = new Label(set.source().name());
        name.setTooltip(new Tooltip(set.path()));
        name.setMinWidth(0);
        HBox line =
                new HBox(
                        name,
                        Parts.gap(),
                        Parts.icon(
                                Feather.X,
                                WORDS.text("backboneRow.noData", set.source().name()),
                                () ->
                                        change(
                                                shown.trainedOn(
                                                        shown.training().stream()
                                                                .filter(one -> !one.equals(set))
                                                                .toList()),
                                                "")));
        line.getStyleClass().add("setting-line");
        return line;
    }

    /** The data sets that are remembered and can be trained on. */
    private Menu otherData() {
        Menu menu = new Menu(WORDS.text("backboneRow.otherData"));
        menu.setId("own-data");
        for (CatalogueEntry entry : model.remembered().get()) {
            TrainingSet set = new TrainingSet(entry.path().toString(), false, entry.options());
            if (entry.items() > 0 && !shown.training().contains(set)) {
                MenuItem item = new MenuItem(entry.name());
                item.setMnemonicParsing(false);
                item.setOnAction(
                        e -> change(shown.trainedOn(Lists.and(shown.training(), set)), ""));
                menu.getItems().add(item);
            }
        }
        if (menu.getItems().isEmpty()) {
            MenuItem none = new MenuItem(WORDS.text("backboneRow.noOtherData"));
            none.setDisable(true);
            menu.getItems().add(none);
        }
        return menu;
    }

    private StudyDraft draft() {
        return model.draft().get();
    }

    private void change(Backbone other, String gesture) {
        model.change(draft().withBackbones(Lists.with(draft().backbones(), place, other)), gesture);
    }

    private Node naming() {
        Label words = Parts.caption(WORDS.text("backboneRow.name"));
        return new VBox(words, naming);
    }

    private String rename(String text) {
        if (!text.matches("[A-Za-z0-9._]+")) {
            return WORDS.text("backboneRow.badName");
        }
        boolean taken =
                draft().backbones().stream()
                        .anyMatch(one -> !one.equals(shown) && one.name().equals(text));
        if (taken) {
            return WORDS.text("backboneRow.taken", text);
        }
        change(shown.named(text), "name of backbone " + place);
        return "";
    }

    private Node field(String id) {
        Label words = new Label(nameOf(id));
        words.setMinWidth(0);
        CheckedText value =
                new CheckedText(
                        "own-" + place + "-" + id,
                        nameOf(id),
                        text -> set(id, text),
                        model::settle);
        values.put(id, value);
        HBox line =
                new HBox(
                        words,
                        Parts.gap(),
                        value,
                        Parts.icon(
                                Feather.X,
                                WORDS.text("backboneRow.asTheStudy", nameOf(id)),
                                () -> change(shown.withSettings(without(id)), "")));
        line.getStyleClass().add("setting-line");
        return line;
    }

    private String set(String id, String text) {
        OptionalDouble number = NumberText.read(text);
        if (number.isEmpty()) {
            return WORDS.text("backboneRow.noNumber");
        }
        String problem =
                setting(id)
                        .flatMap(one -> SettingGroup.problem(one, number.getAsDouble()))
                        .orElse("");
        if (problem.isEmpty()) {
            Map<String, Double> others = new TreeMap<>(shown.settings());
            others.put(id, number.getAsDouble());
            change(shown.withSettings(others), "own " + id + " of " + place);
        }
        return problem;
    }

    private Map<String, Double> without(String id) {
        Map<String, Double> others = new TreeMap<>(shown.settings());
        others.remove(id);
        return others;
    }

    private MenuButton adding() {
        MenuButton add =
                new MenuButton(WORDS.text("backboneRow.differently"), new FontIcon(Feather.PLUS));
        add.setId("own-add-" + place);
        add.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        add.setOnShowing(e -> add.getItems().setAll(offers()));
        add.getItems().add(new MenuItem());
        return add;
    }

    private List<MenuItem> offers() {
        List<MenuItem> items = new ArrayList<>();
        for (FineTuning one : FineTuning.values()) {
            items.add(item(one));
        }
        for (SettingGroup group : SettingGroup.all()) {
            if (group.kind() != SettingGroup.Kind.BATCHES
                    && group.kind() != SettingGroup.Kind.FINE_TUNING) {
                Menu menu = new Menu(SettingsSection.title(group.kind()));
                group.settings().stream()
                        .filter(one -> !shown.settings().containsKey(one.id()))
                        .forEach(one -> menu.getItems().add(item(one)));
                items.add(menu);
            }
        }
        items.add(otherData());
        return items;
    }

    private MenuItem item(FineTuning tuning) {
        MenuItem item = new MenuItem(WORDS.text(tuning.word()));
        item.setId("own-" + tuning);
        item.setOnAction(
                e -> {
                    Map<String, Double> others = new TreeMap<>(shown.settings());
                    others.keySet().removeAll(FineTuning.switches());
                    others.putAll(tuning.own(draft()));
                    change(shown.withSettings(others), "");
                });
        return item;
    }

    private MenuItem item(Setting setting) {
        MenuItem item = new MenuItem(setting.name());
        item.setMnemonicParsing(false);
        item.setOnAction(
                e -> {
                    Map<String, Double> others = new TreeMap<>(shown.settings());
                    others.put(setting.id(), draft().value(setting));
                    change(shown.withSettings(others), "");
                });
        return item;
    }

    private static Optional<Setting> setting(String id) {
        return SettingGroup.all().stream()
                .flatMap(group -> group.settings().stream())
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    private static String nameOf(String id) {
        return setting(id).map(Setting::name).orElse(id);
    }

    private static String facts(Backbone backbone) {
        Backbone.Scratch size = backbone.scratch();
        return size == null
                ? backbone.path()
                : WORDS.text(
                        "modelSection.scratch",
                        size.layers(),
                        size.hiddenSize(),
                        Numbers.count(size.vocabulary()));
    }
}
