package org.isogloss.corpus.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.DatasetSummary;
import org.isogloss.corpus.format.DatasetSummary.LanguageCounts;
import org.isogloss.corpus.format.ReadOptions;

/**
 * An import beside what was published.
 *
 * @param id the known data set it was compared with
 * @param title its name
 * @param part the split and subset that were compared with, or an empty text where there is one
 * @param findings each count that was published, of the languages that were read
 * @param notRead published languages that were not read, which is no fault
 */
public record KnownCheck(
        String id, String title, String part, List<Finding> findings, List<Lang> notRead) {
    public KnownCheck {
        findings = List.copyOf(findings);
        notRead = List.copyOf(notRead);
    }

    /**
     * One count.
     *
     * @param lang the language
     * @param what what is counted: {@code questions} or {@code candidates}
     * @param found as read
     * @param published as published
     */
    public record Finding(Lang lang, String what, int found, int published) {
        /** True if they are the same. */
        @JsonProperty
        public boolean agrees() {
            return found == published;
        }

        @Override
        public String toString() {
            return agrees()
                    ? String.format(Locale.ROOT, "%s %,d %s as published", lang, found, what)
                    : String.format(
                            Locale.ROOT, "%s %,d %s, published %,d", lang, found, what, published);
        }
    }

    /** True if something could be compared and nothing differs. */
    @JsonProperty
    public boolean agrees() {
        return !findings.isEmpty() && findings.stream().allMatch(Finding::agrees);
    }

    /** The counts that differ. */
    public List<Finding> differing() {
        return findings.stream().filter(finding -> !finding.agrees()).toList();
    }

    /** The outcome in one sentence. */
    public String sentence() {
        String name = title + (part.isEmpty() ? "" : ", " + part);
        if (findings.isEmpty()) {
            return name + ": no counts are known to compare with";
        }
        int differing = differing().size();
        return differing == 0
                ? String.format(
                        Locale.ROOT, "%s: all %,d counts as published", name, findings.size())
                : String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d counts differ from what was published",
                        name,
                        differing,
                        findings.size());
    }

    static KnownCheck of(KnownDataset known, DatasetSummary summary, ReadOptions options) {
        return known.expected().stream()
                .filter(part -> comparable(part, summary, options))
                .map(part -> of(known, part, summary))
                // Of those that agree equally often the first: max would take the last.
                .reduce((best, next) -> agreeing(next) > agreeing(best) ? next : best)
                .orElseGet(
                        () -> new KnownCheck(known.id(), known.title(), "", List.of(), List.of()));
    }

    private static long agreeing(KnownCheck check) {
        return check.findings().stream().filter(Finding::agrees).count();
    }

    private static boolean comparable(
            PublishedCounts part, DatasetSummary summary, ReadOptions options) {
        return named(part.split(), options.split())
                && named(part.subset(), options.subset())
                // Several subsets together count more than each of them.
                && (part.subset().isEmpty()
                        || summary.languages().stream()
                                .allMatch(read -> publishes(part, read.lang())));
    }

    private static boolean named(Optional<String> part, Optional<String> asked) {
        return part.isEmpty() || asked.isEmpty() || part.equals(asked);
    }

    private static boolean publishes(PublishedCounts part, Lang lang) {
        return part.counts().stream().anyMatch(counts -> counts.of(lang));
    }

    private static KnownCheck of(KnownDataset known, PublishedCounts part, DatasetSummary summary) {
        List<Finding> findings = new ArrayList<>();
        List<LanguageCounts> read =
                summary.languages().stream()
                        .sorted(Comparator.comparing(LanguageCounts::lang))
                        .toList();
        for (LanguageCounts found : read) {
            for (PublishedCounts.Counts counts : part.counts()) {
                if (counts.of(found.lang())) {
                    add(findings, found, counts);
                }
            }
        }
        List<Lang> notRead =
                part.counts().stream()
                        .flatMap(counts -> counts.lang().stream())
                        .filter(lang -> read.stream().noneMatch(each -> each.lang().equals(lang)))
                        .distinct()
                        .toList();
        return new KnownCheck(known.id(), known.title(), part.name(), findings, notRead);
    }

    private static void add(
            List<Finding> findings, LanguageCounts found, PublishedCounts.Counts counts) {
        Lang lang = found.lang();
        counts.questions()
                .ifPresent(
                        published ->
                                findings.add(
                                        new Finding(
                                                lang, "questions", questions(found), published)));
        counts.candidates()
                .filter(published -> found.questions() + found.candidates() > 0)
                .ifPresent(
                        published ->
                                findings.add(
                                        new Finding(
                                                lang,
                                                "candidates",
                                                found.candidates(),
                                                published)));
    }

    /** What has no judgments has its questions in pairs to train on. */
    private static int questions(LanguageCounts found) {
        return found.questions() + found.candidates() > 0 ? found.questions() : found.pairs();
    }
}
