package org.isogloss.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Text can be read in both themes: every colour that the window's style sheets give to text stands
 * out by 4.5 to 1 (WCAG 2.2, criterion 1.4.3, level AA) from the opaque ground that its rule gives
 * with it, or else from every ground of the window.
 */
class ContrastTest {
    private static final double LEAST = 4.5;
    private static final Path STYLES = Path.of("resources", "org", "isogloss", "ui");
    private static final Pattern RULE = Pattern.compile("\\{([^}]*)}");
    private static final Pattern TEXT = Pattern.compile("-fx-text-fill:\\s*(-color-[a-z-]+)");
    private static final Pattern GROUND =
            Pattern.compile("-fx-background-color:\\s*(-color-[a-z-]+)");
    private static final Pattern DEFINED =
            Pattern.compile("(-color-[a-z0-9-]+):\\s*#([0-9a-fA-F]{6})\\b");
    private static final List<String> GROUNDS = List.of("-color-bg-default", "-color-bg-subtle");

    @Test
    void everyColourOfTextStandsOutInBothThemes() throws IOException {
        Set<Text> texts = texts();
        assertThat(texts).extracting(Text::colour).contains("-color-fg-muted", "-color-danger-fg");
        assertThat(texts).contains(new Text("-color-bg-default", "-color-fg-default"));
        List<String> faint = new ArrayList<>();
        for (Theme theme : List.of(new PrimerLight(), new PrimerDark())) {
            Map<String, Integer> palette = palette(theme);
            assertThat(palette).containsKeys(GROUNDS.toArray(String[]::new));
            for (Text text : texts) {
                assertThat(palette).containsKey(text.colour());
                for (String ground : text.grounds(palette)) {
                    double contrast = contrast(palette.get(text.colour()), palette.get(ground));
                    if (contrast < LEAST) {
                        faint.add(
                                theme.getName()
                                        + ": "
                                        + text.colour()
                                        + " on "
                                        + ground
                                        + " "
                                        + contrast);
                    }
                }
            }
        }
        assertThat(faint).isEmpty();
    }

    @Test
    void contrastIsThatOfTheGuidelines() {
        assertThat(contrast(0x000000, 0xFFFFFF)).isEqualTo(21);
        // the example of WebAIM's checker: the lightest grey that passes on white
        assertThat(contrast(0x767676, 0xFFFFFF)).isBetween(4.5, 4.6);
    }

    private static Set<Text> texts() throws IOException {
        Set<Text> texts = new LinkedHashSet<>();
        try (Stream<Path> files = Files.walk(STYLES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".css")).toList()) {
                Matcher rule = RULE.matcher(Files.readString(file));
                while (rule.find()) {
                    Matcher text = TEXT.matcher(rule.group(1));
                    Matcher ground = GROUND.matcher(rule.group(1));
                    if (text.find()) {
                        texts.add(new Text(text.group(1), ground.find() ? ground.group(1) : ""));
                    }
                }
            }
        }
        return texts;
    }

    /** A colour of text, and the ground that the same rule gives it; "" where it gives none. */
    private record Text(String colour, String ground) {
        /** A ground that lets another one through is seen as that one. */
        List<String> grounds(Map<String, Integer> palette) {
            return palette.containsKey(ground) ? List.of(ground) : GROUNDS;
        }
    }

    /** The theme's own colours; what is said first of a name holds for the whole window. */
    private static Map<String, Integer> palette(Theme theme) throws IOException {
        try (InputStream in = Theme.class.getResourceAsStream(theme.getUserAgentStylesheet())) {
            assertThat(in).as(theme.getUserAgentStylesheet()).isNotNull();
            Matcher defined =
                    DEFINED.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, Integer> palette = new HashMap<>();
            while (defined.find()) {
                palette.putIfAbsent(defined.group(1), Integer.valueOf(defined.group(2), 16));
            }
            return palette;
        }
    }

    private static double contrast(int one, int other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + .05) / (dark + .05);
    }

    /** Relative luminance, 0 to 1 (WCAG 2.2, definitions). */
    private static double luminance(int rgb) {
        return .2126 * linear(rgb >> 16) + .7152 * linear(rgb >> 8) + .0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double share = (channel & 0xFF) / 255.0;
        return share <= .04045 ? share / 12.92 : Math.pow((share + .055) / 1.055, 2.4);
    }
}
