package org.isogloss.ui.design;

import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.TextField;

/** A field for a text of the draft; what is typed in one go is undone in one go. */
final class DraftText extends TextField {
    private boolean following;

    /**
     * @param id of the node and of the gesture
     * @param read the text in a draft
     * @param write a draft with another text
     */
    DraftText(
            DesignViewModel model,
            String id,
            Function<StudyDraft, String> read,
            BiFunction<StudyDraft, String, StudyDraft> write) {
        setId(id);
        setText(read.apply(model.draft().get()));
        textProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!following) {
                                model.change(write.apply(model.draft().get(), now), "type " + id);
                            }
                        });
        focusedProperty()
                .addListener(
                        (property, before, now) -> {
                            model.settle();
                            if (!now) {
                                // an emptied field shows the standard value it stands for
                                follow(read.apply(model.draft().get()));
                            }
                        });
        model.draft()
                .addListener(
                        (property, before, now) -> {
                            boolean said = write.apply(now, getText()).equals(now);
                            if (!said) {
                                follow(read.apply(now));
                            }
                        });
    }

    private void follow(String text) {
        following = true;
        setText(text);
        following = false;
    }
}
