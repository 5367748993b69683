package dev.understudy.environment;

import java.util.List;
import java.util.Map;

/// The headers that let pages of every origin read what a mock answers, as the reference writes them.
public final class CrossOrigin {

    public static final List<Map.Entry<String, String>> HEADERS = List.of(
            Map.entry("Access-Control-Allow-Origin", "*"),
            Map.entry("Access-Control-Allow-Methods", "GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS"),
            Map.entry(
                    "Access-Control-Allow-Headers",
                    "Content-Type, Origin, Accept, Authorization, Content-Length, X-Requested-With"));

    private CrossOrigin() {}
}
