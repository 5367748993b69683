package dev.understudy.template.helper.request;

import static java.util.Map.entry;

import dev.understudy.template.helper.Helper;
import java.util.Map;

/// The helpers of this package.
public final class RequestHelpers {

    public static final Map<String, Helper> ALL = Map.ofEntries(
            entry("baseUrl", new BaseUrl()),
            entry("body", new Body()),
            entry("bodyRaw", new BodyRaw()),
            entry("cookie", new Cookie()),
            entry("header", new Header()),
            entry("headers", new Headers()),
            entry("hostname", new Hostname()),
            entry("ip", new Ip()),
            entry("method", new Method()),
            entry("queryParam", new QueryParam()),
            entry("queryParamRaw", new QueryParamRaw()),
            entry("queryParams", new QueryParams()),
            entry("status", new Status()),
            entry("urlParam", new UrlParam()),
            entry("urlParams", new UrlParams()));

    private RequestHelpers() {}
}
