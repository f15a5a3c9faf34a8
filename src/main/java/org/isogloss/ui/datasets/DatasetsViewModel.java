package org.isogloss.ui.datasets;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.corpus.catalogue.Presence;
import org.isogloss.corpus.catalogue.Role;
import org.isogloss.corpus.format.ReadOptions;
import org.isogloss.corpus.format.TablePreview;
import org.isogloss.experiment.DataSource;
import org.isogloss.ui.task.BackgroundTasks;

/**
 * The data sets that are remembered, and the one that is looked at; they are read one after the
 * other in the background.
 */
public final class DatasetsViewModel {
    private static final Duration REST = Duration.ofMillis(200);
    private static final int FIRST_ROWS = 4;

    private final Catalogue catalogue;
    private final CatalogueKeeper keeper;
    private final Optional<Path> sampleStudy;
    private final BackgroundTasks tasks;
    private final DatasetReader reader;
    private final ObservableList<SetItem> items = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<SetItem>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Excerpt>> refusedLine =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TablePreview>> table =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final InspectionViewModel inspection;
    private final GuardViewModel guard;
    private final Deque<ReadJob> waiting = new ArrayDeque<>();
    private Optional<ReadJob> running = Optional.empty();
    private StopSign verifying = new StopSign();

    /**
     * @param catalogue where data sets are remembered
     * @param sampleStudy the study whose data sets can be added by one click, if it is there
     */
    public DatasetsViewModel(
            Catalogue catalogue, Optional<Path> sampleStudy, BackgroundTasks tasks) {
        this.catalogue = catalogue;
        reader = new DatasetReader(catalogue);
        this.keeper = new CatalogueKeeper(catalogue);
        this.sampleStudy = sampleStudy;
        this.tasks = tasks;
        this.inspection = new InspectionViewModel(tasks);
        this.guard = new GuardViewModel(catalogue, items, tasks);
    }

    /** The data sets, in the order they were added. */
    ObservableList<SetItem> items() {
        return items;
    }

    /** True once it is known which data sets are remembered. */
    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** The data set that is looked at, if any. */
    ReadOnlyObjectProperty<Optional<SetItem>> selected() {
        return selected.getReadOnlyProperty();
    }

    /** What is being done with the data set that is being read, in words. */
    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** The content of the data set that is looked at, once it has been read. */
    InspectionViewModel inspection() {
        return inspection;
    }

    /** The lines around what keeps the selected data set from being read, once asked for. */
    ReadOnlyObjectProperty<Optional<Excerpt>> refusedLine() {
        return refusedLine.getReadOnlyProperty();
    }

    /** Training sets held against evaluation sets. */
    GuardViewModel guard() {
        return guard;
    }

    /** The first rows of the selected data set where it is a table, once asked for. */
    ReadOnlyObjectProperty<Optional<TablePreview>> table() {
        return table.getReadOnlyProperty();
    }

    /** Looks at the first rows of the selected data set. */
    void needTable() {
        selected.get()
                .ifPresent(
                        asked ->
                                tasks.run(
                                        () -> TablePreview.of(asked.path(), FIRST_ROWS),
                                        read -> {
                                            if (isSelected(asked.key())) {
                                                table.set(read);
                                            }
                                        }));
    }

    /** True if the sample study's data sets can be added. */
    boolean hasSamples() {
        return sampleStudy.isPresent();
    }

    /**
     * Looks at the catalogue, which others may have changed, and whether its data sets are there.
     */
    void shown() {
        tasks.run(
                catalogue::entries,
                entries -> {
                    list(entries);
                    loaded.set(true);
                    verify(entries);
                });
    }

    /** Stops to look. */
    void hidden() {
        verifying.raise();
    }

    /** Reads files and folders and looks at the first of them. */
    void add(List<Path> paths) {
        List<Path> places = paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
        places.forEach(path -> add(path, ReadOptions.NONE, Set.of()));
        places.stream()
                .findFirst()
                .flatMap(path -> at(path, ReadOptions.NONE))
                .ifPresent(this::select);
    }

    /** Adds the sample study's data sets, with what the study uses them for. */
    void addSamples() {
        Path study = sampleStudy.orElseThrow();
        tasks.run(
                () -> SampleSets.of(study),
                sets -> sets.roles().forEach((set, roles) -> add(set, roles)));
    }

    /** Looks at a data set, which is read if need be. */
    void select(SetItem item) {
        if (isSelected(item.key()) && inspection.shown().get().isPresent()) {
            return;
        }
        refusedLine.set(Optional.empty());
        inspection.show(Optional.empty());
        table.set(Optional.empty());
        selected.set(Optional.of(item));
        stop(job -> job.isOnlyLook() && !job.isFor(item.key()));
        boolean unread =
                Set.of(Standing.REMEMBERED, Standing.UNCHANGED, Standing.CHANGED)
                        .contains(item.standing());
        if (unread) {
            read(new ReadJob(item, item.options(), ReadJob.Purpose.LOOK, Set.of()));
        }
    }

    /** Reads the selected data set with other options, and remembers it so. */
    void readAgain(ReadOptions options) {
        selected.get()
                .ifPresent(
                        item -> {
                            inspection.show(Optional.empty());
                            ReadJob.Purpose purpose =
                                    item.entry().isPresent()
                                            ? ReadJob.Purpose.REPLACE
                                            : ReadJob.Purpose.ADD;
                            read(new ReadJob(item, options, purpose, Set.of()));
                        });
    }

    /** Stops reading the selected data set. */
    void cancel() {
        selected.get().ifPresent(item -> stop(job -> job.isFor(item.key())));
    }

    /** Takes a data set off the list and forgets it; its files stay. */
    void remove(SetItem item) {
        stop(job -> job.isFor(item.key()));
        items.removeIf(one -> one.key().equals(item.key()));
        if (isSelected(item.key())) {
            inspection.show(Optional.empty());
            selected.set(Optional.empty());
        }
        item.entry()
                .ifPresent(
                        entry ->
                                change(
                                        () -> {
                                            catalogue.forget(entry.id());
                                            return Optional.empty();
                                        }));
    }

    /** Says whether a data set is used for something. */
    void use(SetItem item, Role role, boolean used) {
        item.entry()
                .ifPresent(
                        entry -> {
                            Set<Role> roles = EnumSet.noneOf(Role.class);
                            roles.addAll(entry.roles());
                            if (used ? roles.add(role) : roles.remove(role)) {
                                change(() -> Optional.of(catalogue.withRoles(entry.id(), roles)));
                            }
                        });
    }

    /** Says where the selected data set is now. */
    void locate(Path path) {
        SetItem item = selected.get().orElseThrow();
        CatalogueEntry entry = item.entry().orElseThrow();
        tasks.run(
                () -> relocated(item, entry, path),
                found -> {
                    put(found);
                    if (found.standing() == Standing.UNCHANGED && isSelected(found.key())) {
                        select(found);
                    }
                });
    }

    /** Shows the line that keeps the selected data set from being read. */
    void openRefusedLine() {
        SetItem asked = selected.get().orElseThrow();
        Problem problem = asked.problem().orElseThrow();
        tasks.run(
                () -> Excerpt.of(asked.path(), problem.file(), problem.line()),
                read -> {
                    if (selected.get().equals(Optional.of(asked))) {
                        refusedLine.set(Optional.of(read));
                    }
                });
    }

    private SetItem relocated(SetItem item, CatalogueEntry entry, Path path) {
        try {
            return SetItem.of(catalogue.relocate(entry.id(), path), Standing.UNCHANGED);
        } catch (BadInputException other) {
            Problem why = Problem.of(other);
            return new SetItem(
                    item.key(),
                    item.path(),
                    item.options(),
                    Standing.MISSING,
                    item.entry(),
                    Optional.of(why));
        }
    }

    /** Changes the catalogue in the background and shows what became of the data set. */
    private void change(Supplier<Optional<CatalogueEntry>> change) {
        tasks.run(
                change,
                now ->
                        now.ifPresent(
                                entry ->
                                        item(entry.id())
                                                .ifPresent(
                                                        item ->
                                                                put(
                                                                        SetItem.of(
                                                                                entry,
                                                                                item
                                                                                        .standing())))));
    }

    /** Lists what is remembered; what is being read or was refused stays. */
    private void list(List<CatalogueEntry> entries) {
        Set<String> ids = entries.stream().map(CatalogueEntry::id).collect(Collectors.toSet());
        items.removeIf(item -> item.entry().isPresent() && !ids.contains(item.key()));
        for (CatalogueEntry entry : entries) {
            Standing standing = item(entry.id()).map(SetItem::standing).orElse(Standing.REMEMBERED);
            put(SetItem.of(entry, standing));
        }
    }

    private void verify(List<CatalogueEntry> entries) {
        verifying.raise();
        StopSign own = new StopSign();
        verifying = own;
        verifyNext(new ArrayDeque<>(entries), own);
    }

    private void verifyNext(Deque<CatalogueEntry> rest, StopSign own) {
        if (rest.isEmpty() || own.requested()) {
            return;
        }
        CatalogueEntry entry = rest.remove();
        tasks.run(
                () -> reader.verify(entry.id(), own),
                presence -> presence.ifPresent(found -> verified(entry.id(), found)),
                () -> verifyNext(rest, own));
    }

    private void verified(String id, Presence presence) {
        Standing found =
                switch (presence.state()) {
                    case UNCHANGED -> Standing.UNCHANGED;
                    case CHANGED -> Standing.CHANGED;
                    case MISSING -> Standing.MISSING;
                };
        item(id).filter(item -> item.standing() != Standing.READING)
                .filter(item -> item.standing() != Standing.REFUSED)
                .ifPresent(item -> put(item.with(found)));
    }

    private void add(DataSource set, Set<Role> roles) {
        Path path = Path.of(set.path()).toAbsolutePath().normalize();
        add(path, set.read(), roles);
        if (selected.get().isEmpty()) {
            at(path, set.read()).ifPresent(this::select);
        }
    }

    private void add(Path path, ReadOptions options, Set<Role> roles) {
        SetItem item = at(path, options).orElseGet(() -> SetItem.fresh(path, options));
        read(new ReadJob(item, item.options(), ReadJob.Purpose.ADD, roles));
    }

    /** The data set at a path that was read in the same way, or else the first there. */
    private Optional<SetItem> at(Path path, ReadOptions options) {
        List<SetItem> there = items.stream().filter(item -> item.path().equals(path)).toList();
        return there.stream()
                .filter(item -> item.options().equals(options))
                .findFirst()
                .or(
                        () ->
                                options.equals(ReadOptions.NONE)
                                        ? there.stream().findFirst()
                                        : Optional.empty());
    }

    private Optional<SetItem> item(String key) {
        return items.stream().filter(item -> item.key().equals(key)).findFirst();
    }

    private boolean isSelected(String key) {
        return selected.get().filter(item -> item.key().equals(key)).isPresent();
    }

    private void read(ReadJob job) {
        stop(other -> other.isFor(job.key()));
        refusedLine.set(Optional.empty());
        put(job.item().with(Standing.READING));
        waiting.add(job);
        next();
    }

    private void stop(Predicate<ReadJob> which) {
        waiting.stream().filter(which).forEach(job -> take(job, job.stopped()));
        waiting.removeIf(which);
        running.filter(which).ifPresent(ReadJob::stop);
    }

    private void next() {
        if (running.isPresent() || waiting.isEmpty()) {
            return;
        }
        ReadJob job = waiting.remove();
        running = Optional.of(job);
        BackgroundTasks.Repetition telling = tasks.repeat(REST, job::doing, said::set);
        tasks.run(
                () -> job.run(reader, keeper),
                outcome -> {
                    boolean overtaken = waiting.stream().anyMatch(one -> one.isFor(job.key()));
                    if (!overtaken) {
                        take(job, outcome);
                    }
                },
                () -> {
                    telling.stop();
                    said.set("");
                    running = Optional.empty();
                    item(job.key())
                            .filter(item -> item.standing() == Standing.READING)
                            .filter(item -> waiting.stream().noneMatch(j -> j.isFor(item.key())))
                            .ifPresent(item -> put(item.with(Standing.STOPPED)));
                    next();
                });
    }

    private void take(ReadJob job, ReadJob.Outcome outcome) {
        if (item(job.key()).isEmpty()) {
            return;
        }
        if (isSelected(job.key())) {
            selected.set(Optional.of(outcome.item()));
            outcome.read().ifPresent(read -> inspection.show(Optional.of(read)));
        }
        replace(job.key(), outcome.item());
    }

    /** Adds a data set, or shows what became of it at its place in the list. */
    private void put(SetItem item) {
        if (item(item.key()).isEmpty()) {
            items.add(item);
        } else {
            replace(item.key(), item);
            if (isSelected(item.key())) {
                selected.set(Optional.of(item));
            }
        }
    }

    /** Puts a data set in the place of another; there is never one twice. */
    private void replace(String key, SetItem item) {
        if (!key.equals(item.key())) {
            items.removeIf(one -> one.key().equals(item.key()));
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).key().equals(key) && !items.get(i).equals(item)) {
                items.set(i, item);
            }
        }
    }
}
