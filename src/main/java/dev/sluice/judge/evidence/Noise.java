package dev.sluice.judge.evidence;

/// How much pods of one version differ by themselves, over time.
///
/// @param likeliest what fits best
/// @param most of what is left possible, that which costs most time
/// @param learned whether stable pods taught it; otherwise it is only what is assumed of any
///   service
public record Noise(Dispersion likeliest, Dispersion most, boolean learned) {

  /// Whether pods differ by themselves, so that more requests alone do not decide.
  public boolean matters() {
    return likeliest.sigma() > 0;
  }
}
