package org.isogloss.analysis.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;

/**
 * The tables of arXiv 2408.10536v1 (Elmahdy, Lin, Ahmad 2024): mAP (tables 3 to 6) and rank
 * distance (7, 8) on XQuAD-R and MLQA-R, nDCG@10 and Recall@100 on MIRACL's dev set (12, 13), by
 * question language; R@1 and R@10 (1, 2) as means only.
 *
 * <p>Its "X-X" is monolingual here, "X-Y" cross-lingual; hybrid has α = .5. Every printed mean is
 * the mean of the printed languages.
 */
public final class PublishedScores {
    private static final String SOURCE = "/org/isogloss/analysis/reference/arxiv-2408.10536.csv";
    private static final int COLUMNS = 7;

    private final List<PublishedScore> scores;

    private PublishedScores(List<PublishedScore> scores) {
        this.scores = List.copyOf(scores);
    }

    /** Reads the tables, which come with the program. */
    public static PublishedScores read() {
        try (InputStream in =
                Objects.requireNonNull(PublishedScores.class.getResourceAsStream(SOURCE))) {
            List<PublishedScore> scores = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> scores.add(score(line)));
            return new PublishedScores(scores);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SOURCE, e);
        }
    }

    private static PublishedScore score(String line) {
        List<String> cells = List.of(line.split(",", COLUMNS));
        return new PublishedScore(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                Optional.of(cells.get(5)).filter(tag -> !tag.isEmpty()).map(Lang::new),
                Double.parseDouble(cells.get(6)));
    }

    /** Every number, table by table. */
    public List<PublishedScore> all() {
        return scores;
    }

    /** The models, in the order of the tables. */
    public List<String> backbones() {
        return names(PublishedScore::backbone);
    }

    /** The test collections, in the order of the tables. */
    public List<String> collections() {
        return names(PublishedScore::collection);
    }

    /** The batch strategies, in the order of the tables. */
    public List<String> strategies() {
        return names(PublishedScore::strategy);
    }

    /**
     * The numbers of one model on one collection: the paper's run.
     *
     * @throws BadInputException if the paper has none, naming what it has
     */
    public List<PublishedScore> of(String backbone, String strategy, String collection) {
        List<PublishedScore> found =
                scores.stream()
                        .filter(score -> score.backbone().equalsIgnoreCase(backbone))
                        .filter(score -> score.strategy().equals(strategy))
                        .filter(score -> score.collection().equals(collection))
                        .toList();
        if (found.isEmpty()) {
            throw new BadInputException(
                    "the paper has no numbers of %s, %s, on %s; it has the models %s, the strategies %s and the collections %s"
                            .formatted(
                                    backbone,
                                    strategy,
                                    collection,
                                    backbones(),
                                    strategies(),
                                    collections()));
        }
        return found;
    }

    private List<String> names(Function<PublishedScore, String> part) {
        return scores.stream().map(part).distinct().toList();
    }
}
