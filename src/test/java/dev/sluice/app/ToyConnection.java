package dev.sluice.app;

import dev.sluice.act.Engine;
import dev.sluice.act.Facts;
import dev.sluice.act.Move;
import dev.sluice.act.Plan;
import dev.sluice.act.Receipt;
import dev.sluice.act.Request;
import dev.sluice.act.Tactics;
import dev.sluice.act.Write;
import dev.sluice.conduct.Helm;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A connection that notes what it is asked, and answers a write when it is let.
final class ToyConnection implements Connection, Engine {

  final List<String> asked = new CopyOnWriteArrayList<>();
  final CountDownLatch answering = new CountDownLatch(1);
  boolean preparing = true;
  boolean mute;
  Runnable starting = () -> {};
  Runnable campaigning = () -> {};

  @Override
  public void begin() {
    asked.add("begin");
    starting.run();
  }

  @Override
  public Engine engine() {
    return this;
  }

  @Override
  public Tactics tactics() {
    return (_, _, _, _) -> new Move.Wait(Words.of("act.sending"));
  }

  @Override
  public Result<Plan> plan(Release release, Action action, Permissions may) {
    asked.add("plan");
    return Result.ok(
        new Plan(
            action,
            Facts.of(release),
            List.of(),
            0,
            100,
            List.of(),
            List.of(),
            Duration.ofSeconds(1)));
  }

  @Override
  public Result<Request> prepare(Release release, Write write) {
    asked.add("prepare " + write.verb());
    return preparing
        ? Result.ok(new Request("PATCH", "/x", "application/json", "{}"))
        : Result.failed(new Failure.Absent("toy", "template"));
  }

  @Override
  public Result<Receipt> send(ReleaseRef release, Request request) {
    asked.add("send");
    try {
      answering.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Result.failed(new Failure.Unknown("toy", Words.of("api.timeout")));
    }
    asked.add("answered");
    return Result.ok(new Receipt("2", Releases.NOON, List.of()));
  }

  @Override
  public Result<Release> read(ReleaseRef release) {
    asked.add("read");
    return Result.ok(Releases.canary().build());
  }

  @Override
  public Result<Receipt> note(Release release, String reason, String message) {
    asked.add("note " + reason + ": " + message);
    if (mute) {
      return Result.failed(new Failure.Forbidden("prod", "no Events"));
    }
    return Result.ok(new Receipt("3", Releases.NOON, List.of()));
  }

  @Override
  public Result<Permissions> permissions(String namespace) {
    asked.add("permissions " + namespace);
    return Result.ok(Permissions.ALL);
  }

  @Override
  public void follow(ReleaseRef release) {
    asked.add("follow " + release.name());
  }

  @Override
  public void unfollow(ReleaseRef release) {
    asked.add("unfollow " + release.name());
  }

  @Override
  public void judge(ReleaseRef release) {
    asked.add("judge " + release.name());
  }

  @Override
  public void adjourn(ReleaseRef release) {
    asked.add("adjourn " + release.name());
  }

  @Override
  public Result<Helm.Lead> campaign(ReleaseRef release) {
    campaigning.run();
    asked.add("campaign " + release.name());
    return Result.ok(new Helm.Lead("me", true, Releases.NOON));
  }

  @Override
  public void stepDown(ReleaseRef release) {
    asked.add("step down " + release.name());
  }

  @Override
  public Result<List<String>> log(
      ReleaseRef release, String pod, String container, int lines, boolean previous) {
    return Result.ok(List.of());
  }

  @Override
  public void close() {
    asked.add("close");
  }
}
