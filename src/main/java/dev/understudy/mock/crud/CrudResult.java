package dev.understudy.mock.crud;

import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.OptionalInt;

/// What comes of a request.
///
/// @param stored what the bucket holds afterwards
/// @param body what the client gets
/// @param status empty for the one that the response says
/// @param total how many items there are; empty where that is not told
/// @param filtered how many of them are wanted; empty where that is not told
public record CrudResult(JsValue stored, JsValue body, OptionalInt status, OptionalInt total, OptionalInt filtered) {

    /// Of a request that was not looked at.
    public static final CrudResult NOTHING = read(JsValue.Undefined.UNDEFINED, JsValue.Undefined.UNDEFINED);

    private static final int NOT_FOUND = 404;

    static CrudResult read(JsValue stored, JsValue body) {
        return new CrudResult(stored, body, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    static CrudResult changed(JsValue stored, JsValue body, int status) {
        return new CrudResult(stored, body, OptionalInt.of(status), OptionalInt.empty(), OptionalInt.empty());
    }

    static CrudResult listed(JsValue stored, JsValue body, int total, int filtered) {
        return new CrudResult(stored, body, OptionalInt.empty(), OptionalInt.of(total), OptionalInt.of(filtered));
    }

    static CrudResult missing(JsValue stored) {
        return changed(stored, JsObject.EMPTY, NOT_FOUND);
    }
}
