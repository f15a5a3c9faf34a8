package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.isogloss.base.Cancellation;
import org.isogloss.hub.HubFile;
import org.isogloss.hub.HubSettings;
import org.isogloss.hub.ModelCopy;
import org.isogloss.hub.ModelHub;
import org.isogloss.hub.ModelId;
import org.isogloss.hub.ModelListing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches a model from the Hugging Face hub. */
@Command(
        name = "get",
        description = {
            "Fetch a model from the Hugging Face hub: safetensors, configs, tokenizer and card.",
            "It goes to the hub library's cache, and what is there already is not fetched again.",
            "HF_ENDPOINT, HF_TOKEN, HF_TOKEN_PATH, HF_HOME, HF_HUB_CACHE and HF_HUB_OFFLINE are"
                    + " heeded."
        },
        mixinStandardHelpOptions = true)
final class ModelGetCommand implements Callable<Integer> {
    @Spec CommandSpec command;
    private final HubSettings settings;
    private final Cancellation stop;

    @Parameters(paramLabel = "ID", description = "Such as intfloat/multilingual-e5-small.")
    String id;

    @Option(
            names = "--revision",
            paramLabel = "REV",
            description = "A branch, tag or commit (default: ${DEFAULT-VALUE}).")
    String revision = "main";

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Copy the model to a new folder as well.")
    Path to;

    ModelGetCommand(HubSettings settings, Cancellation stop) {
        this.settings = settings;
        this.stop = stop;
    }

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        ModelCopy copy = null;
        if (to != null) {
            OutputPlace.requireFolder(to);
            copy = new ModelCopy(to);
        }
        ModelHub hub = new ModelHub(settings);
        ModelListing listing = hub.listing(new ModelId(id), revision, stop);
        announce(listing, hub.missing(listing), out);
        Path folder = hub.fetch(listing, revision, ConsoleProgress.of(command), stop);
        out.println(copy == null ? folder : copy.make(listing, folder, stop));
        return ExitCode.OK;
    }

    private void announce(ModelListing listing, long missing, PrintWriter out) {
        for (HubFile file : listing.files()) {
            out.println(String.format(Locale.ROOT, "%,15d  %s", file.size(), file.path()));
        }
        out.println(
                String.format(
                        Locale.ROOT,
                        "%s, commit %s: %,d bytes, %s",
                        listing.id(),
                        listing.commit(),
                        listing.size(),
                        missing == 0
                                ? "all here already"
                                : String.format(
                                        Locale.ROOT,
                                        "%,d of them to come from %s",
                                        missing,
                                        settings.endpoint())));
    }
}
