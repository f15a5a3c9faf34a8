package org.isogloss.ui.design;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The drafts before and after the present one. Changes of one gesture, such as dragging a slider or
 * typing a word, are undone together.
 */
final class DraftHistory {
    private static final int MOST = 200;

    private final Deque<StudyDraft> past = new ArrayDeque<>();
    private final Deque<StudyDraft> future = new ArrayDeque<>();
    private StudyDraft present;
    private String gesture = "";

    DraftHistory(StudyDraft first) {
        present = first;
    }

    StudyDraft present() {
        return present;
    }

    boolean canUndo() {
        return !past.isEmpty();
    }

    boolean canRedo() {
        return !future.isEmpty();
    }

    /**
     * Goes on to another draft.
     *
     * @param of the gesture it is part of; empty if it is one of its own
     */
    void change(StudyDraft next, String of) {
        if (next.equals(present)) {
            return;
        }
        if (of.isEmpty() || !of.equals(gesture)) {
            past.push(present);
            if (past.size() > MOST) {
                past.removeLast();
            }
        }
        gesture = of;
        future.clear();
        present = next;
    }

    /** Ends a gesture: the next change is undone alone. */
    void settle() {
        gesture = "";
    }

    void undo() {
        if (canUndo()) {
            future.push(present);
            present = past.pop();
            gesture = "";
        }
    }

    void redo() {
        if (canRedo()) {
            past.push(present);
            present = future.pop();
            gesture = "";
        }
    }
}
