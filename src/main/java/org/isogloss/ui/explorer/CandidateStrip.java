package org.isogloss.ui.explorer;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isogloss.figure.Numbers;
import org.isogloss.run.query.Answer;
import org.isogloss.run.query.Answers;
import org.isogloss.run.query.Query;
import org.isogloss.ui.words.Words;

/** The whole words of the candidate looked at, and where both rankings have it. */
final class CandidateStrip extends VBox {
    private static final Words WORDS = Words.of(CandidateStrip.class);

    private final ExplorerViewModel model;
    private final Label facts = new Label();
    private final Label text = new Label();
    private final Button follow = new Button(WORDS.text("strip.follow"));
    private final Button back = new Button(WORDS.text("strip.back"));

    CandidateStrip(ExplorerViewModel model) {
        this.model = model;
        getStyleClass().add("candidate-strip");
        facts.getStyleClass().add("caption");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        follow.getStyleClass().addAll(Styles.SMALL);
        follow.setOnAction(e -> model.passage().get().ifPresent(model::follow));
        back.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        back.setOnAction(e -> model.followRight());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(facts, gap, back, follow);
        head.getStyleClass().add("candidate-head");
        getChildren().addAll(head, text);
    }

    /** Shows the candidate looked at, or what can be done. */
    void show() {
        Optional<String> passage = model.passage().get();
        Optional<Answer> here = passage.flatMap(id -> ExplorerViewModel.answer(model.left(), id));
        Optional<Answer> there = passage.flatMap(id -> ExplorerViewModel.answer(model.right(), id));
        Optional<Answer> either = here.or(() -> there);
        Optional<Query> asked = model.asked().get();
        boolean followed =
                model.left()
                        .answers()
                        .get()
                        .or(() -> model.right().answers().get())
                        .map(Answers::parallel)
                        .map(all -> all.stream().anyMatch(one -> is(one, passage)))
                        .orElse(false);
        follow.setVisible(either.isPresent() && !followed);
        back.setVisible(asked.filter(query -> query.follow() != null).isPresent());
        back.setManaged(back.isVisible());
        if (either.isEmpty()) {
            facts.setText(WORDS.text("strip.choose"));
            text.setText("");
            return;
        }
        Answer answer = either.get();
        facts.setText(
                WORDS.text(
                        "strip.facts",
                        AnswerCell.language(answer.lang()),
                        answer.passage(),
                        place(model.left(), here),
                        place(model.right(), there)));
        text.setText(answer.text());
        text.setNodeOrientation(
                answer.lang().rightToLeft()
                        ? NodeOrientation.RIGHT_TO_LEFT
                        : NodeOrientation.LEFT_TO_RIGHT);
    }

    private static boolean is(Answer one, Optional<String> passage) {
        return passage.equals(Optional.of(one.passage()));
    }

    private static String place(ExplorerSide side, Optional<Answer> answer) {
        return answer.map(
                        one ->
                                WORDS.text(
                                        "strip.place",
                                        side.name().get(),
                                        Numbers.count(one.rank()),
                                        AnswerCell.score(one)))
                .orElseGet(() -> WORDS.text("strip.notShown", String.valueOf(side.name().get())));
    }
}
