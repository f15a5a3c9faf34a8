package org.isogloss.launch.slurm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An ssh server of this machine's own, on a port of its own, with keys of its own; the test is
 * skipped, saying so, where there is none. Whoever logs in sees a Slurm.
 */
final class LoginNode implements AutoCloseable {
    private static final Path SERVER = Path.of("/usr/sbin/sshd");
    private static final String HOST = "login";

    private final Path folder;
    private final Process server;

    /**
     * @param folder where keys and settings are put
     * @param slurm the settings file of the Slurm that is seen
     */
    LoginNode(Path folder, Path slurm) throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(SERVER) && Files.isExecutable(Path.of("/usr/bin/ssh")),
                "no ssh server here; apt-get install openssh-server openssh-client");
        this.folder = Files.createDirectories(folder);
        if (System.getProperty("user.name").equals("root")) {
            Files.createDirectories(Path.of("/run/sshd")); // where it drops its privileges
        }
        key("host");
        key("mine");
        int port = freePort();
        Path settings = folder.resolve("sshd_config");
        Files.writeString(
                settings,
                String.join(
                        "\n",
                        "ListenAddress 127.0.0.1",
                        "Port " + port,
                        "HostKey " + folder.resolve("host"),
                        "PidFile none",
                        "AuthorizedKeysFile " + folder.resolve("mine.pub"),
                        "PasswordAuthentication no",
                        "StrictModes no",
                        "PermitRootLogin prohibit-password",
                        "SetEnv SLURM_CONF=" + slurm,
                        ""));
        client("known", "host.pub", port);
        client("stranger", "mine.pub", port);
        server =
                new ProcessBuilder(SERVER.toString(), "-D", "-e", "-f", settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("sshd.log").toFile())
                        .start();
        awaitAnswer();
    }

    /** What reaches it. */
    SlurmShell shell() {
        return through("known");
    }

    /** What takes it for another than it is, as after an attack or a new installation. */
    SlurmShell mistaken() {
        return through("stranger");
    }

    /** The very words that a user's settings lead to, but for the file that ssh reads first. */
    private SlurmShell through(String client) {
        SlurmSettings settings =
                new SlurmSettings(
                        HOST, null, null, null, null, null, null, null, List.of(), null, Map.of(),
                        null);
        List<String> words = new ArrayList<>(SlurmShell.of(settings).before());
        words.addAll(1, List.of("-F", folder.resolve(client).toString()));
        return new SlurmShell(words, true);
    }

    private void client(String name, String hostKey, int port) throws IOException {
        Path known = folder.resolve(name + "_hosts");
        Files.writeString(
                known, "[127.0.0.1]:" + port + " " + Files.readString(folder.resolve(hostKey)));
        Files.writeString(
                folder.resolve(name),
                String.join(
                        "\n",
                        "Host " + HOST,
                        "  HostName 127.0.0.1",
                        "  Port " + port,
                        "  IdentityFile " + folder.resolve("mine"),
                        "  IdentitiesOnly yes",
                        "  UserKnownHostsFile " + known,
                        "  StrictHostKeyChecking yes",
                        ""));
    }

    private void key(String name) throws IOException, InterruptedException {
        Process made =
                new ProcessBuilder(
                                "ssh-keygen",
                                "-q",
                                "-t",
                                "ed25519",
                                "-N",
                                "",
                                "-f",
                                folder.resolve(name).toString())
                        .inheritIO()
                        .start();
        if (made.waitFor() != 0) {
            throw new IOException("ssh-keygen ended with " + made.exitValue());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        SlurmShell.Said said = null;
        for (int tries = 0; tries < 40; tries++) {
            said = shell().run(List.of("true"));
            if (said.code() == 0) {
                return;
            }
            server.waitFor(250, TimeUnit.MILLISECONDS);
        }
        String log = Files.readString(folder.resolve("sshd.log"));
        close();
        assumeTrue(false, "no ssh server here: " + said.complaint() + "; " + log);
    }

    @Override
    public void close() {
        server.destroy();
    }
}
