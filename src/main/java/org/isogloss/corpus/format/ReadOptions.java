package org.isogloss.corpus.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;

/**
 * What a user says about a data set where its files do not say it, or say something else.
 *
 * @param format the id of the format to read it in, whatever it looks like
 * @param questionLang the language of its questions
 * @param answerLang the language of its passages
 * @param split which split to read, such as {@code dev}
 * @param subset which subset to read, such as {@code ara-deu}
 * @param columns for tables: the column that holds a role ({@code question}, {@code passage},
 *     {@code negative}, {@code id}, {@code lang}), by name, or by number from 1 where there is no
 *     header
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReadOptions(
        Optional<String> format,
        Optional<Lang> questionLang,
        Optional<Lang> answerLang,
        Optional<String> split,
        Optional<String> subset,
        Map<String, String> columns) {
    /** Nothing is said; the files speak for themselves. */
    public static final ReadOptions NONE =
            new ReadOptions(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of());

    public ReadOptions {
        // A file leaves out what it does not say.
        format = orEmpty(format);
        questionLang = orEmpty(questionLang);
        answerLang = orEmpty(answerLang);
        split = orEmpty(split);
        subset = orEmpty(subset);
        columns = columns == null ? Map.of() : columns;
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    @SuppressWarnings("OptionalAssignedToNull")
    private static <T> Optional<T> orEmpty(Optional<T> given) {
        return given == null ? Optional.empty() : given;
    }

    /** The same options with a format. */
    public ReadOptions withFormat(String id) {
        return new ReadOptions(Optional.of(id), questionLang, answerLang, split, subset, columns);
    }

    /** The same options with both languages. */
    public ReadOptions withLanguages(Lang question, Lang answer) {
        return new ReadOptions(
                format, Optional.of(question), Optional.of(answer), split, subset, columns);
    }

    /** The same options with a split. */
    public ReadOptions withSplit(String name) {
        return new ReadOptions(
                format, questionLang, answerLang, Optional.of(name), subset, columns);
    }

    /** The same options with a subset. */
    public ReadOptions withSubset(String name) {
        return new ReadOptions(format, questionLang, answerLang, split, Optional.of(name), columns);
    }

    /** The same options with columns. */
    public ReadOptions withColumns(Map<String, String> columns) {
        return new ReadOptions(format, questionLang, answerLang, split, subset, columns);
    }

    /** True if a language is given. */
    boolean saysLanguage() {
        return questionLang.isPresent() || answerLang.isPresent();
    }

    /**
     * The languages of one set of questions and passages.
     *
     * @param said the language that the names of its files say for both, if they do
     * @throws BadInputException if neither the options nor the names say it
     */
    Languages languages(Path path, Optional<Lang> said) {
        Optional<Lang> question = questionLang.or(() -> said);
        Optional<Lang> answer = answerLang.or(() -> said);
        if (question.isEmpty() || answer.isEmpty()) {
            throw BadInputException.in(
                    path,
                    "does not say the language of its %s; name it with %s, or call the %s by it"
                            .formatted(
                                    question.isPresent()
                                            ? "passages"
                                            : answer.isPresent()
                                                    ? "questions"
                                                    : "questions and passages",
                                    question.isPresent()
                                            ? "--answer-lang"
                                            : answer.isPresent()
                                                    ? "--question-lang"
                                                    : "--question-lang and --answer-lang",
                                    Files.isDirectory(path) ? "folder" : "file"));
        }
        return new Languages(question.get(), answer.get());
    }

    /**
     * Refuses languages where the files already say them for several sets.
     *
     * @throws BadInputException if a language is given
     */
    void noLanguages(Path path) {
        if (saysLanguage()) {
            throw BadInputException.in(
                    path,
                    "says its languages itself; leave --question-lang and --answer-lang out, or name"
                            + " one file or --subset of several");
        }
    }

    /**
     * The split to read: the one asked for, the only one, or the first preferred one there is.
     *
     * @throws BadInputException if that leaves none
     */
    String split(Path path, Collection<String> there, String... preferred) {
        TreeSet<String> known = new TreeSet<>(there);
        if (split.isPresent()) {
            if (!known.contains(split.get())) {
                throw BadInputException.in(
                        path, "has no split '%s'; it has %s".formatted(split.get(), known));
            }
            return split.get();
        }
        if (known.size() == 1) {
            return known.first();
        }
        for (String name : preferred) {
            if (known.contains(name)) {
                return name;
            }
        }
        throw BadInputException.in(
                path, "has the splits %s; choose one with --split".formatted(known));
    }
}
