package dev.understudy.template.faker;

import java.util.List;
import java.util.random.RandomGenerator;

/// What is left to chance. As safe for threads as its generator is.
record Chance(RandomGenerator random) {

    /// At least 0, less than the bound.
    int below(int bound) {
        return random.nextInt(bound);
    }

    /// Both ends included.
    int between(int min, int max) {
        return (int) between((long) min, max);
    }

    /// Both ends included.
    long between(long min, long max) {
        return random.nextLong(min, max + 1);
    }

    /// At least 0, less than 1.
    double unit() {
        return random.nextDouble();
    }

    double between(double min, double max) {
        return min + random.nextDouble() * (max - min);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @SafeVarargs
    final <T> T pick(T first, T... others) {
        int index = random.nextInt(others.length + 1);
        return index == 0 ? first : others[index - 1];
    }

    /// So many characters of an alphabet.
    String text(String alphabet, int length) {
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            text[i] = alphabet.charAt(random.nextInt(alphabet.length()));
        }
        return new String(text);
    }
}
