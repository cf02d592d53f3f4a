package dev.sluice.release;

import java.util.function.Consumer;
import java.util.function.Function;

/// What a border gives back: a value, or the [Failure] that stands in its place. Never both.
///
/// @param <T> the value's type
public sealed interface Result<T> {

  /// It worked.
  record Ok<T>(T value) implements Result<T> {}

  /// It did not; `failure` says why.
  record Failed<T>(Failure failure) implements Result<T> {}

  static <T> Result<T> ok(T value) {
    return new Ok<>(value);
  }

  static <T> Result<T> failed(Failure failure) {
    return new Failed<>(failure);
  }

  /// The value changed by `change`; a failure stays what it is.
  default <U> Result<U> map(Function<? super T, ? extends U> change) {
    return switch (this) {
      case Ok<T>(var value) -> new Ok<>(change.apply(value));
      case Failed<T>(var failure) -> new Failed<>(failure);
    };
  }

  /// The result of the next attempt, which is made only after a success.
  default <U> Result<U> then(Function<? super T, Result<U>> next) {
    return switch (this) {
      case Ok<T>(var value) -> next.apply(value);
      case Failed<T>(var failure) -> new Failed<>(failure);
    };
  }

  /// The value, or what `instead` makes of the failure.
  default T orElse(Function<Failure, ? extends T> instead) {
    return switch (this) {
      case Ok<T>(var value) -> value;
      case Failed<T>(var failure) -> instead.apply(failure);
    };
  }

  /// Hands the failure, if there is one, to `handler`.
  default Result<T> onFailure(Consumer<Failure> handler) {
    if (this instanceof Failed<T>(var failure)) {
      handler.accept(failure);
    }
    return this;
  }
}
