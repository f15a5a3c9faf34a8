package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A paragraph whose sentences have been checked against their breaks. */
final class SquadSentences {
    /**
     * XQuAD-R's Turkish paragraph 38 holds a character that was decoded wrongly in the context but
     * not in the sentences, so that its breaks fit only the repaired context.
     */
    private static final String MANGLED = "\u00E2\u0081\u201E";

    private static final String REPAIRED = "\u205E";

    private final Path file;
    private final Squad.Paragraph paragraph;
    private final String context;
    private final List<String> texts = new ArrayList<>();
    private final List<int[]> breaks = new ArrayList<>();

    SquadSentences(Path file, Squad.Paragraph paragraph) {
        this.file = file;
        this.paragraph = paragraph;
        context = Located.text(file, "context", paragraph.context());
        List<Located> sentences = Squad.required(file, "sentences", paragraph.sentences());
        List<List<Located>> spans = Squad.required(file, "sentence_breaks", paragraph.breaks());
        if (sentences.size() != spans.size()) {
            throw paragraph
                    .context()
                    .bad(
                            file,
                            "the paragraph has %d sentences but %d sentence_breaks; give one"
                                            .formatted(sentences.size(), spans.size())
                                    + " [start, end] for each sentence");
        }
        int[] asGiven = context.codePoints().toArray();
        int[] asMeant = context.replace(MANGLED, REPAIRED).codePoints().toArray();
        for (int i = 0; i < spans.size(); i++) {
            add(sentences.get(i), spans.get(i), asGiven, asMeant);
        }
    }

    private void add(Located sentence, List<Located> span, int[] asGiven, int[] asMeant) {
        String text = Located.text(file, "sentence", sentence);
        if (span.size() != 2) {
            throw sentence.bad(
                    file,
                    "its sentence_breaks entry has %d numbers, not 2: [start, end]"
                            .formatted(span.size()));
        }
        int start = Located.offset(file, "sentence_breaks", span.get(0));
        int end = Located.offset(file, "sentence_breaks", span.get(1));
        int last = breaks.isEmpty() ? 0 : breaks.get(breaks.size() - 1)[1];
        if (start < last
                || end > asGiven.length
                || !(text.equals(slice(asGiven, start, end))
                        || text.equals(slice(asMeant, start, end)))) {
            throw span.get(0)
                    .bad(
                            file,
                            "sentence_breaks [%d, %d] do not match the sentence '%s'; count"
                                            .formatted(start, end, abridged(text))
                                    + " characters as Unicode code points, end exclusive");
        }
        texts.add(text);
        breaks.add(new int[] {start, end});
    }

    Path file() {
        return file;
    }

    Squad.Paragraph paragraph() {
        return paragraph;
    }

    String context() {
        return context;
    }

    /** The sentences' texts in order. */
    List<String> texts() {
        return Collections.unmodifiableList(texts);
    }

    /** The position of the sentence that holds the answer's first character. */
    int answering(Squad.Asked asked, String id) {
        List<Squad.Answer> answers = Squad.required(file, "answers", asked.answers());
        int found = -1;
        for (Squad.Answer answer : answers) {
            int sentence = sentenceOf(answer, id);
            if (found >= 0 && found != sentence) {
                throw asked.id()
                        .bad(file, "question '" + id + "' has answers in two sentences; keep one");
            }
            found = sentence;
        }
        if (found < 0) {
            throw asked.id()
                    .bad(file, "question '" + id + "' has no answer; remove it or give one");
        }
        return found;
    }

    private int sentenceOf(Squad.Answer answer, String id) {
        String text = Located.text(file, "text of an answer", answer.text());
        int start = Located.offset(file, "answer_start", answer.start());
        int[] points = context.codePoints().toArray();
        if (start >= points.length) {
            throw answer.start()
                    .bad(
                            file,
                            "answer_start %d of question '%s' lies past the %d-character context"
                                            .formatted(start, id, points.length)
                                    + "; is the file whole and UTF-8?");
        }
        int end = start + text.codePointCount(0, text.length());
        if (end > points.length || !text.equals(slice(points, start, end))) {
            throw answer.start()
                    .bad(
                            file,
                            "the answer '%s' of question '%s' does not stand at answer_start %d"
                                            .formatted(abridged(text), id, start)
                                    + "; count characters as Unicode code points");
        }
        for (int i = 0; i < breaks.size(); i++) {
            if (breaks.get(i)[0] <= start && start < breaks.get(i)[1]) {
                return i;
            }
        }
        throw answer.start()
                .bad(
                        file,
                        "answer_start %d of question '%s' lies in no sentence; correct it or"
                                        .formatted(start, id)
                                + " the sentence_breaks");
    }

    private static String slice(int[] points, int start, int end) {
        return start <= end && end <= points.length ? new String(points, start, end - start) : "";
    }

    private static String abridged(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
