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
import org.isogloss.ui.words.Words;

/** What is remembered of a data set, in few words. */
final class SetWords {
    private static final Words WORDS = Words.of(SetWords.class);

    private SetWords() {}

    /** Its languages and size: {@code 11 languages · 13 090 questions}. */
    static String content(CatalogueEntry entry) {
        String languages =
                entry.languages().size() <= 2
                        ? entry.languages().stream().map(Lang::tag).collect(Collectors.joining(" "))
                        : WORDS.text("set.languages", entry.languages().size());
        String size =
                entry.questions() > 0
                        ? WORDS.text("set.questions", Numbers.count(entry.questions()))
                        : items(entry);
        return languages + " · " + size;
    }

    /** How much there is to train on: {@code 2 820 items}. */
    static String items(CatalogueEntry entry) {
        return entry.items() == 1
                ? WORDS.text("set.item")
                : WORDS.text("set.items", Numbers.count(entry.items()));
    }

    /** What was published of one language: {@code th: 1 190 questions, 852 candidates}. */
    static String published(PublishedCounts.Counts counts) {
        String numbers =
                Stream.of(
                                counts.questions()
                                        .map(n -> WORDS.text("set.questions", Numbers.count(n))),
                                counts.candidates()
                                        .map(n -> WORDS.text("set.candidates", Numbers.count(n))))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "));
        return counts.lang()
                .map(lang -> lang + ": " + numbers)
                .orElseGet(() -> WORDS.text("set.inEachLanguage", numbers));
    }

    /** What it is used for: {@code for training and evaluation}. */
    static String use(Set<Role> roles) {
        return roles.isEmpty()
                ? ""
                : WORDS.text(
                        "set.for",
                        roles.stream().map(Role::toString).collect(Collectors.joining(", ")));
    }
}
