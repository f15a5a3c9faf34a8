package org.isogloss.ui.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferenceFileTest {
    @TempDir private Path folder;
    private final List<String> warnings = new ArrayList<>();

    private PreferenceFile file() {
        return new PreferenceFile(folder.resolve("deeper").resolve("settings.json"));
    }

    @Test
    void returnsWhatWasSaved() {
        Preferences preferences =
                new Preferences(
                        ThemeChoice.DARK,
                        new WindowBounds(10, 20, 1280, 800, false),
                        List.of("/studies/a.json"),
                        new Computing("gpu:1", 3));

        file().save(preferences);

        assertThat(file().load(warnings::add)).isEqualTo(preferences);
        assertThat(warnings).isEmpty();
    }

    @Test
    void startsWithTheStandardOnes() {
        assertThat(file().load(warnings::add)).isEqualTo(Preferences.STANDARD);
    }

    @Test
    void setsAMalformedFileAsideAndNamesIt() throws IOException {
        Path path = folder.resolve("settings.json");
        Path aside = folder.resolve("settings.json.unreadable");
        PreferenceFile file = new PreferenceFile(path);
        Files.writeString(path, "{\"theme\": \"PINK\"}");

        assertThat(file.load(warnings::add)).isEqualTo(Preferences.STANDARD);
        file.save(Preferences.STANDARD);

        assertThat(warnings).singleElement().asString().contains(aside.toString());
        assertThat(aside).hasContent("{\"theme\": \"PINK\"}");

        Files.writeString(path, "broken again");
        assertThat(file.load(warnings::add)).isEqualTo(Preferences.STANDARD);
        assertThat(aside).hasContent("{\"theme\": \"PINK\"}");
        assertThat(folder.resolve("settings.json.unreadable-2")).hasContent("broken again");
    }

    @Test
    void keepsTheFiveStudiesOpenedLast() {
        Preferences preferences = Preferences.STANDARD;
        for (String name : List.of("a", "b", "c", "d", "e", "b", "f")) {
            preferences = preferences.withRecentStudy(name);
        }

        assertThat(preferences.recentStudies()).containsExactly("f", "b", "e", "d", "c");
    }
}
