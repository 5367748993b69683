package dev.understudy.compat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/// Where a server listens on this machine.
///
/// @param secure whether it speaks TLS, with a certificate of whoever
record Door(int port, boolean secure) {

    private static final SSLContext CREDULOUS = credulous();

    /// A connection on which nothing was said yet.
    Socket open(int timeoutMillis) throws IOException {
        Socket plain = new Socket();
        plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeoutMillis);
        plain.setSoTimeout(timeoutMillis);
        plain.setTcpNoDelay(true);
        return secure ? CREDULOUS.getSocketFactory().createSocket(plain, "localhost", port, true) : plain;
    }

    /// Who the server says it is, and who vouches for it; a line each.
    String certificates(int timeoutMillis) throws IOException {
        try (Socket socket = open(timeoutMillis)) {
            if (!(socket instanceof SSLSocket tls)) {
                throw new SocketException("This is no TLS");
            }
            StringBuilder text = new StringBuilder();
            for (var certificate : tls.getSession().getPeerCertificates()) {
                text.append(((X509Certificate) certificate).getSubjectX500Principal())
                        .append('\n');
            }
            return text.toString();
        }
    }

    private static SSLContext credulous() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Credulous()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Credulous implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // whoever it is
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // whoever it is
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
