package dev.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFaultsTest {
  @TempDir private Path folder;

  @Test
  void saysThatAFileIsNotThere() {
    assertThat(said(folder.resolve("none"))).isEqualTo("it is not there");
  }

  @Test
  void saysThatAFolderIsNoFile() {
    assertThat(said(folder)).isEqualTo("it is a folder");
  }

  @Test
  void saysThatANameCannotBeOne() {
    var fault = new InvalidPathException("a\u0000b", "Nul character not allowed");
    assertThat(Texts.of(FileFaults.words(fault))).isEqualTo("no file can have this name");
  }

  @Test
  void saysNothingOfJavaAboutAnythingElse() {
    assertThat(Texts.of(FileFaults.words(new IOException("Input/output error"))))
        .isEqualTo("reading it failed");
  }

  private static String said(Path file) {
    var fault = catchThrowableOfType(IOException.class, () -> Files.readString(file));
    return Texts.of(FileFaults.words(fault));
  }
}
