package org.isogloss.run.bench;

/**
 * How much work is done in a second.
 *
 * @param perSecond by the clock on the wall: what a user waits for
 * @param perProcessorSecond by the time all threads of this process computed: what it costs, and
 *     what other work on the machine disturbs least
 */
public record Rate(Spread perSecond, Spread perProcessorSecond) {}
