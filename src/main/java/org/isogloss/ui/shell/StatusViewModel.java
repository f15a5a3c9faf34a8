package org.isogloss.ui.shell;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunShelf;
import org.isogloss.ui.shell.RunNotices.Notice;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.words.Words;

/** What the status strip tells: the machine, its memory, and how many runs work now. */
public final class StatusViewModel {
    private static final Words WORDS = Words.of(StatusViewModel.class);

    private static final Duration REST = Duration.ofSeconds(2);
    private static final double GIGABYTE = 1e9;

    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper("");
    private final RunShelf shelf;
    private final BackgroundTasks tasks;
    private final Consumer<Notice> tell;
    private final RunNotices notices;

    /**
     * @param tell hears on the window's thread what became of runs
     */
    StatusViewModel(RunShelf shelf, BackgroundTasks tasks, Consumer<Notice> tell) {
        this.shelf = shelf;
        this.tasks = tasks;
        this.tell = tell;
        notices = new RunNotices(shelf);
    }

    /** Starts to look, until the window closes. */
    public BackgroundTasks.Repetition watch() {
        return tasks.repeat(REST, this::look, this::show);
    }

    /** Runs a process works on now. */
    public ReadOnlyIntegerProperty running() {
        return running.getReadOnlyProperty();
    }

    /** The running runs in words; empty if there are none. */
    public static String runningInWords(int count) {
        return count == 0
                ? ""
                : count == 1
                        ? WORDS.text("statusViewModel.runInProgress")
                        : WORDS.text("statusViewModel.runsInProgress", count);
    }

    /** Free and total memory of the machine, in words. */
    public ReadOnlyStringProperty memory() {
        return memory.getReadOnlyProperty();
    }

    /** What runs compute on, in words. */
    public String device() {
        int cores = Runtime.getRuntime().availableProcessors();
        return "CPU, "
                + (cores == 1
                        ? WORDS.text("statusViewModel.core")
                        : WORDS.text("statusViewModel.cores", cores));
    }

    private Seen look() {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Set<RunFolder> alive =
                shelf.runs().stream().filter(RunFolder::alive).collect(Collectors.toSet());
        return new Seen(
                alive.size(),
                system.getFreeMemorySize(),
                system.getTotalMemorySize(),
                notices.look(alive));
    }

    private void show(Seen seen) {
        running.set(seen.running);
        seen.notices.forEach(tell);
        memory.set(
                WORDS.text(
                        "statusViewModel.ofGbFree", gigabytes(seen.free), gigabytes(seen.total)));
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / GIGABYTE);
    }

    private record Seen(int running, long free, long total, List<Notice> notices) {}
}
