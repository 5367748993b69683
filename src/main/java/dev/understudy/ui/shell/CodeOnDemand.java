package dev.understudy.ui.shell;

import com.vaadin.flow.server.DependencyFilter;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.shared.ui.Dependency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Which scripts a page is told to load. For each component that a message has Vaadin names a key by which its script
/// might be loaded; only those that the bundler made a script for are sent.
final class CodeOnDemand implements DependencyFilter {

    private static final long serialVersionUID = 1;

    /// Where the bundler put what finds a script by its key.
    private static final String LOADER = "classpath*:META-INF/VAADIN/webapp/VAADIN/build/generated-flow-imports-*.js";

    private static final Pattern KEY = Pattern.compile("\\b[0-9a-f]{64}\\b");

    private final Set<String> known;

    /// @param known the keys that there is a script for
    CodeOnDemand(Set<String> known) {
        this.known = Set.copyOf(known);
    }

    /// Of the scripts that were built into this application.
    static CodeOnDemand ofThisBuild() {
        try {
            Set<String> known = new HashSet<>();
            for (Resource loader : new PathMatchingResourcePatternResolver().getResources(LOADER)) {
                known.addAll(keys(loader.getContentAsString(StandardCharsets.UTF_8)));
            }
            return new CodeOnDemand(known);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Set<String> keys(String script) {
        return Set.copyOf(KEY.matcher(script).results().map(MatchResult::group).toList());
    }

    @Override
    public List<Dependency> filter(List<Dependency> dependencies, VaadinService service) {
        return dependencies.stream().filter(this::isThere).toList();
    }

    boolean isThere(Dependency dependency) {
        return dependency.getType() != Dependency.Type.DYNAMIC_IMPORT
                || keys(dependency.getUrl()).stream().allMatch(known::contains);
    }
}
