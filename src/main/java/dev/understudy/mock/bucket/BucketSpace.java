package dev.understudy.mock.bucket;

import dev.understudy.environment.MemoryBudget;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsValue;
import java.util.concurrent.atomic.AtomicLong;

/// How much the buckets of one mock may hold together, and their part of the memory that mocks share. A bucket that has
/// no value yet holds nothing: its text is the document's. Any thread may call it.
final class BucketSpace {

    /// In the units of [JsValue#weight]: about a character each.
    static final long MAX_SIZE = 64_000_000;

    /// Small objects take up to this many bytes for each unit of [JsValue#weight]; long texts one or two.
    static final int BYTES_PER_UNIT = 6;

    static final String FULL = "The data buckets would become too large: a mock may keep " + MAX_SIZE
            + " characters in them, as long as there is memory for them. Remove something first.";

    private final AtomicLong used = new AtomicLong();
    private final MemoryBudget memory;
    private volatile boolean outOfMemory;

    BucketSpace(MemoryBudget memory) {
        this.memory = memory;
    }

    /// Accounts for a change; false, and nothing is accounted for, if there is no room for it, or if the value is
    /// nested deeper than could ever be printed.
    ///
    /// @param before what was accounted for the value that it replaces
    boolean take(long before, JsValue after) {
        long growth = after.weight() - before;
        if (after.depth() > JsJson.MAX_DEPTH) {
            return false;
        }
        if (used.addAndGet(growth) > MAX_SIZE && growth > 0) {
            used.addAndGet(-growth);
            return false;
        }
        if (!memory.change(growth * BYTES_PER_UNIT)) {
            used.addAndGet(-growth);
            outOfMemory = true;
            return false;
        }
        return true;
    }

    /// @param weight what was accounted for a value that is gone
    void free(long weight) {
        used.addAndGet(-weight);
        memory.giveBack(weight * BYTES_PER_UNIT);
    }

    /// Whether something did not fit since this was asked last because other mocks hold the memory.
    boolean wasOutOfMemory() {
        boolean was = outOfMemory;
        outOfMemory = false;
        return was;
    }
}
