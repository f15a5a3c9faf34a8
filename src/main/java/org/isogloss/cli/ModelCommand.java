package org.isogloss.cli;

import picocli.CommandLine.Command;

/** Looks at models, and mixes them. */
@Command(
        name = "model",
        description =
                "Look at models: presets, sizes, and the memory that training them takes;"
                        + " mixing checkpoints.",
        mixinStandardHelpOptions = true,
        subcommands = {ModelListCommand.class, ModelShowCommand.class, InterpolateCommand.class})
final class ModelCommand {}
