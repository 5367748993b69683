package dev.understudy.mock.crud;

/// The requests that a CRUD route takes, in the order in which they are tried.
public enum CrudAction {
    GET("GET", false),
    GET_BY_ID("GET", true),
    CREATE("POST", false),
    UPDATE("PUT", false),
    UPDATE_BY_ID("PUT", true),
    MERGE("PATCH", false),
    MERGE_BY_ID("PATCH", true),
    DELETE("DELETE", false),
    DELETE_BY_ID("DELETE", true);

    private final String method;
    private final boolean byId;

    CrudAction(String method, boolean byId) {
        this.method = method;
        this.byId = byId;
    }

    public String method() {
        return method;
    }

    /// What its path has behind the path of the route.
    public String suffix() {
        return byId ? "/:id" : "";
    }
}
