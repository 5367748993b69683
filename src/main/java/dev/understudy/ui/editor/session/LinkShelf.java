package dev.understudy.ui.editor.session;

import dev.understudy.server.PublicUrl;
import dev.understudy.team.Access;
import dev.understudy.team.link.Links;
import dev.understudy.team.link.ReadLink;
import java.util.List;
import java.util.Optional;

/// The read-only links of a tab's environment. All of it takes its time: not with the lock of the UI.
public final class LinkShelf {

    private final Links links;
    private final PublicUrl address;

    LinkShelf(Links links, PublicUrl address) {
        this.links = links;
        this.address = address;
    }

    /// The links, the newest first.
    ///
    /// @throws dev.understudy.team.Forbidden if the person may not edit
    public List<ReadLink> list(Access access) {
        return links.list(access);
    }

    /// Makes one and tells its address, this once; empty if there are [Links#MOST_PER_ENVIRONMENT].
    ///
    /// @throws dev.understudy.team.Forbidden if the person may not edit
    public Optional<String> make(Access access) {
        return links.create(access).map(issued -> address.base() + Links.PATH + issued.secret());
    }

    /// Makes a link worthless; false if it was gone already.
    ///
    /// @throws dev.understudy.team.Forbidden if the person may not edit
    public boolean revoke(Access access, ReadLink.Id id) {
        return links.revoke(access, id);
    }
}
