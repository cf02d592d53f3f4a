package dev.sluice.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where the console keeps what is the user's: XDG folders on Linux, the platform's own elsewhere.
///
/// @param system the operating system's name, as `os.name` has it
/// @param environment the process's variables
/// @param home the user's home folder
record Folders(String system, Map<String, String> environment, Path home) {

  static Folders ofProcess() {
    return new Folders(
        System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /// For settings and approvals; it need not exist yet.
  Path config() {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return variable("APPDATA")
          .orElse(home.resolve("AppData").resolve("Roaming"))
          .resolve("Sluice");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Sluice");
    }
    return variable("XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("sluice");
  }

  /// For the reports of builds: as `SLUICE_REPORTS` says, else beside the settings.
  Path reports() {
    return variable("SLUICE_REPORTS").orElseGet(() -> config().resolve("reports"));
  }

  /// The XDG specification has relative paths ignored.
  private Optional<Path> variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
