package org.isogloss.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.isogloss.base.Progress;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Shows progress on standard error: a bar that moves on a terminal, a plain line every ten seconds
 * in a pipe.
 */
final class ConsoleProgress implements Progress {
    private static final int WIDTH = 30;
    private static final Duration ON_TERMINAL = Duration.ofMillis(100);
    private static final Duration IN_PIPE = Duration.ofSeconds(10);

    private final PrintWriter out;
    private final boolean terminal;
    private final Clock clock;
    private String current = "";
    private Instant next = Instant.EPOCH;

    ConsoleProgress(PrintWriter out, boolean terminal, Clock clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Progress for a command, as its standard error asks for. */
    static ConsoleProgress of(CommandSpec command) {
        return new ConsoleProgress(command.commandLine().getErr(), terminal(), Clock.systemUTC());
    }

    /** True if standard error is probably looked at by a person. */
    static boolean terminal() {
        return Ansi.AUTO.enabled();
    }

    @Override
    public synchronized void at(String what, long done, long total) {
        boolean complete = total > 0 && done >= total;
        boolean begins = !what.equals(current);
        Instant now = clock.instant();
        if (!begins && !complete && now.isBefore(next)) {
            return;
        }
        current = complete ? "" : what;
        next = now.plus(terminal ? ON_TERMINAL : IN_PIPE);
        if (terminal) {
            out.print("\r" + bar(what, done, total) + "\u001B[K" + (complete ? "\n" : ""));
        } else {
            out.println(plain(what, done, total));
        }
        out.flush();
    }

    private static String plain(String what, long done, long total) {
        return total > 0 ? String.format(Locale.ROOT, "%s: %,d of %,d", what, done, total) : what;
    }

    private static String bar(String what, long done, long total) {
        int filled = total > 0 ? (int) (WIDTH * Math.min(done, total) / total) : 0;
        return "█".repeat(filled) + "░".repeat(WIDTH - filled) + " " + plain(what, done, total);
    }
}
