package dev.understudy.observed;

import dev.understudy.environment.RuleTarget;
import java.util.LinkedHashMap;
import java.util.Map;

/// Something that rules can ask of a request.
record Property(RuleTarget target, String name) {

    /// What is true of a request: its path parameters, its query, its body.
    static Map<Property, String> of(Member member) {
        Map<Property, String> facts = new LinkedHashMap<>();
        member.params().forEach((name, value) -> {
            // values of rules are templates
            if (!value.contains("{{")) {
                facts.put(new Property(RuleTarget.PARAMS, name), value);
            }
        });
        member.observed()
                .traits()
                .told()
                .forEach(trait -> facts.put(new Property(trait.target(), trait.name()), trait.value()));
        return facts;
    }
}
