package org.isogloss.cli;

import picocli.CommandLine.Command;

/** Looks at models. */
@Command(
        name = "model",
        description = "Look at models: presets, sizes, and the memory that training them takes.",
        mixinStandardHelpOptions = true,
        subcommands = {ModelListCommand.class, ModelShowCommand.class})
final class ModelCommand {}
