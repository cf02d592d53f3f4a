package dev.sluice.cli;

/// Tells that a person wants the program to end now (Ctrl+C).
public interface Interrupts {

  /// Calls `handler` once when that happens, until the registration is closed. The program ends
  /// soon after the handler has returned.
  Registration on(Runnable handler);

  /// A handler's registration.
  @FunctionalInterface
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  /// The signals that end this process.
  static Interrupts ofProcess() {
    return handler -> {
      var hook = Thread.ofPlatform().name("sluice-interrupt").unstarted(handler);
      var runtime = Runtime.getRuntime();
      runtime.addShutdownHook(hook);
      return () -> {
        try {
          runtime.removeShutdownHook(hook);
        } catch (IllegalStateException _) {
          // The process is ending already and the hook runs.
        }
      };
    };
  }
}
