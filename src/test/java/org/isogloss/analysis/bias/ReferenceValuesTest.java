package org.isogloss.analysis.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.RelevantRank;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Holds the statistics against those of SciPy and NumPy; reference.py made the file. */
class ReferenceValuesTest {
    private static final JsonNode EXPECTED =
            JsonFile.tree(Path.of("src/test/resources/bias/reference.json"));
    private static final Offset<Double> TINY = within(1e-9);

    private static double[] numbers(JsonNode node) {
        return IntStream.range(0, node.size()).mapToDouble(i -> node.get(i).asDouble()).toArray();
    }

    private static int[] integers(JsonNode node) {
        return IntStream.range(0, node.size()).map(i -> node.get(i).asInt()).toArray();
    }

    @Test
    void chiSquare() {
        for (JsonNode one : EXPECTED.get("chi_square")) {
            double found =
                    new ChiSquare(one.get("degrees").asInt()).survival(one.get("x").asDouble());
            double expected = one.get("survival").asDouble();
            assertThat(found).isCloseTo(expected, within(1e-12 + 1e-10 * expected));
            assertThat(found / expected).isCloseTo(1, within(1e-9)); // far out in the tail as well
        }
    }

    @Test
    void kruskalWallisWithTies() {
        for (JsonNode one : EXPECTED.get("kruskal")) {
            KruskalWallis test =
                    KruskalWallis.ofUnsorted(
                            integers(one.get("values")), integers(one.get("groups")), 11);
            assertThat(test.h()).isCloseTo(one.get("h").asDouble(), TINY);
            assertThat(test.probability()).isCloseTo(one.get("p").asDouble(), TINY);
        }
    }

    @Test
    void rankCorrelationOfTwoLists() {
        for (JsonNode one : EXPECTED.get("rank_correlation")) {
            List<Integer> a = Arrays.stream(integers(one.get("a"))).boxed().toList();
            List<Integer> b = Arrays.stream(integers(one.get("b"))).boxed().toList();
            int[] ranks = a.stream().mapToInt(hit -> b.indexOf(hit) + 1).toArray();
            int common = (int) Arrays.stream(ranks).filter(rank -> rank > 0).count();
            assertThat(MeanRankCorrelation.correlation(ranks, a.size(), b.size(), common))
                    .as("%s %s", a, b)
                    .isCloseTo(one.get("rho").asDouble(), TINY);
        }
    }

    @Test
    void centres() {
        for (JsonNode one : EXPECTED.get("centres")) {
            double[] values = numbers(one.get("values"));
            double[] once = new double[values.length];
            Arrays.fill(once, 1);
            Map<String, Centre> centres = new LinkedHashMap<>();
            centres.put("mean", Centre.MEAN);
            centres.put("median", Centre.MEDIAN);
            centres.put("trimmed", Centre.trimmed(0.1));
            centres.put("log", Centre.GEOMETRIC);
            centres.forEach(
                    (name, centre) ->
                            assertThat(centre.of(values, once))
                                    .as(name)
                                    .isCloseTo(one.get(name).asDouble(), TINY));
        }
    }

    @Test
    void percentiles() {
        JsonNode one = EXPECTED.get("percentiles");
        double[] values = numbers(one.get("values"));
        assertThat(ClusterBootstrap.percentile(values, 0.025))
                .isCloseTo(one.get("low").asDouble(), TINY);
        assertThat(ClusterBootstrap.percentile(values, 0.975))
                .isCloseTo(one.get("high").asDouble(), TINY);
    }

    @Test
    void leastSquaresOfAnUnbalancedTable() {
        JsonNode one = EXPECTED.get("least_squares");
        List<Lang> languages = Stream.of("ar", "de", "en", "es").map(Lang::new).toList();
        Map<List<Integer>, List<RelevantRank>> byQuestion = new LinkedHashMap<>();
        for (JsonNode row : one.get("rows")) {
            Lang answer = languages.get(row.get(2).asInt());
            byQuestion
                    .computeIfAbsent(
                            List.of(row.get(0).asInt(), row.get(1).asInt()),
                            question -> new ArrayList<>())
                    .add(new RelevantRank("p", answer, 1, 1, row.get(3).asInt()));
        }
        List<Ranking> rankings = new ArrayList<>();
        byQuestion.forEach(
                (question, ranks) ->
                        rankings.add(
                                new Ranking(
                                        new Question(
                                                "" + question,
                                                "" + question.get(0),
                                                languages.get(question.get(1)),
                                                ""),
                                        ranks,
                                        List.of())));
        Map<Lang, Integer> candidates = new LinkedHashMap<>();
        languages.forEach(lang -> candidates.put(lang, 1));
        RankTable table = new RankTable(new Rankings(candidates, rankings));

        List<Double> found =
                new SameLanguageEffect()
                        .of(table, BiasOptions.STANDARD.withoutIntervals()).effects().stream()
                                .map(effect -> effect.estimate().value())
                                .toList();

        List<Double> expected = new ArrayList<>(List.of(one.get("mean").asDouble()));
        Arrays.stream(numbers(one.get("question_language"))).forEach(expected::add);
        Arrays.stream(numbers(one.get("answer_language"))).forEach(expected::add);
        for (String name : List.of("same_language", "questions_sd", "rest_sd")) {
            expected.add(one.get(name).asDouble());
        }
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i)).isCloseTo(expected.get(i), TINY);
        }
    }
}
