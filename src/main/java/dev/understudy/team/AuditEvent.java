package dev.understudy.team;

import java.util.Locale;

/// What is worth being asked about later: who came in, and who changed what somebody may do.
public enum AuditEvent {
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    SIGNED_OUT_EVERYWHERE,
    PASSWORD_CHANGED,
    INVITATION_CREATED,
    INVITATION_REVOKED,
    MEMBER_JOINED,
    ROLE_CHANGED,
    MEMBER_REMOVED,
    TOKEN_CREATED,
    TOKEN_REVOKED,
    LINK_CREATED,
    LINK_REVOKED,
    ENVIRONMENT_CREATED,
    ENVIRONMENT_DELETED,
    ENVIRONMENT_RESTORED;

    /// The stored form: `role-changed`.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
