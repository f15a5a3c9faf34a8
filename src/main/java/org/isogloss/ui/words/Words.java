package org.isogloss.ui.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The interface strings of one package, from the {@code words.properties} that stands in it, so
 * that a translation touches no code.
 *
 * <p>Values are patterns of {@link MessageFormat} in every case, with or without arguments: an
 * apostrophe is typed as ’. Numbers are given as text already formatted, or counted with a choice:
 * {@code {0,choice,1#1 run|1<{0} runs}}.
 */
public final class Words {
    private final ResourceBundle bundle;

    private Words(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The strings of the package a class stands in.
     *
     * @throws MissingResourceException if the package has none
     */
    public static Words of(Class<?> owner) {
        return new Words(
                ResourceBundle.getBundle(
                        owner.getPackageName() + ".words", Locale.ROOT, owner.getClassLoader()));
    }

    /**
     * The string of a key, with its arguments filled in.
     *
     * @throws MissingResourceException if there is no such key
     */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }
}
