package org.isogloss.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * Hands out items in a random order, each once before any comes again.
 *
 * <p>An item that a batch cannot use waits for the next batch, before all later ones.
 */
final class ItemQueue {
    /** Stands for no item. */
    static final int NONE = -1;

    private final int[] items;
    private final SplittableRandom random;
    private final Deque<Integer> passedOver = new ArrayDeque<>();
    private Deque<Integer> waiting = new ArrayDeque<>();
    private int next;

    ItemQueue(int[] items, SplittableRandom random) {
        this.items = items.clone();
        this.random = random;
        shuffle();
    }

    /** How many items this batch has not looked at in this round. */
    int left() {
        return waiting.size() + items.length - next;
    }

    /** The next item the batch can use, or {@link #NONE} if no more are left in this round. */
    int take(IntPredicate usable) {
        while (left() > 0) {
            int item = waiting.isEmpty() ? items[next++] : waiting.poll();
            if (usable.test(item)) {
                return item;
            }
            passedOver.add(item);
        }
        return NONE;
    }

    /** Starts another round: every item once more, after those that wait. */
    void again() {
        shuffle();
    }

    /** Ends the batch: what it could not use comes first in the next. */
    void endBatch() {
        if (!passedOver.isEmpty()) {
            passedOver.addAll(waiting);
            waiting = new ArrayDeque<>(passedOver);
            passedOver.clear();
        }
    }

    private void shuffle() {
        for (int i = items.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int item = items[i];
            items[i] = items[j];
            items[j] = item;
        }
        next = 0;
    }
}
