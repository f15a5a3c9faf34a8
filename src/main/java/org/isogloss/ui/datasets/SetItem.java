package org.isogloss.ui.datasets;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.corpus.catalogue.Role;
import org.isogloss.corpus.format.Dataset;
import org.isogloss.corpus.format.ReadOptions;

/**
 * A data set in the list: remembered, being read, or refused.
 *
 * @param key what tells it from the others
 * @param path its file or folder
 * @param options what the user said about it
 * @param standing how it stands
 * @param entry what is remembered of it; empty until it was read once
 * @param problem why it cannot be read, if it cannot
 */
record SetItem(
        String key,
        Path path,
        ReadOptions options,
        Standing standing,
        Optional<CatalogueEntry> entry,
        Optional<Problem> problem) {
    /** A data set that is read for the first time. */
    static SetItem fresh(Path path, ReadOptions options) {
        return new SetItem(
                "new " + path + " " + options,
                path,
                options,
                Standing.READING,
                Optional.empty(),
                Optional.empty());
    }

    /** A data set that is remembered. */
    static SetItem of(CatalogueEntry entry, Standing standing) {
        return new SetItem(
                entry.id(),
                entry.path(),
                entry.options(),
                standing,
                Optional.of(entry),
                Optional.empty());
    }

    /** The same data set, standing otherwise. */
    SetItem with(Standing now) {
        return new SetItem(key, path, options, now, entry, Optional.empty());
    }

    /** The same data set, which cannot be read. */
    SetItem refused(ReadOptions asked, Problem why) {
        return new SetItem(key, path, asked, Standing.REFUSED, entry, Optional.of(why));
    }

    /** What it is called. */
    String name() {
        return entry.map(CatalogueEntry::name).orElseGet(() -> Dataset.nameOf(path));
    }

    /** What it is used for. */
    Set<Role> roles() {
        return entry.map(CatalogueEntry::roles).orElse(Set.of());
    }
}
