package dev.understudy.template.faker;

import static java.util.Map.entry;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.scope.TemplateException;
import java.util.Locale;
import java.util.Map;

/// The modules `system`, `git`, `database` and `phone`.
final class Machines {

    static final Map<String, FakerMethod> METHODS = Map.ofEntries(
            entry("database.mongodbObjectId", ask -> new Text(Strings.hex(ask.chance(), 24))),
            entry(
                    "system.semver",
                    ask -> new Text(ask.chance().below(10) + "." + ask.chance().below(21) + "."
                            + ask.chance().below(21))),
            entry("system.cron", Machines::cron),
            entry("system.fileName", ask -> new Text(fileName(ask))),
            entry("system.filePath", ask -> new Text(ask.word("system.directoryPath") + "/" + fileName(ask.without()))),
            entry("system.commonFileName", Machines::commonFileName),
            entry("system.networkInterface", Machines::networkInterface),
            entry("git.branch", ask -> new Text(branch(ask))),
            entry("git.commitMessage", ask -> new Text(message(ask))),
            entry("git.commitSha", ask -> new Text(Strings.hex(ask.chance(), ask.length("length", 40)))),
            entry("git.commitEntry", Machines::commit),
            entry("phone.number", Machines::phone),
            entry("phone.imei", Machines::imei));

    private Machines() {}

    private static String baseName(Ask ask) {
        return (ask.word("word.adjective") + "_" + ask.word("word.noun"))
                .toLowerCase(Locale.ROOT)
                .replace(' ', '_');
    }

    private static String fileName(Ask ask) throws TemplateException {
        int extensions = ask.amount(ask.option("extensionCount"), 1, 1, 10);
        StringBuilder out = new StringBuilder(baseName(ask));
        for (int i = 0; i < extensions; i++) {
            out.append('.').append(ask.word("system.fileExt"));
        }
        return out.toString();
    }

    private static JsValue commonFileName(Ask ask) throws TemplateException {
        String extension = ask.argument(0) instanceof Text(String text) ? text : ask.word("system.commonFileExt");
        return ask.make(baseName(ask) + "." + extension);
    }

    private static JsValue cron(Ask ask) {
        Chance chance = ask.chance();
        String[] fields = {
            oneOrAll(chance, 0, 59), oneOrAll(chance, 0, 23), day(chance), oneOrAll(chance, 1, 12), weekday(chance)
        };
        String standard = String.join(" ", fields);
        if (ask.flag("includeYear")) {
            standard += " " + oneOrAll(chance, 1970, 2099);
        }
        boolean special = ask.flag("includeNonStandard") && chance.happens(0.5);
        return new Text(
                special
                        ? chance.pick("@annually", "@daily", "@hourly", "@monthly", "@reboot", "@weekly", "@yearly")
                        : standard);
    }

    private static String oneOrAll(Chance chance, int min, int max) {
        return chance.happens(0.5) ? "*" : String.valueOf(chance.between(min, max));
    }

    private static String day(Chance chance) {
        return chance.pick("*", "?", String.valueOf(chance.between(1, 31)));
    }

    private static String weekday(Chance chance) {
        return chance.pick(
                "*",
                "?",
                String.valueOf(chance.between(0, 6)),
                chance.pick("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));
    }

    private static JsValue networkInterface(Ask ask) {
        Chance chance = ask.chance();
        String type = ask.text("interfaceType").orElse(chance.pick("en", "wl", "ww"));
        String digit = String.valueOf(chance.below(10));
        String bus = "P" + chance.below(10);
        return new Text(
                switch (ask.text("interfaceSchema").orElse(chance.pick("index", "slot", "mac", "pci"))) {
                    case "index" -> type + "o" + digit;
                    case "slot" -> type + "s" + digit + (chance.happens(0.5) ? "f" + chance.below(10) : "");
                    case "mac" -> type + "x" + Strings.hex(chance, 12);
                    default -> (chance.happens(0.5) ? bus : "") + type + "p" + digit + "s" + chance.below(10);
                });
    }

    private static String branch(Ask ask) {
        return (ask.word("hacker.noun") + "-" + ask.word("hacker.verb")).replace(' ', '-');
    }

    private static String message(Ask ask) {
        return ask.word("hacker.verb") + " " + ask.word("hacker.adjective") + " " + ask.word("hacker.noun");
    }

    private static JsValue commit(Ask ask) throws TemplateException {
        String end = ask.text("eol").orElse("CRLF").equals("LF") ? "\n" : "\r\n";
        boolean merge = ask.has("merge") ? ask.flag("merge") : ask.chance().below(5) == 0;
        String first = Persons.first(ask, "");
        String last = Persons.last(ask);
        String user = Patterns.slug(first + "." + last) + "@" + ask.word("internet.free_email");
        String merged =
                merge ? "Merge: " + Strings.hex(ask.chance(), 7) + " " + Strings.hex(ask.chance(), 7) + end : "";
        return new Text("commit " + Strings.hex(ask.chance(), 40) + end + merged + "Author: " + first + " " + last
                + " <" + user + ">" + end + "Date: " + Dates.commitDate(ask) + end + end + "    " + message(ask) + end);
    }

    private static JsValue phone(Ask ask) throws TemplateException {
        if (ask.argument(0) instanceof Text(String format)) {
            return ask.make(ask.signs(format));
        }
        return new Text(ask.signs(
                switch (ask.text("style").orElse("human")) {
                    case "national" -> "(!##) !##-####";
                    case "international" -> "+1!##!######";
                    default -> ask.word("phone.human_format");
                }));
    }

    private static JsValue imei(Ask ask) {
        String digits = ask.signs("##############");
        String parts = digits.substring(0, 2) + "-" + digits.substring(2, 8) + "-" + digits.substring(8) + "-"
                + Checks.luhn(digits);
        return new Text(parts);
    }
}
