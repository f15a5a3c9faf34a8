package org.isogloss.launch.slurm;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;

/**
 * What a site and its user want of every job; what is null is left to Slurm, to an estimate, or to
 * this installation. Kept as {@code slurm.json}.
 *
 * @param host where Slurm's commands are, for {@code ssh}: {@code user@login}; null for here
 * @param partition as sbatch's option of that name
 * @param account who is charged
 * @param qos quality of service
 * @param gpus graphics cards of a run: {@code 1}, or with their kind {@code a100:1}
 * @param cpus processor threads of a run
 * @param memory of a run, in Slurm's notation: {@code 32G}
 * @param time a run may take, in Slurm's notation: {@code 1-12:00:00}
 * @param setup shell lines that go before, such as {@code module load cuda}
 * @param command starts Isogloss on a node, as a line of shell; null for the Java and the class
 *     path of this process
 * @param options of sbatch by name without hyphens, where none of the above says it; empty for one
 *     that has no value
 * @param lookSeconds how often Slurm is asked about all jobs together; null for 15
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SlurmSettings(
        String host,
        String partition,
        String account,
        String qos,
        String gpus,
        Integer cpus,
        String memory,
        String time,
        List<String> setup,
        String command,
        Map<String, String> options,
        Integer lookSeconds) {
    /** Leaves everything open. */
    public static final SlurmSettings NONE =
            new SlurmSettings(
                    null, null, null, null, null, null, null, null, null, null, null, null);

    private static final int LOOK_SECONDS = 15;

    // ssh takes what begins with a hyphen for an option.
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@:%-]*");
    private static final Pattern GPUS = Pattern.compile("([A-Za-z0-9_.-]+:)?[0-9]+");
    private static final Pattern MEMORY = Pattern.compile("[0-9]+[KMGT]?");
    private static final Pattern TIME =
            Pattern.compile("[0-9]+(:[0-9]{1,2}){0,2}|[0-9]+-[0-9]{1,2}(:[0-9]{1,2}){0,2}");

    /**
     * @throws BadInputException naming the setting that cannot be used
     */
    public SlurmSettings {
        setup = setup == null ? List.of() : List.copyOf(setup);
        options = options == null ? Map.of() : Map.copyOf(options);
        fits("host", host, HOST, "user@login");
        fits("gpus", gpus, GPUS, "1 or a100:1");
        fits("memory", memory, MEMORY, "32G");
        fits("time", time, TIME, "12:00:00 or 2-00:00:00");
        plain("partition", partition);
        plain("account", account);
        plain("qos", qos);
        plain("command", command);
        setup.forEach(line -> plain("setup", line));
        boolean twice = new SbatchOptions(options).saysMemory() && memory != null;
        if (twice) {
            throw new BadInputException(
                    "Slurm's setting memory is '"
                            + memory
                            + "', and its options say the memory too; leave one of them out");
        }
        options.values().stream()
                .filter(value -> !value.isEmpty())
                .forEach(value -> plain("options", value));
        positive("cpus", cpus);
        positive("lookSeconds", lookSeconds);
    }

    /**
     * Reads {@code slurm.json}.
     *
     * @throws BadInputException naming file and line if it is absent or does not fit
     */
    public static SlurmSettings read(Path file) {
        return JsonFile.read(file, SlurmSettings.class);
    }

    /** Writes them as {@code slurm.json}. */
    public void write(Path file) {
        JsonFile.write(file, this);
    }

    /** These settings, with those of another put over them where it has any. */
    public SlurmSettings with(SlurmSettings over) {
        Map<String, String> both = new TreeMap<>(options);
        both.putAll(over.options);
        return new SlurmSettings(
                or(over.host, host),
                or(over.partition, partition),
                or(over.account, account),
                or(over.qos, qos),
                or(over.gpus, gpus),
                or(over.cpus, cpus),
                or(over.memory, memory),
                or(over.time, time),
                over.setup.isEmpty() ? setup : over.setup,
                or(over.command, command),
                both,
                or(over.lookSeconds, lookSeconds));
    }

    /** Seconds between two looks. */
    int everySeconds() {
        return lookSeconds == null ? LOOK_SECONDS : lookSeconds;
    }

    /** What a run computes on: the first of the cards that Slurm shows it, or the processor. */
    String device() {
        return new SbatchOptions(options).givesCard(gpus) ? "gpu:0" : "cpu";
    }

    private static <T> T or(T first, T second) {
        return first == null ? second : first;
    }

    private static void fits(String name, String value, Pattern pattern, String example) {
        if (value != null && !pattern.matcher(value).matches()) {
            throw new BadInputException(
                    "Slurm's setting " + name + " is '" + value + "'; write it like " + example);
        }
    }

    /** A line break in a value would begin another line of the job's script. */
    private static void plain(String name, String value) {
        if (value != null && (value.isBlank() || value.chars().anyMatch(c -> c < ' '))) {
            throw new BadInputException(
                    "Slurm's setting "
                            + name
                            + " is '"
                            + value
                            + "'; it must be one line that is not empty");
        }
    }

    private static void positive(String name, Integer value) {
        if (value != null && value < 1) {
            throw new BadInputException(
                    "Slurm's setting " + name + " is " + value + "; it must be at least 1");
        }
    }
}
