package dev.understudy.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.BodyKind;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.mock.socket.SocketSession;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Ids and amounts that JavaScript's numbers would change, on their way through a mock.
class LongNumbersTest {

    private static final String A = "1945044589271781376";
    private static final String B = "1945044589271781377";
    private static final String PRICE = "0.1234567890123456789";
    private static final String ORDERS =
            "[{\"id\":" + A + ",\"price\":" + PRICE + "},{\"id\":" + B + ",\"price\":12345678901234567890}]";

    private static MockFixture orders() {
        return new MockFixture().bucket("ords", "Orders", ORDERS);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("J60 what a template passes on keeps all digits of a data bucket")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{{data 'ords'}}|" + ORDERS,
                "{{{stringify (dataRaw 'ords' '1')}}}|{ \"id\": " + B + ", \"price\": 12345678901234567890 }",
                "{{data 'ords' '0.price'}}|" + PRICE,
                "{{data 'ords' '$[?(@.id == " + B + ")].price'}}|[12345678901234567890]",
                "{{#each (dataRaw 'ords')}}{{id}};{{/each}}|" + A + ";" + B + ";",
                "{{lookup (dataRaw 'ords' '1') 'id'}}|" + B,
                "{{{dataRaw 'ords' '0.id'}}}|" + A,
                "{{objectPath (dataRaw 'ords' '0') 'id'}}|" + A,
                "{{jsonPath (dataRaw 'ords') '$[1].id'}}|" + B,
                "{{jmesPath (dataRaw 'ords') '[1].id'}}|" + B,
                "{{concat 'x-' (dataRaw 'ords' '0.id')}}|x-" + A,
                "{{join (array " + A + " " + B + ") ' '}}|" + A + " " + B,
                "{{#if (eq (dataRaw 'ords' '0.id') " + A + ")}}same{{/if}}|same",
                "{{#if (eq (dataRaw 'ords' '0.id') " + B + ")}}same{{else}}other{{/if}}|other",
                "{{#switch (dataRaw 'ords' '1.id')}}{{#case " + A + "}}a{{/case}}{{#case " + B
                        + "}}b{{/case}}{{/switch}}|b",
                "{{stringify (jsonParse '[" + A + "]')}}|[ " + A + " ]",
                "{{setData 'set' 'ords' '0.id' " + B + "}}{{data 'ords' '0.id'}}|" + B,
                "{{setVar 'x' (dataRaw 'ords' '1.id')}}{{getVar 'x'}}|" + B,
                "{{parseInt '" + A + " apples'}}|" + A,
                "{{add (dataRaw 'ords' '0.id') 0}}|1945044589271781400",
            })
    void templates(String template, String expected) {
        String answer = orders().route("get", "t", template).run().text("/t");
        assertThat(answer.replaceAll("\n *", " ")).isEqualTo(expected);
    }

    @Test
    @DisplayName("J60 bodies made of a data bucket and files that are templates keep all digits")
    void bucketsAndFiles() {
        MockFixture fixture = orders().route("get", "whole", "inline")
                .ofResponse(Schema.RESPONSE_BODY_TYPE, BodyKind.DATABUCKET)
                .ofResponse(Schema.RESPONSE_BUCKET, "ords")
                .route("get", "file", "inline")
                .ofResponse(Schema.RESPONSE_BODY_TYPE, BodyKind.FILE)
                .ofResponse(Schema.RESPONSE_FILE, "orders.json");
        RunningMock mock = fixture.run(Map.of("orders.json", "{\"n\":" + A + ",\"of\":{{data 'ords' '1.id'}} }"));
        assertThat(mock.text("/whole")).isEqualTo(ORDERS);
        assertThat(mock.text("/file")).isEqualTo("{\"n\":" + A + ",\"of\":" + B + " }");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("J60 what a template passes on keeps all digits of a request")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{{body}}|{\"id\":" + A + ",\"deep\":[{\"p\":" + PRICE + "}]}",
                "{{body 'id'}}|" + A,
                "{{body 'deep'}}|[{\"p\":" + PRICE + "}]",
                "{{bodyRaw 'id'}}|" + A,
                "{{{stringify (bodyRaw 'deep.0')}}}|{ \"p\": " + PRICE + " }",
                "{{body '$.deep[0].p'}}|" + PRICE,
                "{{#if (eq (bodyRaw 'id') " + A + ")}}same{{/if}}|same",
            })
    void requests(String template, String expected) {
        assertThat(new MockFixture()
                        .route("post", "t", template)
                        .run()
                        .send("POST", "/t", "{\"id\":" + A + ",\"deep\":[{\"p\":" + PRICE + "}]}")
                        .replaceAll("\n *", " "))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("J60 messages on WebSockets and bodies of callbacks keep all digits")
    void messages() {
        RunningMock socket = new MockFixture()
                .route("get", "s", "{{body 'id'}}")
                .ofRoute(Schema.ROUTE_TYPE, RouteType.WS)
                .ofResponse(Schema.RESPONSE_DEFAULT, true)
                .response(200, "b")
                .rule("body", "id", "equals", B)
                .run();
        SocketSession session = socket.mock()
                .socket(RunningMock.request("GET", "/s", "", "content-type", "application/json"), socket.state())
                .orElseThrow();
        assertThat(session.message("{\"id\":" + A + "}").text()).contains(A);
        assertThat(session.message("{\"id\":" + B + "}").text()).contains("b");
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3} is {4}")
    @DisplayName("M78 rules tell numbers apart by all of their digits")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "body|id|equals|" + A + "|yes",
                "body|id|equals|" + B + "|no",
                "body|$.id|equals|" + A + "|yes",
                "body|id|regex|376$|yes",
                "body|list|array_includes|" + B + "|yes",
                "body|list|array_includes|1945044589271781378|no",
                "body|id|valid_json_schema|schm|yes",
                "body|list.0|valid_json_schema|schm|no",
                "data_bucket|ords.1.id|equals|" + B + "|yes",
                "data_bucket|ords.1.id|equals|{{body 'id'}}|no",
                "data_bucket|ords.0.id|equals|{{body 'id'}}|yes",
                "data_bucket|ords.0.id|equals|{{queryParam 'id'}}|yes",
            })
    void rules(String target, String modifier, String operator, String value, String answer) {
        RunningMock mock = orders().bucket("schm", "Schema", "{\"const\":" + A + "}")
                .route("all", "t", "yes")
                .rule(target, modifier, operator, value)
                .response(200, "no")
                .ofResponse(Schema.RESPONSE_DEFAULT, true)
                .run();
        assertThat(mock.send("POST", "/t?id=" + A, "{\"id\":" + A + ",\"list\":[" + B + "]}"))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @DisplayName("M76 an item is found by all digits of its id")
    @ValueSource(strings = {A, B})
    void foundByItsOwnId(String id) {
        RunningMock mock = orders().crud("orders", "ords").run();
        assertThat(mock.text("/orders/" + id)).startsWith("{\"id\":" + id + ",");
        assertThat(mock.text("/orders?id_eq=" + id))
                .startsWith("[{\"id\":" + id)
                .doesNotContain("},{");
        assertThat(mock.text("/orders?id_ne=" + id)).doesNotContain(id).contains("1945044589271781");
        assertThat(mock.text("/orders?search=" + id)).contains(id).doesNotContain("},{");
        assertThat(mock.send("PATCH", "/orders/" + id, "{\"note\":1}")).startsWith("{\"id\":" + id + ",");
        assertThat(mock.send("PUT", "/orders/" + id, "{\"sum\":12345678901234567890}"))
                .isEqualTo("{\"sum\":12345678901234567890,\"id\":" + id + "}");
        assertThat(mock.ask("DELETE", "/orders/" + id, "").status()).isEqualTo(200);
        assertThat(mock.get("/orders/" + id).status()).isEqualTo(404);
        assertThat(mock.text("/orders"))
                .contains("{\"id\":" + (id.equals(A) ? B : A) + ",")
                .doesNotContain(id);
    }

    @Test
    @DisplayName("M76 items with different ids are different items; no id near them is theirs")
    void neighbours() {
        RunningMock mock = orders().crud("orders", "ords").run();
        assertThat(mock.send("POST", "/orders", "{\"id\":1945044589271781375}"))
                .isEqualTo("{\"id\":1945044589271781375}");
        assertThat(mock.text("/orders/1945044589271781375")).isEqualTo("{\"id\":1945044589271781375}");
        assertThat(mock.get("/orders/1945044589271781400").status()).isEqualTo(404);
        assertThat(mock.text("/orders?id_eq=1945044589271781400")).isEqualTo("[]");
        assertThat(mock.text("/orders?price_gt=1&sort=id&order=desc")).contains("12345678901234567890");
    }

    @ParameterizedTest(name = "after {0} comes {1}")
    @DisplayName("M77 the id of a new item is one after the highest, however many digits that has")
    @CsvSource({
        A + ", 1945044589271781377",
        "9007199254740990, 9007199254740991",
        "9007199254740991, 9007199254740992",
        "9007199254740992, 9007199254740993",
        "9007199254740993, 9007199254740994",
        "9007199254740993.5, 9007199254740994",
        "1945044589271781400, 1945044589271781401",
        "123456789012345678901234567899, 123456789012345678901234567900",
        "-9007199254740993, -9007199254740992",
        "-9007199254740993.5, -9007199254740993",
        "1e21, 1000000000000000000001",
        "1.5, 2.5",
    })
    void nextId(String highest, String next) {
        RunningMock mock = new MockFixture()
                .bucket("ords", "Orders", "[{\"id\":" + highest + "}]")
                .crud("orders", "ords")
                .run();
        assertThat(mock.send("POST", "/orders", "{}")).isEqualTo("{\"id\":" + next + "}");
        assertThat(mock.text("/orders/" + next)).isEqualTo("{\"id\":" + next + "}");
    }

    @Test
    @DisplayName("M77 of ids that JavaScript takes for one the highest counts; one without an end gives a UUID")
    void highest() {
        RunningMock mock = new MockFixture()
                .bucket("ords", "Orders", "[{\"id\":" + B + "},{\"id\":" + A + "},{\"id\":5}]")
                .bucket("huge", "Huge", "[{\"id\":1e5000}]")
                .crud("orders", "ords")
                .crud("huge", "huge")
                .run();
        assertThat(mock.send("POST", "/orders", "{}")).isEqualTo("{\"id\":1945044589271781378}");
        assertThat(mock.send("POST", "/orders", "{}")).isEqualTo("{\"id\":1945044589271781379}");
        assertThat(mock.send("POST", "/huge", "{}")).matches("\\{\"id\":\"[0-9a-f-]{36}\"}");
    }
}
