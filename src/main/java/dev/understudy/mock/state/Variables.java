package dev.understudy.mock.state;

import dev.understudy.environment.MemoryBudget;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.mock.bucket.BucketStore;
import dev.understudy.template.scope.GlobalVariables;
import dev.understudy.template.scope.TemplateException;

/// The global variables of one mock: an immutable object that each change replaces, so that a reader sees all of
/// a change or nothing. Any thread may call it.
public final class Variables implements GlobalVariables {

    /// All names and values together, in the units of [JsValue#weight].
    public static final long MAX_SIZE = 10_000_000;

    /// More are refused: each change copies the names.
    public static final int MAX_NAMES = 10_000;

    private final MemoryBudget memory;
    private volatile JsObject values = JsObject.EMPTY;
    private long size;

    Variables(MemoryBudget memory) {
        this.memory = memory;
    }

    @Override
    public JsValue get(String name) {
        return values.get(name);
    }

    @Override
    public JsObject all() {
        return values;
    }

    @Override
    public void set(String name, JsValue value) throws TemplateException {
        if (!put(name, value)) {
            throw new TemplateException("The global variables would become too large: a mock may keep " + MAX_NAMES
                    + " of them, and " + MAX_SIZE + " characters in them, as long as there is memory for them");
        }
    }

    /// False if they would become too large; then nothing changes.
    synchronized boolean put(String name, JsValue value) {
        boolean known = values.has(name);
        long growth = value.weight() + (known ? -values.get(name).weight() : name.length());
        if (value.depth() > JsJson.MAX_DEPTH
                || (growth > 0 && size + growth > MAX_SIZE)
                || (!known && values.size() >= MAX_NAMES)
                || !memory.change(BucketStore.bytes(growth))) {
            return false;
        }
        size += growth;
        values = values.with(name, value);
        return true;
    }

    synchronized void clear() {
        values = JsObject.EMPTY;
        memory.giveBack(BucketStore.bytes(size));
        size = 0;
    }
}
