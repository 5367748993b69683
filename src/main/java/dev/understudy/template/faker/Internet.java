package dev.understudy.template.faker;

import static java.util.Map.entry;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.scope.RefusalException;
import dev.understudy.template.scope.TemplateException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The module `internet`.
final class Internet {

    private static final double[] STATUS = {
        100, 101, 102, 103, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304, 305, 307, 308,
        400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 422, 423, 424,
        425, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511
    };
    private static final Map<String, Integer> CLASSES =
            Map.of("informational", 1, "success", 2, "redirection", 3, "clientError", 4, "serverError", 5);
    private static final double DAY = 86_400;

    static final Map<String, FakerMethod> METHODS = Map.ofEntries(
            entry("internet.color", ask -> new Text("#" + Strings.hex(ask.chance(), 6))),
            entry("internet.displayName", ask -> new Text(name(ask, false))),
            entry("internet.username", ask -> new Text(Patterns.slug(name(ask, true)))),
            entry("internet.userName", ask -> new Text(Patterns.slug(name(ask, true)))),
            entry("internet.email", ask -> email(ask, ask.word("internet.free_email"))),
            entry(
                    "internet.exampleEmail",
                    ask -> email(ask, "example." + ask.chance().pick("com", "net", "org"))),
            entry("internet.domainWord", ask -> new Text(domainWord(ask))),
            entry("internet.domainName", ask -> new Text(domain(ask))),
            entry("internet.httpStatusCode", Internet::status),
            entry("internet.ip", ask -> new Text(ask.chance().happens(0.5) ? ipv4(ask.chance()) : ipv6(ask.chance()))),
            entry("internet.ipv4", Internet::ipv4InBlock),
            entry("internet.ipv6", ask -> new Text(ipv6(ask.chance()))),
            entry("internet.mac", Internet::mac),
            entry("internet.port", ask -> new Num(ask.chance().between(0, 65_535))),
            entry("internet.password", Internet::password),
            entry("internet.url", Internet::url),
            entry("internet.jwt", Internet::jwt));

    private Internet() {}

    private static String name(Ask ask, boolean dotted) {
        String first = ask.text("firstName").orElseGet(() -> Persons.first(ask, ""));
        String last = ask.text("lastName").orElseGet(() -> Persons.last(ask));
        String sign = ask.chance().pick(".", "_");
        String number = String.valueOf(ask.chance().below(100));
        boolean given = ask.has("lastName");
        return switch (ask.chance().below(given && dotted ? 2 : 3)) {
            case 0 -> first + sign + last + number;
            case 1 -> first + sign + last;
            default -> first + (dotted ? sign + last : "") + number;
        };
    }

    private static JsValue email(Ask ask, String host) throws TemplateException {
        String name = Patterns.slug(name(ask, true));
        if (name.contains("..") || name.startsWith(".") || name.endsWith(".")) {
            name = name.replaceAll("\\.{2,}", ".").replaceAll("^\\.|\\.$", "");
        }
        if (ask.flag("allowSpecialCharacters")) {
            name = name.replaceFirst(
                    "[._]", ask.chance().pick(".", "!", "#", "$", "%", "&", "*", "+", "-", "/", "=", "?"));
        }
        return ask.make(name + "@" + ask.text("provider").orElse(host));
    }

    static String domainWord(Ask ask) {
        return Patterns.slug(ask.word("word.adjective") + "-" + ask.word("word.noun"))
                .toLowerCase(Locale.ROOT);
    }

    static String domain(Ask ask) {
        return domainWord(ask) + "." + ask.word("internet.domainSuffix");
    }

    private static JsValue status(Ask ask) throws TemplateException {
        Conversions.charge(ask.option("types"), ask.budget()::step);
        List<Double> codes = new ArrayList<>();
        for (double code : STATUS) {
            if (!(ask.option("types") instanceof JsArray types) || isOf(types, code)) {
                codes.add(code);
            }
        }
        if (codes.isEmpty()) {
            throw new RefusalException("Cannot get value from empty dataset.");
        }
        return new Num(ask.chance().pick(codes));
    }

    private static boolean isOf(JsArray types, double code) {
        return types.values().stream()
                .anyMatch(type -> CLASSES.getOrDefault(Conversions.toText(type), 0) == (int) code / 100);
    }

    static String ipv4(Chance chance) {
        int bits = chance.random().nextInt();
        return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
    }

    private static JsValue ipv4InBlock(Ask ask) throws TemplateException {
        String block = ask.text("cidrBlock")
                .orElse(
                        switch (ask.text("network").orElse("any")) {
                            case "loopback" -> "127.0.0.0/8";
                            case "private-a" -> "10.0.0.0/8";
                            case "private-b" -> "172.16.0.0/12";
                            case "private-c" -> "192.168.0.0/16";
                            case "test-net-1" -> "192.0.2.0/24";
                            case "test-net-2" -> "198.51.100.0/24";
                            case "test-net-3" -> "203.0.113.0/24";
                            case "link-local" -> "169.254.0.0/16";
                            case "multicast" -> "224.0.0.0/4";
                            default -> "0.0.0.0/0";
                        });
        if (!block.matches("(\\d{1,3}\\.){3}\\d{1,3}/\\d{1,2}")) {
            throw new RefusalException("Invalid CIDR block provided: " + block + ". Must be in the format x.x.x.x/y.");
        }
        String[] parts = block.split("[./]", -1);
        int base = 0;
        for (int i = 0; i < 4; i++) {
            base = (base << 8) | (Integer.parseInt(parts[i]) & 255);
        }
        int prefix = Math.min(32, Integer.parseInt(parts[4]));
        int mask = prefix == 0 ? 0 : -1 << (32 - prefix);
        int bits = (base & mask) | (ask.chance().random().nextInt() & ~mask);
        return new Text((bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255));
    }

    static String ipv6(Chance chance) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            out.append(i == 0 ? "" : ":").append(Strings.hex(chance, 4));
        }
        return out.toString();
    }

    private static JsValue mac(Ask ask) {
        String given = ask.given("separator") instanceof Text(String text) ? text : ":";
        String separator = given.equals("-") || given.isEmpty() ? given : ":";
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            out.append(i == 0 ? "" : separator).append(Strings.hex(ask.chance(), 2));
        }
        return new Text(out.toString());
    }

    private static JsValue password(Ask ask) throws TemplateException {
        int length = ask.length("length", 15);
        String prefix = ask.text("prefix").orElse("");
        int rest = Math.max(0, length - prefix.length());
        if (ask.flag("memorable")) {
            StringBuilder out = new StringBuilder(prefix);
            for (int i = 0; i < rest; i++) {
                out.append(ask.chance().text(i % 2 == 0 ? "bcdfghjklmnprstvwz" : "aeiou", 1));
            }
            return new Text(out.toString());
        }
        return new Text(prefix + ask.chance().text(Signs.LOWER + Signs.UPPER + Signs.DIGITS + "_", rest));
    }

    private static JsValue url(Ask ask) {
        boolean slash =
                ask.has("appendSlash") ? ask.flag("appendSlash") : ask.chance().happens(0.5);
        return new Text(ask.text("protocol").orElse("https") + "://" + domain(ask) + (slash ? "/" : ""));
    }

    private static JsValue jwt(Ask ask) throws TemplateException {
        double now = Math.floor(ask.now() / 1000);
        double issued = now - ask.chance().below((int) DAY);
        JsObject header = ask.option("header") instanceof JsObject given
                ? given
                : JsObject.builder()
                        .set("alg", new Text(ask.word("internet.jwtAlgorithm")))
                        .set("typ", new Text("JWT"))
                        .build();
        JsObject payload = ask.option("payload") instanceof JsObject given
                ? given
                : JsObject.builder()
                        .set("iat", new Num(issued))
                        .set("exp", new Num(now + ask.chance().below((int) DAY)))
                        .set("nbf", new Num(now + ask.chance().below((int) (365 * DAY))))
                        .set("iss", new Text(Commerce.company(ask)))
                        .set("sub", new Text(Strings.uuid(ask.chance())))
                        .set("aud", new Text(Strings.uuid(ask.chance())))
                        .set("jti", new Text(Strings.uuid(ask.chance())))
                        .build();
        String signature = ask.chance().text(Signs.LOWER + Signs.UPPER + Signs.DIGITS, 64);
        return ask.make(encoded(header) + "." + encoded(payload) + "." + signature);
    }

    private static String encoded(JsObject part) {
        byte[] json = JsJson.print(part).orElse("{}").getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }
}
