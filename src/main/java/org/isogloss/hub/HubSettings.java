package org.isogloss.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isogloss.base.BadInputException;

/**
 * Where the hub is, who asks, and where its files are kept: from the environment variables of the
 * hub's Python library.
 *
 * <p>They are looked at when needed, so that a mistake in one hinders only what needs it.
 */
public final class HubSettings {
    private static final String ENDPOINT = "HF_ENDPOINT";
    private static final String TOKEN = "HF_TOKEN";
    private static final String OFFLINE = "HF_HUB_OFFLINE";

    private final Map<String, String> environment;
    private final Path home;

    /**
     * @param environment as {@link System#getenv()} gives it
     * @param home the user's folder
     */
    public HubSettings(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    /** Where the hub is, without a slash at the end. */
    public URI endpoint() {
        String text = value(ENDPOINT).orElse("https://huggingface.co").replaceAll("/+$", "");
        if (!text.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?")) {
            throw new BadInputException(
                    ENDPOINT + " is '" + text + "', but must look like https://huggingface.co");
        }
        return URI.create(text);
    }

    /** The user's token, or nothing for models that all may read. */
    public Optional<String> token() {
        Path file = value("HF_TOKEN_PATH").map(this::path).orElse(library().resolve("token"));
        Optional<String> token = value(TOKEN).or(() -> content(file));
        if (token.isPresent() && !token.get().matches("[\\x21-\\x7e]+")) {
            String place = value(TOKEN).isPresent() ? TOKEN : file.toString();
            throw new BadInputException(
                    place + " holds no token; a token is one word such as hf_..., without spaces");
        }
        return token;
    }

    private static Optional<String> content(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The folder of all models' files. */
    public Path cache() {
        return value("HF_HUB_CACHE").map(this::path).orElse(library().resolve("hub"));
    }

    /** True if the user wants no connection to be opened. */
    public boolean offline() {
        return value(OFFLINE)
                .map(text -> Set.of("1", "ON", "YES", "TRUE").contains(upper(text)))
                .orElse(false);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private Path library() {
        return value("HF_HOME")
                .or(() -> value("XDG_CACHE_HOME").map(folder -> folder + "/huggingface"))
                .map(this::path)
                .orElse(home.resolve(".cache").resolve("huggingface"));
    }

    private Path path(String text) {
        return text.startsWith("~/") ? home.resolve(text.substring(2)) : Path.of(text);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
