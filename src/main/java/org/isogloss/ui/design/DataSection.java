package org.isogloss.ui.design;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.corpus.catalogue.Role;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.TrainingSet;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.dialog.DataChooser;
import org.isogloss.ui.dialog.DropTarget;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which data sets a study trains on, validates on and is scored on. */
final class DataSection extends VBox {
    private static final Words WORDS = Words.of(DataSection.class);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double WEIGHT = 56;

    private final DesignViewModel model;
    private final DataChooser chooser;
    private final Sets training;

    /**
     * @param guard brings the zero-shot guard into view
     */
    DataSection(DesignViewModel model, DataChooser chooser, Runnable guard) {
        this.model = model;
        this.chooser = chooser;
        getStyleClass().add("form-section");
        training = new Sets(Role.TRAINING, DraftFlaw.TRAINING);
        getChildren()
                .addAll(
                        training,
                        new Sets(Role.VALIDATION, DraftFlaw.VALIDATION),
                        new Sets(Role.EVALUATION, DraftFlaw.EVALUATION),
                        guard(guard));
    }

    /** Opens the list of what may be trained on. */
    void offerTraining() {
        training.add.requestFocus();
        training.add.show();
    }

    private Node guard(Runnable guard) {
        CheckBox leaveOut = new CheckBox(WORDS.text("dataSection.leaveOut"));
        leaveOut.setId("exclude-overlap");
        leaveOut.setWrapText(true);
        leaveOut.setOnAction(
                e -> change(model.draft().get().data().withExcludeOverlap(leaveOut.isSelected())));
        Consumer<StudyDraft> show = now -> leaveOut.setSelected(now.data().excludeOverlap());
        model.draft().addListener((property, before, now) -> show.accept(now));
        show.accept(model.draft().get());
        Hyperlink see = new Hyperlink(WORDS.text("dataSection.guard"));
        see.setOnAction(e -> guard.run());
        return Parts.group(Parts.heading(WORDS.text("dataSection.zeroShot"), see), leaveOut);
    }

    private void change(DraftData data) {
        model.change(model.draft().get().withData(data));
    }

    /** The sets used for one thing. */
    private final class Sets extends VBox {
        private final Role role;
        private final VBox list = new VBox();
        private final MenuButton add =
                new MenuButton(WORDS.text("dataSection.add"), new FontIcon(Feather.PLUS));

        Sets(Role role, String field) {
            this.role = role;
            getStyleClass().addAll("group", "sets-group");
            list.getStyleClass().add("rows");
            add.setId("add-" + role);
            add.getStyleClass().addAll("flat", "small");
            add.setAccessibleText(WORDS.text("dataSection.addTo", name()));
            add.setMinWidth(USE_PREF_SIZE);
            // made anew when it opens: the catalogue may have grown
            add.setOnShowing(e -> offer());
            add.getItems().add(new MenuItem());
            getChildren()
                    .addAll(
                            Parts.heading(name(), add),
                            Parts.caption(meaning()),
                            list,
                            new FlawLabel(model, field));
            DropTarget.on(this, this::add);
            model.draft().addListener((property, before, now) -> show());
            model.look().addListener((property, before, now) -> show());
            show();
        }

        private String name() {
            return switch (role) {
                case TRAINING -> WORDS.text("dataSection.training");
                case VALIDATION -> WORDS.text("dataSection.validation");
                case EVALUATION -> WORDS.text("dataSection.evaluation");
            };
        }

        private String meaning() {
            return switch (role) {
                case TRAINING -> WORDS.text("dataSection.training.meaning");
                case VALIDATION -> WORDS.text("dataSection.validation.meaning");
                case EVALUATION -> WORDS.text("dataSection.evaluation.meaning");
            };
        }

        private void show() {
            List<Node> rows = new ArrayList<>();
            List<DataSource> sources = model.draft().get().data().sources(role);
            for (int i = 0; i < sources.size(); i++) {
                rows.add(row(sources.get(i), i, sources.size() > 1));
            }
            if (!isTyping()) {
                list.getChildren().setAll(rows);
            }
        }

        /** A weight that is being typed is not taken away from under the hands. */
        private boolean isTyping() {
            return list.lookupAll(".weight").stream().anyMatch(Node::isFocused)
                    && list.getChildren().size() == model.draft().get().data().sources(role).size();
        }

        private Node row(DataSource source, int place, boolean several) {
            Label name = new Label(source.name());
            name.getStyleClass().add("row-name");
            name.setMinWidth(0);
            Label facts = new Label(facts(source));
            facts.getStyleClass().add("caption");
            facts.setMinWidth(0);
            VBox words = new VBox(name, facts);
            words.setMinWidth(0);
            Tooltip.install(words, new Tooltip(source.path()));
            HBox row = new HBox(words, Parts.gap());
            row.getStyleClass().add("set-row");
            if (role == Role.TRAINING && several) {
                Label times = Parts.caption(WORDS.text("dataSection.times"));
                times.setMinWidth(USE_PREF_SIZE);
                row.getChildren().addAll(times, weight(place));
            }
            row.getChildren()
                    .add(
                            Parts.icon(
                                    Feather.X,
                                    WORDS.text("dataSection.remove", source.name()),
                                    () -> change(model.draft().get().data().without(role, place))));
            return row;
        }

        private Node weight(int place) {
            TextField field =
                    new TextField(
                            NumberText.of(
                                    model.draft().get().data().training().get(place).drawn()));
            field.getStyleClass().add("weight");
            field.setId("weight-" + place);
            field.setPrefWidth(WEIGHT);
            field.setMinWidth(WEIGHT);
            field.setAccessibleText(WORDS.text("dataSection.weight"));
            field.setTooltip(new Tooltip(WORDS.text("dataSection.weight.meaning")));
            field.textProperty()
                    .addListener(
                            (property, before, now) -> {
                                double weight = NumberText.read(now).orElse(0);
                                field.pseudoClassStateChanged(WRONG, weight <= 0);
                                if (weight > 0) {
                                    weigh(place, weight);
                                }
                            });
            field.focusedProperty().addListener((property, before, now) -> model.settle());
            return field;
        }

        private void weigh(int place, double weight) {
            List<TrainingSet> sets = model.draft().get().data().training();
            TrainingSet set = sets.get(place);
            TrainingSet weighted =
                    new TrainingSet(set.path(), set.translations(), weight, set.read());
            model.change(
                    model.draft()
                            .get()
                            .withData(
                                    model.draft()
                                            .get()
                                            .data()
                                            .withTraining(Lists.with(sets, place, weighted))),
                    "weigh " + place);
        }

        private String facts(DataSource source) {
            String read =
                    role == Role.TRAINING
                            ? model.look().get().sets().getOrDefault(source.path(), "")
                            : "";
            if (!read.isEmpty()) {
                return read;
            }
            Optional<CatalogueEntry> entry =
                    model.remembered().get().stream()
                            .filter(one -> one.path().toString().equals(source.path()))
                            .findFirst();
            return entry.map(this::facts).orElseGet(() -> folder(source));
        }

        private String facts(CatalogueEntry entry) {
            boolean scored = role == Role.EVALUATION;
            String count = Numbers.count(scored ? entry.questions() : entry.items());
            int languages = entry.languages().size();
            return scored
                    ? WORDS.text("dataSection.questions", count, languages)
                    : WORDS.text("dataSection.items", count, languages);
        }

        private String folder(DataSource source) {
            Path parent = Path.of(source.path()).getParent();
            return parent == null ? "" : parent.toString();
        }

        private void offer() {
            List<MenuItem> items = new ArrayList<>();
            for (CatalogueEntry entry : model.remembered().get()) {
                boolean fits = role == Role.EVALUATION ? entry.questions() > 0 : entry.items() > 0;
                if (fits) {
                    DataSource source =
                            new DataSource(entry.path().toString(), null, entry.options());
                    items.add(item(entry.name() + "  ·  " + facts(entry), source));
                }
            }
            for (DataSource source : ofSample()) {
                boolean listed =
                        model.remembered().get().stream()
                                .anyMatch(one -> one.path().toString().equals(source.path()));
                if (!listed) {
                    items.add(item(WORDS.text("dataSection.sample", source.name()), source));
                }
            }
            if (!items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            MenuItem files = new MenuItem(WORDS.text("dataSection.files"));
            files.setOnAction(e -> add(chooser.files(getScene().getWindow())));
            MenuItem folder = new MenuItem(WORDS.text("dataSection.folder"));
            folder.setOnAction(e -> add(chooser.folder(getScene().getWindow()).stream().toList()));
            items.add(files);
            items.add(folder);
            add.getItems().setAll(items);
        }

        private List<DataSource> ofSample() {
            return model.sampleStudy()
                    .get()
                    .map(Study::recipe)
                    .map(recipe -> DraftData.of(recipe).sources(role))
                    .orElse(List.of());
        }

        private MenuItem item(String words, DataSource source) {
            MenuItem item = new MenuItem(words);
            item.setMnemonicParsing(false);
            item.setOnAction(e -> change(model.draft().get().data().with(role, source)));
            return item;
        }

        private void add(List<Path> paths) {
            DraftData data = model.draft().get().data();
            for (Path path : paths) {
                data = data.with(role, DataSource.of(path.toAbsolutePath().toString()));
            }
            change(data);
        }
    }
}
