package dev.understudy.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Who PostgreSQL's programs run as. They refuse to run as root, so root steps down: into a user namespace, where its
/// files remain its own, or where that is forbidden to the unprivileged user `nobody`, who is then given the files.
///
/// @param prefix what stands before each command
/// @param uid whom PostgreSQL's files are given to, or [#AS_IS]
record PostgresUser(List<String> prefix, int uid) {

    static final int AS_IS = -1;

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    private static final List<String> NAMESPACE = List.of("unshare", "--user");

    /// Picks the user for the cluster in this folder, which need not exist.
    static PostgresUser forCluster(Path cluster) throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return new PostgresUser(List.of(), AS_IS);
        }
        var owner = Files.exists(cluster) ? (int) Files.getAttribute(cluster, "unix:uid") : ROOT;
        if (owner != ROOT) {
            return steppedDownTo(owner);
        }
        if (works(NAMESPACE)) {
            return new PostgresUser(NAMESPACE, AS_IS);
        }
        var nobody = steppedDownTo(NOBODY);
        if (Files.notExists(cluster) && works(nobody.prefix)) {
            return nobody;
        }
        throw new CannotStart(
                "PostgreSQL does not run as root, and on this machine root cannot step down (neither unshare nor setpriv does it).",
                "Start Understudy as another user, or set SPRING_DATASOURCE_URL to a PostgreSQL of yours.");
    }

    /// Gives the file or the empty folder to this user.
    void own(Path file) throws IOException {
        if (uid != AS_IS) {
            Files.setAttribute(file, "unix:uid", uid);
            Files.setAttribute(file, "unix:gid", uid);
        }
    }

    private static PostgresUser steppedDownTo(int uid) {
        return new PostgresUser(List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups"), uid);
    }

    private static boolean works(List<String> prefix) {
        try {
            return Command.run(prefix, List.of("true")).succeeded();
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
