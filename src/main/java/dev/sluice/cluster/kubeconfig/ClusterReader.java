package dev.sluice.cluster.kubeconfig;

import dev.sluice.text.Words;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// Reads a `cluster` of a kubeconfig.
record ClusterReader(Path folder) {
  private static final String EXEC = "client.authentication.k8s.io/exec";
  private static final Set<String> KNOWN =
      Set.of(
          "server",
          "certificate-authority",
          "certificate-authority-data",
          "insecure-skip-tls-verify",
          "tls-server-name",
          "proxy-url",
          "disable-compression",
          "extensions");

  Cluster read(String name, Mapping cluster) {
    cluster.expect(KNOWN);
    return new Cluster(
        name,
        server(cluster),
        new MaterialFields(folder).read(cluster, "certificate-authority"),
        cluster.flag("insecure-skip-tls-verify"),
        cluster.text("tls-server-name"),
        proxy(cluster),
        !cluster.flag("disable-compression"),
        execConfig(cluster));
  }

  private static Optional<Object> execConfig(Mapping cluster) {
    return cluster.mappings("extensions").stream()
        .filter(extension -> extension.text("name").filter(EXEC::equals).isPresent())
        .flatMap(extension -> extension.plain("extension").stream())
        .findFirst();
  }

  private static URI server(Mapping cluster) {
    var text = cluster.needed("server");
    var server = address(text.contains("://") ? text : "https://" + text);
    if (server.isEmpty() || !Set.of("http", "https").contains(server.get().getScheme())) {
      cluster.wrong("server", Words.of("kubeconfig.server"));
    } else if (server.get().getScheme().equals("http") && !Loopback.is(server.get().getHost())) {
      cluster.wrong("server", Words.of("kubeconfig.http"));
    }
    return server.orElse(URI.create("https://invalid"));
  }

  private static Optional<URI> proxy(Mapping cluster) {
    var text = cluster.text("proxy-url");
    var proxy = text.flatMap(ClusterReader::address);
    var known = proxy.map(uri -> Set.of("http", "https", "socks5").contains(uri.getScheme()));
    if (text.isPresent() && !known.orElse(false)) {
      cluster.wrong("proxy-url", Words.of("kubeconfig.proxy"));
    }
    return proxy;
  }

  private static Optional<URI> address(String text) {
    try {
      var uri = new URI(text);
      return Optional.of(uri).filter(address -> address.getHost() != null);
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
