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

    @Test
    void keepsWhatAnotherWindowHasWrittenUnlessItWasChangedHereToo() {
        Preferences last = Preferences.STANDARD.withRecentStudy("a");
        Preferences other = last.withTheme(ThemeChoice.DARK).withRecentStudy("theirs");
        Preferences mine =
                last.withWindow(new WindowBounds(1, 2, 800, 600, false)).withRecentStudy("mine");

        Preferences both = mine.with(last, other);

        assertThat(both.theme()).isEqualTo(ThemeChoice.DARK);
        assertThat(both.window()).isEqualTo(mine.window());
        assertThat(both.recentStudies()).containsExactly("mine", "a", "theirs");
        assertThat(mine.withTheme(ThemeChoice.LIGHT).with(last, other).theme())
                .as("the later writer's")
                .isEqualTo(ThemeChoice.LIGHT);
    }

    @Test
    void keepsItsOwnWhereTheFileIsGoneOrBrokenMeanwhile() throws IOException {
        PreferenceFile file = file();
        Preferences mine = Preferences.STANDARD.withTheme(ThemeChoice.DARK);
        file.save(mine, mine, warnings::add);
        assertThat(file.load(warnings::add)).isEqualTo(mine);
        assertThat(warnings).isEmpty();

        Files.writeString(file.path(), "{");
        file.save(mine, mine, warnings::add);
        assertThat(file.load(warnings::add)).isEqualTo(mine);
        assertThat(warnings).hasSize(1);
    }
}
