package org.isogloss.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.launch.slurm.SlurmSettings;
import picocli.CommandLine.Option;

/** What jobs of Slurm are like; what is given here goes over what the file says. */
final class SlurmOptions {
    @Option(
            names = "--slurm",
            paramLabel = "FILE",
            description =
                    "Settings of Slurm jobs as JSON, such as a site's; implies --launcher slurm.")
    Path file;

    @Option(
            names = "--host",
            paramLabel = "USER@HOST",
            description = "A login node on which ssh does Slurm's commands (default: here).")
    String host;

    @Option(names = "--partition", paramLabel = "NAME", description = "Slurm's partition.")
    String partition;

    @Option(names = "--account", paramLabel = "NAME", description = "Slurm's account.")
    String account;

    @Option(names = "--qos", paramLabel = "NAME", description = "Slurm's quality of service.")
    String qos;

    @Option(
            names = "--gpus",
            paramLabel = "[KIND:]N",
            description = "Graphics cards of each job; a run computes on one.")
    String gpus;

    @Option(
            names = "--cpus",
            paramLabel = "N",
            converter = Count.class,
            description = "Processor threads of each job (default: 1).")
    Integer cpus;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "Memory of each job, such as 32G (default: estimated).")
    String memory;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description =
                    "Time of each job, such as 12:00:00 (default: estimated); a run that needs more"
                            + " goes back into the queue and on from its checkpoint.")
    String time;

    @Option(
            names = "--setup",
            paramLabel = "LINE",
            description = "A shell line before each run, such as 'module load cuda'; repeatable.")
    List<String> setup = List.of();

    @Option(
            names = "--command",
            paramLabel = "LINE",
            description =
                    "What starts Isogloss on a node, such as 'apptainer exec --nv i.sif isogloss'"
                            + " (default: the Java and class path of this process).")
    String command;

    @Option(
            names = "--slurm-option",
            paramLabel = "NAME[=VALUE]",
            mapFallbackValue = "",
            description = "Any other option of sbatch, such as exclusive; repeatable.")
    Map<String, String> options = new LinkedHashMap<>();

    @Option(names = "--array", description = "Submit the study's runs as one array job.")
    boolean array;

    SlurmSettings settings() {
        SlurmSettings given =
                new SlurmSettings(
                        host, partition, account, qos, gpus, cpus, memory, time, setup, command,
                        options, null);
        return file == null ? given : SlurmSettings.read(file).with(given);
    }
}
