package org.isogloss.launch.slurm;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;

/**
 * Options of sbatch that a site or its user sets themselves.
 *
 * @param values by name without hyphens; empty for an option that has no value
 */
record SbatchOptions(Map<String, String> values) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    /** What a run's own script says, and following it depends on. */
    private static final Set<String> OURS =
            Set.of(
                    "array",
                    "chdir",
                    "clusters",
                    "error",
                    "help",
                    "job-name",
                    "no-requeue",
                    "open-mode",
                    "output",
                    "parsable",
                    "requeue",
                    "signal",
                    "test-only",
                    "usage",
                    "version",
                    "wait",
                    "wrap");

    private static final Set<String> CARDS =
            Set.of("gpus", "gpus-per-node", "gpus-per-socket", "gpus-per-task");

    private static final Set<String> MEMORY = Set.of("mem", "mem-per-cpu", "mem-per-gpu");

    /** What settings of ours, or other options, also say. */
    private static final Set<String> TOLD =
            Set.of("account", "cpus-per-task", "gres", "partition", "qos", "time");

    /**
     * @throws BadInputException naming an option that cannot be set
     */
    SbatchOptions {
        values.keySet().forEach(SbatchOptions::check);
    }

    private static void check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw refused(name, "name it as sbatch does, without hyphens before it");
        }
        if (OURS.contains(name)) {
            throw refused(name, "Isogloss sets it itself");
        }
        if (CARDS.contains(name) || MEMORY.contains(name) || TOLD.contains(name)) {
            return;
        }
        // sbatch takes the beginning of a name for the whole, and so past what is refused here
        Stream.of(OURS, CARDS, MEMORY, TOLD)
                .flatMap(Set::stream)
                .filter(whole -> whole.startsWith(name))
                .min(String::compareTo)
                .ifPresent(
                        whole -> {
                            throw refused(
                                    name,
                                    "sbatch may take it for '" + whole + "'; write names out");
                        });
    }

    private static BadInputException refused(String name, String why) {
        return new BadInputException("Slurm's option '" + name + "' cannot be set; " + why);
    }

    /** True if they say how much memory is asked for. */
    boolean saysMemory() {
        return MEMORY.stream().anyMatch(values::containsKey);
    }

    /**
     * True if a run gets a graphics card.
     *
     * @param gpus the setting, in place of which they may say it, or null
     */
    boolean givesCard(String gpus) {
        String generic = values.getOrDefault("gres", gpus == null ? "" : "gpu:" + gpus);
        Stream<String> counts =
                Arrays.stream(generic.split(","))
                        .map(one -> one.replaceFirst("^gres/", ""))
                        .filter(one -> one.equals("gpu") || one.startsWith("gpu:"));
        Stream<String> more = CARDS.stream().filter(values::containsKey).map(values::get);
        return Stream.concat(counts, more).anyMatch(count -> !count.matches("(.*:)?0+"));
    }
}
