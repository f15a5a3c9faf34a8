package org.isogloss.ui.datasets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.corpus.catalogue.Role;
import org.isogloss.corpus.overlap.PairOverlap;

/**
 * What every training set has in common with every evaluation set, as far as it was checked.
 *
 * @param training the data sets a model learns or is chosen from: the rows
 * @param evaluation the data sets it is scored on: the columns
 * @param found what was found so far
 */
record GuardMatrix(
        List<CatalogueEntry> training,
        List<CatalogueEntry> evaluation,
        Map<Compared, PairOverlap> found) {
    GuardMatrix {
        training = List.copyOf(training);
        evaluation = List.copyOf(evaluation);
        found = Map.copyOf(found);
    }

    /** Sorts data sets by what they are used for. */
    static GuardMatrix of(List<CatalogueEntry> entries, Map<Compared, PairOverlap> found) {
        return new GuardMatrix(
                entries.stream()
                        .filter(
                                entry ->
                                        entry.roles().contains(Role.TRAINING)
                                                || entry.roles().contains(Role.VALIDATION))
                        .toList(),
                entries.stream().filter(e -> e.roles().contains(Role.EVALUATION)).toList(),
                found);
    }

    /** What was found of a pair; empty if it was not checked. */
    Optional<PairOverlap> of(CatalogueEntry row, CatalogueEntry column) {
        return Optional.ofNullable(found.get(Compared.of(row, column)));
    }

    /** True if a finding stands in a cell, and not only in what was found of other content. */
    boolean shows(PairOverlap pair) {
        return training.stream()
                .flatMap(row -> evaluation.stream().flatMap(column -> of(row, column).stream()))
                .anyMatch(pair::equals);
    }

    /** The columns that a row was not compared with. */
    List<CatalogueEntry> unchecked(CatalogueEntry row) {
        return evaluation.stream().filter(column -> of(row, column).isEmpty()).toList();
    }

    /** How many pairs were not compared. */
    int unchecked() {
        return training.stream().mapToInt(row -> unchecked(row).size()).sum();
    }

    /** True if there is no pair. */
    boolean isEmpty() {
        return training.isEmpty() || evaluation.isEmpty();
    }
}
