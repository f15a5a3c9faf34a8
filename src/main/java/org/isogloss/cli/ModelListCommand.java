package org.isogloss.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.isogloss.base.JsonFile;
import org.isogloss.experiment.Encoding;
import org.isogloss.experiment.preset.BackbonePreset;
import org.isogloss.experiment.preset.BackbonePresets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the presets. */
@Command(
        name = "list",
        description = {
            "List the backbones known by name.",
            "Weights are counted without a pooler; those outside embeddings are the N of scaling"
                    + " laws."
        },
        mixinStandardHelpOptions = true)
final class ModelListCommand implements Callable<Integer> {
    @Spec CommandSpec command;

    @Option(names = "--json", description = "Print JSON for scripts.")
    boolean json;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        List<BackbonePreset> presets = BackbonePresets.all();
        if (json) {
            out.println(JsonFile.text(presets.stream().map(ModelFacts::of).toList()));
        } else {
            out.println(
                    row(
                            "preset",
                            "weights",
                            "outside",
                            "layers",
                            "size",
                            "pooling",
                            "longest",
                            "prefixes",
                            "licence",
                            "hub"));
            presets.forEach(preset -> out.println(row(preset)));
        }
        return ExitCode.OK;
    }

    private static String row(BackbonePreset preset) {
        Encoding encoding = preset.encoding();
        String prefixes = encoding.questionPrefix() + "/ " + encoding.passagePrefix();
        return row(
                preset.id(),
                ModelFacts.millions(preset.parameters()),
                ModelFacts.millions(preset.nonEmbeddingParameters()),
                Integer.toString(preset.layers()),
                Integer.toString(preset.dimension()),
                Optional.ofNullable(encoding.pooling()).orElse("-"),
                encoding.maxTokens().toString(),
                encoding.questionPrefix().isEmpty() ? "-" : prefixes.strip(),
                Optional.ofNullable(preset.origin().licence()).orElse("-"),
                preset.hub().orElse("(made from scratch)"));
    }

    private static String row(String... cells) {
        return String.format(
                Locale.ROOT, "%-11s %8s %8s %6s %5s %-8s %7s %-18s %-10s %s", (Object[]) cells);
    }
}
