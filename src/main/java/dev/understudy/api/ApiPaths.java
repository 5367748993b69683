package dev.understudy.api;

import jakarta.servlet.http.HttpServletRequest;

/// Where the API is served.
final class ApiPaths {

    /// Every address below this is the API's, also those that lead nowhere.
    static final String ROOT = "/api";

    static final String V1 = ROOT + "/v1";
    static final String ENVIRONMENTS = V1 + "/environments";
    static final String ENVIRONMENT = ENVIRONMENTS + "/{id}";
    static final String LINKS = V1 + "/links";

    private ApiPaths() {}

    static boolean isApi(HttpServletRequest request) {
        return isApi(request.getRequestURI().substring(request.getContextPath().length()));
    }

    static boolean isApi(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }
}
