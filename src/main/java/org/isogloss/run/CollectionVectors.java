package org.isogloss.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.Fingerprint;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.encoder.EncodingSettings;
import org.isogloss.encoder.Vectors;
import org.isogloss.retrieval.ExactSearch;
import org.isogloss.retrieval.geometry.LanguageErasure;
import org.isogloss.retrieval.geometry.LanguageVectors;

/**
 * The vectors of a collection's texts, and as files: {@code questions.npy} and {@code passages.npy}
 * for NumPy, {@code texts.jsonl} with a line for each row, and {@code vectors.json}, which says
 * what they are of.
 *
 * @param search the questions and candidates in the order of the rows
 * @param questions [Q, E]
 * @param passages [N, E]
 */
public record CollectionVectors(ExactSearch search, Vectors questions, Vectors passages) {
    private static final String FORMAT = "isogloss-collection-vectors-1";

    /**
     * What vectors are of: with equal origins they are equal.
     *
     * @param format the layout's name; it changes when the layout does
     * @param texts the SHA-256 of the texts, their ids and languages
     * @param model the model directory's SHA-256
     * @param settings how a text became a vector
     * @param context whether each passage was encoded together with its paragraph
     */
    record Origin(
            String format, String texts, String model, EncodingSettings settings, boolean context) {

        static Origin of(
                ExactSearch search, Path model, EncodingSettings settings, boolean context) {
            String texts = String.join("\n", lines(search, context));
            return new Origin(
                    FORMAT, Fingerprint.ofText(texts), Fingerprint.of(model), settings, context);
        }
    }

    /** A row's text, as a line of {@code texts.jsonl}. */
    private record Row(String side, String id, Lang lang, String parallel, String text) {}

    /** The questions with their languages. */
    public LanguageVectors questionLanguages() {
        return new LanguageVectors(
                questions, search.questions().stream().map(Question::lang).toList());
    }

    /** The candidates with their languages. */
    public LanguageVectors passageLanguages() {
        return new LanguageVectors(
                passages, search.passages().stream().map(Passage::lang).toList());
    }

    /**
     * The vectors without what an erasure takes out, questions and passages each by themselves.
     *
     * @throws org.isogloss.base.BadInputException if so many directions cannot be taken out
     */
    public CollectionVectors without(LanguageErasure erasure, int directions) {
        return new CollectionVectors(
                search,
                erasure.erase(questionLanguages(), directions),
                erasure.erase(passageLanguages(), directions));
    }

    /** All vectors, the questions' first, [Q + N, E]. */
    public Vectors all() {
        float[] values =
                Arrays.copyOf(
                        questions.values(), questions.values().length + passages.values().length);
        System.arraycopy(
                passages.values(), 0, values, questions.values().length, passages.values().length);
        return new Vectors(questions.count() + passages.count(), questions.dimension(), values);
    }

    /** The vectors in a folder, if there are any of this origin. */
    static Optional<CollectionVectors> read(Path folder, ExactSearch search, Origin origin) {
        Path said = folder.resolve("vectors.json");
        if (!Files.exists(said) || !JsonFile.read(said, Origin.class).equals(origin)) {
            return Optional.empty();
        }
        return Optional.of(
                new CollectionVectors(
                        search,
                        Vectors.readNpy(folder.resolve("questions.npy")),
                        Vectors.readNpy(folder.resolve("passages.npy"))));
    }

    /** Writes the vectors into a folder, in place of others; what they are of comes last. */
    void write(Path folder, Origin origin) {
        try {
            Files.deleteIfExists(folder.resolve("vectors.json"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot replace the vectors in " + folder, e);
        }
        questions.writeNpy(folder.resolve("questions.npy"));
        passages.writeNpy(folder.resolve("passages.npy"));
        AtomicFile.writeText(
                folder.resolve("texts.jsonl"),
                String.join("\n", lines(search, origin.context())) + "\n");
        JsonFile.write(folder.resolve("vectors.json"), origin);
    }

    private static List<String> lines(ExactSearch search, boolean context) {
        Stream<Row> questions =
                search.questions().stream()
                        .map(q -> new Row("question", q.id(), q.lang(), q.parallelId(), q.text()));
        Stream<Row> passages =
                search.passages().stream()
                        .map(p -> new Row("passage", p.id(), p.lang(), null, p.encoded(context)));
        List<String> lines = new ArrayList<>();
        Stream.concat(questions, passages).map(JsonFile::line).forEach(lines::add);
        return lines;
    }
}
