package dev.sluice.guard;

import java.util.List;
import java.util.Optional;

/// The guard's answer: every reason against, most final first. Button, tooltip and refusal all come
/// from this one value.
public record Clearance(List<Lock> locks) {

  /// Nothing against it.
  public static final Clearance GRANTED = new Clearance(List.of());

  public Clearance {
    locks = List.copyOf(locks);
  }

  public boolean granted() {
    return locks.isEmpty();
  }

  /// What the cluster or the connection has against this user's writing, whatever becomes of the
  /// release.
  public Optional<Lock> refusal() {
    return locks.stream()
        .filter(lock -> lock instanceof Lock.Denied || lock instanceof Lock.ReadOnly)
        .findFirst();
  }

  /// Whether it is granted once a person has given a reason.
  public boolean grantedWithReason() {
    return locks.stream().allMatch(Lock::yields);
  }
}
