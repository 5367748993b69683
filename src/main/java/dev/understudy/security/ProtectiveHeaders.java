package dev.understudy.security;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// The response headers that take from a page, and from whoever frames or opens it, what Understudy has no use for.
final class ProtectiveHeaders {

    /// For what is no page: nothing in it may load or run anything.
    static final String CSP_OF_DATA = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), midi=(),"
            + " magnetometer=(), gyroscope=(), accelerometer=(), browsing-topics=()";

    /// Written before the answer is made: Tomcat ends the answer of a forwarded request, and Vaadin's are forwarded,
    /// without asking the wrapper that would write them last.
    private static final ObjectPostProcessor<HeaderWriterFilter> EAGER = new ObjectPostProcessor<>() {
        @Override
        public <O extends HeaderWriterFilter> O postProcess(O filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    };

    private ProtectiveHeaders() {}

    static void ofPrograms(HeadersConfigurer<HttpSecurity> headers) {
        common(headers).contentSecurityPolicy(policy -> policy.policyDirectives(CSP_OF_DATA));
    }

    /// How long a file is kept is said by what sends it, and browsers heed an old `Pragma` more than that.
    static void ofFiles(HeadersConfigurer<HttpSecurity> headers) {
        common(headers)
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .contentSecurityPolicy(policy -> policy.policyDirectives(CSP_OF_DATA))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /// A page brings its own policy, see [PagePolicy]; whatever else a browser is given gets the one for files.
    static void ofBrowsers(HeadersConfigurer<HttpSecurity> headers) {
        common(headers)
                .contentSecurityPolicy(policy -> policy.policyDirectives(PagePolicy.withoutScripts()))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    private static HeadersConfigurer<HttpSecurity> common(HeadersConfigurer<HttpSecurity> headers) {
        // Other names below this one may be served by others, without HTTPS.
        return headers.withObjectPostProcessor(EAGER)
                .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS));
    }
}
