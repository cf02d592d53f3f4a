package dev.sluice.ui.release;

import java.util.Optional;

/// The head of a release page.
///
/// @param about where it is, how it is rolled out, who owns its manifest
/// @param from the revision that the newest one has to be no worse than, while it is on trial
/// @param to the newest revision
/// @param inked whether the versions have the colours of their lines in the charts
/// @param digest shortened, and in full where there is one
public record HeadView(
    String name,
    String about,
    Optional<Version> from,
    Optional<Version> to,
    boolean inked,
    Optional<Digest> digest) {

  /// A revision: `r41`, `v1.8.3`.
  public record Version(String revision, String name) {}

  /// An image's digest.
  public record Digest(String brief, String full) {}
}
