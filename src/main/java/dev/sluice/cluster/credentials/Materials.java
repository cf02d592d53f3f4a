package dev.sluice.cluster.credentials;

import dev.sluice.cluster.kubeconfig.Material;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.FileFaults;
import dev.sluice.text.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads certificates' and keys' texts from where they are.
public final class Materials {
  private Materials() {}

  /// Its PEM text.
  public static Result<String> text(Material material) {
    return switch (material) {
      case Material.Inline(var pem) -> Result.ok(pem.value());
      case Material.InFile(var path) -> read(path);
    };
  }

  /// What to call it in a sentence for the user.
  ///
  /// @param field of the kubeconfig
  public static String name(String field, Material material) {
    return switch (material) {
      case Material.Inline _ -> field + "-data";
      case Material.InFile(var path) -> path.toString();
    };
  }

  private static Result<String> read(Path path) {
    try {
      return Result.ok(Files.readString(path, StandardCharsets.ISO_8859_1));
    } catch (IOException fault) {
      var problem = Words.of("kubeconfig.unreadable", FileFaults.words(fault));
      return Result.failed(new Failure.BadInput(path.toString(), 0, 0, problem));
    }
  }
}
