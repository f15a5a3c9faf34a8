package org.isogloss.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.Macro;

/** An evaluation's macro table as lines of text. */
record MacroTable(Evaluation evaluation) {

    List<String> lines() {
        Macro macro = evaluation.macro();
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s: %,d questions in %d languages, %,d candidates in %d",
                        evaluation.collection(),
                        evaluation.questions(),
                        evaluation.map().questionLanguages().size(),
                        evaluation.candidates(),
                        evaluation.map().answerLanguages().size()));
        lines.add(row("", "mAP", "R@1", "R@10"));
        lines.add(
                row(
                        "monolingual",
                        share(macro.monolingualMap()),
                        share(macro.monolingualRecall1()),
                        ""));
        lines.add(
                row(
                        "cross-lingual",
                        share(macro.crossLingualMap()),
                        share(macro.crossLingualRecall1()),
                        ""));
        lines.add(
                row(
                        "multilingual",
                        share(macro.multilingualMap()),
                        "",
                        share(macro.multilingualRecall10())));
        lines.add(
                String.format(
                        Locale.ROOT,
                        "rank distance %,.0f (mean over questions of worst - best rank of the"
                                + " parallel answers; lower is better)",
                        macro.rankDistance()));
        lines.add("top answer in the question's own language: " + share(macro.ownLanguageTop1()));
        lines.add(evaluation.zeroShot());
        return lines;
    }

    /** A number from 0 to 1 with three decimals and, below 1, without the leading zero. */
    static String share(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.startsWith("0.") ? text.substring(1) : text;
    }

    private static String row(String setting, String map, String recall1, String recall10) {
        return String.format(Locale.ROOT, "%-16s %6s %6s %6s", setting, map, recall1, recall10)
                .stripTrailing();
    }
}
