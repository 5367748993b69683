package dev.understudy.js.schema;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.ObjectPath;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The places inside a schema that references can name: by its identifiers, and by the way to them.
final class SchemaReferences {

    private final Map<String, JsValue> identified = new HashMap<>();

    SchemaReferences(JsValue root) {
        identified.put("", root);
        collect(root, "");
    }

    /// The address that relative references in a schema are relative to.
    static String base(JsObject schema, String outer) {
        return schema.get("$id") instanceof Text(String id) && !id.startsWith("#")
                ? withoutFragment(resolved(outer, id))
                : outer;
    }

    /// What a reference leads to; empty if that is not in the schema.
    Optional<JsValue> find(String reference, String base) {
        String address = resolved(base, reference);
        if (identified.containsKey(address)) {
            return Optional.ofNullable(identified.get(address));
        }
        int hash = address.indexOf('#');
        JsValue document = identified.get(hash < 0 ? address : address.substring(0, hash));
        String fragment = hash < 0 ? "" : address.substring(hash + 1);
        if (document == null || !(fragment.isEmpty() || fragment.startsWith("/"))) {
            return Optional.empty();
        }
        JsValue found = document;
        for (String key :
                fragment.isEmpty() ? new String[0] : fragment.substring(1).split("/", -1)) {
            found = ObjectPath.own(found, decoded(key));
        }
        return found == Undefined.UNDEFINED ? Optional.empty() : Optional.of(found);
    }

    private void collect(JsValue value, String base) {
        if (value instanceof JsArray array) {
            array.values().forEach(item -> collect(item, base));
        } else if (value instanceof JsObject schema) {
            String inner = base(schema, base);
            if (schema.get("$id") instanceof Text(String id)) {
                identified.putIfAbsent(id.startsWith("#") ? resolved(base, id) : inner, schema);
            }
            schema.members().forEach((name, member) -> {
                if (!name.equals("enum") && !name.equals("const")) {
                    collect(member, inner);
                }
            });
        }
    }

    private static String resolved(String base, String reference) {
        if (reference.startsWith("#") || reference.isEmpty()) {
            return reference.equals("#") ? base : base + reference;
        }
        try {
            String address = base.isEmpty()
                    ? reference
                    : URI.create(base).resolve(reference).toString();
            return address.endsWith("#") ? address.substring(0, address.length() - 1) : address;
        } catch (IllegalArgumentException noAddress) {
            return reference;
        }
    }

    private static String withoutFragment(String address) {
        int hash = address.indexOf('#');
        return hash < 0 ? address : address.substring(0, hash);
    }

    private static String decoded(String key) {
        String plain = key;
        try {
            plain = URLDecoder.decode(key.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            plain = key;
        }
        return plain.replace("~1", "/").replace("~0", "~");
    }
}
