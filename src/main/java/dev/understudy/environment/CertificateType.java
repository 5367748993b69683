package dev.understudy.environment;

/// In which files a certificate and its key come.
public enum CertificateType implements Choosable {
    CERT,
    PFX
}
