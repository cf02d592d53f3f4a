package dev.sluice.cluster.credentials;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.util.HexFormat;

/// Puts older key formats into PKCS#8 (RFC 5208), the one that Java reads: PKCS#1 (RFC 8017, A.1.2)
/// and SEC 1 (RFC 5915).
final class Der {
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int PARAMETERS = 0xA0;
  private static final byte[] VERSION_0 = HexFormat.of().parseHex("020100");
  private static final byte[] RSA =
      HexFormat.of().parseHex("300d06092a864886f70d0101010500"); // rsaEncryption, NULL
  private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201"); // ecPublicKey

  private Der() {}

  static byte[] pkcs8OfRsa(byte[] pkcs1) {
    return element(SEQUENCE, VERSION_0, RSA, element(OCTETS, pkcs1));
  }

  static byte[] pkcs8OfEc(byte[] sec1) throws InvalidKeyException {
    var algorithm = element(SEQUENCE, EC, curve(sec1));
    return element(SEQUENCE, VERSION_0, algorithm, element(OCTETS, sec1));
  }

  /// The curve's name, which SEC 1 keeps inside: a version, the key, then `[0]` with the curve.
  private static byte[] curve(byte[] sec1) throws InvalidKeyException {
    try {
      var key = content(ByteBuffer.wrap(sec1), SEQUENCE);
      while (key.hasRemaining()) {
        int tag = key.get(key.position()) & 0xFF;
        var content = content(key, tag);
        if (tag == PARAMETERS) {
          var curve = new byte[content.remaining()];
          content.get(curve);
          return curve;
        }
      }
    } catch (IllegalArgumentException | BufferUnderflowException malformed) {
      throw new InvalidKeyException("malformed EC key", malformed);
    }
    throw new InvalidKeyException("EC key without a named curve");
  }

  private static ByteBuffer content(ByteBuffer in, int tag) {
    if ((in.get() & 0xFF) != tag) {
      throw new IllegalArgumentException("another tag");
    }
    int length = in.get() & 0xFF;
    if (length >= 0x80) {
      int bytes = length & 0x7F;
      length = 0;
      for (int i = 0; i < bytes; i++) {
        length = (length << 8) | (in.get() & 0xFF);
      }
    }
    int end = in.position() + length;
    var content = in.duplicate().limit(end);
    in.position(end);
    return content;
  }

  private static byte[] element(int tag, byte[]... parts) {
    var content = new ByteArrayOutputStream();
    for (var part : parts) {
      content.writeBytes(part);
    }
    var out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.size();
    if (length < 0x80) {
      out.write(length);
    } else {
      // Two bytes of length do for every key there is.
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }
}
