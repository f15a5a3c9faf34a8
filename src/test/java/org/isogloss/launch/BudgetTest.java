package org.isogloss.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);

    @Test
    void isSpentWhenItsTimeHasPassed() {
        Budget budget = new Budget(Duration.ofSeconds(90), now::get);
        now.addAndGet(Duration.ofSeconds(89).toNanos()); // and the clock's number overflows
        assertThat(budget.requested()).isFalse();

        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(budget.requested()).isTrue();
    }

    @Test
    void isNeverSpentWhereNoneIsSet() {
        Budget budget = new Budget(null, now::get);
        now.set(-1);
        assertThat(budget.requested()).isFalse();
    }
}
