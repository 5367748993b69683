package dev.understudy.mock.explain;

/// Compares words. Pure.
final class Spelling {

    private Spelling() {}

    /// How many letters have to be put in, taken out or replaced to make one word of the other.
    static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int at = 0; at <= other.length(); at++) {
            above[at] = at;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] line = new int[other.length() + 1];
            line[0] = row;
            for (int at = 1; at <= other.length(); at++) {
                int replaced = above[at - 1] + (one.charAt(row - 1) == other.charAt(at - 1) ? 0 : 1);
                line[at] = Math.min(replaced, 1 + Math.min(above[at], line[at - 1]));
            }
            above = line;
        }
        return above[other.length()];
    }
}
