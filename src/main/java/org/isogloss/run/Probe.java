package org.isogloss.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isogloss.analysis.Evaluation;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Fingerprint;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.DotProducts;
import org.isogloss.encoder.Encoder;
import org.isogloss.encoder.Kernels;
import org.isogloss.encoder.Side;
import org.isogloss.encoder.Vectors;
import org.isogloss.experiment.Encoding;
import org.isogloss.retrieval.ExactSearch;
import org.isogloss.retrieval.Score;
import org.isogloss.retrieval.Scoring;
import org.isogloss.training.TrainingSettings;

/**
 * Scores a model while it is learnt, so that bias can be watched as it emerges: of each test
 * collection a few questions in every language, ranked against nothing but their own answers.
 *
 * <p>The questions depend on the collection alone, and so are the same in all runs: those whose id
 * has the least SHA-256. With so few candidates the numbers are greater than those of the whole
 * collection; they are to be compared with other probes, never with results.
 */
final class Probe {
    private static final int HITS = Scoring.SHARE_CUTOFF;

    private final Encoder encoder;
    private final List<Texts> parts;

    /** A part of a collection, its questions and candidates cut into tokens once. */
    private record Texts(ExactSearch search, List<int[]> questions, List<int[]> passages) {
        static Texts of(TestCollection part, Encoder encoder, boolean context) {
            ExactSearch search = new ExactSearch(part);
            List<String> asked = search.questions().stream().map(Question::text).toList();
            List<String> offered = search.passages().stream().map(p -> p.encoded(context)).toList();
            return new Texts(
                    search,
                    encoder.tokens(Side.QUESTION, asked, Cancellation.NEVER),
                    encoder.tokens(Side.PASSAGE, offered, Cancellation.NEVER));
        }
    }

    private Probe(Encoder encoder, List<Texts> parts) {
        this.encoder = encoder;
        this.parts = parts;
    }

    /**
     * A probe of each collection.
     *
     * @param model whose weights are looked at, as they are at the time
     * @throws BadInputException if an answer is no candidate of its collection
     */
    static Probe of(
            List<TestCollection> collections,
            TrainingSettings settings,
            StartingModel model,
            Kernels kernels,
            Encoding encoding) {
        Encoder encoder =
                new Encoder(model.description(), model.tokenizer(), model.weights(), kernels);
        List<Texts> parts =
                settings.probes() == 0
                        ? List.of()
                        : collections.stream()
                                .map(whole -> part(whole, settings.probeQuestions()))
                                .filter(part -> !part.questions().isEmpty())
                                .map(part -> Texts.of(part, encoder, encoding.context()))
                                .toList();
        return new Probe(encoder, parts);
    }

    /** A few questions of a collection in every language, and their answers. */
    static TestCollection part(TestCollection whole, int questions) {
        Set<String> answered = new HashSet<>();
        for (Question question : whole.questions()) {
            if (!whole.judgments().of(question.id()).isEmpty()) {
                answered.add(question.parallelId());
            }
        }
        List<String> chosen =
                answered.stream()
                        .sorted(
                                Comparator.comparing(Fingerprint::ofText)
                                        .thenComparing(Comparator.naturalOrder()))
                        .limit(questions)
                        .toList();
        return whole.about(RunEvent.PROBE + whole.name(), new HashSet<>(chosen));
    }

    /**
     * Scores the weights as they are; nothing is found where they have become no numbers, which the
     * training itself has to say.
     *
     * @param step they were learnt in
     */
    List<RunEvent> look(int step) {
        List<RunEvent> found = new ArrayList<>();
        for (Texts texts : parts) {
            long start = System.nanoTime();
            Vectors questions = encode(texts.questions()); // [Q, E]
            Vectors passages = encode(texts.passages()); // [N, E]
            if (!finite(questions) || !finite(passages)) {
                continue;
            }
            Evaluation score = score(texts, questions, passages);
            Map<String, Double> values = new LinkedHashMap<>(score.macro().byName());
            values.values().removeIf(value -> Double.isNaN(value)); // JSON has no such number
            double seconds = Math.round((System.nanoTime() - start) / 1e6) / 1e3;
            found.add(new RunEvent.Evaluated(step, score.collection(), values, seconds));
        }
        return found;
    }

    private static boolean finite(Vectors vectors) {
        for (float value : vectors.values()) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static Evaluation score(Texts texts, Vectors questions, Vectors passages) {
        ExactSearch search = texts.search();
        Scoring scoring = new Scoring(search.collection().answerLanguages());
        try (DotProducts products = new DotProducts(questions, passages, ComputeDevice.CPU)) {
            List<Score> scores =
                    search.rank(products, HITS, Progress.NONE, Cancellation.NEVER).stream()
                            .flatMap(ranking -> scoring.of(ranking).stream())
                            .toList();
            return Evaluation.of(
                    search.collection().name(),
                    search.questions().size(),
                    search.passages().size(),
                    scores);
        }
    }

    private Vectors encode(List<int[]> tokens) {
        return encoder.encode("probing", tokens, Progress.NONE, Cancellation.NEVER);
    }
}
