package dev.sluice.policy;

import java.util.List;

/// Reads policies from text.
public interface PolicyReading {

  /// One document. Never throws: what cannot be read is a draft with mistakes.
  ///
  /// @param source what it is read from, for messages
  Draft document(String source, String text);

  /// Every document of a file: the file itself, or, where it is a ConfigMap's manifest, each of its
  /// policies.
  List<Draft> file(String source, String text);
}
