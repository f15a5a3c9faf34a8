package org.isogloss.retrieval.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.encoder.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageErasureTest {
    private static final double ROUNDING = 2e-6;

    /** What NumPy makes of the same vectors; see expected.py beside it. */
    record Expected(
            String numpy,
            List<Lang> langs,
            List<List<Double>> vectors,
            List<List<Double>> centring,
            List<List<Double>> shared1,
            List<List<Double>> shared2,
            List<List<Double>> own1,
            List<List<Double>> own2,
            List<List<Double>> map,
            List<Double> explained,
            double explainedByLanguage) {
        static Expected read() {
            return JsonFile.read(
                    Path.of("src/test/resources/org/isogloss/retrieval/geometry/expected.json"),
                    Expected.class);
        }

        LanguageVectors texts() {
            return new LanguageVectors(vectorsOf(vectors), langs);
        }

        List<List<Double>> of(String id, int directions) {
            return switch (id) {
                case "centring" -> centring;
                case "shared-directions" -> directions == 1 ? shared1 : shared2;
                default -> directions == 1 ? own1 : own2;
            };
        }
    }

    static Stream<LanguageErasure> erasures() {
        return LanguageErasures.all().stream();
    }

    @ParameterizedTest
    @CsvSource({
        "centring, 0",
        "shared-directions, 1",
        "shared-directions, 2",
        "own-components, 1",
        "own-components, 2"
    })
    void givesWhatNumPyGives(String id, int directions) {
        Expected expected = Expected.read();

        Vectors erased = LanguageErasures.byId(id).erase(expected.texts(), directions);

        assertClose(erased.values(), vectorsOf(expected.of(id, directions)).values());
    }

    @Test
    void laysVectorsOutAsNumPyDoes() {
        Expected expected = Expected.read();

        PrincipalMap map = PrincipalMap.of(expected.texts().vectors());

        for (int i = 0; i < map.points().size(); i++) {
            assertThat(map.points().get(i).x())
                    .isCloseTo(expected.map().get(i).get(0), within(ROUNDING));
            assertThat(map.points().get(i).y())
                    .isCloseTo(expected.map().get(i).get(1), within(ROUNDING));
        }
        assertThat(map.explained().get(0)).isCloseTo(expected.explained().get(0), within(ROUNDING));
        assertThat(map.explained().get(1)).isCloseTo(expected.explained().get(1), within(ROUNDING));
        assertThat(expected.texts().explainedByLanguage())
                .isCloseTo(expected.explainedByLanguage(), within(ROUNDING));
    }

    @ParameterizedTest
    @MethodSource("erasures")
    void bringsParallelTextsTogetherThatDifferByLanguageAlone(LanguageErasure erasure) {
        LanguageVectors texts = planted(3, 40, 16);
        double before = parallelCosine(texts.vectors(), 40);

        Vectors erased = erasure.erase(texts, erasure.id().equals("own-components") ? 1 : 2);

        assertThat(before).isLessThan(.5);
        assertThat(parallelCosine(erased, 40)).isGreaterThan(.8);
        LanguageVectors after = new LanguageVectors(erased, texts.langs());
        assertThat(after.explainedByLanguage()).isLessThan(.1 * texts.explainedByLanguage());
        assertThat(after.normalised()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("erasures")
    void leavesLengthsAloneThatWereNotOne(LanguageErasure erasure) {
        LanguageVectors texts = planted(2, 30, 8);
        float[] doubled = texts.vectors().values().clone();
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] *= 2;
        }
        LanguageVectors twice = new LanguageVectors(new Vectors(60, 8, doubled), texts.langs());

        assertThat(new LanguageVectors(erasure.erase(twice, 1), texts.langs()).normalised())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("erasures")
    void tellsItsSourceAndIsFoundByItsName(LanguageErasure erasure) {
        assertThat(erasure.meaning()).contains("arXiv").endsWith(".");
        assertThat(LanguageErasures.byId(erasure.id())).isSameAs(erasure);
    }

    @Test
    void refusesMoreSharedDirectionsThanTheMeansHave() {
        LanguageVectors texts = planted(3, 10, 16);
        LanguageErasure shared = LanguageErasures.byId("shared-directions");

        assertThatThrownBy(() -> shared.erase(texts, 3))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "the means of 3 languages differ in 2 directions only; take out at most so"
                                + " many");
    }

    @Test
    void refusesToTakeAllThereIs() {
        LanguageVectors texts = planted(2, 10, 4);

        assertThatThrownBy(() -> LanguageErasures.byId("own-components").erase(texts, 4))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("10 texts of 4 numbers")
                .hasMessageContaining("take fewer");
    }

    @Test
    void refusesALanguageOfOneTextSinceItIsItsOwnMean() {
        LanguageVectors texts =
                new LanguageVectors(
                        new Vectors(3, 2, new float[] {1, 0, .6f, .8f, 0, 1}),
                        List.of(new Lang("en"), new Lang("en"), new Lang("th")));

        assertThatThrownBy(() -> LanguageErasures.byId("centring").erase(texts, 0))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("text 3 of 3, in th")
                .hasMessageContaining("too few texts");
    }

    /** Parallel texts: each language's are the same but for a vector of its own. */
    private static LanguageVectors planted(int languages, int texts, int dimension) {
        Random random = new Random(11);
        float[][] own = new float[languages][dimension];
        for (float[] vector : own) {
            for (int e = 0; e < dimension; e++) {
                vector[e] = 2 * (float) random.nextGaussian();
            }
        }
        float[] values = new float[languages * texts * dimension];
        List<Lang> langs = new ArrayList<>();
        for (int t = 0; t < texts; t++) {
            float[] content = new float[dimension];
            for (int e = 0; e < dimension; e++) {
                content[e] = .3f * (float) random.nextGaussian();
            }
            for (int l = 0; l < languages; l++) {
                langs.add(new Lang(List.of("en", "th", "de").get(l)));
                double length = 0;
                for (int e = 0; e < dimension; e++) {
                    float value = own[l][e] + content[e];
                    values[(t * languages + l) * dimension + e] = value;
                    length += value * value;
                }
                for (int e = 0; e < dimension; e++) {
                    values[(t * languages + l) * dimension + e] /= (float) Math.sqrt(length);
                }
            }
        }
        return new LanguageVectors(new Vectors(languages * texts, dimension, values), langs);
    }

    /** The mean cosine of the first two languages' versions of a text. */
    private static double parallelCosine(Vectors vectors, int texts) {
        int languages = vectors.count() / texts;
        double sum = 0;
        for (int t = 0; t < texts; t++) {
            float[] first = vectors.row(t * languages);
            float[] second = vectors.row(t * languages + 1);
            for (int e = 0; e < first.length; e++) {
                sum += first[e] * second[e];
            }
        }
        return sum / texts;
    }

    private static Vectors vectorsOf(List<List<Double>> rows) {
        int dimension = rows.get(0).size();
        float[] values = new float[rows.size() * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i / dimension).get(i % dimension).floatValue();
        }
        return new Vectors(rows.size(), dimension, values);
    }

    private static void assertClose(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], within(ROUNDING));
        }
    }
}
