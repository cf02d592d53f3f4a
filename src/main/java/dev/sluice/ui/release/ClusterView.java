package dev.sluice.ui.release;

import dev.sluice.release.ReleaseRef;
import dev.sluice.ui.control.Mark;

/// One cluster's part of a release that runs in several.
///
/// @param open whether it is the one the page is about
/// @param share of its users on the newest version, `10 %`
/// @param change `v1.8.3 → v1.9.0`, or the one version that serves
/// @param health of its pods
/// @param aside an action's standing, or how old the picture is; may be empty
public record ClusterView(
    ReleaseRef ref,
    boolean open,
    Mark mark,
    String share,
    String change,
    String health,
    Mark asideMark,
    String aside) {}
