package dev.sluice.app;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The system's browser. The address is handed over as one argument of one program, never through a
/// shell.
///
/// @param command the program that opens addresses, and what stands before the address
record Browser(List<String> command) {

  private static final System.Logger LOG = System.getLogger(Browser.class.getName());

  static Browser ofSystem() {
    return of(System.getProperty("os.name"));
  }

  static Browser of(String system) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return new Browser(List.of("rundll32", "url.dll,FileProtocolHandler"));
    }
    return new Browser(List.of(name.startsWith("mac") ? "open" : "xdg-open"));
  }

  /// Opens that address on a thread of its own. Anything but `http` and `https` is left alone,
  /// since other schemes start other programs.
  void open(URI address) {
    var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (!List.of("http", "https").contains(scheme)) {
      return;
    }
    Thread.ofVirtual().name("sluice-browser").start(() -> start(address));
  }

  private void start(URI address) {
    var all = new ArrayList<>(command);
    all.add(address.toString());
    try {
      new ProcessBuilder(all)
          .redirectInput(Redirect.PIPE)
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start()
          .getOutputStream()
          .close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "no browser could be started: {0}", e.getMessage());
    }
  }
}
