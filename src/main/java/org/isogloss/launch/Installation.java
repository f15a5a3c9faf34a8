package org.isogloss.launch;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the files that come with the program stand: beside the jar, or above it in a checkout.
 *
 * @param home the folder that holds {@code sample-data}
 */
public record Installation(Path home) {
    private static final String SAMPLE_DATA = "sample-data";
    // The file type that the installers make known to desktops
    private static final String STUDY = ".isogloss";

    /** Finds the installation this class was loaded from, or empty if its sample data are gone. */
    public static Optional<Installation> find() {
        Path here;
        try {
            here =
                    Path.of(
                            Installation.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class is loaded from a well-formed place", e);
        }
        for (Path folder = here.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(SAMPLE_DATA))) {
                return Optional.of(new Installation(folder));
            }
        }
        return Optional.empty();
    }

    /** The study that a desktop starts the program with, where a command line is one. */
    public static Optional<Path> studyOpened(String... arguments) {
        return arguments.length == 1 && arguments[0].endsWith(STUDY)
                ? Optional.of(Path.of(arguments[0]))
                : Optional.empty();
    }

    /** The sample study's file. */
    public Path sampleStudy() {
        return home.resolve(SAMPLE_DATA).resolve("world-facts").resolve("study.json");
    }
}
