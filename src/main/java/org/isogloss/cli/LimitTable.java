package org.isogloss.cli;

import java.util.List;
import java.util.Locale;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.analysis.LimitTests;

/** LAReQA's limit tests as lines of text. */
record LimitTable(LimitTests tests) {

    List<String> lines() {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%-52s %6s %6s",
                        "limit tests, mAP of answers in one language",
                        "own",
                        "others"),
                row("one answer left: the others are out of the pool", tests.oneAnswerLeft()),
                row("others not counted: they stay and are wrong", tests.othersNotCounted()));
    }

    private static String row(String test, LanguagePairTable table) {
        return String.format(
                Locale.ROOT,
                "%-52s %6s %6s",
                test,
                MacroTable.share(table.diagonalMean()),
                MacroTable.share(table.offDiagonalMean()));
    }
}
