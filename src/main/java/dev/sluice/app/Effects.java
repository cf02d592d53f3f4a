package dev.sluice.app;

import dev.sluice.act.Facts;
import dev.sluice.act.Order;
import dev.sluice.act.Pursuit;
import dev.sluice.gate.Review;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.reports.ReportFolder;
import dev.sluice.state.Effect;
import dev.sluice.state.Event;
import dev.sluice.state.LogTail;
import dev.sluice.state.Place;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Carries out the store's effects, each that takes time on a virtual thread of its own, and posts
/// what comes of it. Closing waits a few seconds for writes on their way, so that none is cut off
/// unheard.
final class Effects implements Consumer<Effect>, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Effects.class.getName());
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Connected connected;
  private final ReportFolder reports;
  private final Consumer<Event> post;
  private final Set<Place> asking = ConcurrentHashMap.newKeySet();
  private final Map<ReleaseRef, CompletableFuture<@Nullable Void>> turns =
      new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// @param reports of builds
  Effects(Connected connected, ReportFolder reports, Consumer<Event> post) {
    this.connected = connected;
    this.reports = reports;
    this.post = post;
  }

  @Override
  public void accept(Effect effect) {
    try {
      begin(effect);
    } catch (RejectedExecutionException _) {
      LOG.log(Level.DEBUG, "closed, so that this is not done: {0}", effect);
    }
  }

  private void begin(Effect effect) {
    switch (effect) {
      case Effect.Attention _ -> carryOut(effect);
      case Effect.Leadership asked -> inTurn(asked);
      case Effect.Carry _,
          Effect.Draw _,
          Effect.AskPermissions _,
          Effect.SeekReports _,
          Effect.Sign _,
          Effect.FetchLog _,
          Effect.Note _ ->
          threads.execute(() -> carryOut(effect));
    }
  }

  /// Whoever steps down while he is being made the leader would else stay it.
  private void inTurn(Effect.Leadership asked) {
    var done = new CompletableFuture<@Nullable Void>();
    var before = Optional.ofNullable(turns.put(asked.release(), done));
    threads.execute(() -> {
      before.ifPresent(CompletableFuture::join);
      try {
        carryOut(asked);
      } finally {
        turns.remove(asked.release(), done);
        done.complete(null);
      }
    });
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException _) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void carryOut(Effect effect) {
    switch (effect) {
      case Effect.Carry(long id, Order.Send send) -> send(id, send);
      case Effect.Carry(long id, Order.Read(var ref)) -> read(id, ref);
      case Effect.Draw draw -> draw(draw.release(), draw.action(), draw.may());
      case Effect.AskPermissions(var place) -> ask(place);
      case Effect.Attention turned ->
          connected.find(turned.release().context()).ifPresent(at -> attend(at, turned));
      case Effect.SeekReports(var ref, var places, var image) ->
          post.accept(new Event.Reported(ref, reports.read(places, image)));
      case Effect.Campaign(var ref) ->
          post.accept(new Event.Led(ref, connected.to(ref.context()).then(to -> to.campaign(ref))));
      case Effect.StepDown(var ref) ->
          connected.find(ref.context()).ifPresent(connection -> connection.stepDown(ref));
      case Effect.Sign(var release) -> sign(release);
      case Effect.FetchLog(var ref, var source) -> log(ref, source);
      case Effect.Note(var release, var pursuit) -> note(release, pursuit);
    }
  }

  private void send(long id, Order.Send send) {
    var ref = send.seen().ref();
    var answer =
        connected
            .to(ref.context())
            .then(to ->
                to.engine()
                    .prepare(send.seen(), send.write())
                    .then(request -> to.engine().send(ref, request)));
    post.accept(new Event.Replied(id, answer));
  }

  private void read(long id, ReleaseRef ref) {
    post.accept(
        new Event.Reread(id, connected.to(ref.context()).then(from -> from.engine().read(ref))));
  }

  private void draw(Release release, Action action, Permissions may) {
    var plan =
        connected.to(release.ref().context()).then(to -> to.engine().plan(release, action, may));
    post.accept(new Event.Planned(release.ref(), Facts.of(release), action, plan));
  }

  /// A question that is on its way is not asked again.
  private void ask(Place place) {
    if (asking.add(place)) {
      try {
        permissions(place);
      } finally {
        asking.remove(place);
      }
    }
  }

  private void permissions(Place place) {
    switch (connected.to(place.context()).then(at -> at.permissions(place.namespace()))) {
      case Result.Ok<Permissions>(var permissions) ->
          post.accept(new Event.Permitted(place, permissions));
      case Result.Failed<Permissions>(var why) ->
          LOG.log(Level.DEBUG, "permissions of {0} are not known: {1}", place, why);
    }
  }

  private static void attend(Connection at, Effect.Attention turned) {
    switch (turned) {
      case Effect.Follow(var ref) -> at.follow(ref);
      case Effect.Unfollow(var ref) -> at.unfollow(ref);
      case Effect.Judge(var ref) -> at.judge(ref);
      case Effect.Adjourn(var ref) -> at.adjourn(ref);
    }
  }

  /// The signature comes back with the release's timeline.
  private void sign(Release release) {
    connected
        .to(release.ref().context())
        .then(to -> to.engine().note(release, Review.REASON, Review.message(release)))
        .onFailure(why -> post.accept(new Event.Unsigned(release.ref(), why)));
  }

  private void log(ReleaseRef ref, LogTail.Source source) {
    var lines =
        connected
            .to(ref.context())
            .then(from ->
                from.log(ref, source.pod(), source.container(), LogTail.LINES, source.previous()));
    post.accept(new Event.LogRead(ref, source, lines));
  }

  private void note(Release release, Pursuit pursuit) {
    var errand = pursuit.errand();
    connected
        .to(release.ref().context())
        .then(to -> to.engine().note(release, Notes.reason(pursuit), Notes.message(pursuit)))
        .onFailure(why -> untraced(errand.id(), why));
  }

  /// Who may not write Events is told so, since nobody else can see then what was done. A trace
  /// lost on the way is not worth a person's time.
  private void untraced(long id, Failure why) {
    LOG.log(Level.DEBUG, "no trace of {0} in the cluster: {1}", id, why);
    if (why instanceof Failure.Forbidden) {
      post.accept(new Event.Troubled(why));
    }
  }
}
