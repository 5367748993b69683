package dev.understudy.template.helper.made;

import static java.util.Map.entry;

import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import java.util.List;
import java.util.Map;

/// The helpers of this package: `faker`, and short names for some of its methods.
public final class MadeHelpers {

    private static final JsValue HEX = JsObject.of(Map.of("format", new Text("hex"), "casing", new Text("lower")));

    public static final Map<String, Helper> ALL = Map.ofEntries(
            entry("faker", new FakerCall()),
            entry("int", new Alias("number.int", MadeHelpers::range)),
            entry("float", new Alias("number.float", MadeHelpers::range)),
            entry("boolean", Alias.of("datatype.boolean")),
            entry("title", new Alias("person.prefix", MadeHelpers::text)),
            entry("firstName", Alias.of("person.firstName")),
            entry("lastName", Alias.of("person.lastName")),
            entry("company", Alias.of("company.name")),
            entry("domain", Alias.of("internet.domainName")),
            entry("tld", Alias.of("internet.domainSuffix")),
            entry("email", Alias.of("internet.email")),
            entry("street", Alias.of("location.streetAddress")),
            entry("city", Alias.of("location.city")),
            entry("country", Alias.of("location.country")),
            entry("countryCode", Alias.of("location.countryCode")),
            entry("zipcode", Alias.of("location.zipCode")),
            entry("postcode", Alias.of("location.zipCode")),
            entry("lat", Alias.of("location.latitude")),
            entry("long", Alias.of("location.longitude")),
            entry("phone", Alias.of("phone.number")),
            entry("color", Alias.of("color.human")),
            entry("hexColor", new Alias("color.rgb", _ -> List.of(HEX))),
            entry("guid", Alias.of("string.uuid")),
            entry("uuid", Alias.of("string.uuid")),
            entry("ipv4", Alias.of("internet.ipv4")),
            entry("ipv6", Alias.of("internet.ipv6")),
            entry("lorem", new Alias("lorem.sentence", MadeHelpers::number)),
            entry("objectId", Alias.of("database.mongodbObjectId")));

    private MadeHelpers() {}

    private static List<JsValue> range(HelperCall call) {
        JsObject.Builder range = JsObject.builder();
        if (call.argument(0) instanceof Num min) {
            range.set("min", min);
        }
        if (call.argument(1) instanceof Num max) {
            range.set("max", max);
        }
        return List.of(range.build());
    }

    private static List<JsValue> text(HelperCall call) {
        return call.argument(0) instanceof Text text ? List.of(text) : List.of();
    }

    private static List<JsValue> number(HelperCall call) {
        return call.argument(0) instanceof Num number ? List.of(number) : List.of();
    }
}
