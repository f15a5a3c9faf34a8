package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.catalogue.KnownDataset;
import org.isogloss.corpus.catalogue.KnownDatasets;
import org.isogloss.hub.DatasetHub;
import org.isogloss.hub.HubSettings;
import org.isogloss.hub.RemoteFile;
import org.isogloss.run.UserFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches a known data set. */
@Command(
        name = "fetch",
        description = {
            "Fetch a data set of the library, where its licence allows it.",
            "What came of an earlier attempt is not fetched again. HF_ENDPOINT, HF_TOKEN and"
                    + " HF_HUB_OFFLINE are heeded."
        },
        mixinStandardHelpOptions = true)
final class DataFetchCommand implements Callable<Integer> {
    private static final Pattern COMMIT = Pattern.compile(".*?/[0-9a-f]{40}(?=/)");

    @Spec CommandSpec command;
    private final Supplier<KnownDatasets> library;
    private final UserFolder user;
    private final HubSettings settings;
    private final Cancellation stop;

    @Parameters(paramLabel = "ID", description = "As in 'isogloss data library': xquad-r.")
    String id;

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "Where to (default: a folder of its own in ~/isogloss/data).")
    Path to;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            split = ",",
            description = "Only these languages, where they can be fetched one by one.")
    List<String> languages = new ArrayList<>();

    DataFetchCommand(
            Supplier<KnownDatasets> library,
            UserFolder user,
            HubSettings settings,
            Cancellation stop) {
        this.library = library;
        this.user = user;
        this.settings = settings;
        this.stop = stop;
    }

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        KnownDataset known = library.get().named(id);
        out.println(known.title() + ": " + known.what());
        out.println("licence: " + known.licence() + "; see " + known.homepage());
        if (!known.fetched()) {
            throw new BadInputException(known.id() + " is not fetched. " + known.byHand());
        }
        Path folder = to == null ? user.data().resolve(known.folderName()) : to;
        OutputPlace.requireFolder(folder);
        DatasetHub hub = new DatasetHub(settings);
        List<RemoteFile> files = files(known, hub);
        announce(files, hub.missing(files, folder), folder, out);
        hub.fetch(known.id(), known.homepage(), files, folder, ConsoleProgress.of(command), stop);
        out.println("to look at it: isogloss data inspect " + folder + " --as " + known.id());
        out.println(folder);
        return ExitCode.OK;
    }

    private List<RemoteFile> files(KnownDataset known, DatasetHub hub) {
        List<Lang> chosen = languages.stream().map(tag -> lang(known, tag)).toList();
        boolean byLanguage = known.hub().stream().anyMatch(KnownDataset.HubFiles::byLanguage);
        if (byLanguage == chosen.isEmpty()) {
            throw new BadInputException(
                    known.id()
                            + (byLanguage
                                    ? " is large and fetched language by language; name some of "
                                            + tags(known.languages())
                                            + " with --lang"
                                    : " is fetched as a whole; leave --lang out"));
        }
        List<RemoteFile> files = new ArrayList<>();
        for (KnownDataset.FixedFile file : known.files()) {
            files.add(RemoteFile.at(file.url(), file.path(), file.size(), file.hash()));
        }
        for (KnownDataset.HubFiles repository : known.hub()) {
            String wanted =
                    chosen.isEmpty()
                            ? repository.files(Optional.empty())
                            : chosen.stream()
                                    .map(lang -> repository.files(Optional.of(lang)))
                                    .collect(Collectors.joining("|"));
            files.addAll(
                    hub.listing(
                            repository.repository(),
                            repository.revision(),
                            Pattern.compile(wanted),
                            stop));
        }
        return files;
    }

    private static Lang lang(KnownDataset known, String tag) {
        return known.languages().stream()
                .filter(lang -> lang.tag().equals(tag))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "%s has no language '%s'; it has %s"
                                                .formatted(
                                                        known.id(), tag, tags(known.languages()))));
    }

    private static String tags(List<Lang> languages) {
        return languages.stream().map(Lang::tag).collect(Collectors.joining(", "));
    }

    private static void announce(
            List<RemoteFile> files, long missing, Path folder, PrintWriter out) {
        long size = files.stream().mapToLong(remote -> remote.file().size()).sum();
        String places =
                files.stream()
                        .map(DataFetchCommand::place)
                        .distinct()
                        .collect(Collectors.joining(" and "));
        out.println(
                String.format(
                        Locale.ROOT,
                        "%,d files, %,d bytes, %s",
                        files.size(),
                        size,
                        missing == 0
                                ? "all in " + folder + " already"
                                : String.format(
                                        Locale.ROOT,
                                        "%,d of them to come from %s into %s",
                                        missing,
                                        places,
                                        folder)));
    }

    /** An address up to its commit: what to cite. */
    private static String place(RemoteFile remote) {
        Matcher commit = COMMIT.matcher(remote.address().toString());
        return commit.lookingAt() ? commit.group() : remote.address().getHost();
    }
}
