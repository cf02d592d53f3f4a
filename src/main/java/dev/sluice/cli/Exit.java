package dev.sluice.cli;

/// How a command ended, as its exit code.
enum Exit {
  OK(0),
  FAILED(1),
  USAGE(2),
  GATE(3),
  APPROVAL(4),
  TIMED_OUT(124);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
