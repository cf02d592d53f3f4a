package dev.sluice.races;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.act.Engine;
import dev.sluice.act.Move;
import dev.sluice.act.Plan;
import dev.sluice.act.Receipt;
import dev.sluice.act.Request;
import dev.sluice.act.Tactics;
import dev.sluice.act.Write;
import dev.sluice.release.Action;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Engines that do not keep the promises, to show that the races tell.
///
/// @param guarded whether writes carry their preconditions
/// @param patient whether a rollback waits for its effect
record Broken(Engine engine, boolean guarded, boolean patient) implements Engine {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Writes on whatever is there by then, and promotes by what it sees last, as Argo's own command
  /// line does.
  static Engine unguarded(Engine engine) {
    return new Broken(engine, false, true);
  }

  /// Takes a rollback for done once it was accepted.
  static Engine hasty(Engine engine) {
    return new Broken(engine, true, false);
  }

  @Override
  public Tactics tactics() {
    var sound = engine.tactics();
    return (action, armed, now, sent) ->
        action instanceof Action.RollBack && !patient && !sent.isEmpty()
            ? new Move.Done(Words.of("act.holding"))
            : sound.next(action, armed, now, sent);
  }

  @Override
  public Result<Request> prepare(Release release, Write write) {
    return engine
        .prepare(release, write)
        .map(request ->
            guarded
                ? request
                : new Request(
                    request.method(), request.path(), request.contentType(), bare(request.body())));
  }

  private static String bare(String patch) {
    try {
      var operations = JSON.createArrayNode();
      for (JsonNode operation : JSON.readTree(patch)) {
        switch (operation.path("op").asText()) {
          case "test" -> {}
          case "remove" ->
              operations.add(((ObjectNode) operation).put("op", "add").putNull("value"));
          default -> operations.add(operation);
        }
      }
      return operations.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Result<Receipt> send(ReleaseRef release, Request request) {
    boolean promotes = request.body().contains("pauseConditions");
    return guarded || !promotes
        ? engine.send(release, request)
        : engine.read(release).then(now -> engine.send(release, promotion(request, now)));
  }

  private static Request promotion(Request request, Release now) {
    var next = now.progress().step().orElse(0) + 1;
    var body =
        now.progress().pauses().isEmpty()
            ? "[{'op':'add','path':'/status/currentStepIndex','value':" + next + "}]"
            : "[{'op':'add','path':'/status/pauseConditions','value':null}]";
    return new Request(
        request.method(), request.path(), request.contentType(), body.replace('\'', '"'));
  }

  @Override
  public Result<Release> read(ReleaseRef release) {
    return engine.read(release);
  }

  @Override
  public Result<Plan> plan(Release release, Action action, Permissions may) {
    return engine.plan(release, action, may);
  }

  @Override
  public Result<Receipt> note(Release release, String reason, String message) {
    return engine.note(release, reason, message);
  }
}
