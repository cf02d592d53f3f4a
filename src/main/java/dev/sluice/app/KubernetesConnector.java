package dev.sluice.app;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.argo.ArgoTactics;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.cluster.kubeconfig.Context;
import dev.sluice.metrics.MetricsConfig;
import dev.sluice.metrics.MetricsFile;
import dev.sluice.release.Link;
import dev.sluice.release.Result;
import dev.sluice.release.Scope;
import dev.sluice.reports.ReportFolder;
import dev.sluice.state.Connector;
import dev.sluice.state.Event;
import dev.sluice.state.Identity;
import dev.sluice.state.Selection;
import dev.sluice.state.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Opens consoles on the clusters of the user's kubeconfig.
final class KubernetesConnector implements Connector {

  private final Surroundings surroundings;
  private final Path metricsFile;
  private final ReportFolder reports;
  private final Clock clock;

  /// @param metricsFile how contexts are measured; need not exist
  /// @param reports where reports of builds are; need not exist
  KubernetesConnector(Surroundings surroundings, Path metricsFile, Path reports, Clock clock) {
    this.surroundings = surroundings;
    this.metricsFile = metricsFile;
    this.reports = new ReportFolder(reports);
    this.clock = clock;
  }

  @Override
  public Result<Session> connect(Selection selection) {
    var chosen = Contexts.chosen(selection);
    if (chosen.size() == 1 && chosen.getFirst() instanceof Result.Failed<Context>(var why)) {
      return Result.failed(why);
    }
    var metrics = MetricsFile.read(metricsFile);
    var session = new KubernetesSession(new ArgoTactics(), reports, clock);
    announce(session, chosen, selection);
    metrics.onFailure(why -> session.post(new Event.Troubled(why)));
    for (var context : chosen) {
      switch (context) {
        case Result.Ok<Context>(var usable) -> {
          var config = metrics.map(m -> m.of(usable.name())).orElse(_ -> MetricsConfig.USUAL);
          connect(session, usable, config, selection);
        }
        case Result.Failed<Context>(var why) -> session.post(new Event.Troubled(why));
      }
    }
    return Result.ok(session);
  }

  /// As [#connect], but a session in any case: what went wrong is then all it has to show.
  Session window(Selection selection) {
    return connect(selection)
        .orElse(why -> {
          var session = new KubernetesSession(new ArgoTactics(), reports, clock);
          session.post(new Event.Troubled(why));
          return session;
        });
  }

  /// Says what is to come before the first of it comes, so that no state looks complete that is
  /// not.
  private static void announce(
      KubernetesSession session, List<Result<Context>> chosen, Selection selection) {
    for (var context : chosen) {
      if (context instanceof Result.Ok<Context>(var usable)) {
        scopes(usable, namespaces(usable, selection))
            .forEach(scope -> session.post(new Event.Linked(scope, new Link.Connecting())));
      }
    }
  }

  private void connect(
      KubernetesSession session, Context context, MetricsConfig metrics, Selection selection) {
    var namespaces = namespaces(context, selection);
    switch (ApiClient.open(context, surroundings)) {
      case Result.Ok<ApiClient>(var api) -> add(session, api, metrics, namespaces);
      case Result.Failed<ApiClient>(var why) ->
          scopes(context, namespaces)
              .forEach(scope -> session.post(new Event.Linked(scope, new Link.Down(why))));
    }
  }

  private void add(
      KubernetesSession session, ApiClient api, MetricsConfig metrics, List<String> namespaces) {
    session.add(
        api.context(),
        new KubernetesConnection(
            api, metrics, namespaces, session, new Feeds(session::post), clock, Tempo.USUAL),
        api::clockOffset);
    session.post(new Event.Identified(identity("", api, metrics)));
    Thread.ofVirtual()
        .name("sluice-whoami")
        .start(() -> {
          var user = api.whoAmI().orElse(_ -> "");
          session.post(new Event.Identified(identity(user, api, metrics)));
        });
  }

  private static Identity identity(String user, ApiClient api, MetricsConfig metrics) {
    return new Identity(api.context(), user, api.readOnly(), metrics.limits(), api.clockOffset());
  }

  private static List<String> namespaces(Context context, Selection selection) {
    if (selection.everywhere()) {
      return List.of();
    }
    return selection.namespaces().isEmpty()
        ? List.of(context.namespace().orElse("default"))
        : selection.namespaces();
  }

  private static List<Scope> scopes(Context context, List<String> namespaces) {
    return namespaces.isEmpty()
        ? List.of(new Scope(context.name(), Optional.empty()))
        : namespaces.stream().map(n -> new Scope(context.name(), Optional.of(n))).toList();
  }
}
