package org.isogloss.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubSettingsTest {
    @TempDir private Path home;

    @Test
    void standsOnItsOwnWithoutVariables() {
        HubSettings settings = settings();
        assertThat(settings.endpoint()).hasToString("https://huggingface.co");
        assertThat(settings.token()).isEmpty();
        assertThat(settings.cache()).isEqualTo(home.resolve(".cache/huggingface/hub"));
        assertThat(settings.offline()).isFalse();
    }

    @Test
    void findsTheCacheWhereTheHubsLibraryDoes() {
        assertThat(settings("HF_HOME", "/h").cache()).isEqualTo(Path.of("/h/hub"));
        assertThat(settings("HF_HOME", "~/h").cache()).isEqualTo(home.resolve("h/hub"));
        assertThat(settings("HF_HOME", "/h", "HF_HUB_CACHE", "/c").cache())
                .isEqualTo(Path.of("/c"));
        assertThat(settings("XDG_CACHE_HOME", "/x").cache())
                .isEqualTo(Path.of("/x/huggingface/hub"));
    }

    @Test
    void findsTheTokenWhereTheHubsLibraryDoes() throws IOException {
        Files.writeString(home.resolve("token"), "hf_kept\n");
        Files.writeString(home.resolve("other"), "hf_other\n");
        String at = home.toString();
        assertThat(settings("HF_HOME", at).token()).contains("hf_kept");
        assertThat(settings("HF_HOME", at, "HF_TOKEN_PATH", at + "/other").token())
                .contains("hf_other");
        assertThat(settings("HF_HOME", at, "HF_TOKEN", " hf_given ").token()).contains("hf_given");
    }

    @Test
    void neverRepeatsWhatIsNoToken() {
        assertThatThrownBy(() -> settings("HF_TOKEN", "se cret").token())
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("HF_TOKEN holds no token")
                .hasMessageNotContaining("cret");
    }

    @ParameterizedTest
    @CsvSource({"1,true", "on,true", "YES,true", "True,true", "0,false", "'',false"})
    void knowsTheWordsForOffline(String value, boolean offline) {
        assertThat(settings("HF_HUB_OFFLINE", value).offline()).isEqualTo(offline);
    }

    @Test
    void takesAMirrorWithAPath() {
        assertThat(settings("HF_ENDPOINT", "https://mirror.org/hf/").endpoint())
                .hasToString("https://mirror.org/hf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"huggingface.co", "file:///x", "https://user@host", "http://a b"})
    void refusesWhatIsNoEndpoint(String text) {
        assertThatThrownBy(() -> settings("HF_ENDPOINT", text).endpoint())
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("'" + text + "', but must look like");
    }

    private HubSettings settings() {
        return new HubSettings(Map.of(), home);
    }

    private HubSettings settings(String name, String value) {
        return new HubSettings(Map.of(name, value), home);
    }

    private HubSettings settings(String name, String value, String name2, String value2) {
        return new HubSettings(Map.of(name, value, name2, value2), home);
    }
}
