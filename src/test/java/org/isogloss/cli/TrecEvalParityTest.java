package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isogloss.base.Cancellation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code isogloss score} beside what trec_eval 9.0.8 printed; the files' README says how. */
class TrecEvalParityTest {
    private static final Path FILES = Path.of("src", "test", "resources", "trec-eval");

    @ParameterizedTest
    @CsvSource({
        "ties, plain, ''",
        "ties, level-2, -l 2",
        "ties, complete, -c",
        "ties, complete-level-2, -c -l 2",
        "floats, plain, ''",
        "floats, level-2, -l 2",
        "floats, complete, -c",
        "floats, complete-level-2, -c -l 2",
        "unicode, plain, ''",
        "unicode, level-2, -l 2",
        "unicode, complete, -c",
        "unicode, complete-level-2, -c -l 2",
        "sparse, plain, ''",
        "sparse, level-2, -l 2",
        "sparse, complete, -c",
        "sparse, complete-level-2, -c -l 2"
    })
    void printsWhatTrecEvalPrints(String folder, String output, String options) throws IOException {
        Map<String, String> expected =
                lines(Files.readString(FILES.resolve(folder).resolve(output + ".txt")));
        String metrics =
                expected.keySet().stream()
                        .map(key -> key.substring(0, key.indexOf('\t')).strip())
                        .filter(name -> !name.startsWith("num_"))
                        .distinct()
                        .collect(Collectors.joining(","));

        Map<String, String> actual = lines(score(folder, metrics, options));

        assertThat(actual).containsExactlyInAnyOrderEntriesOf(expected).hasSizeGreaterThan(100);
    }

    /** Each line as it is printed, blanks and all; the order of metrics is the user's. */
    private static Map<String, String> lines(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        text.lines()
                .forEach(
                        line -> {
                            int tab = line.lastIndexOf('\t');
                            values.put(line.substring(0, tab), line.substring(tab + 1));
                        });
        return values;
    }

    private static String score(String folder, String metrics, String options) {
        List<String> arguments = new ArrayList<>(List.of("score", "-q", "-m", metrics));
        arguments.add("--qrels=" + FILES.resolve(folder).resolve("qrels.txt"));
        arguments.add("--run=" + FILES.resolve(folder).resolve("run.txt"));
        Stream.of(options.split(" ", -1)).filter(o -> !o.isEmpty()).forEach(arguments::add);
        StringWriter out = new StringWriter();
        int code =
                IsoglossCommand.commandLine(Cancellation.NEVER)
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute(arguments.toArray(String[]::new));
        assertThat(code).isEqualTo(ExitCode.OK);
        return out.toString();
    }
}
