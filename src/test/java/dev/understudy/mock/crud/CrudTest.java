package dev.understudy.mock.crud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.js.JsJson;
import dev.understudy.js.JsValue;
import dev.understudy.mock.request.FormText;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrudTest {

    private static final String USERS = "[{\"id\":1,\"n\":\"Ana\",\"age\":30},{\"id\":2,\"n\":\"bo\",\"age\":5},"
            + "{\"id\":\"x\",\"n\":\"Cy\",\"tags\":[\"red\",{\"c\":\"Blue\"}]}]";

    private static JsValue json(String text) {
        return text.equals("undefined")
                ? JsValue.Undefined.UNDEFINED
                : JsJson.parse(text).orElseThrow();
    }

    private static String show(JsValue value) {
        return JsJson.print(value).orElse("undefined");
    }

    private static CrudRequest request(CrudAction action, String id, String query, String payload) {
        return new CrudRequest(
                action, id, FormText.query(query), json(payload), "id", Optional.empty(), new Random(1), new Budget());
    }

    private static CrudResult apply(CrudAction action, String stored, String id, String payload)
            throws CrudException, TemplateException {
        return Crud.apply(request(action, id, "", payload), json(stored));
    }

    @ParameterizedTest(name = "{0} {2} {3} on {1}")
    @DisplayName("M40 each request does to each kind of value what the reference does")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                // action | stored | id | payload | status | body | stored afterwards
                "GET|[1,2]| |{}|-1|[1,2]|[1,2]",
                "GET|{\"a\":1}| |{}|-1|{\"a\":1}|{\"a\":1}",
                "GET_BY_ID|[{\"id\":1},{\"id\":2}]|2|{}|-1|{\"id\":2}|[{\"id\":1},{\"id\":2}]",
                "GET_BY_ID|[{\"id\":1}]|9|{}|404|{}|[{\"id\":1}]",
                "GET_BY_ID|[\"a\",\"b\"]|1|{}|-1|\"b\"|[\"a\",\"b\"]",
                "GET_BY_ID|[\"a\",\"b\"]|abc|{}|-1|\"a\"|[\"a\",\"b\"]",
                "GET_BY_ID|\"text\"|1|{}|-1|\"text\"|\"text\"",
                "CREATE|[{\"id\":1},{\"id\":7}]| |{\"a\":1}|201|{\"a\":1,\"id\":8}|[{\"id\":1},{\"id\":7},{\"a\":1,\"id\":8}]",
                "CREATE|[{\"id\":0}]| |{}|201|{\"id\":1}|[{\"id\":0},{\"id\":1}]",
                "CREATE|[{\"id\":-5}]| |{}|201|{\"id\":-4}|[{\"id\":-5},{\"id\":-4}]",
                "CREATE|[]| |{\"id\":null}|201|{\"id\":null}|[{\"id\":null}]",
                "CREATE|[1]| |5|201|5|[1,5]",
                "CREATE|[1]| |[1]|201|[1]|[1,[1]]",
                "CREATE|{\"a\":1}| |{\"b\":2}|201|{\"b\":2}|{\"b\":2}",
                "CREATE|undefined| |{\"b\":2}|201|{\"b\":2}|{\"b\":2}",
                "UPDATE|[1]| |{\"b\":2}|200|{\"b\":2}|{\"b\":2}",
                "UPDATE_BY_ID|[{\"id\":1,\"a\":1}]|1|{\"b\":2}|200|{\"b\":2,\"id\":1}|[{\"b\":2,\"id\":1}]",
                "UPDATE_BY_ID|[{\"id\":1,\"a\":1}]|1|{\"id\":5}|200|{\"id\":5}|[{\"id\":5}]",
                "UPDATE_BY_ID|[{\"id\":1,\"a\":1}]|1|\"x\"|200|{\"id\":1}|[{\"id\":1}]",
                "UPDATE_BY_ID|[\"a\"]|0|{\"b\":2}|200|{\"b\":2}|[{\"b\":2}]",
                "UPDATE_BY_ID|[{\"id\":1}]|9|{}|404|{}|[{\"id\":1}]",
                "UPDATE_BY_ID|{\"a\":1}|9|[2]|200|[2]|[2]",
                "MERGE|[1]| |[2,3]|200|[1,2,3]|[1,2,3]",
                "MERGE|[\"p\",\"q\"]| |{\"a\":1}|200|{\"0\":\"p\",\"1\":\"q\",\"a\":1}|{\"0\":\"p\",\"1\":\"q\",\"a\":1}",
                "MERGE|{\"a\":1}| |{\"b\":2}|200|{\"a\":1,\"b\":2}|{\"a\":1,\"b\":2}",
                "MERGE|{\"a\":1}| |\"x\"|200|{\"a\":1}|{\"a\":1}",
                "MERGE|5| |{\"b\":2}|200|{\"b\":2}|{\"b\":2}",
                "MERGE_BY_ID|[{\"id\":1,\"a\":1}]|1|{\"b\":2}|200|{\"id\":1,\"a\":1,\"b\":2}|[{\"id\":1,\"a\":1,\"b\":2}]",
                "MERGE_BY_ID|[\"a\"]|0|\"b\"|200|\"b\"|[\"b\"]",
                "MERGE_BY_ID|[{\"id\":1}]|9|{}|404|{}|[{\"id\":1}]",
                "MERGE_BY_ID|null|9|7|200|7|7",
                "DELETE|[1]| |{}|200|{}|undefined",
                "DELETE_BY_ID|[{\"id\":1},{\"id\":2}]|1|{}|200|{}|[{\"id\":2}]",
                "DELETE_BY_ID|[{\"id\":1}]|9|{}|404|{}|[{\"id\":1}]",
                "DELETE_BY_ID|{\"a\":1}|9|{}|200|{}|undefined",
            })
    void actions(String action, String stored, String id, String payload, int status, String body, String after)
            throws CrudException, TemplateException {
        CrudResult result = apply(CrudAction.valueOf(action), stored, id == null ? "" : id, payload);
        assertThat(result.status().orElse(-1)).isEqualTo(status);
        assertThat(show(result.body())).isEqualTo(body);
        assertThat(show(result.stored())).isEqualTo(after);
    }

    @Test
    @DisplayName("M41 a new item without numbers among the ids gets a UUID")
    void uuid() throws CrudException, TemplateException {
        assertThat(show(apply(CrudAction.CREATE, "[{\"id\":\"x\"}]", "", "{}").body()))
                .matches("\\{\"id\":\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"}");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("M42 lists are searched, filtered, sorted and cut into pages")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "search=ana|1",
                "search=BLUE|x",
                "search=3|1",
                "search=zzz|",
                "n_eq=Ana|1",
                "n_ne=Ana|2,x",
                "age_eq=30.0|1",
                "age_gt=5|1",
                "age_gte=5|1,2",
                "age_lt=6|2",
                "age_lte=5|2",
                "n_like=^a|1",
                "n_start=b|2",
                "n_end=y|x",
                "tags.1.c_eq=Blue|x",
                "zz_eq=undefined|1,2,x",
                "n_unknown=1|1,2,x",
                "_eq=1|",
                "sort=n|1,2,x",
                "sort=n&order=desc|x,2,1",
                "sort=n&order=sideways|1,2,x",
                "limit=1|1",
                "limit=1&page=2|2",
                "page=2|",
                "limit=-1|1,2",
                "limit=0|1,2,x",
                "limit=a&page=b|1,2,x",
                "n_eq=Ana&n_eq=bo|",
                "age_gt=4&sort=age|2,1",
            })
    void lists(String query, String ids) throws CrudException, TemplateException {
        CrudResult result = Crud.apply(request(CrudAction.GET, "", query, "{}"), json(USERS));
        String found = show(result.body()).replaceAll("\\{\"id\":\"?([^,\"]+)\"?(?:[^{}]|\\{[^}]*})*}", "$1");
        assertThat(found).isEqualTo("[" + (ids == null ? "" : ids) + "]");
        assertThat(result.total()).hasValue(3);
    }

    @Test
    @DisplayName("M42 what is counted as filtered is what is left before paging")
    void counts() throws CrudException, TemplateException {
        CrudResult result = Crud.apply(request(CrudAction.GET, "", "age_gt=1&limit=1", "{}"), json(USERS));
        assertThat(result.filtered()).hasValue(2);
    }

    @Test
    @DisplayName("M42 items that are no objects are sorted and filtered themselves")
    void primitives() throws CrudException, TemplateException {
        assertThat(show(Crud.apply(request(CrudAction.GET, "", "sort=&order=desc", "{}"), json("[3,10,1]"))
                        .body()))
                .isEqualTo("[10,3,1]");
        assertThat(show(Crud.apply(request(CrudAction.GET, "", "_gt=2", "{}"), json("[3,10,1]"))
                        .body()))
                .isEqualTo("[3,10]");
    }

    @Test
    @DisplayName("M43 an invalid expression in a query is said, and not waited for")
    void invalidRegex() {
        assertThatThrownBy(() -> Crud.apply(request(CrudAction.GET, "", "n_like=(", "{}"), json(USERS)))
                .isInstanceOf(CrudException.class)
                .hasMessage("Invalid regular expression: /(/i: Unterminated group");
    }

    @Test
    @DisplayName("M44 searching, filtering and sorting 10,000 items stays within the budget of a request")
    void large() throws CrudException, TemplateException {
        StringBuilder items = new StringBuilder("[");
        for (int i = 0; i < 10_000; i++) {
            items.append(i == 0 ? "" : ",")
                    .append("{\"id\":")
                    .append(i)
                    .append(",\"name\":\"Person number ")
                    .append(i * 7919 % 10_000)
                    .append("\",\"mail\":\"person")
                    .append(i)
                    .append("@example.org\",\"active\":true,\"tags\":[\"a\",\"b\"]}");
        }
        JsValue stored = json(items.append("]").toString());
        CrudResult result = Crud.apply(
                request(
                        CrudAction.GET,
                        "",
                        "search=person&name_like=number&sort=name&order=desc&page=3&limit=20",
                        "{}"),
                stored);
        assertThat(result.filtered()).hasValue(10_000);
    }

    @Test
    @DisplayName("M44 an expression that would take for ever is stopped")
    void hostileRegex() {
        String item = "\"" + "a".repeat(50_000) + "!\"";
        assertThatThrownBy(() -> Crud.apply(
                        request(CrudAction.GET, "", "_like=(a%2B)%2B(a%2B)%2B(a%2B)%2B%24", "{}"),
                        json("[" + item + "]")))
                .isInstanceOf(TemplateException.class);
    }

    @ParameterizedTest
    @DisplayName("M45 new ids are made by the expression that made the ids of the bucket")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "[{\"id\":\"{{uuid}}\"}]|id|{{uuid}}",
                "[{{#repeat 3}}{\"id\":{{int 1 9}},\"n\":\"x\"}{{/repeat}}]|id|{{int 1 9}}",
                "[{\"sub\":{\"id\":\"{{a}}{{b}}\"}}]|sub.id|{{a}}{{b}}",
                "[{\"id\":\"x{{a}}\"}]|id|",
                "[{\"id\":5}]|id|",
                "[{\"n\":\"{{uuid}}\"}]|id|",
                "[{id: {{{raw}}} }]|id|{{{raw}}}",
            })
    void idTemplates(String text, String key, String expression) {
        assertThat(IdTemplate.find(text, key).orElse(null)).isEqualTo(expression);
    }

    @Test
    @DisplayName("M45 a made id that reads as a number is one")
    void madeIds() {
        assertThat(IdTemplate.id(" 42 ")).contains(new JsValue.Num(42));
        assertThat(IdTemplate.id("042")).contains(new JsValue.Text("042"));
        assertThat(IdTemplate.id(" ")).isEmpty();
    }
}
