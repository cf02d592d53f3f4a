package dev.sluice.cluster.api;

import dev.sluice.cluster.credentials.ClientKey;
import dev.sluice.cluster.credentials.Materials;
import dev.sluice.cluster.credentials.Pem;
import dev.sluice.cluster.kubeconfig.Cluster;
import dev.sluice.cluster.kubeconfig.Material;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// How one cluster's API server is verified, always, and how the user shows a client certificate.
///
/// @param authorities empty for this machine's own
/// @param serverName the name the server's certificate is for, where that is not the address's
record Tls(Optional<KeyStore> authorities, Optional<String> serverName) implements Wire.Identified {
  private static final char[] NO_PASSWORD = {};

  static Result<Tls> of(Cluster cluster) {
    return cluster
        .authority()
        .map(authority -> authorities(authority).map(Optional::of))
        .orElseGet(() -> Result.ok(Optional.empty()))
        .map(store -> new Tls(store, cluster.tlsServerName()));
  }

  @Override
  public OkHttpClient.Builder on(OkHttpClient.Builder client, Optional<ClientKey> key) {
    try {
      var trust = trust();
      var context = SSLContext.getInstance("TLS");
      context.init(keys(key), new TrustManager[] {trust}, null);
      var sockets = new TlsSockets(context.getSocketFactory(), serverName, Wire.CONNECT);
      if (serverName.isEmpty()) {
        return client.sslSocketFactory(sockets, trust);
      }
      var name = serverName.get();
      var verifier = new OkHttpClient().hostnameVerifier();
      return client
          .sslSocketFactory(sockets, trust)
          .hostnameVerifier((_, session) -> verifier.verify(name, session));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has TLS", impossible);
    }
  }

  private X509TrustManager trust() throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authorities.orElse(null));
    return (X509TrustManager) factory.getTrustManagers()[0];
  }

  private static KeyManager @Nullable [] keys(Optional<ClientKey> key)
      throws GeneralSecurityException {
    if (key.isEmpty()) {
      return null;
    }
    var store = emptyStore();
    var chain = key.get().chain().toArray(Certificate[]::new);
    store.setKeyEntry("user", key.get().key(), NO_PASSWORD, chain);
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static Result<KeyStore> authorities(Material authority) {
    return Materials.text(authority)
        .then(pem -> {
          try {
            var store = emptyStore();
            for (var certificate : Pem.certificates(pem)) {
              store.setCertificateEntry("ca" + store.size(), certificate);
            }
            return Result.ok(store);
          } catch (CertificateException _) {
            var source = Materials.name("certificate-authority", authority);
            return Result.failed(new Failure.BadInput(source, 0, 0, Words.of("api.tls.ca")));
          } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("an empty store takes entries", impossible);
          }
        });
  }

  private static KeyStore emptyStore() throws GeneralSecurityException {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, NO_PASSWORD);
      return store;
    } catch (IOException impossible) {
      throw new IllegalStateException("nothing is read", impossible);
    }
  }
}
