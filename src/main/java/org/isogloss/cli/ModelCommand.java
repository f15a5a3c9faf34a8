package org.isogloss.cli;

import picocli.CommandLine.Command;

/** Works on model directories. */
@Command(
        name = "model",
        description = "Work on model directories.",
        mixinStandardHelpOptions = true,
        subcommands = {InterpolateCommand.class})
final class ModelCommand {}
