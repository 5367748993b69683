package dev.understudy.mock.crud;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.Numbers;
import dev.understudy.js.ObjectPath;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A list as a query wants it: searched, filtered, sorted, and cut into pages, in this order.
final class Listing {

    private static final int PAGE = 10;

    private final JsObject query;
    private final Budget budget;

    private Listing(JsObject query, Budget budget) {
        this.query = query;
        this.budget = budget;
    }

    static CrudResult of(JsArray items, CrudRequest request) throws CrudException, TemplateException {
        if (request.query().size() == 0) {
            return CrudResult.listed(items, items, items.size(), items.size());
        }
        Listing listing = new Listing(request.query(), request.budget());
        request.budget().step(items.size());
        List<JsValue> wanted = listing.filtered(items.values());
        int filtered = wanted.size();
        return CrudResult.listed(items, JsArray.of(listing.page(listing.sorted(wanted))), items.size(), filtered);
    }

    private List<JsValue> filtered(List<JsValue> items) throws CrudException, TemplateException {
        Optional<FullText> search =
                text("search").filter(text -> !text.isEmpty()).map(FullText::new);
        List<ItemFilter> filters = ItemFilter.of(query);
        if (search.isEmpty() && filters.isEmpty()) {
            return items;
        }
        List<JsValue> wanted = new ArrayList<>();
        for (JsValue item : items) {
            if ((search.isEmpty() || search.get().isIn(item, budget)) && all(filters, item)) {
                wanted.add(item);
            }
        }
        return wanted;
    }

    private boolean all(List<ItemFilter> filters, JsValue item) throws TemplateException {
        for (ItemFilter filter : filters) {
            if (!filter.takes(item, budget)) {
                return false;
            }
        }
        return true;
    }

    private List<JsValue> sorted(List<JsValue> items) throws TemplateException {
        Optional<String> property = text("sort");
        if (property.isEmpty()) {
            return items;
        }
        List<StableSort.Keyed> keyed = new ArrayList<>(items.size());
        for (JsValue item : items) {
            keyed.add(new StableSort.Keyed(sortKey(item, property.get()), item));
        }
        boolean descending = text("order").filter("desc"::equals).isPresent();
        return UniformKeys.of(keyed)
                ? new UniformKeys(descending, budget).first(keyed, place(number("page", 1) * limit(), items.size()))
                : new StableSort(descending, budget).sort(keyed);
    }

    private static JsValue sortKey(JsValue item, String property) {
        JsValue key = item instanceof JsObject || item instanceof JsArray ? ObjectPath.own(item, property) : item;
        return key instanceof Text(String text) ? new Text(text.toLowerCase(Locale.ROOT)) : key;
    }

    private List<JsValue> page(List<JsValue> items) {
        if (!isPaged()) {
            return items;
        }
        double limit = limit();
        double page = number("page", 1);
        int from = place((page - 1) * limit, items.size());
        int to = place(page * limit, items.size());
        return from < to ? items.subList(from, to) : List.of();
    }

    private boolean isPaged() {
        return query.get("limit") != Undefined.UNDEFINED || query.get("page") != Undefined.UNDEFINED;
    }

    private double limit() {
        return isPaged() ? number("limit", PAGE) : Double.MAX_VALUE;
    }

    private double number(String name, int otherwise) {
        double number = text(name).map(Numbers::parseInt).orElse(Double.NaN);
        return Double.isNaN(number) || number == 0 ? otherwise : number;
    }

    /// Where `slice` cuts: negative numbers count from the end.
    private static int place(double index, int size) {
        return (int) (index < 0 ? Math.max(0, size + index) : Math.min(index, size));
    }

    private Optional<String> text(String name) {
        return query.get(name) instanceof Text text ? Optional.of(Conversions.toText(text)) : Optional.empty();
    }
}
