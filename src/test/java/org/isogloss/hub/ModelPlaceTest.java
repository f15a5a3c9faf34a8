package org.isogloss.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPlaceTest {
    private static final ModelId ID = new ModelId("org/tiny");
    private static final HubFile CONFIG =
            new HubFile("config.json", 2, "9e26dfeeb6e641a33dae4961196235bdb965b21b");

    @TempDir private Path folder;

    @Test
    void findsTheSnapshotOfAnId() throws IOException {
        Path snapshot = fetched("main");
        assertThat(place().of(Path.of("org/tiny"))).isEqualTo(snapshot);
    }

    @ParameterizedTest
    @ValueSource(strings = {"org", "a/b/c", "../tiny", "./tiny", "/org/tiny", "org/a--b"})
    void leavesWhatIsNoId(String path) {
        assertThat(place().of(Path.of(path))).isEqualTo(Path.of(path));
    }

    @Test
    void prefersWhatIsThere() {
        assertThat(place().of(Path.of("src/main"))).isEqualTo(Path.of("src/main"));
    }

    @Test
    void saysHowToFetchAnId() {
        assertThatThrownBy(() -> place().of(Path.of("org/tiny")))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("org/tiny: there is no such folder here")
                .hasMessageEndingWith("isogloss model get org/tiny fetches it");
    }

    @Test
    void trustsNoSnapshotThatMayLackFiles() throws IOException {
        Path snapshot = fetched("main");
        Files.delete(folder.resolve("models--org--tiny/isogloss/" + FakeHub.COMMIT + ".json"));
        assertThatThrownBy(() -> place().of(Path.of("org/tiny")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("some files may be missing in " + snapshot)
                .hasMessageEndingWith("isogloss model get org/tiny fetches it");
    }

    private Path fetched(String revision) throws IOException {
        HubCache cache = new HubCache(folder, ID);
        Files.createDirectories(cache.blob(CONFIG).getParent());
        Files.writeString(cache.blob(CONFIG), "{}");
        return cache.finish(new ModelListing(ID.text(), FakeHub.COMMIT, List.of(CONFIG)), revision);
    }

    private ModelPlace place() {
        return new ModelPlace(new HubSettings(Map.of("HF_HUB_CACHE", folder.toString()), folder));
    }
}
