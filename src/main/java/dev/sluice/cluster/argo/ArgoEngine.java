package dev.sluice.cluster.argo;

import dev.sluice.act.Engine;
import dev.sluice.act.Facts;
import dev.sluice.act.Move;
import dev.sluice.act.Plan;
import dev.sluice.act.Receipt;
import dev.sluice.act.Request;
import dev.sluice.act.Tactics;
import dev.sluice.act.Write;
import dev.sluice.cluster.api.ApiClient;
import dev.sluice.release.Action;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import java.time.Clock;
import java.util.List;

/// Argo Rollouts in one context, acted upon as that context's user.
public final class ArgoEngine implements Engine {
  private final ApiClient api;
  private final Clock clock;
  private final Tactics tactics = new ArgoTactics();

  /// @param clock this machine's; what is sent carries the server's time
  public ArgoEngine(ApiClient api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  @Override
  public Tactics tactics() {
    return tactics;
  }

  /// A plan without requests is one that has nothing to send; its first warning says why.
  @Override
  public Result<Plan> plan(Release release, Action action, Permissions may) {
    var planning = new Planning(release, action, may);
    return switch (tactics.within(may).next(action, Facts.of(release), release, List.of())) {
      case Move.Send(var write) ->
          prepare(release, write).map(first -> planning.with(write, first));
      case Move.Wait(var why) -> Result.ok(planning.without(why));
      case Move.Done(var why) -> Result.ok(planning.without(why));
      case Move.Refuse(var why) -> Result.ok(planning.without(why));
    };
  }

  @Override
  public Result<Request> prepare(Release release, Write write) {
    var requests = new ArgoRequests(serverClock());
    return switch (write) {
      case ArgoWrite.Undo(var hash) -> new Undoing(api, requests).to(hash, release);
      case ArgoWrite plain -> Result.ok(requests.plain(release, plain));
      default -> throw new IllegalArgumentException(write + " is no write of Argo Rollouts");
    };
  }

  @Override
  public Result<Receipt> send(ReleaseRef release, Request request) {
    return api.write(request);
  }

  @Override
  public Result<Release> read(ReleaseRef release) {
    return new Sighting(api, release).take();
  }

  @Override
  public Result<Receipt> note(Release release, String reason, String message) {
    var user = api.whoAmI().orElse(_ -> Notes.CONSOLE);
    return api.write(new Notes(serverClock(), user).about(release, reason, message));
  }

  private Clock serverClock() {
    return Clock.offset(clock, api.clockOffset());
  }
}
