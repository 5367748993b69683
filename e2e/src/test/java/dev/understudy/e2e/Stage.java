package dev.understudy.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a journey the [Server] and the [People] it asks for as parameters. There is one server and one browser for all
/// journeys; they are started by the first and end after the last.
final class Stage implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(Stage.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Server.class || type == People.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Server.class ? server(context) : people(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var people = context.getRoot().getStore(NAMESPACE).get(People.class, People.class);
        if (people != null) {
            var complaints = people.complaints();
            context.getExecutionException().ifPresent(_ -> people.picture(context.getDisplayName()));
            people.leave();
            if (!complaints.isEmpty()) {
                throw new AssertionError("browsers complained: " + complaints);
            }
        }
    }

    private static Server server(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Server.class, _ -> start(), Server.class);
    }

    private static People people(ExtensionContext context) {
        var server = server(context);
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(People.class, _ -> People.of(server), People.class);
    }

    private static Server start() {
        try {
            return Server.fresh(Map.of("UNDERSTUDY_TRAFFIC_DAYS", "2"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
