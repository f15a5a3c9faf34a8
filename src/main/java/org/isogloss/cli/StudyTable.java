package org.isogloss.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.Macro;
import org.isogloss.run.RunFolder;

/** What the runs of a study scored, collection by collection, as lines of text. */
record StudyTable(List<RunFolder> runs) {

    List<String> lines() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        Map<String, Set<String>> verdicts = new LinkedHashMap<>();
        for (RunFolder run : runs) {
            for (Evaluation evaluation : run.evaluations()) {
                rows.computeIfAbsent(evaluation.collection(), unseen -> new ArrayList<>())
                        .add(row(run.id(), evaluation.macro()));
                verdicts.computeIfAbsent(evaluation.collection(), unseen -> new LinkedHashSet<>())
                        .add(evaluation.zeroShot());
            }
        }
        List<String> lines = new ArrayList<>();
        rows.forEach(
                (collection, scored) -> {
                    lines.add("");
                    lines.add(header(collection));
                    lines.addAll(scored);
                    lines.addAll(verdicts.get(collection));
                });
        return lines;
    }

    private static String header(String collection) {
        return String.format(
                Locale.ROOT,
                "%-28s %9s %9s %9s %9s %9s",
                collection,
                "mono mAP",
                "cross",
                "multi",
                "rank dist",
                "own top1");
    }

    private static String row(String run, Macro macro) {
        return String.format(
                Locale.ROOT,
                "%-28s %9s %9s %9s %,9.0f %9s",
                run,
                MacroTable.share(macro.monolingualMap()),
                MacroTable.share(macro.crossLingualMap()),
                MacroTable.share(macro.multilingualMap()),
                macro.rankDistance(),
                MacroTable.share(macro.ownLanguageTop1()));
    }
}
