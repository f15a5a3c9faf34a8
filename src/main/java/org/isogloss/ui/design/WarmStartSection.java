package org.isogloss.ui.design;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.isogloss.base.Setting;
import org.isogloss.batch.BatchSettings;
import org.isogloss.batch.BatchStrategies;
import org.isogloss.batch.BatchStrategy;
import org.isogloss.experiment.WarmStart;
import org.isogloss.experiment.preset.SettingGroup;
import org.isogloss.ui.dialog.DataChooser;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What backbones made new are trained on once, before the runs that compare strategies. */
final class WarmStartSection extends VBox {
    private static final Words WORDS = Words.of(WarmStartSection.class);
    private static final List<String> ALWAYS = List.of("steps", "learningRate");

    private final DesignViewModel model;
    private final WarmStartViewModel start;
    private final CheckBox box = new CheckBox(WORDS.text("warmStart"));
    private final Label obstacle = Parts.caption("");
    private final VBox editor = new VBox();
    private final ComboBox<BatchStrategy> strategy = new ComboBox<>();
    private final Label meaning = Parts.caption("");
    private final SettingFields parameters = new SettingFields();
    private final SettingFields usual = new SettingFields();
    private final SettingFields others = new SettingFields();
    private final CheckedText seed;
    private boolean following;

    WarmStartSection(DesignViewModel model, DataChooser chooser) {
        this.model = model;
        this.start = new WarmStartViewModel(model);
        seed =
                new CheckedText(
                        "start-seed", WORDS.text("warmStart.seed"), start::seed, model::settle);
        getStyleClass().add("group");
        box.setId("warm-start");
        box.setWrapText(true);
        box.setOnAction(
                e -> {
                    if (box.isSelected()) {
                        start.switchOn();
                    } else {
                        start.switchOff();
                    }
                });
        obstacle.setId("warm-start-obstacle");
        editor.getStyleClass().add("own-editor");
        editor.getChildren()
                .addAll(
                        new WarmStartData(model, start, chooser),
                        new VBox(
                                Parts.named(WORDS.text("warmStart.strategy"), strategy()), meaning),
                        parameters,
                        usual,
                        seed(),
                        others,
                        adding());
        getChildren()
                .addAll(
                        Parts.heading(WORDS.text("warmStart.title")),
                        box,
                        Parts.caption(WORDS.text("warmStart.meaning")),
                        obstacle,
                        new FlawLabel(model, DraftFlaw.WARM_START),
                        editor);
        model.draft().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        String why = start.obstacle();
        obstacle.setText(why);
        obstacle.setVisible(!why.isEmpty());
        obstacle.setManaged(obstacle.isVisible());
        box.setDisable(!why.isEmpty());
        box.setSelected(start.start().isPresent());
        editor.setVisible(start.start().isPresent());
        editor.setManaged(editor.isVisible());
        start.start().ifPresent(this::show);
    }

    private void show(WarmStart now) {
        BatchStrategy chosen = BatchStrategies.byId(now.strategy().id());
        following = true;
        strategy.setValue(chosen);
        following = false;
        meaning.setText(chosen.meaning());
        seed.show(String.valueOf(now.seed()));
        parameters.show(chosen.settings(), this::parameter);
        List<Setting> first = new ArrayList<>(List.of(BatchSettings.BATCH_SIZE));
        first.addAll(settings(setting -> ALWAYS.contains(setting.id())));
        usual.show(first, this::setting);
        List<Setting> named = new ArrayList<>(List.of(BatchSettings.DATASET_TEMPERATURE));
        start.named().stream().filter(one -> !ALWAYS.contains(one.id())).forEach(named::add);
        others.show(named, this::setting);
    }

    private ComboBox<BatchStrategy> strategy() {
        strategy.setId("start-strategy");
        strategy.setMaxWidth(Double.MAX_VALUE);
        strategy.getItems().setAll(BatchStrategies.all());
        strategy.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(BatchStrategy one) {
                        return one == null ? "" : one.name();
                    }

                    @Override
                    public BatchStrategy fromString(String text) {
                        throw new UnsupportedOperationException("the choice is not typed");
                    }
                });
        strategy.valueProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!following && now != null) {
                                start.choose(now.id());
                            }
                        });
        return strategy;
    }

    private Node seed() {
        String help = WORDS.text("warmStart.seed.meaning");
        seed.explain(help);
        return new ExplainedField(WORDS.text("warmStart.seed"), help, seed);
    }

    private SettingFields.Field parameter(Setting setting) {
        CheckedText value = text(setting, text -> start.tune(setting, text));
        ExplainedField field = new ExplainedField(setting.name(), setting.help(), value);
        return new SettingFields.Field(
                field,
                () -> {
                    value.show(NumberText.of(start.parameter(setting)));
                    field.say(setting, start.parameter(setting));
                });
    }

    private SettingFields.Field setting(Setting setting) {
        if (DraftCheck.isFlag(setting)) {
            return flag(setting);
        }
        CheckedText value = text(setting, text -> start.set(setting, text));
        ExplainedField field = field(setting, value);
        return new SettingFields.Field(
                field,
                () -> {
                    value.show(NumberText.of(start.value(setting)));
                    field.say(setting, start.value(setting));
                });
    }

    private SettingFields.Field flag(Setting setting) {
        CheckBox flag = new CheckBox();
        flag.setId("start-" + setting.id());
        flag.setMinWidth(Region.USE_PREF_SIZE);
        flag.setAccessibleText(setting.name());
        flag.setAccessibleHelp(setting.help());
        flag.setOnAction(e -> start.set(setting, flag.isSelected() ? "1" : "0"));
        ExplainedField field = field(setting, flag);
        return new SettingFields.Field(
                field,
                () -> {
                    flag.setSelected(start.value(setting) != 0);
                    field.say(setting, start.value(setting));
                });
    }

    /** With a way back to its standard value where it need not be named. */
    private ExplainedField field(Setting setting, Node value) {
        boolean stays =
                ALWAYS.contains(setting.id())
                        || setting.equals(BatchSettings.BATCH_SIZE)
                        || setting.equals(BatchSettings.DATASET_TEMPERATURE);
        if (stays) {
            return new ExplainedField(setting.name(), setting.help(), value);
        }
        Node reset =
                Parts.icon(
                        Feather.X,
                        WORDS.text("warmStart.reset", setting.name()),
                        () -> start.reset(setting));
        return new ExplainedField(setting.name(), setting.help(), reset, value);
    }

    private CheckedText text(Setting setting, UnaryOperator<String> take) {
        CheckedText text =
                new CheckedText("start-" + setting.id(), setting.name(), take, model::settle);
        text.explain(setting.help());
        return text;
    }

    private MenuButton adding() {
        MenuButton add =
                new MenuButton(WORDS.text("warmStart.setAnother"), new FontIcon(Feather.PLUS));
        add.setId("start-add");
        add.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        add.setOnShowing(e -> add.getItems().setAll(offers()));
        add.getItems().add(new MenuItem());
        return add;
    }

    private List<MenuItem> offers() {
        List<Setting> there = new ArrayList<>(start.named());
        there.add(BatchSettings.BATCH_SIZE);
        there.add(BatchSettings.DATASET_TEMPERATURE);
        List<MenuItem> menus = new ArrayList<>();
        for (SettingGroup group : SettingGroup.all()) {
            Menu menu = new Menu(SettingsSection.title(group.kind()));
            for (Setting setting : group.settings()) {
                if (!there.contains(setting) && !ALWAYS.contains(setting.id())) {
                    MenuItem item = new MenuItem(setting.name());
                    item.setMnemonicParsing(false);
                    String standard = NumberText.of(setting.standard());
                    item.setOnAction(e -> start.set(setting, standard));
                    menu.getItems().add(item);
                }
            }
            if (!menu.getItems().isEmpty()) {
                menus.add(menu);
            }
        }
        return menus;
    }

    private static List<Setting> settings(Predicate<Setting> wanted) {
        return SettingGroup.all().stream()
                .flatMap(group -> group.settings().stream())
                .filter(wanted)
                .toList();
    }
}
