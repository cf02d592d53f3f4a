package dev.sluice.cluster.lease;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.act.Receipt;
import dev.sluice.act.Request;
import dev.sluice.cluster.api.ApiClient;
import dev.sluice.conduct.Helm;
import dev.sluice.conduct.Helm.Lead;
import dev.sluice.release.Failure;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// Holds one Lease (coordination.k8s.io/v1) for each release, named after it. Every write is bound
/// to the version that was read, so that of two who reach for a lease at once one gets it. Times
/// are the API server's, which all who ask share.
public final class Leases {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final long LIMIT = 1024 * 1024;
  private static final String GROUP = "/apis/coordination.k8s.io/v1/namespaces/";
  private static final String MANAGER = "?fieldManager=sluice";
  private static final DateTimeFormatter MICRO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final ApiClient api;
  private final InstantSource clock;
  private final String identity;

  /// @param identity unique to this process
  public Leases(ApiClient api, InstantSource clock, String identity) {
    this.api = api;
    this.clock = clock;
    this.identity = identity;
  }

  /// Renews the lease that is held, takes one that is free or over, and otherwise tells who holds
  /// it. Blocks on the network.
  public Result<Lead> campaign(ReleaseRef release) {
    var now = now();
    return switch (read(release)) {
      case Result.Failed<Held>(Failure.Absent _) -> taken(create(release, now), release, now);
      case Result.Failed<Held>(var why) -> Result.failed(why);
      case Result.Ok<Held>(var held) -> {
        boolean mine = held.holder().equals(identity);
        yield mine || held.over(now)
            ? taken(write(release, held, identity, now), release, now)
            : Result.ok(new Lead(held.holder(), false, local(held.until())));
      }
    };
  }

  /// Gives the lease back, if it is held, so that the next one need not wait for its end.
  public void stepDown(ReleaseRef release) {
    if (read(release) instanceof Result.Ok<Held>(var held) && held.holder().equals(identity)) {
      var _ = write(release, held, "", now());
    }
  }

  /// What was written between reading and writing was written by somebody who was faster.
  private Result<Lead> taken(Result<Receipt> written, ReleaseRef release, Instant now) {
    return switch (written) {
      case Result.Ok<Receipt> _ -> Result.ok(new Lead(identity, true, local(now.plus(Helm.TERM))));
      case Result.Failed<Receipt>(Failure.Moved _) ->
          read(release)
              .map(held ->
                  new Lead(held.holder(), held.holder().equals(identity), local(held.until())));
      case Result.Failed<Receipt>(var why) -> Result.failed(why);
    };
  }

  private Instant now() {
    return clock.instant().plus(api.clockOffset());
  }

  private Instant local(Instant server) {
    return server.minus(api.clockOffset());
  }

  /// A lease as it was read.
  private record Held(String resourceVersion, String holder, Instant until, int transitions) {

    boolean over(Instant now) {
      return holder.isEmpty() || now.isAfter(until);
    }
  }

  private Result<Held> read(ReleaseRef release) {
    return api.get(path(release), LIMIT, in -> held(JSON.readTree(in)));
  }

  private static Held held(JsonNode lease) {
    var spec = lease.path("spec");
    var renewed = spec.path("renewTime").asText("");
    var seconds = Duration.ofSeconds(spec.path("leaseDurationSeconds").asInt(0));
    return new Held(
        lease.path("metadata").path("resourceVersion").asText(""),
        spec.path("holderIdentity").asText(""),
        renewed.isEmpty() ? Instant.EPOCH : Instant.parse(renewed).plus(seconds),
        spec.path("leaseTransitions").asInt(0));
  }

  private Result<Receipt> create(ReleaseRef release, Instant now) {
    var lease = JsonNodeFactory.instance.objectNode();
    lease.put("apiVersion", "coordination.k8s.io/v1").put("kind", "Lease");
    lease.putObject("metadata").put("name", name(release)).put("namespace", release.namespace());
    lease.set("spec", spec(identity, now, 0));
    var path = GROUP + release.namespace() + "/leases" + MANAGER;
    return exists(api.write(new Request("POST", path, "application/json", lease.toString())));
  }

  /// A lease that has come to be since is one that somebody else made.
  private static Result<Receipt> exists(Result<Receipt> created) {
    return created
                instanceof Result.Failed<Receipt>(Failure.Refused(var where, int status, var why))
            && status == 409
        ? Result.failed(new Failure.Moved(where, why))
        : created;
  }

  private Result<Receipt> write(ReleaseRef release, Held held, String holder, Instant now) {
    int turns = held.transitions() + (held.holder().equals(holder) || holder.isEmpty() ? 0 : 1);
    ArrayNode patch = JsonNodeFactory.instance.arrayNode();
    patch
        .addObject()
        .put("op", "test")
        .put("path", "/metadata/resourceVersion")
        .put("value", held.resourceVersion());
    patch.addObject().put("op", "add").put("path", "/spec").set("value", spec(holder, now, turns));
    var request =
        new Request(
            "PATCH", path(release) + MANAGER, "application/json-patch+json", patch.toString());
    return api.write(request);
  }

  private static ObjectNode spec(String holder, Instant now, int transitions) {
    var time = MICRO.format(now.truncatedTo(ChronoUnit.MICROS));
    return JsonNodeFactory.instance
        .objectNode()
        .put("holderIdentity", holder)
        .put("leaseDurationSeconds", (int) Helm.TERM.toSeconds())
        .put("acquireTime", time)
        .put("renewTime", time)
        .put("leaseTransitions", transitions);
  }

  private static String path(ReleaseRef release) {
    return GROUP + release.namespace() + "/leases/" + name(release);
  }

  private static String name(ReleaseRef release) {
    return "sluice-conduct-" + release.name();
  }
}
