package dev.sluice.cluster.argo.objects;

import dev.sluice.release.Exit;
import dev.sluice.release.Waiting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pod, reduced to what is counted of it: a large cluster has very many.
///
/// @param owner uid of its ReplicaSet
/// @param unready since when it is not ready, where it is not and says so
/// @param leaving whether it is being deleted, and so no longer counts
/// @param restarts of its containers, summed
/// @param exit its newest exit that was not a clean end
/// @param waiting its first container that cannot run
/// @param builds what its containers run, as far as known
public record Pod(
    String uid,
    String owner,
    boolean ready,
    @Nullable Instant unready,
    boolean leaving,
    int restarts,
    @Nullable Exit exit,
    @Nullable Waiting waiting,
    List<Build> builds) {}
