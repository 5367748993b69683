package dev.understudy.hosting.tls;

import dev.understudy.environment.CertificateType;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;

/// How an environment wants its listener to speak TLS. Equal settings give the same.
///
/// @param pfx path of a file of the environment, as the others; empty without one
public record TlsSettings(
        boolean enabled, CertificateType type, String pfx, String cert, String key, String ca, String passphrase) {

    /// Of an environment.
    public static TlsSettings of(Node root) {
        return new TlsSettings(
                root.get(Schema.ENVIRONMENT_TLS),
                root.get(Schema.ENVIRONMENT_TLS_TYPE),
                root.get(Schema.ENVIRONMENT_TLS_PFX),
                root.get(Schema.ENVIRONMENT_TLS_CERT),
                root.get(Schema.ENVIRONMENT_TLS_KEY),
                root.get(Schema.ENVIRONMENT_TLS_CA),
                root.get(Schema.ENVIRONMENT_TLS_PASSPHRASE));
    }

    boolean hasPfx() {
        return type == CertificateType.PFX && !pfx.isEmpty();
    }

    boolean hasPem() {
        return type == CertificateType.CERT && !cert.isEmpty() && !key.isEmpty();
    }

    /// The passphrase is not for logs.
    @Override
    public String toString() {
        return "TLS " + (enabled ? type.name() : "off");
    }
}
