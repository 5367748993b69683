package dev.understudy.format;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// Migration 29: templates call Faker's methods by name, and version 8 renamed many of them. A name is
/// replaced where it stands as a whole after `faker`; a mustache that calls a method without successor is
/// removed and listed.
final class FakerRenames {

    /// What takes the place of a name: nothing if `newName` is empty.
    private record Successor(String newName, String arguments) {}

    private static final Pattern MUSTACHE = Pattern.compile("\\{\\{\\{?.*?}}}?", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("(faker\\s+\\\\?['\"])([\\w.]+)");

    private static final Map<String, Successor> SUCCESSORS = FakerNames.LIST
            .lines()
            .map(line -> line.split(" ", 3))
            .collect(Collectors.toUnmodifiableMap(
                    words -> words[0],
                    words -> new Successor(words.length > 1 ? words[1] : "", words.length > 2 ? words[2] : "")));

    private FakerRenames() {}

    static void run(ObjectNode environment, Repairs repairs) {
        for (ObjectNode bucket : Walk.objects(environment, "data")) {
            rename(bucket, "value", repairs);
        }
        for (ObjectNode response : Walk.responses(environment)) {
            rename(response, "body", repairs);
        }
    }

    private static void rename(ObjectNode holder, String property, Repairs repairs) {
        String text = holder.path(property).stringValue("");
        if (!text.contains("faker")) {
            return;
        }
        String renamed = MUSTACHE.matcher(text).replaceAll(found -> {
            String mustache = renamed(found.group());
            if (mustache.isEmpty()) {
                repairs.add(
                        holder,
                        property,
                        "%s was taken out, because there are no such made-up values any more."
                                .formatted(found.group()));
            }
            return Matcher.quoteReplacement(mustache);
        });
        holder.put(property, renamed);
    }

    /// The mustache with new names, or nothing if it calls what is gone.
    private static String renamed(String mustache) {
        StringBuilder result = new StringBuilder();
        String pending = "";
        int done = 0;
        Matcher calls = CALL.matcher(mustache);
        while (calls.find()) {
            Successor successor = SUCCESSORS.get(calls.group(2));
            if (successor == null) {
                continue;
            }
            if (successor.newName.isEmpty()) {
                return "";
            }
            appendUpTo(result, mustache, done, calls, pending);
            result.append(calls.group(1)).append(successor.newName);
            pending = successor.arguments;
            done = calls.end();
        }
        return done == 0
                ? mustache
                : result.append(withArguments(mustache.substring(done), pending))
                        .toString();
    }

    private static void appendUpTo(
            StringBuilder result, String mustache, int from, MatchResult call, String arguments) {
        result.append(withArguments(mustache.substring(from, call.start()), arguments));
    }

    /// Arguments go to the end of the call, which is the next closing bracket or brace.
    private static String withArguments(String afterName, String arguments) {
        if (arguments.isEmpty()) {
            return afterName;
        }
        int end = 0;
        while (end < afterName.length() && ")}".indexOf(afterName.charAt(end)) < 0) {
            end++;
        }
        return afterName.substring(0, end).stripTrailing() + " " + arguments + afterName.substring(end);
    }
}
