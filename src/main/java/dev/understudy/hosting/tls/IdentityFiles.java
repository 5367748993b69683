package dev.understudy.hosting.tls;

import dev.understudy.mock.state.MockFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/// Reads keys and certificates from the files of an environment.
final class IdentityFiles {

    /// Of one file; real ones are a few kilobytes.
    static final int MAX_BYTES = 1024 * 1024;

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final MockFiles files;

    IdentityFiles(MockFiles files) {
        this.files = files;
    }

    /// From a certificate, a key, and perhaps the certificates of those who vouch for it, all as PEM.
    Identity pem(TlsSettings settings) throws TlsFailure {
        PrivateKey key = key(settings.key(), settings.passphrase());
        Identity identity = new Identity(key, certificates("certificate", settings.cert()));
        return settings.ca().isEmpty() ? identity : identity.vouchedBy(certificates("CA certificate", settings.ca()));
    }

    /// From a PKCS #12 file.
    Identity pfx(TlsSettings settings) throws TlsFailure {
        byte[] bytes = read("PFX", settings.pfx());
        char[] passphrase = settings.passphrase().toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), passphrase);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, passphrase) instanceof PrivateKey key) {
                    List<X509Certificate> chain = new ArrayList<>();
                    for (Certificate certificate : store.getCertificateChain(alias)) {
                        chain.add((X509Certificate) certificate);
                    }
                    return new Identity(key, chain);
                }
            }
            throw new TlsFailure("The PFX file \"" + settings.pfx() + "\" has no private key.");
        } catch (IOException | GeneralSecurityException | RuntimeException failure) {
            throw new TlsFailure(
                    "The PFX file \"" + settings.pfx() + "\" can't be opened with this passphrase, or is none.",
                    failure);
        }
    }

    private List<X509Certificate> certificates(String what, String path) throws TlsFailure {
        byte[] bytes = read(what, path);
        try {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (!certificates.isEmpty()) {
                return certificates;
            }
            throw new TlsFailure("The " + what + " file \"" + path + "\" holds no certificate.");
        } catch (GeneralSecurityException failure) {
            throw new TlsFailure("The " + what + " file \"" + path + "\" is no certificate in PEM form.", failure);
        }
    }

    private PrivateKey key(String path, String passphrase) throws TlsFailure {
        String text = new String(read("key", path), StandardCharsets.US_ASCII);
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
                PrivateKeyInfo key = key(found, passphrase);
                if (key != null) {
                    return javaKey(key);
                }
            }
        } catch (IOException
                | PKCSException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException failure) {
            throw new TlsFailure(
                    "The key file \"" + path + "\" can't be opened with this passphrase, or is no private key in PEM"
                            + " form.",
                    failure);
        }
        throw new TlsFailure("The key file \"" + path + "\" holds no private key in PEM form.");
    }

    /// As the JDK's own TLS likes it.
    private static PrivateKey javaKey(PrivateKeyInfo key) throws IOException, GeneralSecurityException {
        ASN1ObjectIdentifier algorithm = key.getPrivateKeyAlgorithm().getAlgorithm();
        String name = algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)
                ? "EC"
                : algorithm.equals(PKCSObjectIdentifiers.rsaEncryption) ? "RSA" : algorithm.getId();
        return KeyFactory.getInstance(name).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
    }

    private static @Nullable PrivateKeyInfo key(Object found, String passphrase)
            throws IOException, PKCSException, OperatorCreationException {
        char[] secret = passphrase.toCharArray();
        return switch (found) {
            case PrivateKeyInfo key -> key;
            case PEMKeyPair pair -> pair.getPrivateKeyInfo();
            case PEMEncryptedKeyPair pair ->
                pair.decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                                .setProvider(PROVIDER)
                                .build(secret))
                        .getPrivateKeyInfo();
            case PKCS8EncryptedPrivateKeyInfo key ->
                key.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                        .setProvider(PROVIDER)
                        .build(secret));
            default -> null;
        };
    }

    private byte[] read(String what, String path) throws TlsFailure {
        byte[] bytes = files.read(plain(path))
                .orElseThrow(() -> new TlsFailure("The " + what + " file \"" + path
                        + "\" is not among the files of the environment. Upload it under this name, or clear the"
                        + " field."));
        if (bytes.length > MAX_BYTES) {
            throw new TlsFailure("The " + what + " file \"" + path + "\" is larger than 1 MiB.");
        }
        return bytes;
    }

    /// As the files of an environment are called: without `.`, `..` and a slash at the start.
    private static String plain(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.replace('\\', '/').split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
