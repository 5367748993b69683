package dev.understudy.hosting.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// What a server proves who it is with.
///
/// @param chain the server's own certificate first, then those that vouch for it
record Identity(PrivateKey key, List<X509Certificate> chain) {

    private static final byte[] PROBE = {1, 2, 3};

    /// Whether the key is the one of the first certificate.
    boolean isWhole() {
        PublicKey open = chain.getFirst().getPublicKey();
        if (!open.getAlgorithm().equals(key.getAlgorithm())) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(algorithm());
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(open);
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /// The same with those of the certificates that vouch for the chain's last one, one after the other.
    Identity vouchedBy(List<X509Certificate> others) {
        List<X509Certificate> longer = new ArrayList<>(chain);
        List<X509Certificate> left = new ArrayList<>(others);
        boolean found = true;
        while (found) {
            var issuer = longer.getLast().getIssuerX500Principal();
            found = left.removeIf(other ->
                    !longer.contains(other) && other.getSubjectX500Principal().equals(issuer) && longer.add(other));
        }
        return new Identity(key, List.copyOf(longer));
    }

    private String algorithm() {
        return switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> key.getAlgorithm();
        };
    }
}
