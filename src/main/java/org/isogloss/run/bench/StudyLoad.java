package org.isogloss.run.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.TrainingSet;
import org.isogloss.run.UserFolder;
import org.isogloss.training.TrainingSettings;

/**
 * How much text each run of a study reads. Tokens are reckoned from characters, since a tokenizer
 * is native code: four characters a token, or one and a half where words are not spelt with an
 * alphabet; a tokenizer of few languages makes more of the others.
 *
 * @param pairTokens the mean tokens of a question and its passage in training
 * @param collections what is scored in the end
 */
public record StudyLoad(double pairTokens, List<Scored> collections) {
    private static final double LETTERS = 4;
    private static final double IDEOGRAPHS = 1.5;
    private static final long MOST_BYTES = 200_000_000;

    /**
     * A test collection.
     *
     * @param tokens of its questions and candidates
     */
    public record Scored(long questions, long candidates, double tokens) {}

    public StudyLoad {
        collections = List.copyOf(collections);
    }

    /**
     * Reads the data sets a recipe names; empty where one is missing, cannot be read, or is too
     * large to be read for an estimate.
     */
    public static Optional<StudyLoad> of(Recipe recipe) {
        List<Path> files =
                Stream.of(
                                recipe.training().stream().map(TrainingSet::path),
                                recipe.validation().stream().map(DataSource::path),
                                recipe.evaluation().stream().map(DataSource::path))
                        .flatMap(paths -> paths)
                        .map(Path::of)
                        .toList();
        if (!files.stream().allMatch(Files::exists)
                || files.stream().mapToLong(StudyLoad::bytes).sum() > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(recipe));
        } catch (BadInputException unreadable) {
            // said with file and line when the study is started; there is only no estimate
            return Optional.empty();
        }
    }

    /** How large a file is, or all files of a folder together. */
    private static long bytes(Path fileOrFolder) {
        try (Stream<Path> all = Files.walk(fileOrFolder)) {
            return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + fileOrFolder, e);
        }
    }

    private static StudyLoad read(Recipe recipe) {
        int most = TrainingSettings.of(recipe.optimisation()).maxTokens();
        Integer asked = recipe.encoding().maxTokens();
        int trained = asked == null ? most : Math.min(most, asked);
        int encoded = asked == null ? Integer.MAX_VALUE : asked;
        PoolPlace place = PoolPlace.in(UserFolder.own().pools(), Progress.NONE, Cancellation.NEVER);
        List<Double> pairs = new ArrayList<>();
        for (TrainingSet set : recipe.training()) {
            pairs.addAll(pairs(recipe.chosen(set.items(place)), trained));
        }
        List<Scored> collections = new ArrayList<>();
        for (DataSource source : recipe.evaluation()) {
            collections.add(
                    scored(
                            source.dataset(place).collection(),
                            recipe.encoding().context(),
                            encoded));
        }
        return new StudyLoad(
                pairs.stream().mapToDouble(Double::doubleValue).average().orElse(0), collections);
    }

    private static List<Double> pairs(ParallelCorpus corpus, int most) {
        List<Double> tokens = new ArrayList<>();
        for (ParallelItem item : corpus.items()) {
            for (Pair pair : item.pairs().values()) {
                tokens.add(tokens(pair.question(), most) + tokens(pair.passage(), most));
            }
        }
        return tokens;
    }

    private static Scored scored(TestCollection collection, boolean context, int most) {
        double questions =
                collection.questions().stream().mapToDouble(q -> tokens(q.text(), most)).sum();
        double passages =
                collection.passages().stream()
                        .mapToDouble(p -> tokens(p.encoded(context), most))
                        .sum();
        return new Scored(
                collection.questions().size(), collection.passages().size(), questions + passages);
    }

    /** About how many tokens a text has, cut after the most it may have. */
    static double tokens(String text, int most) {
        long ideographs = text.codePoints().filter(Character::isIdeographic).count();
        long others = text.codePoints().count() - ideographs;
        return Math.min(most, 1 + others / LETTERS + ideographs / IDEOGRAPHS);
    }
}
