package dev.understudy.mock.explain;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.why.Why;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All routes of one version of a document, those that are switched off included: what explains the answers of that
/// version. Reads the paths when somebody asks for the first time; any thread may ask.
public final class Signposts {

    private final Environment environment;
    private volatile @Nullable List<Signpost> posts;

    /// Those of an earlier version that read its paths.
    private volatile List<Signpost> earlier;

    private Signposts(Environment environment, List<Signpost> earlier) {
        this.environment = environment;
        this.earlier = earlier;
    }

    public static Signposts of(Environment environment) {
        return new Signposts(environment, List.of());
    }

    /// Of a later version: what did not change since is not read again.
    public Signposts next(Environment later) {
        List<Signpost> known = posts;
        return new Signposts(later, known == null ? earlier : known);
    }

    /// Why a request was answered as it was by this version.
    public Why explain(Asked asked) {
        return new Explanation(this, asked).tell();
    }

    Environment environment() {
        return environment;
    }

    String prefix() {
        return environment.root().get(Schema.ENVIRONMENT_PREFIX);
    }

    /// In the order in which they are tried.
    List<Signpost> all() {
        List<Signpost> known = posts;
        if (known == null) {
            Map<NodeId, Signpost> before = new HashMap<>();
            earlier.forEach(post -> before.put(post.route().id(), post));
            List<Signpost> read = new ArrayList<>();
            add(environment.root().id(), Optional.empty(), read, before);
            known = List.copyOf(read);
            posts = known;
            earlier = List.of();
        }
        return known;
    }

    /// @param off the outermost folder that is switched off
    private void add(NodeId parent, Optional<String> off, List<Signpost> read, Map<NodeId, Signpost> before) {
        for (Node child : environment.children(parent, Slot.CHILDREN)) {
            if (child.kind() == Kind.FOLDER) {
                boolean enabled = child.get(Schema.FOLDER_ENABLED);
                add(child.id(), enabled ? off : off.or(() -> Optional.of(child.get(Schema.FOLDER_NAME))), read, before);
            } else if (child.kind() == Kind.ROUTE) {
                boolean answers =
                        !environment.children(child.id(), Slot.RESPONSES).isEmpty();
                Signpost same = before.get(child.id());
                read.add(
                        same != null && same.isOf(child, prefix(), off, answers)
                                ? same
                                : Signpost.of(child, prefix(), off, answers));
            }
        }
    }
}
