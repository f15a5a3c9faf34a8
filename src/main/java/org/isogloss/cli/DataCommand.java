package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.format.Dataset;
import org.isogloss.corpus.format.DatasetFormats;
import org.isogloss.corpus.format.DatasetSummary;
import org.isogloss.corpus.sample.WorldFacts;
import org.isogloss.corpus.statistics.DatasetStatistics;
import org.isogloss.encoder.ModelDirectory;
import org.isogloss.encoder.TextTokenizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at data sets. */
@Command(
        name = "data",
        description = "Look at data sets.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DataCommand.Inspect.class,
            ConvertCommand.class,
            OverlapCommand.class,
            DataCommand.MakeWorldFacts.class
        })
final class DataCommand {

    /** Reads a data set and says what is in it. */
    @Command(
            name = "inspect",
            description = "Read a data set, check it, and say what is in it.",
            mixinStandardHelpOptions = true)
    static final class Inspect implements Callable<Integer> {
        @Spec CommandSpec command;
        private final Cancellation stop;

        @Parameters(paramLabel = "PATH", description = "A file or folder of any known format.")
        Path path;

        @Mixin DataOptions reading;
        @Mixin PoolOptions indexing;

        @Option(names = "--json", description = "Print JSON for scripts.")
        boolean json;

        @Option(
                names = "--tokenizer",
                paramLabel = "DIR",
                description = "Count lengths in this model's tokens as well.")
        Path tokenizer;

        Inspect(Cancellation stop) {
            this.stop = stop;
        }

        @Override
        public Integer call() {
            Dataset dataset =
                    DatasetFormats.read(path, reading.options(), indexing.place(command, stop));
            DatasetSummary summary = DatasetSummary.of(dataset, path);
            boolean judged = !dataset.collection().questions().isEmpty();
            DatasetStatistics statistics =
                    statistics(judged ? dataset.collection() : dataset.items().collection());
            PrintWriter out = command.commandLine().getOut();
            if (json) {
                out.println(JsonFile.text(new DatasetReport(summary, statistics)));
            } else {
                print(summary, out);
                new StatisticsTable(statistics).lines().forEach(out::println);
            }
            return ExitCode.OK;
        }

        private DatasetStatistics statistics(TestCollection collection) {
            if (tokenizer == null) {
                return DatasetStatistics.of(collection);
            }
            try (TextTokenizer tokens = new ModelDirectory(tokenizer).tokenizer()) {
                return DatasetStatistics.of(
                        collection, text -> tokens.ids(text, Integer.MAX_VALUE).length);
            }
        }

        private static void print(DatasetSummary summary, PrintWriter out) {
            out.println(summary.name() + " (" + summary.format() + ")");
            out.println(row("", "questions", "candidates", "pairs"));
            for (DatasetSummary.LanguageCounts counts : summary.languages()) {
                out.println(
                        row(
                                counts.lang().tag() + " " + counts.lang().englishName(),
                                String.format(Locale.ROOT, "%,d", counts.questions()),
                                String.format(Locale.ROOT, "%,d", counts.candidates()),
                                String.format(Locale.ROOT, "%,d", counts.pairs())));
            }
            out.println(
                    row(
                            "all",
                            String.format(Locale.ROOT, "%,d", summary.questions()),
                            String.format(Locale.ROOT, "%,d", summary.candidates()),
                            String.format(
                                    Locale.ROOT,
                                    "%,d",
                                    summary.languages().stream()
                                            .mapToInt(DatasetSummary.LanguageCounts::pairs)
                                            .sum())));
            if (summary.questions() == 0) {
                out.printf(
                        Locale.ROOT,
                        "%,d items to train on; no judgments, so not to be scored on%n",
                        summary.items());
            } else {
                out.printf(
                        Locale.ROOT,
                        "%,d items to train on; %d to %d relevant candidates a question, %.1f on"
                                + " average%n",
                        summary.items(),
                        summary.relevant().min(),
                        summary.relevant().max(),
                        summary.relevant().mean());
            }
            if (!summary.leftOut().isEmpty()) {
                out.println("left out or noted:");
                summary.leftOut().forEach(entry -> out.println("  " + entry));
            }
            out.println("SHA-256 " + summary.sha256());
        }

        private static String row(
                String language, String questions, String candidates, String pairs) {
            return String.format(
                    Locale.ROOT, "%-20s %10s %11s %10s", language, questions, candidates, pairs);
        }
    }

    /** Makes the sample corpus anew. */
    @Command(
            name = "world-facts",
            description = "Make the sample corpus from its tables of facts and sentence templates.",
            mixinStandardHelpOptions = true)
    static final class MakeWorldFacts implements Callable<Integer> {
        @Option(
                names = "--from",
                required = true,
                paramLabel = "DIR",
                description = "The tables: sample-data/world-facts/source.")
        Path from;

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to.")
        Path out;

        @Override
        public Integer call() {
            WorldFacts.generate(from, out);
            return ExitCode.OK;
        }
    }
}
