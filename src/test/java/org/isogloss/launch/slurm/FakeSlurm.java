package org.isogloss.launch.slurm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Slurm's commands as shell scripts that say what a test puts into files, and write down how they
 * were called.
 */
final class FakeSlurm {
    private final Path folder;

    FakeSlurm(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        for (String name : List.of("sbatch", "squeue", "sacct", "scancel", "scontrol")) {
            script(
                    name,
                    "echo \"%s $*\" >>'%s/calls'\n. '%s/%s.does'\ncat '%s/%s.out' 2>/dev/null\n"
                                    .formatted(name, folder, folder, name, folder, name)
                            + "cat '%s/%s.err' >&2 2>/dev/null\nexit $(cat '%s/%s.code')\n"
                                    .formatted(folder, name, folder, name));
            does(name, "");
            says(name, 0, "");
        }
        says(
                "scontrol",
                0,
                "Configuration data\nMaxArraySize            = 1001\nMaxJobCount = 9\n");
        queue();
    }

    /** What a command prints from now on, and how it ends. */
    void says(String name, int code, String out) throws IOException {
        Files.writeString(folder.resolve(name + ".out"), out);
        Files.writeString(folder.resolve(name + ".err"), "");
        Files.writeString(folder.resolve(name + ".code"), code + "\n");
    }

    /** What is in the queue from now on, a row of id, state, reason, name and folder each. */
    void queue(String... rows) throws IOException {
        StringBuilder printed = new StringBuilder("isogloss|JOBID|STATE|REASON|NAME|WORK_DIR\n");
        for (String row : rows) {
            printed.append("isogloss|").append(row).append('\n');
        }
        says("squeue", 0, printed.toString());
    }

    /** A command does something, in lines of shell, before it prints. */
    void does(String name, String lines) throws IOException {
        Files.writeString(folder.resolve(name + ".does"), lines + "\n");
    }

    /** Something stands before what a command prints. */
    void greets(String name, String greeting) throws IOException {
        Path out = folder.resolve(name + ".out");
        Files.writeString(out, greeting + Files.readString(out));
    }

    /** A command fails with a complaint. */
    void refuses(String name, String err) throws IOException {
        says(name, 1, "");
        Files.writeString(folder.resolve(name + ".err"), err);
    }

    /** Every call so far, with its arguments. */
    List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    SlurmShell shell() {
        return new SlurmShell(List.of("/usr/bin/env", "PATH=" + folder + ":/usr/bin:/bin"), false);
    }

    /** The shell behind an ssh that takes the command's words apart as a login shell does. */
    SlurmShell remote() throws IOException {
        script(
                "ssh",
                "echo \"ssh $*\" >>'%s/calls'\nwhile [ \"$1\" != -- ]; do shift; done\nshift 2\n"
                                .formatted(folder)
                        + "exec sh -c \"$*\"\n");
        SlurmShell ssh =
                SlurmShell.of(
                        new SlurmSettings(
                                "me@login",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null));
        List<String> before = new ArrayList<>(shell().before());
        before.addAll(ssh.before());
        return new SlurmShell(before, ssh.quoted());
    }

    private void script(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(
                file,
                Set.of(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE));
    }
}
