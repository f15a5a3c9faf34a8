package org.isogloss.ui.shell;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isogloss.ui.words.Words;

/** Finds out before the toolkit starts whether a window can be opened, and says so plainly. */
public final class DisplayCheck {
    private static final Words WORDS = Words.of(DisplayCheck.class);

    private static final Pattern LOCAL = Pattern.compile("(?:unix)?:(\\d+)(?:\\.\\d+)?");
    private static final String REMEDY = WORDS.text("displayCheck.withoutADisplayTrain");

    private DisplayCheck() {}

    /** What keeps a window from opening on this machine, as one line; empty if nothing does. */
    public static Optional<String> problem() {
        return problem(System.getProperty("os.name"), System.getenv(), Path.of("/tmp/.X11-unix"));
    }

    /**
     * As {@link #problem()}, for a given machine.
     *
     * @param sockets the folder of the X servers' sockets
     */
    static Optional<String> problem(String system, Map<String, String> environment, Path sockets) {
        if (!system.equals("Linux")) {
            return Optional.empty();
        }
        String display = environment.getOrDefault("DISPLAY", "");
        if (display.isBlank()) {
            return Optional.of(WORDS.text("displayCheck.theWindowNeedsA", REMEDY));
        }
        Matcher local = LOCAL.matcher(display);
        if (local.matches() && !answers(sockets.resolve("X" + local.group(1)))) {
            return Optional.of(WORDS.text("displayCheck.theWindowNeedsA2", display, REMEDY));
        }
        return Optional.empty();
    }

    private static boolean answers(Path socket) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
