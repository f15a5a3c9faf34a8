package org.isogloss.report;

import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.figure.Figure;
import org.isogloss.figure.Inks;
import org.isogloss.figure.export.PaperBundle;
import org.isogloss.figure.export.PaperSize;
import org.isogloss.figure.export.PaperTable;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;

/**
 * What of a study goes into a paper.
 *
 * @param report the study
 */
public record StudyBundle(StudyReport report) {
    /** All figures there are, in the order of a paper. */
    public List<Figure> figures() {
        return report.figures().all();
    }

    /**
     * The bundle with the means of every collection and some of the figures.
     *
     * @param ids of the figures, in the order of the paper; empty for all
     * @param reference true to put the numbers of arXiv 2408.10536 below the means, where it has
     *     any
     * @throws BadInputException if there is no figure of an id, listing those there are, or no run
     *     has been scored
     */
    public PaperBundle of(List<String> ids, PaperSize size, Inks inks, boolean reference) {
        if (report.figures().collections().isEmpty()) {
            throw new BadInputException(
                    "no run of study '"
                            + report.study().name()
                            + "' has been scored, so there is nothing for a paper yet");
        }
        List<Figure> chosen = ids.isEmpty() ? figures() : ids.stream().map(this::figure).toList();
        return new PaperBundle(
                chosen.stream().map(PaperBundle.Item::of).toList(),
                tables(reference),
                runs(),
                size,
                inks);
    }

    private Figure figure(String id) {
        return figures().stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "the study has no figure '%s'; it has %s"
                                                .formatted(
                                                        id,
                                                        String.join(
                                                                ", ",
                                                                figures().stream()
                                                                        .map(Figure::id)
                                                                        .toList()))));
    }

    private List<PaperTable> tables(boolean reference) {
        return report.figures().collections().stream()
                .map(
                        one ->
                                (reference ? one.means().withPublished() : one.means())
                                        .paper("means-" + one.name(), report.study()))
                .toList();
    }

    private List<RunFolder> runs() {
        return report.study().runs().stream()
                .filter(run -> run.phase() == RunPhase.FINISHED)
                .map(StudyRun::folder)
                .toList();
    }
}
