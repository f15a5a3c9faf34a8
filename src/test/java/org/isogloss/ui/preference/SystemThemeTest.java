package org.isogloss.ui.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SystemThemeTest {
    private static final SystemTheme WINDOWS = SystemTheme.of("Windows 11");
    private static final SystemTheme MAC = SystemTheme.of("Mac OS X");
    private static final SystemTheme LINUX = SystemTheme.of("Linux");

    @Test
    void readsWhatWindowsSays() {
        String key = "HKEY_CURRENT_USER\\Software\n    AppsUseLightTheme    REG_DWORD    ";
        assertThat(WINDOWS.meaning(0, key + "0x0\r\n\r\n")).contains(Theme.DARK);
        assertThat(WINDOWS.meaning(0, key + "0x1\r\n\r\n")).contains(Theme.LIGHT);
        assertThat(WINDOWS.meaning(1, "ERROR: The system was unable to find it")).isEmpty();
    }

    @Test
    void takesAMacWithoutTheSettingForLight() {
        assertThat(MAC.meaning(0, "Dark\n")).contains(Theme.DARK);
        assertThat(MAC.meaning(1, "The domain/default pair does not exist")).contains(Theme.LIGHT);
    }

    @Test
    void readsWhatGnomeSays() {
        assertThat(LINUX.meaning(0, "'prefer-dark'\n")).contains(Theme.DARK);
        assertThat(LINUX.meaning(0, "'default'\n")).contains(Theme.LIGHT);
        assertThat(LINUX.meaning(1, "No such schema")).isEmpty();
    }

    @Test
    void knowsNothingWhereTheCommandIsMissing() {
        SystemTheme none =
                new SystemTheme(
                        List.of("isogloss-has-no-such-command"), Pattern.compile("dark"), true);
        assertThat(none.look()).isEmpty();
    }

    @Test
    void aChoiceGoesBeforeTheDesktop() {
        Optional<Theme> dark = Optional.of(Theme.DARK);
        assertThat(ThemeChoice.LIGHT.theme(dark)).isEqualTo(Theme.LIGHT);
        assertThat(ThemeChoice.SYSTEM.theme(dark)).isEqualTo(Theme.DARK);
        assertThat(ThemeChoice.SYSTEM.theme(Optional.empty())).isEqualTo(Theme.LIGHT);
    }
}
