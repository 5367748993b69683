package dev.understudy.server.heavy;

/// What the requests of this process may hold: of people who are known, and of everybody else, who can't take anything
/// from those.
public record RequestMemory(HeldMemory people, HeldMemory strangers) {

    static RequestMemory ofHeap() {
        return new RequestMemory(HeldMemory.ofPeople(), HeldMemory.ofStrangers());
    }
}
