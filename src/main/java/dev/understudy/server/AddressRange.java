package dev.understudy.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// All addresses that begin with the same bits, in the notation `10.0.0.0/8`.
public record AddressRange(InetAddress first, int bits) {

    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    /// Reads one range; an address alone is a range of one.
    ///
    /// @throws IllegalArgumentException with a sentence, if it is none
    public static AddressRange parse(String text) {
        String written = text.strip();
        int slash = written.indexOf('/');
        String address = slash < 0 ? written : written.substring(0, slash);
        try {
            if (!LITERAL.matcher(address).matches()) {
                throw new UnknownHostException(address);
            }
            InetAddress first = InetAddress.getByName(address);
            int width = 8 * first.getAddress().length;
            int bits = slash < 0 ? width : Integer.parseInt(written.substring(slash + 1));
            if (bits < 0 || bits > width) {
                throw new NumberFormatException("not 0 to " + width);
            }
            return new AddressRange(first, bits);
        } catch (UnknownHostException | NumberFormatException cause) {
            throw new IllegalArgumentException(
                    "\"" + written + "\" is no range of addresses; write it like 10.0.0.0/8 or fd00::/8", cause);
        }
    }

    /// Reads ranges that are separated by commas; none if the text is blank.
    public static List<AddressRange> parseAll(String text) {
        List<AddressRange> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                ranges.add(parse(part));
            }
        }
        return List.copyOf(ranges);
    }

    /// Whether the address begins with the same bits.
    public boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + bits;
    }
}
