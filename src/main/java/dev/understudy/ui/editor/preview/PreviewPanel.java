package dev.understudy.ui.editor.preview;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.understudy.collab.CommittedChange;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.hosting.preview.Preview;
import dev.understudy.hosting.preview.Previews;
import dev.understudy.hosting.preview.SampleRequest;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.kit.ByteCount;
import dev.understudy.ui.kit.Coalesced;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.MethodBadge;
import dev.understudy.ui.kit.StatusCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The response that is shown, as it would answer a made-up request: made anew whenever somebody changes it, or the
/// request.
public final class PreviewPanel extends Div {

    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int TYPING_MILLIS = 250;
    private static final int MAX_ROWS = 6;

    /// What is to be previewed. Immutable, since it is read on another thread.
    private record Wanted(Environment document, NodeId response, SampleRequest request) {}

    private final EditorSession session;
    private final Function<NodeId, String> link;
    private final MethodBadge method = new MethodBadge("get");
    private final TextField target = new TextField("Request");
    private final TextArea headers = new TextArea("Headers");
    private final TextArea body = new TextArea("Body");
    private final Div request = new Div();
    private final Div answer = new Div();
    private final Paragraph hint = new Paragraph();
    /// Route → what was last asked of it.
    private final Map<NodeId, SampleRequest> samples = new HashMap<>();
    private Optional<NodeId> route = Optional.empty();
    private Optional<NodeId> response = Optional.empty();
    private volatile Optional<Wanted> wanted = Optional.empty();
    private Runnable render = () -> {};
    private boolean shown;

    /// @param link the address of a node
    public PreviewPanel(EditorSession session, Function<NodeId, String> link) {
        this.session = session;
        this.link = link;
        addClassName("preview-panel");
        request.addClassName("sample");
        answer.addClassName("answer");
        answer.getElement().setAttribute("aria-live", "polite");
        hint.addClassName("muted");
        target.setPrefixComponent(method);
        headers.setPlaceholder("Name: value, one on a line");
        live(target);
        live(headers);
        live(body);
        headers.setMaxRows(MAX_ROWS);
        body.setMaxRows(MAX_ROWS);
        request.add(target, headers, body);
        add(hint, request, answer);
        Live.whileAttached(this, ui -> {
            Coalesced<Optional<Preview>> rendering = new Coalesced<>(this::preview, this::show, ui, PAUSE);
            render = rendering::request;
            var committed = session.onCommitted(this::read);
            return () -> {
                committed.close();
                render = () -> {};
            };
        });
    }

    private void live(TextFieldBase<?, String> field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_MILLIS);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                asked();
            }
        });
    }

    /// To be told whether it is on the screen.
    public void show(boolean on) {
        shown = on;
        request();
    }

    /// Shows another response, or none.
    public void bind(Optional<NodeId> node) {
        Environment environment = session.now().environment();
        response = node.flatMap(id -> NodeNames.above(environment, id, Kind.RESPONSE))
                .map(Node::id);
        Optional<Node> of = response.flatMap(id -> NodeNames.above(environment, id, Kind.ROUTE));
        if (!of.map(Node::id).equals(route)) {
            route = of.map(Node::id);
            of.ifPresent(this::fill);
        }
        request.setVisible(response.isPresent());
        answer.setVisible(response.isPresent());
        hint.setText(
                response.isEmpty()
                        ? "Open a response to see what it would answer."
                        : "This response, whatever its rules say. Nothing is sent.");
        request();
    }

    /// Asks this of the route from now on.
    public void ask(NodeId asked, SampleRequest sample) {
        samples.put(asked, sample);
        if (route.equals(Optional.of(asked))) {
            session.find(asked).ifPresent(this::fill);
            request();
        }
    }

    private void fill(Node node) {
        SampleRequest sample =
                samples.computeIfAbsent(node.id(), _ -> Samples.of(session.now().environment(), node));
        method.setMethod(sample.method().toLowerCase(Locale.ROOT));
        target.setValue(sample.target());
        headers.setValue(Samples.lines(sample.headers()));
        body.setValue(sample.body());
    }

    private void asked() {
        route.ifPresent(id -> {
            String sent = Optional.ofNullable(samples.get(id))
                    .map(SampleRequest::method)
                    .orElse("GET");
            samples.put(
                    id,
                    new SampleRequest(sent, target.getValue(), Samples.headers(headers.getValue()), body.getValue()));
            request();
        });
    }

    /// What somebody does elsewhere does not matter, unless all routes may make use of it.
    private void read(CommittedChange committed) {
        Environment environment = session.now().environment();
        boolean matters = committed.effects().stream()
                .map(effect -> NodeNames.formOf(environment, effect.edit().node()))
                .anyMatch(form -> form.isEmpty()
                        || form.map(Node::id).equals(route)
                        || (form.get().kind() != Kind.ROUTE && form.get().kind() != Kind.FOLDER));
        if (matters) {
            route.flatMap(session::find).ifPresent(this::follow);
            request();
        }
    }

    /// A sample whose method the route does not take any more takes its new one.
    private void follow(Node node) {
        SampleRequest sample = samples.get(node.id());
        if (sample != null) {
            String now = Samples.method(node, sample.method());
            samples.put(node.id(), new SampleRequest(now, sample.target(), sample.headers(), sample.body()));
            method.setMethod(now.toLowerCase(Locale.ROOT));
        }
    }

    private void request() {
        if (!shown) {
            return;
        }
        wanted = response.flatMap(id -> route.flatMap(of -> Optional.ofNullable(samples.get(of)))
                .map(sample -> new Wanted(session.now().environment(), id, sample)));
        render.run();
    }

    private Optional<Preview> preview() {
        return wanted.map(now -> session.preview(now.document(), now.response(), now.request()));
    }

    private void show(Optional<Preview> made) {
        answer.removeAll();
        made.ifPresent(preview -> {
            switch (preview) {
                case Preview.None(String why) -> {
                    Span words = new Span(why);
                    words.addClassName("muted");
                    answer.add(words);
                }
                case Preview.Answered answered -> show(answered);
            }
        });
    }

    private void show(Preview.Answered made) {
        Span facts = new Span("%s · %s".formatted(time(made.micros()), ByteCount.of(made.bytes())));
        facts.addClassName("muted");
        Div head = new Div(new StatusCode(made.status()), facts);
        head.addClassName("head");
        answer.add(head);
        made.instead().ifPresent(this::show);
        made.notes().stream().distinct().forEach(note -> {
            Span words = new Span(note);
            words.addClassName("note");
            answer.add(words);
        });
        Div lines = new Div();
        lines.addClassName("headers");
        made.headers().forEach(header -> {
            Span name = new Span(header.name());
            name.addClassName("name");
            lines.add(new Div(name, new Span(header.value())));
        });
        answer.add(lines);
        if (!made.isText()) {
            answer.add(new Span("The body is no text."));
        } else if (made.bytes() > 0) {
            answer.add(new Pre(made.body() + (made.body().length() < Previews.MAX_SHOWN ? "" : "\n…")));
        }
    }

    private void show(Preview.Instead instead) {
        Span words = new Span(instead.sentence());
        words.addClassName("note");
        Div line = new Div(words);
        line.addClassName("instead");
        instead.response().ifPresent(node -> {
            Anchor way = new Anchor(link.apply(node), "Open it");
            way.getElement().setAttribute("router-link", true);
            line.add(way);
        });
        answer.add(line);
    }

    private static String time(long micros) {
        return micros < 1_000 ? micros + " µs" : "%.1f ms".formatted(micros / 1_000.0);
    }
}
