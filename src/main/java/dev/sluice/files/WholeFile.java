package dev.sluice.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that is written at once or not at all, and readable by its owner alone.
public record WholeFile(Path path) {

  /// Writes what is to stand in it.
  @FunctionalInterface
  public interface Content {
    void write(Path draft) throws IOException;
  }

  /// Puts that in the place of what stands there, if anything does. Its folder is made if need be.
  public Path replace(Content content) throws IOException {
    var folder = path.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    var draft = Files.createTempFile(folder, "draft", ".json");
    try {
      content.write(draft);
      return Files.move(
          draft, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
