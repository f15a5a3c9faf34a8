package org.isogloss.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.List;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.corpus.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourScaleTest {
    private static final List<Lang> ONE = List.of(new Lang("en"));

    /** Entries of matplotlib 3's tables, {@code matplotlib.colormaps[name].colors[index]}. */
    @ParameterizedTest
    @CsvSource({
        "VIRIDIS, 0, 440154", "VIRIDIS, 25, 482475", "VIRIDIS, 77, 34608d",
        "VIRIDIS, 128, 21918c", "VIRIDIS, 200, 70cf57", "VIRIDIS, 255, fde725",
        "CIVIDIS, 0, 00224e", "CIVIDIS, 25, 083370", "CIVIDIS, 77, 50576c",
        "CIVIDIS, 128, 7d7c78", "CIVIDIS, 200, c4b468", "CIVIDIS, 255, fee838"
    })
    void agreesWithMatplotlib(ColourScale.Palette palette, int index, String hex) {
        ColourScale scale = ColourScale.sequential(palette, new Limits(0, 255), ChartStyle.light());
        Color expected = new Color(Integer.parseInt(hex, 16));
        Color actual = scale.at(index);

        assertThat(actual.getRed()).isCloseTo(expected.getRed(), within(5));
        assertThat(actual.getGreen()).isCloseTo(expected.getGreen(), within(5));
        assertThat(actual.getBlue()).isCloseTo(expected.getBlue(), within(5));
    }

    @Test
    void isWhiteAtZeroOnLightGroundAndNeutralDarkOnDark() {
        Limits limits = new Limits(-.1, .1);

        assertThat(ColourScale.diverging(limits, ChartStyle.light()).at(0)).isEqualTo(Color.WHITE);
        Color neutral = ColourScale.diverging(limits, ChartStyle.dark()).at(0);
        assertThat(ColourScale.luminance(neutral)).isLessThan(.03);
    }

    @Test
    void refusesToDivergeElsewhereThanAtZero() {
        assertThatThrownBy(() -> ColourScale.diverging(new Limits(-.1, .2), ChartStyle.light()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsToTheEndsBeyondTheLimits() {
        ColourScale scale = ColourScale.diverging(new Limits(-.1, .1), ChartStyle.light());

        assertThat(scale.at(7)).isEqualTo(scale.at(.1));
        assertThat(scale.at(-7)).isEqualTo(scale.at(-.1));
    }

    /** WCAG 2.2 asks 4.5 of text; the better of black and white gives it on every colour. */
    @Test
    void writesTextThatCanBeRead() {
        for (ChartStyle style : ChartStyle.all()) {
            for (ColourScale scale :
                    List.of(
                            ColourScale.sequential(
                                    ColourScale.Palette.VIRIDIS, new Limits(-1, 1), style),
                            ColourScale.diverging(new Limits(-1, 1), style))) {
                for (double value = -1; value <= 1; value += .01) {
                    double ground = ColourScale.luminance(scale.at(value));
                    double ink = ColourScale.luminance(ColourScale.textOn(scale.at(value)));
                    double contrast = (Math.max(ground, ink) + .05) / (Math.min(ground, ink) + .05);
                    assertThat(contrast).isGreaterThanOrEqualTo(4.5);
                }
            }
        }
    }

    @Test
    void takesLimitsRoundedOutwards() {
        assertThat(Limits.around(List.of(table(.447), table(.996)))).isEqualTo(new Limits(.4, 1));
        assertThat(Limits.around(List.of(table(.5)))).isEqualTo(new Limits(.5, .55));
        assertThat(Limits.symmetric(List.of(table(-.032)))).isEqualTo(new Limits(-.04, .04));
        assertThat(Limits.symmetric(List.of(table(.12)))).isEqualTo(new Limits(-.15, .15));
        assertThat(Limits.around(List.of(table(Double.NaN)))).isEqualTo(new Limits(0, 1));
    }

    private static LanguagePairTable table(double value) {
        return new LanguagePairTable("map", ONE, ONE, List.of(List.of(value)));
    }
}
