package org.isogloss.ui.words;

import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The interface strings of one package, from the {@code words.properties} that stands in it, so
 * that a translation touches no code.
 *
 * <p>Values are patterns of {@link MessageFormat} in every case, with or without arguments: an
 * apostrophe is typed as ’. A number is written as {@link String#valueOf} writes it, or chooses
 * among words: {@code {0,choice,1#1 run|1<{0} runs}}.
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
        MessageFormat pattern = new MessageFormat(bundle.getString(key), Locale.ROOT);
        Format[] formats = pattern.getFormatsByArgumentIndex();
        Object[] written = arguments.clone();
        for (int i = 0; i < Math.min(formats.length, written.length); i++) {
            // without this a bare {0} would group a number's digits
            written[i] = formats[i] == null ? String.valueOf(written[i]) : written[i];
        }
        return pattern.format(written);
    }
}
