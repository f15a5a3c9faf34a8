package org.isogloss.ui.shell;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.isogloss.corpus.Lang;
import org.isogloss.ui.words.Words;

/**
 * Which languages the installed fonts can write, so that a name is never shown as boxes.
 *
 * @param drawable tells whether some installed font draws a text
 */
public record ScriptCoverage(Predicate<String> drawable) {
    private static final Words WORDS = Words.of(ScriptCoverage.class);

    /** Asks the installed fonts, which are listed in the background until first needed. */
    public static ScriptCoverage installed() {
        CompletableFuture<List<Font>> fonts =
                CompletableFuture.supplyAsync(
                        () ->
                                Arrays.stream(
                                                GraphicsEnvironment.getLocalGraphicsEnvironment()
                                                        .getAllFonts())
                                        .filter(ScriptCoverage::usable)
                                        .toList());
        return new ScriptCoverage(
                text -> fonts.join().stream().anyMatch(font -> font.canDisplayUpTo(text) < 0));
    }

    /** A language's name for itself, or its English name where no font draws that. */
    public String ownName(Lang lang) {
        return drawable.test(lang.ownName()) ? lang.ownName() : lang.englishName();
    }

    /** One sentence on what to install; empty if every language can be written. */
    public Optional<String> advice(List<Lang> languages) {
        List<Lang> missing =
                languages.stream().filter(lang -> !drawable.test(lang.ownName())).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                WORDS.text(
                        "scriptCoverage.noInstalledFontCan",
                        missing.stream().map(Lang::englishName).collect(Collectors.joining(", "))));
    }

    // JavaFX 21 falls back to TrueType outlines only, and Noto's CJK fonts have others.
    private static boolean usable(Font font) {
        return !font.getFontName().contains("CJK");
    }
}
