package dev.understudy.hosting.runtime;

import dev.understudy.environment.MemoryBudget;
import dev.understudy.team.TeamId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// The memory for all that the mocks of this process hold: compiled forms, prepared answers, data buckets, variables,
/// logs, what waits to be sent. Each team has a share of it, so that none fills it for all. Any thread may call it.
public final class MockMemory {

    /// Of the memory that the process may have.
    private static final int PART_OF_PROCESS = 3;

    /// What a team may have of that.
    private static final int PART_OF_TEAM = 2;

    private static final long MEGABYTE = 1024 * 1024;

    /// A team's share.
    ///
    /// @param building is held by whoever compiles or fills a mock of the team, which takes memory on the way
    public record Share(MemoryBudget budget, ReentrantLock building) {}

    private final long bytes;
    private final long ofTeam;
    private final MemoryBudget all;
    private final Map<TeamId, Share> teams = new ConcurrentHashMap<>();

    public MockMemory(long bytes) {
        this.bytes = bytes;
        this.ofTeam = bytes / PART_OF_TEAM;
        this.all = MemoryBudget.of(
                bytes,
                "There is no memory left for this mock: the mocks of a team may hold %,d MB on this server, all mocks %,d MB. Stop some, make their texts and data buckets smaller, or ask the operator for more memory."
                        .formatted(ofTeam / MEGABYTE, bytes / MEGABYTE));
    }

    public static MockMemory ofThisProcess() {
        return new MockMemory(Runtime.getRuntime().maxMemory() / PART_OF_PROCESS);
    }

    public Share ofTeam(TeamId team) {
        return teams.computeIfAbsent(team, _ -> new Share(all.part(ofTeam), new ReentrantLock()));
    }

    /// A part of it that is no team's, for what mocks leave behind.
    ///
    /// @param part of all of it, such as 32 for one of 32 parts
    public MemoryBudget aside(int part) {
        return all.part(bytes / part);
    }

    /// What all mocks hold now, in bytes about.
    public long taken() {
        return all.taken();
    }
}
