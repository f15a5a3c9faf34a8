package org.isogloss.ui.design;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.isogloss.base.Setting;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.preset.BackbonePreset;
import org.isogloss.experiment.preset.BackbonePresets;
import org.isogloss.experiment.preset.SettingGroup;
import org.isogloss.ui.command.CommandLine;
import org.isogloss.ui.dialog.DataChooser;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What runs start from, which weights learn, and how often everything is repeated. */
final class ModelSection extends VBox {
    private static final Words WORDS = Words.of(ModelSection.class);
    private static final double MILLION = 1e6;

    private final DesignViewModel model;
    private final DataChooser chooser;
    private final VBox backbones = new VBox();
    private final List<BackboneRow> rows = new ArrayList<>();
    private final VBox fetch = new VBox();
    private final VBox tuned = new VBox();
    private final ComboBox<FineTuning> tuning = new ComboBox<>();
    private final Label meaning = Parts.caption("");
    private boolean following;

    ModelSection(DesignViewModel model, DataChooser chooser) {
        this.model = model;
        this.chooser = chooser;
        getStyleClass().add("form-section");
        backbones.getStyleClass().add("rows");
        fetch.getStyleClass().add("fetch");
        tuned.getStyleClass().add("settings");
        hideFetch();
        getChildren()
                .addAll(
                        Parts.group(
                                Parts.heading(WORDS.text("modelSection.backbones"), add()),
                                Parts.caption(WORDS.text("modelSection.backbones.meaning")),
                                backbones,
                                fetch,
                                new FlawLabel(model, DraftFlaw.BACKBONES)),
                        new WarmStartSection(model, chooser),
                        fineTuning(),
                        seeds(),
                        new HalvingField(model));
        model.draft().addListener((property, before, now) -> show(now));
        show(model.draft().get());
    }

    private Node fineTuning() {
        tuning.getItems().setAll(FineTuning.values());
        tuning.setId("fine-tuning");
        tuning.setMaxWidth(Double.MAX_VALUE);
        tuning.setAccessibleText(WORDS.text("modelSection.fineTuning"));
        tuning.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(FineTuning one) {
                        return one == null ? "" : WORDS.text(one.word());
                    }

                    @Override
                    public FineTuning fromString(String text) {
                        throw new UnsupportedOperationException("the choice is not typed");
                    }
                });
        tuning.valueProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!following && now != null) {
                                model.change(now.in(model.draft().get()));
                            }
                        });
        return Parts.group(
                Parts.heading(WORDS.text("modelSection.fineTuning")), tuning, meaning, tuned);
    }

    private Node seeds() {
        DraftText field = new DraftText(model, "seeds", StudyDraft::seeds, StudyDraft::withSeeds);
        field.setAccessibleText(WORDS.text("modelSection.seeds"));
        return Parts.group(
                Parts.heading(WORDS.text("modelSection.seeds")),
                field,
                Parts.caption(WORDS.text("modelSection.seeds.meaning")),
                new FlawLabel(model, DraftFlaw.SEEDS));
    }

    private void show(StudyDraft draft) {
        showBackbones(draft.backbones());
        FineTuning now = FineTuning.of(draft);
        following = true;
        tuning.setValue(now);
        following = false;
        meaning.setText(WORDS.text(now.meaning()));
        if (tuned.getUserData() != now) {
            tuned.setUserData(now);
            tuned.getChildren().clear();
            SettingGroup.all().stream()
                    .flatMap(group -> group.settings().stream())
                    .filter(setting -> now.settings().contains(setting.id()))
                    .forEach(this::addSetting);
        }
    }

    private void showBackbones(List<Backbone> all) {
        while (rows.size() > all.size()) {
            rows.remove(rows.size() - 1);
        }
        while (rows.size() < all.size()) {
            int place = rows.size();
            rows.add(
                    new BackboneRow(
                            model, place, () -> add(model.draft().get().backbones().get(place))));
        }
        for (int i = 0; i < all.size(); i++) {
            rows.get(i).show(all.get(i));
        }
        if (!backbones.getChildren().equals(rows)) {
            backbones.getChildren().setAll(rows);
        }
    }

    private void addSetting(Setting setting) {
        tuned.getChildren().add(new SettingField(model, setting));
    }

    private MenuButton add() {
        MenuButton add = new MenuButton(WORDS.text("modelSection.add"), new FontIcon(Feather.PLUS));
        add.setId("add-backbone");
        add.getStyleClass().addAll("flat", "small");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnShowing(e -> add.getItems().setAll(offers()));
        add.getItems().add(new MenuItem());
        return add;
    }

    private List<MenuItem> offers() {
        List<MenuItem> items = new ArrayList<>();
        List<Backbone> ofSample = model.sampleStudy().get().map(Study::backbones).orElse(List.of());
        for (Backbone backbone : ofSample) {
            items.add(item(WORDS.text("modelSection.sample", backbone.name()), backbone));
        }
        Menu published = new Menu(WORDS.text("modelSection.published"));
        for (BackbonePreset preset : BackbonePresets.all()) {
            Optional<Backbone> scratch = preset.fromScratch();
            if (scratch.isPresent()) {
                String words = WORDS.text("modelSection.new", preset.name(), millions(preset));
                items.add(item(words, scratch.get()));
            } else {
                MenuItem item =
                        new MenuItem(
                                WORDS.text(
                                        "modelSection.known",
                                        preset.name(),
                                        millions(preset),
                                        preset.origin().languages()));
                item.setMnemonicParsing(false);
                item.setOnAction(e -> showFetch(preset));
                published.getItems().add(item);
            }
        }
        MenuItem folder = new MenuItem(WORDS.text("modelSection.folder"));
        folder.setOnAction(e -> choose(Optional.empty()));
        items.add(new SeparatorMenuItem());
        items.add(published);
        items.add(folder);
        return items;
    }

    private MenuItem item(String words, Backbone backbone) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> add(backbone));
        return item;
    }

    private void add(Backbone backbone) {
        hideFetch();
        StudyDraft now = model.draft().get();
        Set<String> names =
                now.backbones().stream().map(Backbone::name).collect(Collectors.toSet());
        String name = backbone.name();
        for (int i = 2; names.contains(name); i++) {
            name = backbone.name() + "." + i;
        }
        model.change(now.withBackbones(Lists.and(now.backbones(), backbone.named(name))));
    }

    private void choose(Optional<BackbonePreset> preset) {
        chooser.folder(getScene().getWindow())
                .ifPresent(
                        folder ->
                                add(
                                        Backbone.at(
                                                preset.map(BackbonePreset::id)
                                                        .orElseGet(() -> name(folder)),
                                                folder.toAbsolutePath())));
    }

    /** A folder's name as it may stand in a run's id. */
    private static String name(Path folder) {
        String name = String.valueOf(folder.getFileName()).replaceAll("[^A-Za-z0-9._]+", ".");
        return name.isEmpty() ? "model" : name;
    }

    /** A published model is fetched once, in a terminal; then its folder is chosen here. */
    private void showFetch(BackbonePreset preset) {
        Label command =
                new Label(
                        CommandLine.of(
                                List.of(
                                        "isogloss",
                                        "model",
                                        "get",
                                        preset.hub().orElseThrow(),
                                        "--to",
                                        "models/" + preset.id())));
        command.getStyleClass().addAll("command", "command-text");
        command.setWrapText(true);
        command.setMinHeight(USE_PREF_SIZE);
        HBox buttons =
                new HBox(
                        link(
                                WORDS.text("modelSection.chooseFolder"),
                                () -> choose(Optional.of(preset))),
                        link(WORDS.text("modelSection.cancel"), this::hideFetch),
                        Parts.gap(),
                        Parts.copying(WORDS.text("modelSection.copy"), command::getText));
        buttons.getStyleClass().add("heading");
        fetch.getChildren()
                .setAll(
                        Parts.caption(
                                WORDS.text(
                                        "modelSection.fetch",
                                        preset.name(),
                                        preset.description(),
                                        preset.origin().licence())),
                        command,
                        buttons);
        fetch.setVisible(true);
        fetch.setManaged(true);
    }

    private static Node link(String words, Runnable action) {
        Hyperlink link = new Hyperlink(words);
        link.setOnAction(e -> action.run());
        return link;
    }

    private void hideFetch() {
        fetch.setVisible(false);
        fetch.setManaged(false);
    }

    private static String millions(BackbonePreset preset) {
        double millions = preset.parameters() / MILLION;
        return NumberText.of(millions < 10 ? Math.rint(millions * 10) / 10 : Math.rint(millions));
    }
}
