package org.isogloss.ui.datasets;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.corpus.catalogue.PublishedCounts;
import org.isogloss.corpus.catalogue.Role;
import org.isogloss.figure.Numbers;

/** What is remembered of a data set, in few words. */
final class SetWords {
    private SetWords() {}

    /** Its languages and size: {@code 11 languages · 13 090 questions}. */
    static String content(CatalogueEntry entry) {
        String languages =
                entry.languages().size() <= 2
                        ? entry.languages().stream().map(Lang::tag).collect(Collectors.joining(" "))
                        : entry.languages().size() + " languages";
        String size =
                entry.questions() > 0
                        ? Numbers.count(entry.questions()) + " questions"
                        : items(entry);
        return languages + " · " + size;
    }

    /** How much there is to train on: {@code 2 820 items}. */
    static String items(CatalogueEntry entry) {
        return Numbers.count(entry.items()) + (entry.items() == 1 ? " item" : " items");
    }

    /** What was published of one language: {@code th: 1 190 questions, 852 candidates}. */
    static String published(PublishedCounts.Counts counts) {
        String numbers =
                Stream.of(
                                counts.questions().map(n -> Numbers.count(n) + " questions"),
                                counts.candidates().map(n -> Numbers.count(n) + " candidates"))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "));
        return counts.lang().map(lang -> lang + ": ").orElse("in each language ") + numbers;
    }

    /** What it is used for: {@code for training and evaluation}. */
    static String use(Set<Role> roles) {
        return roles.isEmpty()
                ? ""
                : "for " + roles.stream().map(Role::toString).collect(Collectors.joining(", "));
    }
}
