package org.isogloss.corpus.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;

/** Writes the files that retrieval data sets are made of, a line at a time. */
final class RetrievalLines {
    private RetrievalLines() {}

    /**
     * Refuses a collection in more than one language on either side.
     *
     * @throws BadInputException if it has several
     */
    static void oneLanguage(Path folder, TestCollection collection) {
        if (collection.questionLanguages().size() > 1 || collection.answerLanguages().size() > 1) {
            throw BadInputException.in(
                    folder,
                    "would hold questions in %s and passages in %s, but this format has no place for"
                                    .formatted(
                                            collection.questionLanguages(),
                                            collection.answerLanguages())
                            + " a language; convert one language or subset, or to parallel-jsonl");
        }
    }

    /** Writes a line for each thing. */
    static <T> void write(Path file, List<T> things, Function<T, String> line) {
        AtomicFile.write(
                file,
                out -> {
                    for (T thing : things) {
                        out.write((line.apply(thing) + "\n").getBytes(StandardCharsets.UTF_8));
                    }
                });
    }

    /** Writes a line for each judgment after a header line, unless that is empty. */
    static void writeJudgments(Path file, TestCollection collection, String header, Judged line) {
        AtomicFile.write(
                file,
                out -> {
                    out.write(header.getBytes(StandardCharsets.UTF_8));
                    for (Question question : collection.questions()) {
                        Map<String, Integer> grades =
                                collection
                                        .judgments()
                                        .grades()
                                        .getOrDefault(question.id(), Map.of());
                        for (Map.Entry<String, Integer> grade : grades.entrySet()) {
                            String text =
                                    line.line(question.id(), grade.getKey(), grade.getValue());
                            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
                        }
                    }
                });
    }

    /** A judgment as a line. */
    interface Judged {
        String line(String question, String passage, int grade);
    }

    /** Keys and values in turn as a JSON object on one line. */
    static String json(String... keysAndValues) {
        Map<String, String> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return JsonFile.line(object);
    }
}
