package dev.sluice.release;

import java.util.Collection;
import java.util.List;

/// Where a watched cluster's news go. Called from the watching threads, in order for one context;
/// implementations return at once.
public interface Feed {

  /// All releases of one scope after a listing: what is missing here is gone.
  void listed(Scope scope, Collection<Release> releases);

  /// This release is new or has changed.
  void seen(Release release);

  /// This release no longer exists.
  void gone(ReleaseRef release);

  /// How the watch of that scope fares. Also called, with the same link, each time anything (a
  /// bookmark too) arrived, so that data can show its age.
  void link(Scope scope, Link link);

  /// The newest timeline of a followed release, oldest first.
  void happenings(ReleaseRef release, List<Happening> happenings);

  /// Something in the cluster could not be read or understood, and is missing from what is shown;
  /// the failure names it. Everything else is not affected.
  default void troubled(Failure why) {}
}
