package org.isogloss.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplayCheckTest {
    @TempDir private Path sockets;

    @Test
    void saysThatDisplayIsNotSetAndHowToGoOn() {
        assertThat(DisplayCheck.problem("Linux", Map.of(), sockets))
                .hasValue(
                        "The window needs a graphical display, and DISPLAY is not set. Without a"
                                + " display, train with: isogloss study run STUDY.json --runs DIR");
    }

    @Test
    void saysThatNoServerAnswers() {
        assertThat(DisplayCheck.problem("Linux", Map.of("DISPLAY", ":99"), sockets))
                .hasValueSatisfying(
                        words -> assertThat(words).contains("none answers at DISPLAY=:99"));
    }

    @Test
    void acceptsAServerThatAnswers() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(sockets.resolve("X7")));

            assertThat(DisplayCheck.problem("Linux", Map.of("DISPLAY", ":7.0"), sockets)).isEmpty();
        }
    }

    @Test
    void leavesRemoteDisplaysAndOtherSystemsAlone() {
        assertThat(DisplayCheck.problem("Linux", Map.of("DISPLAY", "host:10.0"), sockets))
                .isEmpty();
        assertThat(DisplayCheck.problem("Windows 11", Map.of(), sockets)).isEmpty();
    }
}
