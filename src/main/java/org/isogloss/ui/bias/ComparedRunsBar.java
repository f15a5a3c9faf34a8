package org.isogloss.ui.bias;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.isogloss.ui.study.StudyBar;
import org.isogloss.ui.words.Words;

/** Chooses which two runs are compared; the seed where there are several. */
final class ComparedRunsBar extends HBox {
    private static final Words WORDS = Words.of(ComparedRunsBar.class);

    ComparedRunsBar(ComparedRuns runs) {
        getStyleClass().add("microscope-sides");
        setAlignment(Pos.CENTER_LEFT);
        Label seedWord = caption(WORDS.text("comparedRuns.seed"));
        ComboBox<String> seed =
                StudyBar.choice(WORDS.text("comparedRuns.whichSeed"), runs.seeds(), runs.seed());
        getChildren()
                .addAll(
                        StudyBar.choice(
                                WORDS.text("microscope.strategy"),
                                runs.strategies(),
                                runs.strategy()),
                        caption(WORDS.text("microscope.against")),
                        StudyBar.choice(
                                WORDS.text("microscope.base"), runs.strategies(), runs.base()),
                        seedWord,
                        seed);
        InvalidationListener onlyWithChoice =
                changed -> {
                    boolean several = runs.seeds().size() > 1;
                    for (Node node : List.of(seedWord, seed)) {
                        node.setVisible(several);
                        node.setManaged(several);
                    }
                };
        runs.seeds().addListener(onlyWithChoice);
        onlyWithChoice.invalidated(runs.seeds());
    }

    private static Label caption(String words) {
        Label caption = new Label(words);
        caption.getStyleClass().add("caption");
        caption.setMinWidth(USE_PREF_SIZE);
        return caption;
    }
}
