package dev.sluice.release;

/// A container that cannot run, and why.
///
/// @param reason the kubelet's word, for example `CrashLoopBackOff`, `ImagePullBackOff`
public record Waiting(String pod, String container, String reason) {

  /// Whether it ran and ended again and again, rather than has not begun yet.
  public boolean crashes() {
    return reason.equals("CrashLoopBackOff");
  }
}
