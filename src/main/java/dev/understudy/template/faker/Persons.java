package dev.understudy.template.faker;

import static java.util.Map.entry;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import java.util.Locale;
import java.util.Map;

/// The module `person`.
final class Persons {

    static final Map<String, FakerMethod> METHODS = Map.ofEntries(
            entry("person.firstName", ask -> new Text(first(ask, sex(ask)))),
            entry("person.middleName", ask -> new Text(first(ask, sex(ask)))),
            entry("person.lastName", ask -> new Text(ask.word("name.last_name"))),
            entry("person.fullName", Persons::full),
            entry("person.prefix", ask -> new Text(prefix(ask, sex(ask)))),
            entry("person.bio", Persons::bio),
            entry(
                    "person.jobTitle",
                    ask -> new Text(ask.word("person.jobDescriptor") + " " + ask.word("person.jobArea") + " "
                            + ask.word("person.jobType"))));

    private Persons() {}

    /// `female`, `male`, or nothing if it was not said.
    private static String sex(Ask ask) {
        return ask.given("sex") instanceof Text(String sex) ? sex.toLowerCase(Locale.ROOT) : "";
    }

    static String first(Ask ask, String sex) {
        return switch (sex) {
            case "female" -> ask.word("name.female_first_name");
            case "male" -> ask.word("name.male_first_name");
            default -> ask.word("name.first_name");
        };
    }

    static String last(Ask ask) {
        return ask.word("name.last_name");
    }

    private static String prefix(Ask ask, String sex) {
        String one = sex.isEmpty() ? ask.chance().pick("female", "male") : sex;
        return ask.word(one.equals("male") ? "person.prefix_male" : "person.prefix_female");
    }

    private static JsValue full(Ask ask) {
        String sex = ask.text("sex").orElse("");
        String name = ask.text("firstName").orElseGet(() -> first(ask, sex)) + " "
                + ask.text("lastName").orElseGet(() -> last(ask));
        boolean prefixed = ask.chance().below(8) == 0;
        boolean suffixed = ask.chance().below(8) == 0;
        return new Text(
                (prefixed ? prefix(ask, sex) + " " : "") + name + (suffixed ? " " + ask.word("person.suffix") : ""));
    }

    private static JsValue bio(Ask ask) {
        String first = ask.word("person.bio_part");
        return new Text(
                switch (ask.chance().below(4)) {
                    case 0 -> first;
                    case 1 -> first + ", " + ask.word("person.bio_part");
                    case 2 -> first + ", " + ask.word("person.bio_part") + ", " + ask.word("person.bio_part");
                    default -> first + ", " + ask.word("person.bio_part") + " " + ask.word("internet.emoji");
                });
    }
}
