package dev.sluice.app;

import dev.sluice.text.Texts;

/// The entry point. It does not extend JavaFX's Application, so that JavaFX may stand on the class
/// path.
public final class Launcher {
  private Launcher() {}

  /// Starts Sluice with the command line's arguments.
  public static void main(String[] args) {
    System.out.println(greeting(args.length));
  }

  static String greeting(int arguments) {
    return Texts.of("app.name") + ", " + arguments + " arguments";
  }
}
