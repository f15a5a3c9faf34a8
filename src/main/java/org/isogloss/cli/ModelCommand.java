package org.isogloss.cli;

import picocli.CommandLine.Command;

/** Looks at models, fetches and mixes them. */
@Command(
        name = "model",
        description =
                "Look at models: presets, sizes, and the memory that training them takes; fetching"
                        + " from the Hugging Face hub; mixing checkpoints.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ModelListCommand.class,
            ModelShowCommand.class,
            ModelGetCommand.class,
            InterpolateCommand.class
        })
final class ModelCommand {}
