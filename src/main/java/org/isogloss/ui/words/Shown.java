package org.isogloss.ui.words;

import java.util.function.Function;
import javafx.util.StringConverter;

/**
 * Writes choices that are made, never typed.
 *
 * @param <T> what is chosen
 */
public final class Shown<T> extends StringConverter<T> {
    private final Function<T, String> words;

    /**
     * @param words of a choice; without one nothing is written
     */
    public Shown(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(T choice) {
        return choice == null ? "" : words.apply(choice);
    }

    @Override
    public T fromString(String typed) {
        throw new UnsupportedOperationException("a choice is not typed");
    }
}
