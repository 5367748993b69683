package dev.understudy.template.faker;

import static java.util.Map.entry;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.scope.RefusalException;
import dev.understudy.template.scope.TemplateException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The module `location`.
final class LocationModule {

    private static final List<String> COUNTRIES = List.of(Locale.getISOCountries());
    private static final double EARTH_RADIUS = 6371;
    private static final double MILE = 1.60934;

    static final Map<String, FakerMethod> METHODS = Map.ofEntries(
            entry(
                    "location.buildingNumber",
                    ask -> new Text(
                            ask.signs(ask.word("address.building_number").replace('Ø', '#')))),
            entry("location.cardinalDirection", ask -> direction(ask, "location.cardinal_long")),
            entry("location.ordinalDirection", ask -> direction(ask, "location.ordinal_long")),
            entry(
                    "location.direction",
                    ask -> direction(ask, ask.chance().pick("location.cardinal_long", "location.ordinal_long"))),
            entry("location.city", ask -> new Text(ask.word("address.city"))),
            entry("location.country", ask -> new Text(ask.word("address.country"))),
            entry("location.countryCode", LocationModule::countryCode),
            entry("location.latitude", ask -> coordinate(ask, 90)),
            entry("location.longitude", ask -> coordinate(ask, 180)),
            entry("location.nearbyGPSCoordinate", LocationModule::nearby),
            entry("location.secondaryAddress", ask -> new Text(ask.signs(ask.word("address.secondary_address")))),
            entry(
                    "location.state",
                    ask -> new Text(ask.word(ask.flag("abbreviated") ? "address.state_abbr" : "address.state"))),
            entry("location.street", ask -> new Text(ask.signs(ask.word("address.street_name")))),
            entry("location.streetAddress", LocationModule::streetAddress),
            entry("location.zipCode", LocationModule::zipCode));

    private LocationModule() {}

    private static JsValue direction(Ask ask, String key) {
        String name = ask.word(key);
        if (!ask.flag("abbreviated")) {
            return new Text(name);
        }
        boolean ordinal = key.equals("location.ordinal_long");
        String first = name.substring(0, 1);
        return new Text(ordinal ? first + name.substring(5, 6).toUpperCase(Locale.ROOT) : first);
    }

    private static JsValue countryCode(Ask ask) {
        String code = ask.chance().pick(COUNTRIES);
        String variant = ask.given("variant") instanceof Text(String text) ? text : "alpha-2";
        return new Text(
                switch (variant) {
                    case "alpha-3" -> Locale.of("", code).getISO3Country();
                    case "numeric" -> ask.signs("###");
                    default -> code;
                });
    }

    private static JsValue coordinate(Ask ask, double most) throws TemplateException {
        double max = ask.argument(0) instanceof Num(double number, var _) ? number : ask.number("max", most);
        double min = ask.number("min", -most);
        double precision = ask.number("precision", 4);
        if (!(min <= max) || !(precision >= 0) || precision > 15) {
            throw new RefusalException("Max " + max + " should be greater than min " + min + ".");
        }
        return new Num(rounded(ask.chance().between(min, max), precision));
    }

    private static double rounded(double number, double digits) {
        double factor = Math.pow(10, digits);
        return Math.floor(number * factor) / factor;
    }

    private static JsValue nearby(Ask ask) {
        if (!(ask.option("origin") instanceof JsArray origin)) {
            return JsArray.of(
                    new Num(rounded(ask.chance().between(-90, 90), 4)),
                    new Num(rounded(ask.chance().between(-180, 180), 4)));
        }
        double radius = ask.number("radius", 10) * (ask.flag("isMetric") ? 1 : MILE);
        double distance = radius * Math.sqrt(ask.chance().unit()) / EARTH_RADIUS;
        double angle = ask.chance().unit() * 2 * Math.PI;
        double latitude = Conversions.toNumber(origin.get(0)) + Math.toDegrees(distance * Math.cos(angle));
        double longitude = Conversions.toNumber(origin.get(1)) + Math.toDegrees(distance * Math.sin(angle));
        return JsArray.of(
                new Num(rounded(Math.max(-90, Math.min(90, latitude)), 4)),
                new Num(rounded(Math.max(-180, Math.min(180, longitude)), 4)));
    }

    private static JsValue streetAddress(Ask ask) {
        String address = ask.signs(ask.word("address.street_address").replace('Ø', '#'));
        boolean full = ask.argument(0) == Bool.TRUE || ask.flag("useFullAddress");
        return new Text(full ? address + " " + ask.signs(ask.word("address.secondary_address")) : address);
    }

    private static JsValue zipCode(Ask ask) throws TemplateException {
        JsValue format = ask.argument(0) instanceof JsObject ? ask.option("format") : ask.argument(0);
        if (format instanceof Text(String text)) {
            return ask.make(ask.signs(text));
        }
        return new Text(ask.signs(ask.word("address.postcode")));
    }
}
