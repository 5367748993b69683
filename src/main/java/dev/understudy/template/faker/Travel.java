package dev.understudy.template.faker;

import static java.util.Map.entry;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.scope.TemplateException;
import java.util.Map;

/// The modules `airline` and `vehicle`.
final class Travel {

    /// Without those that are mistaken for others.
    private static final String VIN = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String RECORD = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    static final Map<String, FakerMethod> METHODS = Map.ofEntries(
            entry("airline.flightNumber", Travel::flight),
            entry("airline.recordLocator", Travel::record),
            entry("airline.seat", Travel::seat),
            entry(
                    "vehicle.vehicle",
                    ask -> new Text(ask.word("vehicle.manufacturer") + " " + ask.word("vehicle.model"))),
            entry("vehicle.vin", ask -> new Text(vin(ask.chance()))),
            entry("vehicle.vrm", ask -> new Text(ask.signs("??##???"))));

    private Travel() {}

    private static JsValue flight(Ask ask) throws TemplateException {
        int length = ask.amount(ask.option("length"), 1, 4, 100);
        boolean zeros = ask.flag("addLeadingZeros");
        String first = length == 0 ? "" : ask.chance().text("123456789", 1);
        String number = first + ask.chance().text(Signs.DIGITS, Math.max(0, length - 1));
        return new Text(zeros ? "0".repeat(Math.max(0, 4 - number.length())) + number : number);
    }

    private static JsValue record(Ask ask) {
        String digits = ask.flag("allowNumerics") ? Signs.DIGITS : "";
        String alphabet = (ask.flag("allowVisuallySimilarCharacters") ? LETTERS : RECORD) + digits;
        return new Text(ask.chance().text(alphabet, 6));
    }

    private static JsValue seat(Ask ask) {
        String type = ask.text("aircraftType").orElse("narrowbody");
        int rows = switch (type) {
            case "regional" -> 20;
            case "widebody" -> 60;
            default -> 35;
        };
        String seats = switch (type) {
            case "regional" -> "ABCD";
            case "widebody" -> "ABCDEFGHJK";
            default -> "ABCDEF";
        };
        return new Text(ask.chance().between(1, rows) + ask.chance().text(seats, 1));
    }

    private static String vin(Chance chance) {
        return chance.text(VIN, 10) + chance.text(VIN, 1) + chance.text(VIN, 1) + chance.text(Signs.DIGITS, 5);
    }
}
