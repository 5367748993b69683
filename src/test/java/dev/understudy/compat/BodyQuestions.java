package dev.understudy.compat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Requests that bring what a route's templates ask for, in every form a body may have.
final class BodyQuestions {

    private static final Set<String> BODILESS = Set.of("GET", "HEAD", "DELETE", "OPTIONS");

    private static final String PARTS = """
            --b
            Content-Disposition: form-data; name="id"

            3
            --b
            Content-Disposition: form-data; name="list[]"

            1
            --b
            Content-Disposition: form-data; name="up"; filename="a.txt"
            Content-Type: text/plain

            hello
            --b--
            """;

    private BodyQuestions() {}

    static List<Ask> about(Environment environment, Node route, String name, String method, Paths paths) {
        Mentions mentions = Mentions.in(environment, route);
        List<Ask> asks = new ArrayList<>();
        Ask full = Ask.of(name, method, paths.plain() + query(mentions));
        for (String header : mentions.headers()) {
            if (!header.equalsIgnoreCase("host") && !header.equalsIgnoreCase("content-type")) {
                full = full.with(header, "value of <" + header + ">");
            }
        }
        if (!mentions.cookies().isEmpty()) {
            full = full.with(
                    "Cookie",
                    mentions.cookies().stream()
                            .map(cookie -> cookie + "=c%20" + cookie)
                            .collect(Collectors.joining("; ")));
        }
        boolean asked = !mentions.query().isEmpty()
                || !mentions.headers().isEmpty()
                || !mentions.cookies().isEmpty();
        if (asked) {
            asks.add(full.about("all that is asked for"));
        }
        if (!BODILESS.contains(method) || !mentions.body().isEmpty()) {
            asks.addAll(bodies(full, mentions.body()));
        }
        return asks;
    }

    private static List<Ask> bodies(Ask ask, Set<String> paths) {
        String form = "id=3&name=O%27Neil+%26+co&list[]=1&list[]=two&deep[er][est]=x"
                + paths.stream().map(path -> "&" + path + "=f").collect(Collectors.joining());
        String xml = "<?xml version=\"1.0\"?><root kind=\"k\"><id>3</id><list>1</list><list>2</list>"
                + "<name><![CDATA[O'Neil]]></name><empty/></root>";
        String parts = PARTS.replace("\n", "\r\n");
        String array = "[1,\"two\",{\"three\":3.50,\"1\":\"x\",\"a\":1e2}]";
        return List.of(
                ask.sending("application/json", Bodies.json(paths)).about("JSON"),
                ask.sending("application/json", array).about("JSON array"),
                ask.sending("application/json; charset=utf-8", "{\"id\": 3,").about("broken JSON"),
                ask.sending("application/x-www-form-urlencoded", form).about("form"),
                ask.sending("application/xml", xml).about("XML"),
                ask.sending("multipart/form-data; boundary=b", parts).about("multipart"),
                ask.sending("text/plain", Bodies.json(paths)).about("text"),
                ask.sending("", "no type é").about("no type"));
    }

    private static String query(Mentions mentions) {
        if (mentions.query().isEmpty()) {
            return "";
        }
        return mentions.query().stream()
                .map(name -> name.replaceFirst("^\\$\\.?", ""))
                .map(name -> name.contains(".") ? name.replaceFirst("\\.", "[") + "]" : name)
                .map(name -> name.replace(" ", "%20") + "=q%20" + name.length())
                .collect(Collectors.joining("&", "?", ""));
    }
}
