package org.isogloss.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreFileTest {
    private static final Lang TH = new Lang("th");

    @TempDir private Path folder;

    @Test
    void writesOneLineAScore() throws Exception {
        Path file = folder.resolve("scores.csv");
        ScoreFile.write(
                file,
                Stream.of(
                        new Score("56be_th", "56be", TH, "*", "map", 1 / 3.0),
                        new Score("a,b", "say \"a\"", TH, "zh-Hant", "rank_distance", 410)));
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "question,parallel,question_language,answer_language,metric,value",
                        "56be_th,56be,th,*,map,0.3333333333333333",
                        "\"a,b\",\"say \"\"a\"\"\",th,zh-Hant,rank_distance,410.0");
    }

    @Test
    void readsBackExactlyWhatWasWritten() {
        SplittableRandom random = new SplittableRandom(1);
        List<String> ids = List.of("x", "a,b", "\"", "\"\",", "ไทย", "");
        List<Score> scores =
                IntStream.range(0, 2000)
                        .mapToObj(
                                i ->
                                        new Score(
                                                ids.get(random.nextInt(6)),
                                                ids.get(random.nextInt(6)),
                                                TH,
                                                "en",
                                                "map",
                                                random.nextDouble() * Math.pow(10, i % 40 - 20)))
                        .toList();
        Path file = folder.resolve("scores.csv");
        ScoreFile.write(file, scores.stream());
        assertThat(ScoreFile.read(file)).isEqualTo(scores);
    }

    @Test
    void namesTheLineThatIsNoScore() throws Exception {
        Path file = folder.resolve("scores.csv");
        String header = "question,parallel,question_language,answer_language,metric,value\n";
        Files.writeString(file, header + "q,q,th,*,map\n");
        assertThatThrownBy(() -> ScoreFile.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ":2: has 5 columns, but a score has six");
        Files.writeString(file, header + "q,q,th,*,map,0,5\n");
        assertThatThrownBy(() -> ScoreFile.read(file)).hasMessageContaining(":2: has 7 columns");
        Files.writeString(file, header + "q,q,th,*,map,high\n");
        assertThatThrownBy(() -> ScoreFile.read(file))
                .hasMessage(file + ":2: value 'high' is no number");
        Files.writeString(file, header + "q,q,t h,*,map,0.5\n");
        assertThatThrownBy(() -> ScoreFile.read(file))
                .hasMessage(file + ":2: 't h' is not a BCP 47 language tag such as th or zh-Hant");
        Files.writeString(file, "q,q,th,*,map,0.5\n");
        assertThatThrownBy(() -> ScoreFile.read(file))
                .hasMessageContaining(":1: is not the header");
    }

    /** Prints, for reading: as many scores as XQuAD-R gives. */
    @Test
    void isQuick() {
        Path file = folder.resolve("scores.csv");
        SplittableRandom random = new SplittableRandom(1);
        long start = System.nanoTime();
        ScoreFile.write(
                file,
                IntStream.range(0, 640_000)
                        .mapToObj(
                                i ->
                                        new Score(
                                                "56beb4343aeaaa14008c925" + i / 49,
                                                "56beb4343aeaaa14008c925",
                                                TH,
                                                "en",
                                                "map",
                                                random.nextDouble())));
        long written = System.nanoTime();
        assertThat(ScoreFile.read(file)).hasSize(640_000);
        System.out.printf(
                Locale.ROOT,
                "640k scores: written in %.2f s, read in %.2f s%n",
                (written - start) / 1e9,
                (System.nanoTime() - written) / 1e9);
    }
}
