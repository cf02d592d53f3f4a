package dev.sluice.cluster.api;

import java.net.InetAddress;
import java.util.BitSet;
import java.util.Optional;

/// Internet addresses with the same beginning, `10.0.0.0/8`, or a single one.
///
/// @param address one of them
/// @param bits how many of the first ones count
record IpRange(InetAddress address, int bits) {

  /// Reads it; empty for anything else. Looks up no name.
  static Optional<IpRange> of(String text) {
    int slash = text.indexOf('/');
    try {
      int bits = slash < 0 ? Integer.MAX_VALUE : Integer.parseInt(text.substring(slash + 1));
      return address(slash < 0 ? text : text.substring(0, slash))
          .filter(_ -> bits >= 0)
          .map(address -> new IpRange(address, bits));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// Whether that is this machine.
  static boolean loopback(String host) {
    return host.equals("localhost")
        || address(host).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  /// Whether that address is one of them; a name is not.
  boolean holds(String host) {
    return address(host).filter(this::holds).isPresent();
  }

  private boolean holds(InetAddress other) {
    int length = address.getAddress().length * 8;
    var differing = bits(address);
    differing.xor(bits(other));
    int first = differing.nextSetBit(0);
    return other.getAddress().length * 8 == length && (first < 0 || first >= bits);
  }

  /// The first bit first.
  private static BitSet bits(InetAddress address) {
    var bytes = address.getAddress();
    var bits = new BitSet();
    for (int i = 0; i < bytes.length * 8; i++) {
      bits.set(i, (bytes[i / 8] >> (7 - i % 8) & 1) == 1);
    }
    return bits;
  }

  private static Optional<InetAddress> address(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
