package org.isogloss.ui.shell;

import java.util.function.Supplier;
import javafx.scene.Node;

/** A part that is made when it is first looked at, so that its place opens without waiting. */
public final class LatePart implements Part {
    private final String word;
    private final Supplier<Part> made;
    private Part part;

    /**
     * @param word the word it is chosen by
     * @param made makes the part, on the window's thread
     */
    public LatePart(String word, Supplier<Part> made) {
        this.word = word;
        this.made = made;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public Node view() {
        return part().view();
    }

    @Override
    public void shown() {
        part().shown();
    }

    @Override
    public void hidden() {
        part().hidden();
    }

    private Part part() {
        if (part == null) {
            part = made.get();
        }
        return part;
    }
}
