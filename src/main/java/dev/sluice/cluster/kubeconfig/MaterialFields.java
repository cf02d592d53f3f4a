package dev.sluice.cluster.kubeconfig;

import dev.sluice.text.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/// Reads fields that are a file or, with `-data`, its content in Base64. The content wins, as it
/// does in kubectl.
record MaterialFields(Path folder) {

  Optional<Material> read(Mapping mapping, String key) {
    var data = mapping.text(key + "-data").flatMap(text -> inline(mapping, key + "-data", text));
    return data.isPresent() ? data : file(mapping, key).map(Material.InFile::new);
  }

  Optional<Path> file(Mapping mapping, String key) {
    return mapping.text(key).flatMap(text -> resolved(mapping, key, text));
  }

  private Optional<Path> resolved(Mapping mapping, String key, String text) {
    try {
      return Optional.of(folder.resolve(text));
    } catch (InvalidPathException _) {
      mapping.wrong(key, Words.of("kubeconfig.path", key));
      return Optional.empty();
    }
  }

  private static Optional<Material> inline(Mapping mapping, String key, String text) {
    try {
      var bytes = Base64.getDecoder().decode(text.replaceAll("\\s", ""));
      return Optional.of(
          new Material.Inline(new Secret(new String(bytes, StandardCharsets.US_ASCII))));
    } catch (IllegalArgumentException _) {
      mapping.wrong(key, Words.of("kubeconfig.base64", key));
      return Optional.empty();
    }
  }
}
