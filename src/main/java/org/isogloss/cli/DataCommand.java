package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.corpus.catalogue.KnownCheck;
import org.isogloss.corpus.catalogue.KnownDataset;
import org.isogloss.corpus.catalogue.KnownDatasets;
import org.isogloss.corpus.format.Dataset;
import org.isogloss.corpus.format.DatasetFormats;
import org.isogloss.corpus.format.DatasetSummary;
import org.isogloss.corpus.format.ReadOptions;
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

/** Looks at data sets, fetches and remembers them. */
@Command(
        name = "data",
        description = "Look at data sets, fetch known ones, remember those that were loaded.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DataCommand.Inspect.class,
            ConvertCommand.class,
            OverlapCommand.class,
            DataLibraryCommand.class,
            DataFetchCommand.class,
            DataCatalogueCommand.class,
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
        private final Supplier<KnownDatasets> library;
        private final Catalogue catalogue;
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

        @Option(
                names = "--as",
                paramLabel = "ID",
                description =
                        "Read it as this data set of the library and compare its counts (default:"
                                + " the one it is recognised as).")
        String as;

        @Option(names = "--remember", description = "Put it in the catalogue.")
        boolean remember;

        Inspect(Supplier<KnownDatasets> library, Catalogue catalogue, Cancellation stop) {
            this.library = library;
            this.catalogue = catalogue;
            this.stop = stop;
        }

        @Override
        public Integer call() {
            KnownDatasets all = library.get();
            Optional<KnownDataset> asked = Optional.ofNullable(as).map(all::named);
            ReadOptions said = reading.options();
            ReadOptions options = asked.map(each -> each.reading(said)).orElse(said);
            Remembering remembering = Remembering.before(path, catalogue);
            Dataset dataset = DatasetFormats.read(path, options, indexing.place(command, stop));
            DatasetSummary summary = DatasetSummary.of(dataset, path);
            Optional<KnownDataset> known = asked.or(() -> all.recognise(summary, options));
            Optional<KnownCheck> check = known.map(each -> each.check(summary, options));
            Optional<String> remembered =
                    remember
                            ? Optional.of(
                                    remembering
                                            .remember(
                                                    path, options, dataset, summary.sha256(), known)
                                            .id())
                            : Optional.empty();
            boolean judged = !dataset.collection().questions().isEmpty();
            DatasetStatistics statistics =
                    statistics(judged ? dataset.collection() : dataset.items().collection());
            PrintWriter out = command.commandLine().getOut();
            if (json) {
                out.println(
                        JsonFile.text(new DatasetReport(summary, statistics, check, remembered)));
            } else {
                print(summary, out);
                new StatisticsTable(statistics).lines().forEach(out::println);
                check.ifPresent(compared -> print(compared, out));
                remembered.ifPresent(id -> out.println("remembered as " + id));
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

        private static void print(KnownCheck check, PrintWriter out) {
            out.println(check.sentence());
            check.differing().forEach(finding -> out.println("  " + finding));
            if (!check.notRead().isEmpty()) {
                out.println(
                        "  not read: "
                                + check.notRead().stream()
                                        .map(Lang::tag)
                                        .collect(Collectors.joining(", ")));
            }
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
