package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.corpus.catalogue.KnownDataset;
import org.isogloss.corpus.catalogue.KnownDatasets;
import org.isogloss.corpus.catalogue.Presence;
import org.isogloss.corpus.catalogue.Role;
import org.isogloss.corpus.format.Dataset;
import org.isogloss.corpus.format.DatasetFormats;
import org.isogloss.corpus.format.DatasetSummary;
import org.isogloss.corpus.format.ReadOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the data sets that are remembered, and changes what is remembered of them. */
@Command(
        name = "catalogue",
        description = "List the data sets that are remembered; change what is remembered of them.",
        mixinStandardHelpOptions = true)
final class DataCatalogueCommand implements Callable<Integer> {
    private static final String ID = "What it is remembered as.";
    private static final String ROLES = "One or more of: ${COMPLETION-CANDIDATES}.";

    @Spec CommandSpec command;
    private final Catalogue catalogue;
    private final Supplier<KnownDatasets> library;
    private final Cancellation stop;

    @Option(names = "--json", description = "Print JSON for scripts.")
    boolean json;

    DataCatalogueCommand(Catalogue catalogue, Supplier<KnownDatasets> library, Cancellation stop) {
        this.catalogue = catalogue;
        this.library = library;
        this.stop = stop;
    }

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        List<CatalogueEntry> entries = catalogue.entries();
        if (json) {
            out.println(JsonFile.text(entries));
        } else if (entries.isEmpty()) {
            out.println("nothing is remembered yet; see 'isogloss data catalogue add --help'");
        } else {
            entries.forEach(entry -> out.println(line(entry)));
        }
        return ExitCode.OK;
    }

    private static String line(CatalogueEntry entry) {
        return String.format(
                Locale.ROOT,
                "%s: %s, %,d questions, %,d candidates, %,d items in %s; for %s; licence %s; %s",
                entry.id(),
                entry.format(),
                entry.questions(),
                entry.candidates(),
                entry.items(),
                entry.languages().stream().map(Lang::tag).collect(Collectors.joining(" ")),
                entry.roles().isEmpty()
                        ? "no use yet"
                        : entry.roles().stream()
                                .map(Role::toString)
                                .collect(Collectors.joining(" and ")),
                entry.licence().isEmpty() ? "not said" : entry.licence(),
                entry.path());
    }

    private void print(CatalogueEntry entry) {
        command.commandLine().getOut().println(line(entry));
    }

    @Command(
            name = "add",
            description = "Read a data set and remember it.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "PATH", description = "A file or folder of any known format.")
                    Path path,
            @Mixin DataOptions reading,
            @Option(names = "--role", paramLabel = "ROLE", description = ROLES) List<Role> roles,
            @Option(names = "--licence", paramLabel = "TEXT", description = "Its licence.")
                    String licence) {
        ReadOptions options = reading.options();
        Remembering remembering = Remembering.before(path, catalogue);
        Dataset dataset =
                DatasetFormats.read(
                        path, options, catalogue.place(ConsoleProgress.of(command), stop));
        DatasetSummary summary = DatasetSummary.of(dataset, path);
        Optional<KnownDataset> known = library.get().recognise(summary, options);
        CatalogueEntry entry =
                remembering.remember(path, options, dataset, summary.sha256(), known);
        if (roles != null) {
            entry = catalogue.withRoles(entry.id(), Set.copyOf(roles));
        }
        if (licence != null) {
            entry = catalogue.withLicence(entry.id(), licence);
        }
        print(entry);
        return ExitCode.OK;
    }

    @Command(
            name = "forget",
            description = "Forget a data set; its files stay.",
            mixinStandardHelpOptions = true)
    int forget(@Parameters(paramLabel = "ID", description = ID) String id) {
        catalogue.forget(id);
        return ExitCode.OK;
    }

    @Command(
            name = "relocate",
            description = "Say where a data set is now; its content must be the same.",
            mixinStandardHelpOptions = true)
    int relocate(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Parameters(paramLabel = "PATH", description = "Its new place.") Path path) {
        print(catalogue.relocate(id, path, ConsoleProgress.of(command), stop));
        return ExitCode.OK;
    }

    @Command(
            name = "role",
            description = "Say what a data set is used for; without a role, for nothing.",
            mixinStandardHelpOptions = true)
    int role(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Parameters(arity = "0..*", paramLabel = "ROLE", description = ROLES)
                    List<Role> roles) {
        print(catalogue.withRoles(id, roles == null ? Set.of() : Set.copyOf(roles)));
        return ExitCode.OK;
    }

    @Command(
            name = "licence",
            description = "Say under which licence a data set may be used.",
            mixinStandardHelpOptions = true)
    int licence(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Parameters(paramLabel = "TEXT", description = "Such as \"CC BY-SA 4.0\".")
                    String text) {
        print(catalogue.withLicence(id, text));
        return ExitCode.OK;
    }

    @Command(
            name = "verify",
            description = "Compare the content of remembered data sets with what was loaded.",
            mixinStandardHelpOptions = true)
    int verify(
            @Parameters(arity = "0..*", paramLabel = "ID", description = "Default: all of them.")
                    List<String> ids) {
        List<String> asked =
                ids == null ? catalogue.entries().stream().map(CatalogueEntry::id).toList() : ids;
        boolean same = true;
        for (String id : asked) {
            Presence found = catalogue.verifyContent(id, ConsoleProgress.of(command), stop);
            command.commandLine().getOut().println(found.sentence());
            same &= found.state() == Presence.State.UNCHANGED;
        }
        return same ? ExitCode.OK : ExitCode.BAD_INPUT;
    }
}
