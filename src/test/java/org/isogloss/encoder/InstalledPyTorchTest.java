package org.isogloss.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isogloss.base.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstalledPyTorchTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "build-version|2.7.1+cu128|cu128",
                "build-version|2.7.1+cpu|cpu",
                "version.py|__version__ = '2.7.1+cu128'|cu128",
                "lib/build-version|2.7.1|cpu"
            })
    void takesTheVersionOfTheBridge(String file, String text, String flavor) throws IOException {
        Path lib = install(file, text);
        String paths = folder.resolve("absent") + File.pathSeparator + lib;
        assertThat(InstalledPyTorch.find(paths)).isEqualTo(new InstalledPyTorch(flavor));
        String library = lib.resolve(System.mapLibraryName("torch")).toString();
        assertThat(InstalledPyTorch.find(library)).isEqualTo(new InstalledPyTorch(flavor));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "build-version|2.13.0+cpu|names PyTorch 2.13.0+cpu in",
                "build-version|2.7.1+cu126|names PyTorch 2.7.1+cu126 in",
                "version.py|__version__ = '2.7.10+cpu'|names PyTorch 2.7.10+cpu in",
                "version.py|__version__ = '2.7.1a0+cpu'|names PyTorch 2.7.1a0+cpu in",
                "LICENSE|2.7.1|whose version no file tells"
            })
    void refusesEveryOtherVersion(String file, String text, String problem) throws IOException {
        String lib = install(file, text).toString();
        assertThatThrownBy(() -> InstalledPyTorch.find(lib))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void refusesAPathWithoutLibraries() {
        assertThatThrownBy(() -> InstalledPyTorch.find(folder.toString()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("which holds no " + System.mapLibraryName("torch"));
    }

    private Path install(String file, String version) throws IOException {
        Path lib = Files.createDirectories(folder.resolve("lib"));
        Files.createFile(lib.resolve(System.mapLibraryName("torch")));
        Files.writeString(folder.resolve(file), version + "\n");
        return lib;
    }
}
