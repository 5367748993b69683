package dev.understudy.ui.editor.traffic;

import com.vaadin.flow.router.QueryParameters;
import dev.understudy.environment.NodeId;
import dev.understudy.traffic.ExchangeIds;
import dev.understudy.traffic.TrafficFilter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// What addresses say of the traffic: which exchange is open, and which are shown. Pure.
public final class TrafficAddress {

    private static final String EXCHANGE = "exchange";
    private static final String WORDS = "words";
    private static final String METHOD = "method";
    private static final String STATUS = "status";
    private static final String ROUTE = "route";

    /// Of what is read from an address.
    private static final int MAX_LENGTH = 200;

    private TrafficAddress() {}

    /// The query of the address of an exchange, question mark included.
    public static String of(UUID exchange) {
        return "?" + EXCHANGE + "=" + exchange;
    }

    /// The query of the address of what is shown by a filter, question mark included; empty if that is everything.
    static String of(TrafficFilter filter) {
        List<String> parts = new ArrayList<>();
        add(parts, WORDS, filter.words().strip());
        add(parts, METHOD, filter.method().orElse(""));
        add(parts, STATUS, filter.statuses().word());
        add(parts, ROUTE, filter.route().map(NodeId::value).orElse(""));
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    /// The exchange that an address names; what can't be one is taken for one that is not kept.
    public static Optional<UUID> exchange(QueryParameters query) {
        return value(query, EXCHANGE).map(text -> ExchangeIds.parse(text).orElse(new UUID(0, 0)));
    }

    /// The filter that an address names, as far as it can be understood.
    public static TrafficFilter filter(QueryParameters query) {
        return new TrafficFilter(
                value(query, WORDS).orElse(""),
                value(query, METHOD).map(text -> text.toUpperCase(Locale.ROOT)),
                value(query, STATUS).map(TrafficFilter.Statuses::of).orElse(TrafficFilter.Statuses.ANY),
                value(query, ROUTE).flatMap(NodeId::parse));
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static Optional<String> value(QueryParameters query, String name) {
        return query.getSingleParameter(name).filter(text -> !text.isBlank() && text.length() <= MAX_LENGTH);
    }
}
