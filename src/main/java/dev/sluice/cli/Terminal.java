package dev.sluice.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where a command writes.
///
/// @param out data, and nothing but data
/// @param err words for people
/// @param live whether a person watches: `out` is a terminal
/// @param environment the process's variables
public record Terminal(
    PrintWriter out, PrintWriter err, boolean live, Map<String, String> environment) {

  private static final int USUAL_ROWS = 24;

  /// Where systems have it: what this process writes to.
  private static final Path OUT = Path.of("/dev/stdout");

  public Terminal {
    environment = Map.copyOf(environment);
  }

  /// This process's own, in UTF-8.
  public static Terminal ofProcess() {
    return new Terminal(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent(),
        System.getenv());
  }

  /// Whether colours may be used; `NO_COLOR` with any value forbids them.
  boolean colours() {
    return live
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /// Lines that fit on the screen.
  int rows() {
    var said = environment.getOrDefault("LINES", "");
    return said.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(said) : USUAL_ROWS;
  }

  /// A line of words for people.
  void say(String words) {
    err.println(plain(words));
    err.flush();
  }

  /// Data.
  void give(String data) {
    out.print(plain(data));
    out.flush();
  }

  /// Whether nobody reads the data any more.
  boolean deaf() {
    return out.checkError();
  }

  /// Whether data that goes to a file did not all get there. A reader who has left is no loss.
  boolean lost() {
    return deaf() && Files.isRegularFile(OUT);
  }

  /// Spaces that keep a figure and its unit on one line are for windows; here people search for
  /// them.
  private static String plain(String words) {
    return words.replace('\u00a0', ' ');
  }

  private static PrintWriter writer(FileDescriptor to) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(to), StandardCharsets.UTF_8));
  }
}
