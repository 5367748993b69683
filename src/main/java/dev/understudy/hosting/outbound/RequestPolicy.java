package dev.understudy.hosting.outbound;

/// How a request to another server is made: as the reference makes those of its proxy, or those of its callbacks.
///
/// @param verified whether the certificate of the server has to be valid
/// @param redirects how many are followed
/// @param maxAnswerBytes of a body; more is a failure
public record RequestPolicy(boolean verified, int redirects, int maxAnswerBytes) {

    public static final RequestPolicy PROXY = new RequestPolicy(false, 0, 10 * 1024 * 1024);

    public static final RequestPolicy CALLBACK = new RequestPolicy(true, 20, 1024 * 1024);
}
