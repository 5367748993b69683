package dev.understudy.hosting.tls;

import dev.understudy.mock.state.MockFiles;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Makes what a listener speaks TLS with: from the files that its environment names, else with a certificate made on
/// the spot.
public final class TlsContexts {

    private TlsContexts() {}

    /// For one start of a listener.
    ///
    /// @param hosts names by which clients reach it, for a certificate made on the spot
    /// @throws TlsFailure with a sentence, if the files don't give what is needed
    public static SSLContext of(TlsSettings settings, MockFiles files, List<String> hosts, Clock clock)
            throws TlsFailure {
        IdentityFiles reader = new IdentityFiles(files);
        Identity identity = settings.hasPfx()
                ? reader.pfx(settings)
                : settings.hasPem() ? reader.pem(settings) : OwnCertificate.make(hosts, clock);
        if (!identity.isWhole()) {
            throw new TlsFailure("The private key does not belong to the certificate. Choose the two that do.");
        }
        try {
            return context(identity);
        } catch (GeneralSecurityException | IOException failure) {
            throw new TlsFailure("The certificate can't be used: " + failure.getMessage(), failure);
        }
    }

    private static SSLContext context(Identity identity) throws GeneralSecurityException, IOException {
        char[] none = {};
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, none);
        store.setKeyEntry("mock", identity.key(), none, identity.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, none);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
