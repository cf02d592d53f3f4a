package dev.sluice.text;

import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;

/// What is the matter with a file, in words for whoever named it.
public final class FileFaults {

  private static final String FOLDER = "Is a directory";

  private FileFaults() {}

  /// Why a file could not be read.
  public static Words words(Exception fault) {
    return Words.of(
        switch (fault) {
          case NoSuchFileException _ -> "file.absent";
          case AccessDeniedException _ -> "file.denied";
          case InvalidPathException _ -> "file.name";
          case Exception folder when FOLDER.equals(folder.getMessage()) -> "file.folder";
          case Exception _ -> "file.broken";
        });
  }
}
