package org.isogloss.launch.slurm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.launch.LocalProcess;
import org.isogloss.run.RunFolder;

/**
 * The script of a job: what it asks Slurm for, then Isogloss, to which it hands on Slurm's signals.
 *
 * <p>Slurm ends a job with SIGTERM when it preempts, requeues or cancels it, and the run then
 * writes a checkpoint. A minute and a half before its time is up it sends SIGUSR1 to the script
 * alone, which ends the run in the same way and puts the job back into the queue itself.
 *
 * @param settings of the site and the user
 * @param request what is asked for where they leave it open
 */
record JobScript(SlurmSettings settings, JobRequest request) {
    private static final int LATE_SECONDS = 90;

    /** The script of one run. */
    String of(RunFolder run) {
        return of(run, "");
    }

    /** The script of a run that stops after a training step. */
    String until(int step, RunFolder run) {
        return of(run, " --until " + step);
    }

    private String of(RunFolder run, String options) {
        Map<String, String> asked = asked(run.id(), run.path());
        // Slurm puts in the job's number, node and so on after a percent sign.
        asked.put("output", run.processLog().toString().replace("%", "%%"));
        return text(asked, List.of("folder=" + quote(run.path())), options);
    }

    /** The script of an array: a task for each run, from 0. */
    String of(List<RunFolder> runs, String name, Path folder) {
        Map<String, String> asked = asked(name, folder);
        asked.put("array", "0-" + (runs.size() - 1));
        asked.put("output", folder.resolve("slurm").toString().replace("%", "%%") + "-%A.out");
        List<String> choice = new ArrayList<>();
        choice.add("case $SLURM_ARRAY_TASK_ID in");
        for (int i = 0; i < runs.size(); i++) {
            choice.add("    " + i + ") folder=" + quote(runs.get(i).path()) + " ;;");
        }
        choice.add("esac");
        return text(asked, choice, "");
    }

    private Map<String, String> asked(String name, Path folder) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("job-name", name);
        asked.put("chdir", folder.toString());
        asked.put("open-mode", "append");
        asked.put("requeue", "");
        asked.put("signal", "B:USR1@" + LATE_SECONDS);
        put(asked, "partition", settings.partition());
        put(asked, "account", settings.account());
        put(asked, "qos", settings.qos());
        put(asked, "cpus-per-task", settings.cpus());
        put(asked, "gres", settings.gpus() == null ? null : "gpu:" + settings.gpus());
        if (!new SbatchOptions(settings.options()).saysMemory()) {
            put(asked, "mem", settings.memory() == null ? request.memoryText() : settings.memory());
        }
        put(asked, "time", settings.time() == null ? request.timeText() : settings.time());
        asked.putAll(settings.options());
        return asked;
    }

    private static void put(Map<String, String> asked, String name, Object value) {
        if (value != null) {
            asked.put(name, value.toString());
        }
    }

    private String text(Map<String, String> asked, List<String> choice, String options) {
        List<String> lines = new ArrayList<>();
        lines.add("#!/bin/bash");
        asked.forEach((name, value) -> lines.add(directive(name, value)));
        lines.addAll(choice);
        lines.add("exec >>\"$folder/process.log\" 2>&1");
        lines.add("job=${SLURM_ARRAY_JOB_ID:+${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID}");
        lines.add("job=${job:-$SLURM_JOB_ID}");
        LocalProcess.surroundings().forEach((name, value) -> lines.add(surrounding(name, value)));
        lines.add(PREPARE);
        lines.addAll(settings.setup());
        lines.add(BEGIN);
        lines.add(
                isogloss()
                        + " run \"$folder\" --interruptible --threads"
                        + " \"${SLURM_CPUS_PER_TASK:-1}\" --device "
                        + settings.device()
                        + options
                        + " &");
        lines.add(FOLLOW);
        return String.join("\n", lines);
    }

    /** Time may be up before the run begins; SIGTERM still ends a script that prepares. */
    private static final String PREPARE =
            """
            child= late= stop=
            stop() { stop=yes; [ -z "$child" ] || kill -TERM "$child" 2>/dev/null; }
            trap 'late=yes; stop' USR1
            # For sites that keep no account of jobs: what became of this one.
            leave() { echo "$job $1" >"$folder/job.exit"; exit "$1"; }
            unprepared() { echo "A line of the setup ended with exit code $1; the run is not started."; leave "$1"; }
            trap 'unprepared $?' ERR""";

    private static final String BEGIN =
            """
            trap - ERR
            trap stop TERM""";

    private static final String FOLLOW =
            """
            child=$!
            [ -z "$stop" ] || stop
            # A signal ends wait, but not the run, which writes a checkpoint first.
            while wait "$child"; code=$?; [ "$code" -gt 128 ] && kill -0 "$child" 2>/dev/null; do :; done
            if [ -n "$late" ] && [ "$code" != 0 ] && [ ! -e "$folder/cancel" ]; then
                echo "The time of Slurm job $job is nearly up; it goes back into the queue."
                scontrol requeue "$job" && sleep 60
            fi
            leave "$code"
            """;

    private String isogloss() {
        return settings.command() != null
                ? settings.command()
                : String.join(
                        " ", LocalProcess.java(List.of()).stream().map(SlurmShell::quote).toList());
    }

    /** Set only where the user has not. */
    private static String surrounding(String name, String value) {
        return "export " + name + "=\"${" + name + ":-" + value + "}\"";
    }

    private static String directive(String name, String value) {
        if (value.chars().anyMatch(c -> c < ' ')) {
            throw new BadInputException(
                    "'" + value + "' cannot be told to Slurm; rename it without line breaks");
        }
        String said =
                value.isEmpty()
                        ? ""
                        : "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return "#SBATCH --" + name + said;
    }

    private static String quote(Path path) {
        return SlurmShell.quote(path.toString());
    }
}
