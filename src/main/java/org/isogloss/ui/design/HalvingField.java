package org.isogloss.ui.design;

import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.isogloss.experiment.Halving;
import org.isogloss.experiment.Study;
import org.isogloss.ui.words.Words;

/** Whether strategies that do worse are left behind while the study is trained. */
final class HalvingField extends VBox {
    private static final Words WORDS = Words.of(HalvingField.class);
    private static final double HUNDRED = 100;

    private final DesignViewModel model;
    private final CheckBox box = new CheckBox(WORDS.text("halving"));
    private final Label share = Parts.caption("");
    private Halving last = Halving.STANDARD; // as a study file had it

    HalvingField(DesignViewModel model) {
        this.model = model;
        getStyleClass().add("group");
        box.setId("halving");
        box.setWrapText(true);
        box.setOnAction(
                e ->
                        model.change(
                                model.draft().get().withHalving(box.isSelected() ? last : null)));
        share.setId("halving-share");
        getChildren()
                .addAll(
                        Parts.heading(WORDS.text("halving.title")),
                        box,
                        Parts.caption(WORDS.text("halving.meaning")),
                        share,
                        new FlawLabel(model, DraftFlaw.HALVING));
        model.draft().addListener((property, before, now) -> show(now));
        show(model.draft().get());
    }

    private void show(StudyDraft draft) {
        Optional<Halving> halving = Optional.ofNullable(draft.halving());
        halving.ifPresent(kept -> last = kept);
        box.setSelected(halving.isPresent());
        Optional<Study> study = halving.flatMap(kept -> model.study());
        share.setText(
                study.map(
                                whole ->
                                        WORDS.text(
                                                "halving.share",
                                                Math.round(
                                                        HUNDRED * whole.halving().share(whole))))
                        .orElse(""));
        share.setVisible(study.isPresent());
        share.setManaged(study.isPresent());
    }
}
