package dev.understudy.hosting.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.environment.CertificateType;
import dev.understudy.mock.GivenFiles;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TlsContextsTest {

    private static final String ANOTHER_KEY =
            "The private key does not belong to the certificate. Choose the two that do.";
    private static final List<String> HOSTS = List.of("mocks.example.org", "10.1.2.3");

    private final Map<String, byte[]> files = new HashMap<>();
    private final Identity identity = OwnCertificate.make(HOSTS, Clock.systemUTC());

    @Test
    @DisplayName("L70 a certificate made on the spot is for this machine and its names, and good for a year")
    void ownCertificate() throws Exception {
        X509Certificate certificate = identity.chain().getFirst();
        certificate.checkValidity();
        certificate.verify(certificate.getPublicKey());
        assertThat(Duration.between(
                        Clock.systemUTC().instant(), certificate.getNotAfter().toInstant()))
                .isBetween(Duration.ofDays(364), Duration.ofDays(366));
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .contains("localhost", "127.0.0.1", "mocks.example.org", "10.1.2.3");
        assertThat(identity.isWhole()).isTrue();
        assertThat(context(settings(CertificateType.CERT, "", "", "", "", ""))).isEmpty();
    }

    @Test
    @DisplayName("L71 certificate and key come from PEM files, whatever form the key has")
    void pem() throws Exception {
        files.put("tls/cert.pem", pem(identity.chain().getFirst()));
        files.put("rsa.pem", pem(rsa()));
        files.put("pkcs8.pem", pem(new JcaPKCS8Generator(identity.key(), null)));
        assertThat(context(settings(CertificateType.CERT, "./tls//cert.pem", "rsa.pem", "", "", "")))
                .contains(ANOTHER_KEY);
        assertThat(context(settings(CertificateType.CERT, "/tls/cert.pem", "a/../pkcs8.pem", "", "", "")))
                .isEmpty();
    }

    @Test
    @DisplayName("L71 an encrypted key needs its passphrase")
    void passphrase() throws Exception {
        files.put("cert.pem", pem(identity.chain().getFirst()));
        files.put(
                "pkcs8.pem",
                pem(new JcaPKCS8Generator(
                        identity.key(),
                        new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
                                .setProvider(new BouncyCastleProvider())
                                .setPassword("open".toCharArray())
                                .build())));
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(
                    rsa(),
                    new JcePEMEncryptorBuilder("AES-128-CBC")
                            .setProvider(new BouncyCastleProvider())
                            .build("open".toCharArray()));
        }
        files.put("old.pem", text.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(context(settings(CertificateType.CERT, "cert.pem", "pkcs8.pem", "", "", "open")))
                .isEmpty();
        assertThat(context(settings(CertificateType.CERT, "cert.pem", "old.pem", "", "", "open")))
                .contains(ANOTHER_KEY);
        for (String key : List.of("pkcs8.pem", "old.pem")) {
            assertThat(context(settings(CertificateType.CERT, "cert.pem", key, "", "", "wrong")))
                    .contains("The key file \"" + key + "\" can't be opened with this passphrase, or is no private key"
                            + " in PEM form.");
        }
    }

    @Test
    @DisplayName("L71 a PFX file has both")
    void pfx() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "any", identity.key(), "open".toCharArray(), identity.chain().toArray(X509Certificate[]::new));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, "open".toCharArray());
        files.put("mock.pfx", bytes.toByteArray());
        files.put("none.pfx", new byte[] {1, 2, 3});
        assertThat(context(settings(CertificateType.PFX, "", "", "mock.pfx", "", "open")))
                .isEmpty();
        for (String path : List.of("mock.pfx", "none.pfx")) {
            assertThat(context(settings(CertificateType.PFX, "", "", path, "", "wrong")))
                    .contains("The PFX file \"" + path + "\" can't be opened with this passphrase, or is none.");
        }
    }

    @Test
    @DisplayName("L72 what is missing or does not fit is told in a sentence")
    void sentences() throws Exception {
        files.put("cert.pem", pem(identity.chain().getFirst()));
        files.put("text.pem", "no PEM at all".getBytes(StandardCharsets.UTF_8));
        Identity another = OwnCertificate.make(HOSTS, Clock.systemUTC());
        files.put("other.pem", pem(new JcaPKCS8Generator(another.key(), null)));
        files.put("rsa.pem", pem(rsa()));
        files.put("large.pem", new byte[IdentityFiles.MAX_BYTES + 1]);
        assertThat(context(settings(CertificateType.CERT, "cert.pem", "none.pem", "", "", "")))
                .contains("The key file \"none.pem\" is not among the files of the environment. Upload it under this"
                        + " name, or clear the field.");
        assertThat(context(settings(CertificateType.CERT, "text.pem", "other.pem", "", "", "")))
                .hasValueSatisfying(reason -> assertThat(reason).contains("text.pem"));
        assertThat(context(settings(CertificateType.CERT, "cert.pem", "text.pem", "", "", "")))
                .contains("The key file \"text.pem\" holds no private key in PEM form.");
        assertThat(context(settings(CertificateType.CERT, "cert.pem", "large.pem", "", "", "")))
                .contains("The key file \"large.pem\" is larger than 1 MiB.");
        for (String other : List.of("other.pem", "rsa.pem")) {
            assertThat(context(settings(CertificateType.CERT, "cert.pem", other, "", "", "")))
                    .contains(ANOTHER_KEY);
        }
    }

    @Test
    @DisplayName("L71 certificates that vouch for the server's are sent with it")
    void chain() throws Exception {
        Identity whole = identity.vouchedBy(
                List.of(OwnCertificate.make(HOSTS, Clock.systemUTC()).chain().getFirst()));
        assertThat(whole.chain()).hasSize(2);
        files.put("cert.pem", pem(identity.chain().getFirst()));
        files.put("key.pem", pem(new JcaPKCS8Generator(identity.key(), null)));
        assertThatThrownBy(() -> TlsContexts.of(
                        settings(CertificateType.CERT, "cert.pem", "key.pem", "", "ca.pem", ""),
                        new GivenFiles(files),
                        HOSTS,
                        Clock.systemUTC()))
                .isInstanceOf(TlsFailure.class)
                .hasMessageStartingWith("The CA certificate file \"ca.pem\" is not among");
    }

    private static PrivateKey rsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair().getPrivate();
    }

    /// The sentence if there is none.
    private Optional<String> context(TlsSettings settings) {
        try {
            TlsContexts.of(settings, new GivenFiles(files), HOSTS, Clock.systemUTC());
            return Optional.empty();
        } catch (TlsFailure failure) {
            return Optional.of(failure.getMessage());
        }
    }

    private static TlsSettings settings(
            CertificateType type, String cert, String key, String pfx, String ca, String passphrase) {
        return new TlsSettings(true, type, pfx, cert, key, ca, passphrase);
    }

    private static byte[] pem(Object object) throws Exception {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
