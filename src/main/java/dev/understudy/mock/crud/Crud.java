package dev.understudy.mock.crud;

import dev.understudy.environment.NodeId;
import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsException;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.Numbers;
import dev.understudy.js.ObjectPath;
import dev.understudy.template.scope.TemplateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Does what a request wants with the value of a bucket. Values are not changed but replaced.
public final class Crud {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NONE = -1;

    private final CrudRequest request;
    private final JsValue stored;
    private final ObjectPath key;

    private Crud(CrudRequest request, JsValue stored) {
        this.request = request;
        this.stored = stored;
        this.key = ObjectPath.parse(request.key());
    }

    /// What comes of the request.
    ///
    /// @throws CrudException if the request is not one that can be done
    /// @throws TemplateException if the budget is used up
    public static CrudResult apply(CrudRequest request, JsValue stored) throws CrudException, TemplateException {
        return new Crud(request, stored).apply();
    }

    private CrudResult apply() throws CrudException, TemplateException {
        JsValue payload = request.payload();
        return switch (request.action()) {
            case GET -> stored instanceof JsArray items ? Listing.of(items, request) : CrudResult.read(stored, stored);
            case GET_BY_ID -> readById();
            case CREATE -> create();
            case UPDATE -> CrudResult.changed(payload, payload, OK);
            case UPDATE_BY_ID -> updateById();
            case MERGE -> merge();
            case MERGE_BY_ID -> mergeById();
            case DELETE -> CrudResult.changed(Undefined.UNDEFINED, JsObject.EMPTY, OK);
            case DELETE_BY_ID -> deleteById();
        };
    }

    private CrudResult readById() throws TemplateException {
        if (!(stored instanceof JsArray items)) {
            return CrudResult.read(stored, stored);
        }
        int at = find(items);
        return at == NONE ? CrudResult.missing(stored) : CrudResult.read(stored, items.get(at));
    }

    private CrudResult create() throws CrudException, TemplateException {
        JsValue payload = request.payload();
        if (!(stored instanceof JsArray items)) {
            return CrudResult.changed(payload, payload, CREATED);
        }
        request.budget().step(items.size());
        JsValue item = isObject(payload) && key.get(payload) == Undefined.UNDEFINED
                ? withKey(payload, request.madeId().orElseGet(() -> nextId(items)))
                : payload;
        return CrudResult.changed(items.plus(item), item, CREATED);
    }

    private JsValue withKey(JsValue item, JsValue id) throws CrudException, TemplateException {
        try {
            return key.set(item, id, request.budget()::step);
        } catch (JsException refused) {
            throw new CrudException(refused.getMessage());
        }
    }

    /// One more than the highest number that is an id, or a UUID where no id is a number or none is higher.
    private JsValue nextId(JsArray items) {
        Num highest = new Num(Double.NEGATIVE_INFINITY);
        for (JsValue item : items.values()) {
            if (key.get(item) instanceof Num id && !Double.isNaN(id.value()) && Numbers.compare(id, highest) > 0) {
                highest = id;
            }
        }
        return Numbers.next(highest)
                .<JsValue>map(next -> next)
                .orElseGet(
                        () -> new JsValue.Text(NodeId.random(request.random()).value()));
    }

    private CrudResult updateById() throws CrudException, TemplateException {
        JsValue payload = request.payload();
        if (!(stored instanceof JsArray items)) {
            return CrudResult.changed(payload, payload, OK);
        }
        int at = find(items);
        if (at == NONE) {
            return CrudResult.missing(stored);
        }
        JsValue item = payload;
        if (isObject(items.get(at))) {
            item = members(payload);
            if (key.get(payload) == Undefined.UNDEFINED) {
                item = withKey(item, key.get(items.get(at)));
            }
        }
        return CrudResult.changed(items.with(at, item), item, OK);
    }

    private CrudResult merge() {
        if (stored instanceof JsArray items && request.payload() instanceof JsArray more) {
            List<JsValue> all = new ArrayList<>(items.values());
            all.addAll(more.values());
            JsArray joined = JsArray.of(all);
            return CrudResult.changed(joined, joined, OK);
        }
        JsValue merged = merged(stored);
        return CrudResult.changed(merged, merged, OK);
    }

    private CrudResult mergeById() throws TemplateException {
        if (!(stored instanceof JsArray items)) {
            JsValue merged = merged(stored);
            return CrudResult.changed(merged, merged, OK);
        }
        int at = find(items);
        if (at == NONE) {
            return CrudResult.missing(stored);
        }
        JsValue item = merged(items.get(at));
        return CrudResult.changed(items.with(at, item), item, OK);
    }

    private JsValue merged(JsValue old) {
        return isObject(old) ? members(old).with(members(request.payload())) : request.payload();
    }

    private CrudResult deleteById() throws TemplateException {
        if (!(stored instanceof JsArray items)) {
            return CrudResult.changed(Undefined.UNDEFINED, JsObject.EMPTY, OK);
        }
        int at = find(items);
        return at == NONE ? CrudResult.missing(stored) : CrudResult.changed(items.without(at), JsObject.EMPTY, OK);
    }

    /// The first item that the id of the path means: an object by its property, anything else by its place.
    private int find(JsArray items) throws TemplateException {
        request.budget().step(items.size());
        ObjectPath plainKey = new ObjectPath(Arrays.asList(request.key().split("\\.", -1)));
        double place = Numbers.parseInt(request.id());
        for (int at = 0; at < items.size(); at++) {
            JsValue item = items.get(at);
            if (isObject(item)) {
                JsValue id = plainKey.get(item);
                Conversions.charge(id, request.budget()::step);
                if (!id.isNullish() && Conversions.toText(id).equals(request.id())) {
                    return at;
                }
            } else if (at == (Double.isNaN(place) ? 0 : place)) {
                return at;
            }
        }
        return NONE;
    }

    private static boolean isObject(JsValue value) {
        return value instanceof JsObject || value instanceof JsArray;
    }

    /// What spreading a value into an object gives.
    private static JsObject members(JsValue value) {
        return switch (value) {
            case JsObject object -> object;
            case JsArray array -> {
                JsObject.Builder indexed = JsObject.builder();
                for (int at = 0; at < array.size(); at++) {
                    indexed.set(Integer.toString(at), array.get(at));
                }
                yield indexed.build();
            }
            case Undefined _,
                    Null _,
                    JsValue.Bool _,
                    Num _,
                    JsValue.Big _,
                    JsValue.Text _,
                    JsValue.Moment _,
                    JsValue.SafeText _ -> JsObject.EMPTY;
        };
    }
}
