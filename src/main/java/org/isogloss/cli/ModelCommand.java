package org.isogloss.cli;

import picocli.CommandLine.Command;

/** Looks at models and fetches them. */
@Command(
        name = "model",
        description = {
            "Look at models: presets, sizes, and the memory that training them takes.",
            "Fetch one from the Hugging Face hub."
        },
        mixinStandardHelpOptions = true,
        subcommands = {ModelListCommand.class, ModelShowCommand.class, ModelGetCommand.class})
final class ModelCommand {}
