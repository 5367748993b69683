package dev.understudy.hosting.listener;

/// Why a listener answers on another port than its document names. Pure.
///
/// @param named the port of the document
public record PortMismatch(int named, Cause cause) {

    /// What stands in the way.
    public sealed interface Cause {

        /// Listeners may not take it here.
        record NotAllowed(PortRange allowed) implements Cause {}

        /// A mock of the same team has it now.
        record TakenBy(String environment) implements Cause {}

        /// A mock of another team has it now, whose name is nobody else's business.
        record TakenByOthers() implements Cause {}

        /// It could not be had when the listener started; who had it then is not known now.
        record TakenThen() implements Cause {}

        /// Nothing that is known: it was set since, or another one was asked for.
        record NotTried() implements Cause {}
    }

    /// The whole truth.
    ///
    /// @param port where it answers instead
    public String sentence(int port) {
        return switch (cause) {
            case Cause.NotAllowed(PortRange allowed) ->
                "Port %d is outside of the ports that mocks may take here (%s); answering on %d."
                        .formatted(named, allowed, port);
            case Cause.TakenBy(String environment) ->
                "Port %d is taken by “%s”; answering on %d.".formatted(named, environment, port);
            case Cause.TakenByOthers _ -> "Port %d is taken by somebody else; answering on %d.".formatted(named, port);
            case Cause.TakenThen _ ->
                "Port %d was taken when this mock started; answering on %d. Stop and start it to try again."
                        .formatted(named, port);
            case Cause.NotTried _ ->
                "Answering on %d. Port %d is tried when this mock is stopped and started.".formatted(port, named);
        };
    }

    /// The same in a few words: "3000 is taken".
    public String brief() {
        return switch (cause) {
            case Cause.NotAllowed _ -> named + " is not allowed";
            case Cause.TakenBy _, Cause.TakenByOthers _ -> named + " is taken";
            case Cause.TakenThen _ -> named + " was taken";
            case Cause.NotTried _ -> named + " from the next start";
        };
    }
}
