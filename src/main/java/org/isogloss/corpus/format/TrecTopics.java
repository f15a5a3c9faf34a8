package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isogloss.base.LineSource;
import org.isogloss.corpus.Lang;

/**
 * TREC's own topic files: {@code <top>} with a {@code <num>} and a {@code <title>}, each on a line
 * of its own or with what follows it. The title is the question, as in most experiments;
 * description and narrative are not used.
 */
final class TrecTopics {
    private static final Pattern TAG = Pattern.compile("<(?<tag>/?[A-Za-z_-]+)>(?<rest>.*)");

    private TrecTopics() {}

    /** True if a file begins with a topic. */
    static boolean fits(Path file) {
        return Glance.start(file).stripLeading().toLowerCase(Locale.ROOT).startsWith("<top>");
    }

    /** Gathers every topic as a question. */
    static void read(Path file, Lang lang, Gathered gathered) {
        Map<String, StringBuilder> fields = new HashMap<>();
        String tag = "";
        boolean open = false;
        try (LineSource lines = new LineSource(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                Matcher matcher = TAG.matcher(line.strip());
                String text = line;
                if (matcher.matches()) {
                    tag = matcher.group("tag").toLowerCase(Locale.ROOT);
                    text = matcher.group("rest");
                    if (tag.equals("top") && open) {
                        throw lines.bad("a topic begins before the last has ended; add </top>");
                    }
                    if (tag.equals("/top")) {
                        gathered.question(
                                Place.of(lines),
                                lang,
                                field(lines, fields, "num", "Number:"),
                                field(lines, fields, "title", "Topic:"));
                        fields.clear();
                    }
                    open = tag.equals("top") || (open && !tag.equals("/top"));
                }
                if (!open && !line.isBlank() && !tag.equals("/top")) {
                    throw lines.bad(
                            "'%s' stands outside a topic; put it between <top> and </top>"
                                    .formatted(Place.abridged(line.strip())));
                }
                fields.computeIfAbsent(tag, each -> new StringBuilder()).append(text).append('\n');
            }
            if (open) {
                throw lines.bad("the last topic has no </top>; is the file whole?");
            }
        }
    }

    private static String field(
            LineSource lines, Map<String, StringBuilder> fields, String tag, String label) {
        String text =
                fields.getOrDefault(tag, new StringBuilder())
                        .toString()
                        .replace("</" + tag + ">", "")
                        .strip()
                        .replaceAll("\\s+", " ");
        if (text.startsWith(label)) {
            text = text.substring(label.length()).strip();
        }
        if (text.isEmpty()) {
            throw lines.bad("the topic that ends here has no <" + tag + ">; give it one");
        }
        return text;
    }
}
