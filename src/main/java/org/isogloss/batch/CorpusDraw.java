package org.isogloss.batch;

import java.util.List;
import java.util.SplittableRandom;
import org.isogloss.corpus.ParallelItem;

/**
 * Takes items of one corpus during one epoch.
 *
 * <p>Items that exist in the same languages queue together, so that a rare language is found
 * without searching; a draw picks a queue in proportion to what is left in it, which is the same as
 * one queue of all fitting items.
 */
final class CorpusDraw {
    private final CorpusIndex index;
    private final List<ItemQueue> queues;
    private final int[] lastBatch;
    private int batch;

    CorpusDraw(CorpusIndex index, SplittableRandom random) {
        this.index = index;
        this.queues = index.groups().stream().map(group -> new ItemQueue(group, random)).toList();
        this.lastBatch = new int[index.questionCount()];
    }

    void beginBatch() {
        batch++;
    }

    void endBatch() {
        queues.forEach(ItemQueue::endBatch);
    }

    /** An item of some groups whose question the batch does not hold yet. */
    ParallelItem take(List<Integer> groups, SplittableRandom draws) {
        int item = takeLeft(groups, draws);
        if (item == ItemQueue.NONE) {
            for (int group : groups) {
                queues.get(group).again();
            }
            item = takeLeft(groups, draws);
        }
        if (item == ItemQueue.NONE) {
            throw new IllegalStateException(
                    "fewer questions than rows in " + index.corpus().name());
        }
        lastBatch[index.question(item)] = batch;
        return index.corpus().items().get(item);
    }

    private int takeLeft(List<Integer> groups, SplittableRandom draws) {
        for (int left = left(groups); left > 0; left = left(groups)) {
            int at = groups.size() == 1 ? 0 : draws.nextInt(left);
            int g = 0;
            while (at >= queues.get(groups.get(g)).left()) {
                at -= queues.get(groups.get(g++)).left();
            }
            int item = queues.get(groups.get(g)).take(i -> lastBatch[index.question(i)] != batch);
            if (item != ItemQueue.NONE) {
                return item;
            }
        }
        return ItemQueue.NONE;
    }

    private int left(List<Integer> groups) {
        int sum = 0;
        for (int group : groups) {
            sum += queues.get(group).left();
        }
        return sum;
    }
}
