package org.isogloss.hub;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;

/**
 * A model's name on the hub: {@code intfloat/multilingual-e5-small}; some old ones have no owner.
 *
 * @param text as it is written
 */
public record ModelId(String text) {
    private static final String NAME = "[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?";
    private static final Pattern ID = Pattern.compile("(?:" + NAME + "/)?" + NAME);

    /**
     * @throws BadInputException if no model can be called so
     */
    public ModelId {
        if (!valid(text)) {
            throw new BadInputException(
                    "'"
                            + text
                            + "' is no model's id; an id looks like"
                            + " intfloat/multilingual-e5-small");
        }
    }

    /** The id that a relative path of two names looks like, if it does. */
    static Optional<ModelId> lookingLike(Path path) {
        if (path.isAbsolute() || path.getNameCount() != 2) {
            return Optional.empty();
        }
        String text = path.getName(0) + "/" + path.getName(1);
        return valid(text) ? Optional.of(new ModelId(text)) : Optional.empty();
    }

    private static boolean valid(String text) {
        return ID.matcher(text).matches() && !text.contains("--") && !text.contains("..");
    }

    /** The model's folder in the cache. */
    String folder() {
        return "models--" + text.replace("/", "--");
    }

    /** The name without the owner. */
    String name() {
        return text.substring(text.indexOf('/') + 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
