package org.isogloss.ui.datasets;

import java.util.Optional;
import java.util.Set;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.corpus.catalogue.Role;

/**
 * Enters what was read into the catalogue.
 *
 * @param catalogue where it is remembered
 */
record CatalogueKeeper(Catalogue catalogue) {
    /**
     * Remembers a data set that was read for the first time; one that was moved is found again.
     *
     * @param roles what it is used for, beside what is remembered already
     */
    CatalogueEntry enter(Inspection read, Set<Role> roles) {
        String sha256 = read.summary().sha256();
        Optional<CatalogueEntry> moved = catalogue.movedFrom(read.path(), read.options(), sha256);
        CatalogueEntry entry =
                moved.isPresent()
                        ? catalogue.relocate(moved.get().id(), read.path())
                        : remembered(read);
        return roles.isEmpty() || !entry.roles().isEmpty()
                ? entry
                : catalogue.withRoles(entry.id(), roles);
    }

    private CatalogueEntry remembered(Inspection read) {
        return catalogue.remember(
                read.path(),
                read.options(),
                read.dataset(),
                read.summary().sha256(),
                read.outside());
    }

    /** Remembers a data set anew that was read in another way, in place of what it was. */
    CatalogueEntry replace(CatalogueEntry before, Inspection read) {
        CatalogueEntry entry = remembered(read);
        if (entry.id().equals(before.id())) {
            return entry;
        }
        CatalogueEntry kept = catalogue.withRoles(entry.id(), before.roles());
        if (!before.licence().isEmpty()) {
            kept = catalogue.withLicence(entry.id(), before.licence());
        }
        catalogue.forget(before.id());
        return kept;
    }
}
