package org.isogloss.encoder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;

/**
 * A PyTorch that the user has installed, checked to be one the bridge was built for.
 *
 * @param flavor {@code cpu} or {@code cu128}
 */
record InstalledPyTorch(String flavor) {
    private static final Set<String> FLAVORS = Set.of("cpu", "cu128");
    private static final Pattern VERSION =
            Pattern.compile("(?:__version__\\s*=\\s*'|^)(\\d+\\.\\d+\\.\\d+\\w*)(?:\\+(\\w+))?");

    /**
     * Looks for the libraries in a path list, as the engine will.
     *
     * @throws BadInputException if there are none, or of an unknown or unfit version
     */
    static InstalledPyTorch find(String paths) {
        String library = System.mapLibraryName("torch");
        for (String path : paths.split(Pattern.quote(File.pathSeparator), -1)) {
            Path folder = folder(path, library);
            if (Files.isRegularFile(folder.resolve(library))) {
                return check(folder.toAbsolutePath().normalize());
            }
        }
        throw new BadInputException(
                "PYTORCH_LIBRARY_PATH is "
                        + paths
                        + ", which holds no "
                        + library
                        + "; name the lib folder of a PyTorch "
                        + PyTorch.VERSION);
    }

    private static Path folder(String path, String library) {
        Path given = Path.of(path);
        boolean file = given.endsWith(library) && Files.isRegularFile(given);
        return file ? given.toAbsolutePath().getParent() : given;
    }

    private static InstalledPyTorch check(Path folder) {
        Matcher version = version(folder);
        String flavor = version.group(2) == null ? "cpu" : version.group(2);
        if (!version.group(1).equals(PyTorch.VERSION) || !FLAVORS.contains(flavor)) {
            throw new BadInputException(
                    "PYTORCH_LIBRARY_PATH names PyTorch "
                            + version.group(1)
                            + "+"
                            + flavor
                            + " in "
                            + folder
                            + ", but only "
                            + PyTorch.VERSION
                            + "+cpu and "
                            + PyTorch.VERSION
                            + "+cu128 give right results; install one of these or unset the variable");
        }
        return new InstalledPyTorch(flavor);
    }

    private static Matcher version(Path folder) {
        Path above = folder.resolveSibling("");
        List<Path> files =
                List.of(
                        folder.resolve("build-version"),
                        above.resolve("build-version"), // libtorch/build-version
                        above.resolve("version.py")); // torch/version.py of the Python package
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                Matcher version = VERSION.matcher(text(file));
                if (version.find()) {
                    return version;
                }
            }
        }
        throw new BadInputException(
                "PYTORCH_LIBRARY_PATH names "
                        + folder
                        + ", whose version no file tells; looked at "
                        + files
                        + "; unset the variable, or name a complete PyTorch "
                        + PyTorch.VERSION);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
