package dev.sluice.cluster.credentials;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// A client certificate with its key; the certificate that names the user comes first.
public record ClientKey(PrivateKey key, List<X509Certificate> chain) {
  public ClientKey {
    chain = List.copyOf(chain);
  }

  @Override
  public String toString() {
    return "a client certificate";
  }
}
