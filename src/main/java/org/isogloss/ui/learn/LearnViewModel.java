package org.isogloss.ui.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;

/** What is searched for in the glossary, and what is found. */
final class LearnViewModel {
    private final List<Term> all;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyListWrapper<Term> found =
            new ReadOnlyListWrapper<>(FXCollections.observableArrayList());

    LearnViewModel(List<Term> all) {
        this.all = List.copyOf(all);
        query.addListener((property, before, after) -> search(after));
        search("");
    }

    /** What is searched for; empty for everything. */
    StringProperty query() {
        return query;
    }

    /** The terms found: those whose name has it before those whose meaning has it. */
    ReadOnlyListProperty<Term> found() {
        return found.getReadOnlyProperty();
    }

    private void search(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        List<Term> matching = all.stream().filter(term -> term.matches(text)).toList();
        List<Term> ordered = new ArrayList<>();
        matching.stream().filter(term -> named(term, name)).forEach(ordered::add);
        matching.stream().filter(term -> !named(term, name)).forEach(ordered::add);
        found.setAll(ordered);
    }

    private static boolean named(Term term, String text) {
        return term.name().toLowerCase(Locale.ROOT).contains(text);
    }
}
