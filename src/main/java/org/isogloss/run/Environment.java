package org.isogloss.run;

import java.util.Optional;

/**
 * The machine a run ran on: {@code environment.json}.
 *
 * @param isogloss version of this program
 * @param operatingSystem name, version and architecture
 * @param java version and vendor
 * @param processors cores the process may use
 * @param memoryMiB the most heap the process may use
 * @param device what the engine computed on
 */
public record Environment(
        String isogloss,
        String operatingSystem,
        String java,
        int processors,
        long memoryMiB,
        String device) {

    /** The environment of this process. */
    public static Environment here(String device) {
        return new Environment(
                version(),
                String.join(
                        " ",
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch")),
                System.getProperty("java.version") + " " + System.getProperty("java.vendor"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                device);
    }

    /** The version in the jar's manifest, or "development" when run from class files. */
    public static String version() {
        return Optional.ofNullable(Environment.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
