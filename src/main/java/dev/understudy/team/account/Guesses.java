package dev.understudy.team.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Says who may guess at a password now. A stranger's guess counts for the account at this address, for the account
/// wherever guesses come from, and for the address whatever the account; a guess from a browser that is known for the
/// account counts for that browser alone, and no stranger makes it wait. An address that guessed too often loses the
/// free guesses but for the first at each account, and gets one checked at a time: who types the right password there
/// still comes in.
///
/// A guess counts in all of these or, if one of them has to wait, in none. Any thread may call it.
final class Guesses {

    static final int FREE_PER_ADDRESS = 20;
    static final int FREE_PER_ACCOUNT = 20;
    /// Strangers can make an account's owner wait no longer than this, at a browser that is not known yet.
    static final Duration LONGEST_PER_ACCOUNT = Duration.ofMinutes(1);

    private static final Duration WHILE_ANOTHER_IS_CHECKED = Duration.ofSeconds(1);

    /// Whose password is guessed at, and from where.
    ///
    /// @param account the address of an account, in small letters
    /// @param exists whether there is such an account: strangers who make accounts up don't drive the real ones out
    ///        of memory
    /// @param browser the number of a browser that is known for the account
    record Guess(String account, boolean exists, String address, Optional<String> browser) {

        String source() {
            return account + " " + browser.orElse(address);
        }
    }

    /// A guess that may be checked, until it is closed, or has to wait.
    final class Turn implements AutoCloseable {

        private final Guess guess;
        private final Optional<Duration> wait;
        private final boolean crowded;

        private Turn(Guess guess, Optional<Duration> wait, boolean crowded) {
            this.guess = guess;
            this.wait = wait;
            this.crowded = crowded;
        }

        Optional<Duration> timeToWait() {
            return wait;
        }

        void right() {
            Counts counts = counts(guess);
            counts.perSource.forget(guess.source());
            counts.firstOnes.forget(guess.source());
            if (guess.browser().isEmpty()) {
                counts.perAccount.takeBack(guess.account());
                if (!crowded) {
                    perAddress.takeBack(guess.address());
                }
            }
        }

        @Override
        public void close() {
            if (crowded && wait.isEmpty()) {
                beingChecked.remove(guess.address());
            }
        }
    }

    private static final class Counts {

        final Throttle perSource;
        final Throttle firstOnes;
        final Throttle perAccount;

        Counts(Clock clock) {
            perSource = new Throttle(clock, SignIn.FREE_PER_ACCOUNT);
            firstOnes = new Throttle(clock, 1);
            perAccount = new Throttle(clock, FREE_PER_ACCOUNT, LONGEST_PER_ACCOUNT);
        }
    }

    private final Throttle perAddress;
    private final Counts ofAccounts;
    private final Counts ofNobody;
    private final Set<String> beingChecked = ConcurrentHashMap.newKeySet();

    Guesses(Clock clock) {
        this.perAddress = new Throttle(clock, FREE_PER_ADDRESS);
        this.ofAccounts = new Counts(clock);
        this.ofNobody = new Counts(clock);
    }

    synchronized Turn begin(Guess guess) {
        Counts counts = counts(guess);
        if (guess.browser().isPresent()) {
            return new Turn(guess, counts.perSource.begin(guess.source()), false);
        }
        boolean crowded = perAddress.timeToWait(guess.address()).isPresent();
        Optional<Duration> wait = Stream.of(
                        counts.perSource.timeToWait(guess.source()),
                        counts.perAccount.timeToWait(guess.account()),
                        crowded ? counts.firstOnes.timeToWait(guess.source()) : Optional.<Duration>empty(),
                        crowded && beingChecked.contains(guess.address())
                                ? Optional.of(WHILE_ANOTHER_IS_CHECKED)
                                : Optional.<Duration>empty())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        if (wait.isEmpty()) {
            count(counts, guess, crowded);
        }
        return new Turn(guess, wait, crowded);
    }

    private void count(Counts counts, Guess guess, boolean crowded) {
        var _ = counts.perSource.begin(guess.source());
        var _ = counts.perAccount.begin(guess.account());
        if (crowded) {
            var _ = counts.firstOnes.begin(guess.source());
            beingChecked.add(guess.address());
        } else {
            var _ = perAddress.begin(guess.address());
        }
    }

    private Counts counts(Guess guess) {
        return guess.exists() ? ofAccounts : ofNobody;
    }
}
