package org.isogloss.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class ItemQueueTest {
    private static final int[] ITEMS = {0, 1, 2, 3, 4, 5, 6, 7};

    private static ItemQueue queue() {
        return new ItemQueue(ITEMS, new SplittableRandom(1));
    }

    private static List<Integer> takeAll(ItemQueue queue, IntPredicate usable) {
        List<Integer> taken = new ArrayList<>();
        for (int item = queue.take(usable); item != ItemQueue.NONE; item = queue.take(usable)) {
            taken.add(item);
        }
        return taken;
    }

    @Test
    void handsOutEachItemOnceInARandomOrder() {
        List<Integer> taken = takeAll(queue(), item -> true);
        assertThat(taken).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(taken).isNotEqualTo(List.of(0, 1, 2, 3, 4, 5, 6, 7));
        assertThat(takeAll(new ItemQueue(ITEMS, new SplittableRandom(2)), item -> true))
                .isNotEqualTo(taken);
    }

    @Test
    void keepsWhatABatchPassedOverInItsOrderForTheNext() {
        List<Integer> order = takeAll(queue(), item -> true);
        ItemQueue queue = queue();
        // The first batch takes the last item and so passes over the seven before it.
        assertThat(queue.take(item -> item == order.get(7))).isEqualTo(order.get(7));
        assertThat(queue.left()).isZero();
        queue.endBatch();
        // The second takes the third of them, passing over two while four still wait.
        assertThat(queue.take(item -> item == order.get(2))).isEqualTo(order.get(2));
        queue.endBatch();
        assertThat(queue.left()).isEqualTo(6);
        assertThat(takeAll(queue, item -> true))
                .containsExactly(
                        order.get(0),
                        order.get(1),
                        order.get(3),
                        order.get(4),
                        order.get(5),
                        order.get(6));
    }

    @Test
    void startsAnotherRoundAfterThoseThatWait() {
        ItemQueue queue = queue();
        int last = takeAll(queue, item -> item != 5).get(6);
        assertThat(last).isNotEqualTo(5);
        queue.endBatch();
        queue.again();
        assertThat(queue.left()).isEqualTo(9);
        List<Integer> second = takeAll(queue, item -> true);
        assertThat(second.get(0)).isEqualTo(5);
        assertThat(second.subList(1, 9)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
    }
}
