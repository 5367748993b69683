package dev.understudy.hosting.intake;

import java.util.Set;

/// The method tokens that requests may carry. Others are not HTTP as the reference understands it.
final class KnownMethods {

    private static final Set<String> KNOWN = Set.of(
            ("ACL BIND CHECKOUT COPY DELETE GET HEAD LINK LOCK M-SEARCH MERGE MKACTIVITY MKCALENDAR MKCOL MOVE NOTIFY"
                            + " OPTIONS PATCH POST PROPFIND PROPPATCH PURGE PUT QUERY REBIND REPORT SEARCH SOURCE"
                            + " SUBSCRIBE TRACE UNBIND UNLINK UNLOCK UNSUBSCRIBE")
                    .split(" "));

    private KnownMethods() {}

    static boolean contains(String method) {
        return KNOWN.contains(method);
    }
}
