package dev.sluice.cli;

/// Writes a tree of data as text that other programs read.
public interface Renderer {

  /// How it is written.
  enum Form {
    /// Over several lines, for people too.
    JSON,
    /// One document on one line.
    JSON_LINE,
    /// One document, begun with `---`.
    YAML
  }

  /// The text of `tree`, ending with a line break.
  ///
  /// @param tree maps with text keys, lists, texts, numbers, booleans and nulls; maps keep their
  ///   order
  String render(Object tree, Form form);
}
