package dev.sluice.policy;

import dev.sluice.policy.form.Form;
import dev.sluice.policy.form.Mistakes;
import dev.sluice.policy.form.Place;
import dev.sluice.policy.form.Written;
import java.util.Optional;

/// One thing that a policy can say.
///
/// @param path its name with those of the sections around it: `slo.objective`
/// @param usual what applies where nobody says anything; empty where then nothing applies
/// @param <T> what it means
public record Term<T>(String path, Form<T> form, Optional<T> usual) {

  /// A value of this term with the place where it was written.
  public record Said<T>(Term<T> term, T value, Place place) {

    /// As it would be written.
    Object written() {
      return term.form().write(value);
    }
  }

  Optional<Said<T>> read(Written written, Mistakes mistakes) {
    return form.read(written, mistakes).map(value -> new Said<>(this, value, written.place()));
  }

  /// What applies where nobody says anything, as it would be written.
  Optional<Object> usually() {
    return usual.map(form::write);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Term<?> that && path.equals(that.path);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  @Override
  public String toString() {
    return path;
  }
}
