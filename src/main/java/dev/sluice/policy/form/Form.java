package dev.sluice.policy.form;

import java.util.Map;
import java.util.Optional;

/// How a value of a policy is written. One definition from which the reader, the published schema
/// and what is printed all follow, so that they cannot say different things.
///
/// @param <T> what it means
public sealed interface Form<T> permits Plain, Many, Parts {

  /// What was written means that; empty, with every mistake noted, when it means nothing.
  Optional<T> read(Written written, Mistakes mistakes);

  /// As JSON Schema has it.
  Map<String, Object> schema();

  /// As it would be written: texts, numbers, flags, and lists and maps of them.
  Object write(T value);
}
