package dev.sluice.ui.chart;

/// What can be said of a chart's values.
public sealed interface Content {

  /// Asked for, no answer yet.
  record Loading() implements Content {}

  /// Values up to now.
  record Fresh() implements Content {}

  /// Values, but old ones: `age` says how old, in words. They are drawn dimmed.
  record Old(String age) implements Content {}

  /// The metrics server answered, and has nothing: `since` says since when, in words.
  record Silent(String since) implements Content {}

  /// It could not be asked; `why` is a sentence.
  record Failed(String why) implements Content {}
}
