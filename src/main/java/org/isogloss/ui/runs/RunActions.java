package org.isogloss.ui.runs;

import atlantafx.base.theme.Styles;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be asked of the selected runs; cancelling is confirmed on the spot. */
final class RunActions extends VBox {
    private static final double GAP = 8;
    private static final Words WORDS = Words.of(RunActions.class);

    private final RunsViewModel model;
    private final Button start = button("run-start", Feather.PLAY);
    private final Button pause = button("run-pause", Feather.PAUSE);
    private final Button cancel = button("run-cancel", Feather.X);
    private final Button again = button("run-again", Feather.COPY);
    private final Button first = button("run-first", Feather.CHEVRONS_UP);
    private final FlowPane buttons = new FlowPane(GAP, GAP);
    private final Label question = new Label();
    private final Button yes = new Button();
    private final Button no = new Button(WORDS.text("runActions.keep"));
    private final VBox confirmation;

    RunActions(RunsViewModel model) {
        this.model = model;
        setSpacing(GAP);
        start.getStyleClass().add(Styles.ACCENT);
        start.setOnAction(click -> model.start());
        pause.setOnAction(click -> model.pauseOrResume());
        cancel.setOnAction(click -> model.askToCancel());
        again.setOnAction(click -> model.runAgain(model.nextSeed()));
        again.setTooltip(new Tooltip(WORDS.text("again.help")));
        first.setOnAction(click -> model.queue().first(model.selected()));
        first.setTooltip(new Tooltip(WORDS.text("queue.help")));
        yes.setId("run-cancel-yes");
        yes.getStyleClass().addAll(Styles.DANGER);
        yes.setOnAction(click -> model.cancel());
        no.setId("run-cancel-no");
        no.setOnAction(click -> model.confirmingCancelProperty().set(false));
        question.setWrapText(true);
        confirmation = new VBox(GAP, question, new HBox(GAP, yes, no));
        confirmation.getStyleClass().add("run-confirmation");
        confirmation.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE) {
                        model.confirmingCancelProperty().set(false);
                    }
                });
        getChildren().add(buttons);
        model.launching().addListener((InvalidationListener) launching -> update());
        model.confirmingCancelProperty().addListener((confirming, was, is) -> confirm(is));
    }

    /** Shows what can be asked of the runs as they are now. */
    void update() {
        boolean several = model.selected().size() > 1;
        int starting = model.count(RunNews::mayStart);
        int pausing = model.count(RunNews::mayPause);
        int resuming = model.count(RunNews::mayResume);
        int cancelling = model.count(RunNews::mayCancel);
        start.setText(several ? WORDS.text("runActions.start", runs(starting)) : startVerb());
        pause.setText(
                (pausing > 0 ? WORDS.text("runActions.pause") : WORDS.text("runActions.resume"))
                        + (several ? " " + runs(Math.max(pausing, resuming)) : ""));
        if (pause.getGraphic() instanceof FontIcon icon) {
            icon.setIconCode(pausing > 0 ? Feather.PAUSE : Feather.PLAY);
        }
        cancel.setText(
                several
                        ? WORDS.text("runActions.cancel", runs(cancelling))
                        : WORDS.text("runActions.cancelRun"));
        int all = model.selected().size();
        again.setText(WORDS.text("again", all, Long.toString(model.nextSeed())));
        int later = model.count(RunQueue::mayComeFirst);
        first.setText(WORDS.text("queue.first", later));
        place(start, starting > 0);
        place(first, later > 0);
        start.setDisable(model.selected().stream().anyMatch(model.launching()::containsKey));
        place(pause, pausing + resuming > 0);
        place(cancel, cancelling > 0);
        place(again, all > 0);
        boolean some = !buttons.getChildren().isEmpty();
        setVisible(some);
        setManaged(some);
        if (cancelling == 0) {
            model.confirmingCancelProperty().set(false);
        }
    }

    private String startVerb() {
        return model.selected().isEmpty() ? "" : RunWords.startVerb(model.selected().get(0).news());
    }

    private void confirm(boolean confirming) {
        getChildren().remove(confirmation);
        buttons.setDisable(confirming);
        if (confirming) {
            int count = model.count(RunNews::mayCancel);
            boolean one = count == 1;
            question.setText(
                    WORDS.text(
                            "runActions.checkpointsStaySoCan",
                            (one ? "Cancel this run?" : "Cancel these " + count + " runs?"),
                            (one ? " Its" : " Their"),
                            (one ? "it" : "they")));
            yes.setText(WORDS.text("runActions.cancel", (one ? "run" : count + " runs")));
            no.setText(
                    one
                            ? WORDS.text("runActions.keepItRunning")
                            : WORDS.text("runActions.keepThemRunning"));
            getChildren().add(confirmation);
            no.requestFocus();
        }
    }

    // The row keeps its order: what is filled stands first.
    private void place(Button button, boolean present) {
        if (present == buttons.getChildren().contains(button)) {
            return;
        }
        if (!present) {
            buttons.getChildren().remove(button);
        } else if (button == start) {
            buttons.getChildren().add(0, button);
        } else {
            buttons.getChildren().add(button);
        }
    }

    private static String runs(int count) {
        return count == 1 ? WORDS.text("runActions.run") : WORDS.text("runActions.runs", count);
    }

    private static Button button(String id, Feather icon) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        return button;
    }
}
