package org.isogloss.ui.design;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.isogloss.ui.study.EstimateWords;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the start will take, why it cannot be, and the start. */
final class DesignFoot extends VBox {
    private static final Words WORDS = Words.of(DesignFoot.class);

    private final DesignViewModel model;
    private final Label facts = new Label();
    private final Label basis = Parts.caption("");
    private final Label reason = new Label();
    private final Button start = new Button();
    private final Button runs = new Button(WORDS.text("designFoot.seeTheRuns"));
    private final Hyperlink rename = new Hyperlink();

    /**
     * @param started hears that runs were made
     * @param seeRuns brings the runs into view
     */
    DesignFoot(DesignViewModel model, Runnable started, Runnable seeRuns) {
        this.model = model;
        getStyleClass().add("design-foot");
        HBox line = new HBox();
        line.getStyleClass().add("design-start");
        facts.setId("estimate");
        reason.setId("why-not");
        reason.getStyleClass().add("flaw");
        reason.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
        reason.setMinWidth(0);
        reason.setWrapText(true);
        basis.setWrapText(false);
        start.setId("start-study");
        start.getStyleClass().add(Styles.ACCENT);
        start.setMinWidth(USE_PREF_SIZE);
        start.setOnAction(e -> model.start(started));
        runs.setId("see-runs");
        runs.getStyleClass().add(Styles.ACCENT);
        runs.setOnAction(e -> seeRuns.run());
        runs.setMinWidth(USE_PREF_SIZE);
        rename.setId("free-name");
        rename.setMinWidth(USE_PREF_SIZE);
        rename.setOnAction(
                e -> model.change(model.draft().get().withName(model.outlook().get().freeName())));
        VBox words = new VBox(facts, basis, reason);
        words.setMinWidth(0);
        line.getChildren().addAll(words, rename, Parts.gap(), where(), runs, start);
        getChildren().addAll(new SlurmPanel(model.slurm()), line);
        model.slurm().chosen().addListener((property, before, now) -> show());
        model.slurm().problem().addListener((property, before, now) -> show());
        model.flaws().addListener((property, before, now) -> show());
        model.outlook().addListener((property, before, now) -> show());
        model.judged().addListener((property, before, now) -> show());
        model.started().addListener((property, before, now) -> show());
        model.starting().addListener((property, before, now) -> show());
        show();
    }

    private Node where() {
        ComboBox<String> where = new ComboBox<>();
        String here = WORDS.text("designFoot.here");
        String slurm = WORDS.text("designFoot.slurm");
        where.setId("where");
        where.setMinWidth(USE_PREF_SIZE);
        where.getItems().setAll(here, slurm);
        where.setValue(model.slurm().chosen().get() ? slurm : here);
        where.setAccessibleText(WORDS.text("designFoot.where"));
        where.setTooltip(new Tooltip(WORDS.text("designFoot.where")));
        where.valueProperty()
                .addListener(
                        (property, before, now) -> model.slurm().chosen().set(slurm.equals(now)));
        where.visibleProperty().bind(start.visibleProperty());
        where.managedProperty().bind(start.managedProperty());
        return where;
    }

    private void show() {
        StudyOutlook outlook = model.outlook().get();
        List<DraftFlaw> flaws = model.flaws().get();
        boolean fine = flaws.isEmpty();
        facts.setText(fine ? facts(outlook) : "");
        only(facts, fine);
        basis.setText(outlook.time().map(EstimateWords::basis).orElse(""));
        only(basis, fine && !basis.getText().isEmpty());
        reason.setText(
                fine
                        ? ""
                        : flaws.size() == 1
                                ? flaws.get(0).sentence()
                                : WORDS.text(
                                        "designFoot.andMore",
                                        flaws.get(0).sentence(),
                                        flaws.size() - 1));
        only(reason, !fine);
        rename.setText(WORDS.text("designFoot.callIt", outlook.freeName()));
        only(rename, !fine && !outlook.freeName().isEmpty());
        only(runs, model.started().get());
        only(start, !model.started().get());
        int left = outlook.left();
        boolean slurm = model.slurm().chosen().get();
        start.setText(slurm && left > 0 ? WORDS.text("designFoot.submit", left) : words(outlook));
        start.setDisable(
                !fine
                        || left == 0
                        || (slurm && !model.slurm().problem().get().isEmpty())
                        || !model.judged().get()
                        || model.starting().get()
                        || model.started().get());
    }

    private static void only(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static String words(StudyOutlook outlook) {
        int left = outlook.left();
        if (left == 0 && outlook.models() > 0) {
            return outlook.dropped() > 0
                    ? WORDS.text("designFoot.halved", outlook.dropped())
                    : WORDS.text("designFoot.allTrained");
        }
        return left < outlook.models()
                ? WORDS.text("designFoot.trainTheOther", left)
                : WORDS.text("designFoot.train", left);
    }

    private static String facts(StudyOutlook outlook) {
        List<String> facts = new ArrayList<>();
        facts.add(WORDS.text("designFoot.models", outlook.models()));
        outlook.time()
                .filter(time -> outlook.left() > 0)
                .map(all -> all.time().multipliedBy(outlook.left()).dividedBy(outlook.models()))
                .map(EstimateWords::about)
                .ifPresent(facts::add);
        outlook.memory().ifPresent(bytes -> facts.add(EstimateWords.memory(bytes)));
        return outlook.models() == 0 ? "" : String.join(" · ", facts);
    }
}
