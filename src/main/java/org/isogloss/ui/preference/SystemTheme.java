package org.isogloss.ui.preference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Asks the desktop whether it is light or dark, by the command that each system has for it; the
 * toolkit cannot tell before its version 22.
 *
 * @param command prints the desktop's setting
 * @param dark found in what it prints if the desktop is dark
 * @param darkOnly true if the setting is absent on a light desktop, so that a refusal means light
 */
public record SystemTheme(List<String> command, Pattern dark, boolean darkOnly) {
    private static final long PATIENCE_MS = 1000;

    public SystemTheme {
        command = List.copyOf(command);
    }

    /** The desktop this program runs on. */
    public static SystemTheme here() {
        return of(System.getProperty("os.name"));
    }

    /** The desktop of an operating system, by its name as Java gives it. */
    static SystemTheme of(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new SystemTheme(
                    List.of(
                            "reg",
                            "query",
                            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                            "/v",
                            "AppsUseLightTheme"),
                    Pattern.compile("0x0\\s*$"),
                    false);
        }
        if (name.startsWith("mac")) {
            return new SystemTheme(
                    List.of("defaults", "read", "-g", "AppleInterfaceStyle"),
                    Pattern.compile("Dark"),
                    true);
        }
        return new SystemTheme(
                List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"),
                Pattern.compile("prefer-dark"),
                false);
    }

    /** The theme, if the desktop tells it within a second; not for the window's thread. */
    public Optional<Theme> look() {
        try {
            Process asked = new ProcessBuilder(command).redirectErrorStream(true).start();
            try {
                asked.getOutputStream().close();
                if (!asked.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                    return Optional.empty();
                }
                String said =
                        new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return meaning(asked.exitValue(), said);
            } finally {
                asked.destroy();
            }
        } catch (IOException noSuchCommand) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** What an answer means. */
    Optional<Theme> meaning(int exit, String said) {
        if (exit != 0) {
            return darkOnly ? Optional.of(Theme.LIGHT) : Optional.empty();
        }
        return Optional.of(dark.matcher(said.strip()).find() ? Theme.DARK : Theme.LIGHT);
    }
}
