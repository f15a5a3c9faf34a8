package org.isogloss.cli;

/** How a command tells a script what became of it. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int BAD_INPUT = 3;
    static final int CANCELLED = 4;

    private ExitCode() {}
}
