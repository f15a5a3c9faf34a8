package org.isogloss.ui.design;

import java.util.ArrayList;
import java.util.List;

/** Lists that differ from a list in one place. */
final class Lists {
    private Lists() {}

    static <T> List<T> and(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }

    static <T> List<T> without(List<T> list, int place) {
        List<T> shorter = new ArrayList<>(list);
        shorter.remove(place);
        return List.copyOf(shorter);
    }

    static <T> List<T> with(List<T> list, int place, T other) {
        List<T> changed = new ArrayList<>(list);
        changed.set(place, other);
        return List.copyOf(changed);
    }
}
