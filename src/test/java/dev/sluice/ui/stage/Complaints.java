package dev.sluice.ui.stage;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Warnings and worse of the whole program, style sheets included, while it is open.
public final class Complaints extends Handler implements AutoCloseable {
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Logger root = Logger.getLogger("");
  private final Logger css = Logger.getLogger("javafx.css");

  public Complaints() {
    root.addHandler(this);
    css.addHandler(this);
  }

  public List<String> heard() {
    return heard;
  }

  @Override
  public void publish(LogRecord entry) {
    if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
      heard.add(entry.getLoggerName() + ": " + entry.getMessage());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
    css.removeHandler(this);
  }
}
