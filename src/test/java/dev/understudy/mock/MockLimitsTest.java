package dev.understudy.mock;

import static dev.understudy.CpuLimit.assertWithin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.BodyKind;
import dev.understudy.environment.Schema;
import dev.understudy.js.JsValue;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.state.Variables;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("M71 no request and no document keeps a thread for long, or makes the state grow without end")
class MockLimitsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int MILLION = 1_000_000;

    private static void soon(RunningMock mock, String... targets) {
        assertWithin(LONG, () -> {
            for (String target : targets) {
                assertThat(mock.get(target).status()).isBetween(200, 599);
            }
        });
    }

    private static String list(int count, String item) {
        return "[" + (item + ",").repeat(count - 1) + item + "]";
    }

    @Test
    void queriesOnWideItems() {
        String wide = "{\"id\":1,\"a\":" + list(100_000, "1") + ",\"t\":\"" + "a".repeat(MILLION) + "\"}";
        RunningMock mock = new MockFixture()
                .bucket("b1", "B", list(3, wide))
                .crud("t", "b1")
                .run();
        soon(
                mock,
                "/t?" + "a_eq=1&b_eq=2&".repeat(450),
                "/t?" + "a_like=1&".repeat(900),
                "/t?" + "a_gt=1&".repeat(900),
                "/t?t_like=" + "a".repeat(8_000) + "b",
                "/t?t_like=(a*)*b",
                "/t?t_start=(a%7Ca)*b",
                "/t?t_end=(a%7Caa)%2Bb",
                "/t?search=" + "a".repeat(8_000) + "b",
                "/t?sort=a",
                "/t?sort=t&order=desc",
                "/t?" + "x.".repeat(7_000) + "y_eq=1",
                "/t/" + "9".repeat(8_000));
    }

    @Test
    void sortingByListsPaysForTheirTexts() {
        RunningMock mock = new MockFixture()
                .bucket("b1", "B", list(2_000, "{\"a\":" + list(1_000, "1") + "}"))
                .crud("t", "b1")
                .run();
        soon(mock, "/t?sort=a");
    }

    @Test
    void keysOfManyNames() {
        RunningMock mock = new MockFixture()
                .bucket("b1", "B", list(1_000, "{\"id\":1}"))
                .crud("t", "b1")
                .ofResponse(Schema.RESPONSE_CRUD_KEY, "a.".repeat(15_000) + "a")
                .run();
        assertWithin(LONG, () -> {
            assertThat(mock.send("POST", "/t", "{}")).isEqualTo("A path may have at most 500 names");
            assertThat(mock.ask("PUT", "/t/1", "{}").status()).isEqualTo(404);
        });
    }

    @Test
    void manyBuckets() {
        MockFixture fixture = new MockFixture()
                .route("get", "t", "{{#repeat 10000000}}{{data 'zzz'}}{{/repeat}}")
                .route("get", "refer", "{{data 'nothing'}} {{data 'like'}} {{data 'this'}}".repeat(500))
                .route("get", "ok", "{{data 'name1'}}");
        for (int at = 0; at < 2_000; at++) {
            fixture.bucket("b" + at, "n".repeat(2_000) + at, at % 2 == 0 ? "1" : "{{method}}");
        }
        soon(fixture.bucket("last", "name1", "1").run(), "/t", "/refer", "/ok");
    }

    @Test
    void bucketsThatTakeLongToMake() {
        MockFixture fixture = new MockFixture().route("get", "t", "{{data 'plain'}}");
        for (int at = 0; at < 300; at++) {
            fixture.bucket("b" + at, "heavy" + at, "{{#repeat 100000000}}{{#repeat 100000000}}x{{/repeat}}{{/repeat}}");
        }
        assertWithin(Duration.ofSeconds(60), () -> {
            RunningMock mock = fixture.bucket("plain", "plain", "[1]").run();
            assertThat(mock.text("/t")).isEqualTo("[1]");
        });
    }

    @Test
    void bodiesThatAreLargerThanTheyLook() {
        RunningMock mock = new MockFixture()
                .route("post", "t", "{{len (bodyRaw 'a' 'none')}}{{len (bodyRaw)}}")
                .run();
        int bytes = 4 * MILLION;
        assertWithin(Duration.ofSeconds(60), () -> {
            for (String piece : List.of("{},", "[],", "{\"\":0},", "0,", "1e999,", "[0],", "\"\",")) {
                String body = "[" + piece.repeat(bytes / piece.length()) + "0]";
                assertThat(mock.send("POST", "/t", body)).hasSizeLessThan(200);
            }
            for (String piece : List.of("[", "{\"a\":", "9", "\"", "1e")) {
                assertThat(mock.send("POST", "/t", piece.repeat(bytes / piece.length())))
                        .hasSizeLessThan(200);
            }
            for (String piece : List.of("&", "a[", "a[]=1&", "%5B", "=", "a[0][b]=1&")) {
                String body = piece.repeat(bytes / piece.length());
                assertThat(mock.ask("POST", "/t", body, "Content-Type", "application/x-www-form-urlencoded")
                                .status())
                        .isEqualTo(200);
            }
            for (String piece : List.of("<a/>", "<a>", "&amp;", "<!--", "<a b='", "<![CDATA[", "<?a?>")) {
                String body = "<x>" + piece.repeat(bytes / piece.length()) + "</x>";
                assertThat(mock.ask("POST", "/t", body, "Content-Type", "application/xml")
                                .status())
                        .isEqualTo(200);
            }
            String part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n";
            assertThat(mock.ask(
                                    "POST",
                                    "/t",
                                    part.repeat(bytes / part.length()) + "--b--\r\n",
                                    "Content-Type",
                                    "multipart/form-data; boundary=b")
                            .status())
                    .isEqualTo(200);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html; a=\"%s\"",
                "multipart/form-data; boundary=\"%s\"",
                "multipart/form-data; boundary=%s",
                "application/json; charset=%s",
                "%s/json"
            })
    void longContentTypes(String type) {
        RunningMock mock = new MockFixture()
                .route("post", "t", "{{body 'a'}}")
                .header("Content-Type", "{{header 'Content-Type'}}")
                .run();
        assertWithin(LONG, () -> {
            for (String piece : List.of("\\\\a", "a", ";", " ", "=", "\\\"")) {
                String given = type.formatted(piece.repeat(15_000 / piece.length()));
                assertThat(mock.ask("POST", "/t", "{}", "Content-Type", given).status())
                        .isBetween(200, 599);
            }
        });
    }

    @Test
    void rulesThatTakeLong() {
        RunningMock mock = new MockFixture()
                .bucket("s", "S", "{\"type\":\"array\",\"uniqueItems\":true,\"items\":{\"pattern\":\"^(a|a)*$\"}}")
                .route("post", "path", "no")
                .response(200, "yes")
                .rule("body", "$..[?(@.a == 1 || @.b.match(/(a*)*b/))]..*", "equals", "1")
                .route("post", "regex", "no")
                .response(200, "yes")
                .rule("body", "", "regex", "(.*)*(.*)*b{1000}$")
                .route("post", "schema", "no")
                .response(200, "yes")
                .rule("body", "$", "valid_json_schema", "s")
                .run();
        String texts = "[" + "{\"a\":{\"b\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}},".repeat(100_000) + "1]";
        String different = list(30_000, "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"");
        assertWithin(LONG, () -> {
            assertThat(mock.send("POST", "/path", texts)).isNotEmpty();
            assertThat(mock.send("POST", "/regex", texts)).isNotEmpty();
            assertThat(mock.send("POST", "/schema", different)).isNotEmpty();
            assertThat(mock.send("POST", "/schema", texts)).isNotEmpty();
        });
    }

    @Test
    void pathsOfParentheses() {
        MockFixture fixture = new MockFixture();
        for (int at = 0; at < 100; at++) {
            fixture.route("get", "(".repeat(16_000) + at, "x").route("get", "\\(".repeat(8_000) + ")" + at, "x");
        }
        assertWithin(LONG, () -> assertThat(fixture.run().get("/t").status()).isEqualTo(404));
    }

    @Test
    void thousandsOfRoutesAreCompiledSoon() {
        MockFixture fixture = new MockFixture();
        for (int at = 0; at < 3_000; at++) {
            fixture.route("get", "same/:a/:b", "x").route("get", ":a/*b/{c/:d}/" + at, "x");
        }
        assertWithin(LONG, () -> {
            RunningMock mock = fixture.run();
            assertThat(mock.get("/same/1/2").status()).isEqualTo(200);
            assertThat(mock.get("/" + "x/".repeat(4_000)).status()).isEqualTo(404);
        });
    }

    @Test
    void variablesAndBucketsStayWithinTheirLimitsOverManyRequests() {
        RunningMock mock = new MockFixture()
                .bucket("b", "B", "{\"list\":[]}")
                .route("post", "names", "{{#repeat 1000}}{{setGlobalVar (concat (body 'n') @index) @index}}{{/repeat}}")
                .route("post", "text", "{{setGlobalVar 't' (concat (getGlobalVar 't') (padEnd 'x' 900000))}}")
                .route("post", "push", "{{setData 'push' 'b' 'list' (padEnd 'x' 5000000)}}")
                .route(
                        "post",
                        "shared",
                        "{{setVar 'a' (array 1)}}{{#repeat 60}}{{setVar 'a' (array @a @a)}}{{/repeat}}{{setData 'set' 'b'"
                                + " 'shared' @a}}")
                .route(
                        "post",
                        "deep",
                        "{{setData 'set' 'b' 'deep' (array (dataRaw 'b' 'deep'))}}{{setGlobalVar 'd' (array (getGlobalVar"
                                + " 'd'))}}")
                .run();
        assertWithin(Duration.ofSeconds(60), () -> {
            for (int at = 0; at < 30; at++) {
                mock.send("POST", "/names", "{\"n\":\"v" + at + "-\"}");
                mock.send("POST", "/text", "{}");
                mock.send("POST", "/push", "{}");
                mock.send("POST", "/shared", "{}");
            }
            for (int at = 0; at < 600; at++) {
                mock.send("POST", "/deep", "{}");
            }
        });
        assertThat(mock.state().variables().all().size()).isLessThanOrEqualTo(Variables.MAX_NAMES);
        assertThat(mock.state().variables().all().weight()).isLessThan(2 * Variables.MAX_SIZE);
        JsValue bucket = mock.state().store().all().getFirst().value();
        assertThat(bucket.weight()).isLessThanOrEqualTo(64_000_000);
        assertThat(bucket.depth()).isLessThanOrEqualTo(500);
        assertThat(mock.send("POST", "/push", "{}")).contains("too large");
    }

    @Test
    void callbacksTogetherMakeNoMoreThanARequestMay() {
        MockFixture fixture = new MockFixture()
                .bucket("b", "B", "\"" + "x".repeat(3 * MILLION) + "\"")
                .route("get", "t", "{{data 'b'}}")
                .callback("post", "http://example.org/", "")
                .ofCallback(Schema.CALLBACK_BODY_TYPE, BodyKind.DATABUCKET)
                .ofCallback(Schema.CALLBACK_BUCKET, "b");
        for (int at = 0; at < 200; at++) {
            fixture.invoked(0);
        }
        MockResponse response = fixture.run().get("/t");
        long sent =
                response.calls().stream().mapToLong(call -> call.body().length).sum();
        assertThat(sent).isPositive().isLessThan(20 * MILLION);
    }
}
