package org.isogloss.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.catalogue.KnownDataset;
import org.isogloss.corpus.catalogue.KnownDatasets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the known data sets, or tells all about one. */
@Command(
        name = "library",
        description = "List the data sets known by name, or tell all that is known of one.",
        mixinStandardHelpOptions = true)
final class DataLibraryCommand implements Callable<Integer> {
    @Spec CommandSpec command;
    private final Supplier<KnownDatasets> library;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "One of them, such as xquad-r (default: all).")
    String id;

    @Option(names = "--json", description = "Print JSON for scripts.")
    boolean json;

    DataLibraryCommand(Supplier<KnownDatasets> library) {
        this.library = library;
    }

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        KnownDatasets all = library.get();
        List<KnownDataset> shown = id == null ? all.all() : List.of(all.named(id));
        if (json) {
            out.println(JsonFile.text(id == null ? shown : shown.get(0)));
        } else if (id == null) {
            out.println(row("id", "languages", "licence", "fetched", "name"));
            shown.forEach(known -> out.println(row(known)));
        } else {
            describe(shown.get(0), out);
        }
        return ExitCode.OK;
    }

    private static String row(KnownDataset known) {
        int languages = known.languages().size();
        return row(
                known.id(),
                languages == 0 ? "many" : Integer.toString(languages),
                known.licence(),
                known.fetched() ? "yes" : "by hand",
                known.title());
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-28s %9s  %-37s %-8s %s", (Object[]) cells);
    }

    private static void describe(KnownDataset known, PrintWriter out) {
        out.println(known.title() + " (" + known.id() + ")");
        out.println(known.what());
        if (!known.languages().isEmpty()) {
            out.println(
                    "languages: "
                            + known.languages().stream()
                                    .map(Lang::tag)
                                    .collect(Collectors.joining(", ")));
        }
        out.println("licence: " + known.licence());
        out.println("homepage: " + known.homepage());
        out.println(
                known.fetched()
                        ? "to get it: isogloss data fetch " + known.id()
                        : "to get it: " + known.byHand());
        known.sources().forEach(source -> out.println("source: " + source));
        out.println("citation: " + known.citation());
    }
}
