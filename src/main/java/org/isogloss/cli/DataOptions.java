package org.isogloss.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.ReadOptions;
import picocli.CommandLine.Option;

/** What a user says about a data set where its files do not say it. */
final class DataOptions {
    @Option(
            names = "--format",
            paramLabel = "ID",
            description = "Read it in this format, whatever it looks like.")
    String format;

    @Option(
            names = "--question-lang",
            paramLabel = "LANG",
            description = "The language of its questions, such as th.")
    String questionLang;

    @Option(
            names = "--answer-lang",
            paramLabel = "LANG",
            description = "The language of its passages.")
    String answerLang;

    @Option(names = "--split", paramLabel = "NAME", description = "The split to read: dev, test …")
    String split;

    @Option(
            names = "--subset",
            paramLabel = "NAME",
            description = "The subset to read, such as ara-deu.")
    String subset;

    @Option(
            names = "--column",
            paramLabel = "ROLE=COLUMN",
            description =
                    "For tables: the column that holds the question, passage, negative, id or"
                            + " lang, by name, or by number from 1 if there is no header.")
    Map<String, String> columns = new LinkedHashMap<>();

    ReadOptions options() {
        return new ReadOptions(
                Optional.ofNullable(format),
                lang("--question-lang", questionLang),
                lang("--answer-lang", answerLang),
                Optional.ofNullable(split),
                Optional.ofNullable(subset),
                columns);
    }

    private static Optional<Lang> lang(String option, String tag) {
        try {
            return Optional.ofNullable(tag).map(Lang::new);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(option + ": " + e.getMessage(), e);
        }
    }
}
