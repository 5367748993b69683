package dev.understudy.mock.bucket;

import dev.understudy.js.JsJson;
import dev.understudy.js.JsValue;
import java.util.concurrent.atomic.AtomicLong;

/// How much the buckets of one mock may hold together. Any thread may call it.
final class BucketSpace {

    /// In the units of [JsValue#weight]: about a character each.
    static final long MAX_SIZE = 64_000_000;

    static final String FULL = "The data buckets would become too large: a mock may keep " + MAX_SIZE
            + " characters in them. Remove something first.";

    private final AtomicLong used = new AtomicLong();

    /// Accounts for a change; false, and nothing is accounted for, if there is no room for it, or if the value is
    /// nested deeper than could ever be printed.
    boolean take(JsValue before, JsValue after) {
        long growth = after.weight() - before.weight();
        if (after.depth() > JsJson.MAX_DEPTH) {
            return false;
        }
        if (used.addAndGet(growth) > MAX_SIZE && growth > 0) {
            used.addAndGet(-growth);
            return false;
        }
        return true;
    }

    void free(JsValue value) {
        used.addAndGet(-value.weight());
    }

    void add(JsValue value) {
        used.addAndGet(value.weight());
    }
}
