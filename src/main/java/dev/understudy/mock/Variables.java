package dev.understudy.mock;

import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.template.GlobalVariables;
import dev.understudy.template.TemplateException;

/// The global variables of one mock: an immutable object that each change replaces, so that a reader sees all of
/// a change or nothing. Any thread may call it.
final class Variables implements GlobalVariables {

    /// All names and values together, in the units of [ValueSize].
    static final long MAX_SIZE = 10_000_000;

    private volatile JsObject values = JsObject.EMPTY;

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
            throw new TemplateException(
                    "The global variables would become too large: a mock may keep " + MAX_SIZE + " characters in them");
        }
    }

    /// False if they would become too large; then nothing changes.
    synchronized boolean put(String name, JsValue value) {
        JsObject changed = values.with(name, value);
        if (ValueSize.of(changed, MAX_SIZE) > MAX_SIZE) {
            return false;
        }
        values = changed;
        return true;
    }

    void clear() {
        values = JsObject.EMPTY;
    }
}
