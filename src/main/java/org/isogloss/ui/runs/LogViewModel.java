package org.isogloss.ui.runs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.words.Words;

/** A log that is read as it grows, with a search through it. */
final class LogViewModel {
    private static final Words WORDS = Words.of(LogViewModel.class);
    private static final Duration REST = Duration.ofMillis(500);

    private final BackgroundTasks tasks;
    private final ObservableList<String> lines = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final List<Integer> matches = new ArrayList<>();
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyStringWrapper found = new ReadOnlyStringWrapper("");
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private Optional<Path> file = Optional.empty();
    private boolean chosen;
    private boolean shown;
    private BackgroundTasks.Repetition looking = () -> {};

    LogViewModel(BackgroundTasks tasks) {
        this.tasks = tasks;
        search.addListener((property, before, now) -> searchAnew());
    }

    /** The lines of the log, as far as it is written. */
    ObservableList<String> lines() {
        return lines;
    }

    /** What is sought, in any case. */
    StringProperty search() {
        return search;
    }

    /** The line that the search stands at; −1 for none. */
    ReadOnlyIntegerProperty current() {
        return current.getReadOnlyProperty();
    }

    /** How many lines hold what is sought, and which of them it stands at. */
    ReadOnlyStringProperty found() {
        return found.getReadOnlyProperty();
    }

    /** Whether the end stays in view as the log grows. */
    BooleanProperty following() {
        return following;
    }

    /** Whether a line holds what is sought. */
    boolean matches(String line) {
        return !sought().isEmpty() && line.toLowerCase(Locale.ROOT).contains(sought());
    }

    /** Reads another file, or none. */
    void open(Optional<Path> next) {
        if (!file.equals(next)) {
            file = next;
            current.set(-1);
            following.set(true);
            look();
        }
    }

    /** Says whether the log is what is to be seen of the place; it is read only then. */
    void setChosen(boolean now) {
        chosen = now;
        look();
    }

    /** Says whether the place is in view; the log is read only then. */
    void setShown(boolean now) {
        shown = now;
        look();
    }

    /** Goes to the next line that holds what is sought; after the last the first. */
    void next() {
        step(1);
    }

    /** Goes to the line before that holds what is sought. */
    void previous() {
        step(-1);
    }

    private void look() {
        looking.stop();
        looking = () -> {};
        lines.clear();
        matches.clear();
        tell();
        if (chosen && shown && file.isPresent()) {
            Path now = file.get();
            LogTail tail = new LogTail(now);
            looking = tasks.repeat(REST, tail::poll, news -> take(now, news));
        }
    }

    private void take(Path from, LogTail.News news) {
        if (!file.equals(Optional.of(from))) {
            return; // meanwhile another was opened
        }
        if (news.anew()) {
            lines.clear();
            matches.clear();
        }
        if (!news.lines().isEmpty()) {
            int before = lines.size();
            lines.addAll(news.lines());
            find(before);
            tell();
        }
    }

    private void searchAnew() {
        matches.clear();
        find(0);
        current.set(-1);
        if (!matches.isEmpty()) {
            following.set(false);
            current.set(matches.get(matches.size() - 1)); // what happened last is sought most often
        }
        tell();
    }

    private void find(int from) {
        for (int i = from; i < lines.size(); i++) {
            if (matches(lines.get(i))) {
                matches.add(i);
            }
        }
    }

    private void step(int by) {
        if (!matches.isEmpty()) {
            following.set(false);
            int at = matches.indexOf(current.get());
            int next = at < 0 ? (by > 0 ? 0 : matches.size() - 1) : at + by;
            current.set(matches.get(Math.floorMod(next, matches.size())));
            tell();
        }
    }

    private void tell() {
        found.set(
                sought().isEmpty()
                        ? ""
                        : matches.isEmpty()
                                ? WORDS.text("log.none")
                                : WORDS.text(
                                        "log.found",
                                        matches.indexOf(current.get()) + 1,
                                        matches.size()));
    }

    private String sought() {
        return search.get().strip().toLowerCase(Locale.ROOT);
    }
}
