package dev.sluice.cli;

/// Colour, where a terminal may have it. It only repeats what marks and words say.
record Paint(boolean on) {

  /// What a colour means.
  enum Tone {
    PLAIN(""),
    STRONG("\u001b[1m"),
    FAINT("\u001b[2m"),
    GOOD("\u001b[32m"),
    WAITS("\u001b[33m"),
    MOVES("\u001b[36m"),
    BAD("\u001b[31m");

    private final String begin;

    Tone(String begin) {
      this.begin = begin;
    }
  }

  String paint(Tone tone, String text) {
    return on && !tone.begin.isEmpty() && !text.isEmpty() ? tone.begin + text + "\u001b[0m" : text;
  }
}
