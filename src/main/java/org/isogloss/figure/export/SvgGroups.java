package org.isogloss.figure.export;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes the parts of a picture, saying once what parts beside each other have in common. */
final class SvgGroups {
    private SvgGroups() {}

    /**
     * A shape as it is written.
     *
     * @param common attributes that a group can say for it
     * @param idle attributes that change nothing of it, so that a group may say them
     * @param rest what follows them, to the end of the element
     */
    record Part(String element, Map<String, String> common, Set<String> idle, String rest) {
        private Part without(Map<String, String> told) {
            Map<String, String> left = new TreeMap<>(common);
            left.keySet().removeAll(told.keySet());
            return new Part(element, left, idle, rest);
        }

        private boolean has(Map.Entry<String, String> attribute) {
            return attribute.getValue().equals(common.get(attribute.getKey()));
        }

        private boolean takes(Map.Entry<String, String> attribute) {
            return has(attribute) || idle.contains(attribute.getKey());
        }
    }

    /** Parts from the first to before the end, what a group can say of them, and what it saves. */
    private record Run(int first, int end, Map<String, String> shared, int saved) {}

    /** Writes shapes, those beside each other that share the most as a group. */
    static void write(List<Part> shapes, StringBuilder svg) {
        Run best = best(shapes);
        if (best.shared.isEmpty()) {
            shapes.forEach(
                    one ->
                            svg.append('<')
                                    .append(one.element)
                                    .append(attributes(one.common))
                                    .append(one.rest));
            return;
        }
        write(shapes.subList(0, best.first), svg);
        svg.append("<g").append(attributes(best.shared)).append('>');
        write(
                shapes.subList(best.first, best.end).stream()
                        .map(one -> one.without(best.shared))
                        .toList(),
                svg);
        svg.append("</g>");
        write(shapes.subList(best.end, shapes.size()), svg);
    }

    private static Run best(List<Part> shapes) {
        Run best = new Run(0, 0, Map.of(), 0);
        Map<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < shapes.size(); i++) {
            for (Map.Entry<String, String> one : shapes.get(i).common.entrySet()) {
                if (i < seen.getOrDefault(one.getKey(), 0)) {
                    continue; // within a run that began before
                }
                int end = i + 1;
                while (end < shapes.size() && shapes.get(end).takes(one)) {
                    end++;
                }
                seen.put(one.getKey(), end);
                Run run = run(shapes, i, end);
                if (run.saved > best.saved) {
                    best = run;
                }
            }
        }
        return best;
    }

    private static Run run(List<Part> all, int first, int end) {
        List<Part> shapes = all.subList(first, end);
        Map<String, String> shared = new TreeMap<>();
        int saved = -"<g></g>".length();
        for (Map.Entry<String, String> one : shapes.get(0).common.entrySet()) {
            if (shapes.stream().allMatch(shape -> shape.takes(one))) {
                shared.put(one.getKey(), one.getValue());
                int length = attributes(Map.ofEntries(one)).length();
                saved += length * (int) (shapes.stream().filter(s -> s.has(one)).count() - 1);
            }
        }
        return new Run(first, end, shared, saved);
    }

    static String attributes(Map<String, String> attributes) {
        StringBuilder text = new StringBuilder();
        attributes.forEach(
                (name, value) ->
                        text.append(' ')
                                .append(name)
                                .append("=\"")
                                .append(FigureFacts.escaped(value))
                                .append('"'));
        return text.toString();
    }
}
