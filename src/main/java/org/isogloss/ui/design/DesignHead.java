package org.isogloss.ui.design;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.isogloss.corpus.catalogue.Role;
import org.isogloss.corpus.overlap.OverlapVerdict;
import org.isogloss.experiment.Study;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The study's name and file, undo, and what of it is chosen in the other parts of the form. */
final class DesignHead extends VBox {
    private static final Words WORDS = Words.of(DesignHead.class);
    private static final double NAME = 168;
    private static final double TITLE = 280;

    private final DesignViewModel model;
    private final FigureTools tools;
    private final Hyperlink data = new Hyperlink();
    private final Hyperlink languages = new Hyperlink();
    private final Hyperlink backbone = new Hyperlink();
    private final Hyperlink guard = new Hyperlink();

    /**
     * @param side where the summary's links lead
     * @param seeGuard brings the zero-shot guard into view
     */
    DesignHead(DesignViewModel model, FigureTools tools, DesignSide side, Runnable seeGuard) {
        this.model = model;
        this.tools = tools;
        getStyleClass().add("design-head");
        Label title = new Label(WORDS.text("designHead.design"));
        title.getStyleClass().add("view-title");
        title.setMinWidth(USE_PREF_SIZE);
        DraftText name = new DraftText(model, "name", StudyDraft::name, StudyDraft::withName);
        name.setPrefWidth(NAME);
        name.setAccessibleText(WORDS.text("designHead.name"));
        name.setPromptText(WORDS.text("designHead.name"));
        DraftText asks = new DraftText(model, "title", StudyDraft::title, StudyDraft::withTitle);
        asks.setPrefWidth(TITLE);
        asks.setAccessibleText(WORDS.text("designHead.title"));
        asks.setPromptText(WORDS.text("designHead.title"));
        HBox first =
                new HBox(
                        title,
                        name,
                        asks,
                        Parts.gap(),
                        step(Feather.CORNER_UP_LEFT, "undo", model::undo, model.canUndo()),
                        step(Feather.CORNER_UP_RIGHT, "redo", model::redo, model.canRedo()),
                        file());
        first.getStyleClass().add("study-bar");
        data.setId("to-data");
        data.setOnAction(e -> side.show(DesignSide.Tab.DATA));
        languages.setId("to-languages");
        languages.setOnAction(e -> side.show(DesignSide.Tab.LANGUAGES));
        backbone.setId("to-model");
        backbone.setOnAction(e -> side.show(DesignSide.Tab.MODEL));
        guard.setId("to-guard");
        guard.setOnAction(e -> seeGuard.run());
        HBox second = new HBox(data, languages, backbone, guard);
        second.getStyleClass().add("summary");
        getChildren().addAll(first, new FlawLabel(model, DraftFlaw.NAME), second);
        model.draft().addListener((property, before, now) -> show());
        model.look().addListener((property, before, now) -> show());
        model.guard().addListener((property, before, now) -> showGuard());
        show();
    }

    private Button step(
            Feather icon, String what, Runnable action, ObservableBooleanValue possible) {
        String words =
                what.equals("undo") ? WORDS.text("designHead.undo") : WORDS.text("designHead.redo");
        Button button = Parts.icon(icon, words, action);
        button.setId(what);
        button.setMinWidth(USE_PREF_SIZE);
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> !possible.get(), possible));
        return button;
    }

    private MenuButton file() {
        MenuItem open = new MenuItem(WORDS.text("designHead.open"));
        open.setId("open-into-form");
        open.setOnAction(
                e ->
                        tools.files()
                                .toOpen(WORDS.text("designHead.openTitle"), Study.FILE_EXTENSIONS)
                                .ifPresent(model::open));
        MenuItem save = new MenuItem(WORDS.text("designHead.save"));
        save.setId("save-study");
        save.setOnAction(
                e ->
                        tools.files()
                                .toSave(
                                        WORDS.text("designHead.saveTitle"),
                                        model.draft().get().name() + ".json")
                                .ifPresent(
                                        file ->
                                                model.save(
                                                        file,
                                                        () ->
                                                                tools.say()
                                                                        .accept(
                                                                                WORDS.text(
                                                                                        "designHead.saved",
                                                                                        file)))));
        MenuItem sample = new MenuItem(WORDS.text("designHead.sample"));
        sample.setOnAction(e -> model.useSample());
        MenuItem clear = new MenuItem(WORDS.text("designHead.clear"));
        clear.setOnAction(e -> model.clear());
        MenuButton file =
                new MenuButton(
                        WORDS.text("designHead.file"),
                        new FontIcon(Feather.FILE_TEXT),
                        open,
                        save,
                        sample,
                        clear);
        file.setId("study-file");
        file.setMinWidth(USE_PREF_SIZE);
        file.setOnShowing(
                e -> {
                    save.setDisable(model.study().isEmpty());
                    sample.setDisable(model.sampleStudy().get().isEmpty());
                });
        return file;
    }

    private void showGuard() {
        GuardLook look = model.guard().get();
        boolean current = look.data().equals(GuardedData.of(model.draft().get()));
        Optional<OverlapVerdict.Outcome> outcome = look.outcome().filter(found -> current);
        guard.setText(
                outcome.map(DesignHead::words)
                        .orElseGet(
                                () ->
                                        current
                                                ? WORDS.text("designHead.guard.none")
                                                : WORDS.text("designHead.guard.busy")));
        guard.setGraphic(outcome.map(DesignHead::icon).map(FontIcon::new).orElse(null));
        guard.getStyleClass().removeIf(name -> name.startsWith("verdict-"));
        outcome.ifPresent(found -> guard.getStyleClass().add("verdict-" + found.id()));
        String sentences =
                look.verdicts().stream()
                        .map(verdict -> verdict.evaluation() + ": " + verdict.sentence())
                        .collect(Collectors.joining("\n"));
        guard.setTooltip(sentences.isEmpty() ? null : new Tooltip(Numbers.counts(sentences)));
    }

    private static String words(OverlapVerdict.Outcome outcome) {
        return switch (outcome) {
            case OVERLAP -> WORDS.text("designHead.guard.overlap");
            case NEAR_COPIES -> WORDS.text("designHead.guard.nearCopies");
            case SAME_ARTICLES -> WORDS.text("designHead.guard.sameArticles");
            case ZERO_SHOT -> WORDS.text("designHead.guard.zeroShot");
        };
    }

    private static Feather icon(OverlapVerdict.Outcome outcome) {
        return switch (outcome) {
            case OVERLAP -> Feather.X_OCTAGON;
            case NEAR_COPIES -> Feather.ALERT_TRIANGLE;
            case SAME_ARTICLES -> Feather.INFO;
            case ZERO_SHOT -> Feather.CHECK;
        };
    }

    private void show() {
        showGuard();
        DraftData chosen = model.draft().get().data();
        data.setText(
                WORDS.text(
                        "designHead.data",
                        chosen.sources(Role.TRAINING).size(),
                        chosen.sources(Role.VALIDATION).size(),
                        chosen.sources(Role.EVALUATION).size()));
        int all = model.look().get().languages().size();
        int ticked = chosen.languages().isEmpty() ? all : chosen.languages().size();
        languages.setText(
                all == 0
                        ? WORDS.text("designHead.languages.unknown")
                        : WORDS.text("designHead.languages", ticked, all));
        List<String> names =
                model.draft().get().backbones().stream().map(one -> one.name()).toList();
        backbone.setText(
                names.isEmpty()
                        ? WORDS.text("designHead.noBackbone")
                        : WORDS.text("designHead.from", String.join(", ", names)));
    }
}
