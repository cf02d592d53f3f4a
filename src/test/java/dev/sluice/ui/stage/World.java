package dev.sluice.ui.stage;

import dev.sluice.act.Facts;
import dev.sluice.act.Plan;
import dev.sluice.act.Receipt;
import dev.sluice.act.Request;
import dev.sluice.cluster.argo.ArgoTactics;
import dev.sluice.cluster.policy.YamlPolicies;
import dev.sluice.conduct.Helm;
import dev.sluice.gate.Limits;
import dev.sluice.guard.Guard;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Readings;
import dev.sluice.policy.PolicyBook;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.release.Scope;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Effect;
import dev.sluice.state.Event;
import dev.sluice.state.Identity;
import dev.sluice.state.LogTail;
import dev.sluice.state.Place;
import dev.sluice.state.Reducer;
import dev.sluice.state.Sight;
import dev.sluice.text.Words;
import dev.sluice.ui.release.ReleaseView;
import dev.sluice.ui.release.ReleaseViews;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A console's state, told event by event, with Argo Rollouts' own tactics behind the buttons.
public final class World {
  /// A policy that asks for nearly everything a gate can wait for.
  public static final String HELD =
      """
      automation: {promotion: true}
      gates:
        soak: {required: true}
        tests: {required: true}
        vulnerabilities: {required: true}
        image: {required: true}
        review: {required: true}
      """;

  public static final Sight SIGHT = new Sight(new Guard(new ArgoTactics()));

  public static final Failure UNREACHABLE = unreachable("prod-us");

  private static final LogTail.Source LOG = new LogTail.Source("checkout-b-x7k2p", "main", true);

  private final Reducer reducer = new Reducer(new ArgoTactics());
  private Instant now = Samples.NOW;
  private final List<Effect> effects = new ArrayList<>();
  private ConsoleState state = ConsoleState.at(now);

  /// A live connection as alice, with that release open and measured.
  public static World of(Release release) {
    return empty(release.ref().context())
        .tell(new Event.Listed(scope(release.ref().context()), List.of(release)))
        .tell(new Event.Opened(release.ref()))
        .tell(new Event.Happened(release.ref(), Samples.happenings(release)));
  }

  /// A live connection as alice that shows no release.
  public static World empty(String context) {
    return new World()
        .tell(
            new Event.Identified(
                new Identity(context, "alice", Optional.empty(), Limits.DEFAULT, Duration.ZERO)))
        .tell(new Event.Linked(scope(context), new Link.Live(Samples.NOW.minusMillis(200))));
  }

  /// Another live connection as alice.
  public World watching(String context) {
    return tell(new Event.Identified(
            new Identity(context, "alice", Optional.empty(), Limits.DEFAULT, Duration.ZERO)))
        .tell(new Event.Linked(scope(context), new Link.Live(Samples.NOW.minusMillis(200))));
  }

  public static Scope scope(String context) {
    return new Scope(context, Optional.empty());
  }

  public World tell(Event event) {
    var next = reducer.reduce(state, event, now);
    state = next.state();
    effects.addAll(next.effects());
    return this;
  }

  public World read(ReleaseRef ref, Readings readings) {
    tell(new Event.Read(ref, readings));
    return tell(new Event.Judged(ref, uncounted(ref)));
  }

  /// What the judge says where there are no counters: the limits alone decide.
  private Judgement uncounted(ReleaseRef ref) {
    return new Judgement(
        state
            .release(ref)
            .filter(release -> release.onTrial(state.serverNow(ref)))
            .flatMap(Release::currentHash),
        List.of(),
        Optional.empty(),
        now);
  }

  public World unread(ReleaseRef ref) {
    return tell(
        new Event.Unread(ref, new Failure.Unreachable("Prometheus", Words.of("api.timeout"))));
  }

  /// The judge says that of a release.
  public World judged(ReleaseRef ref, Judgement judgement) {
    return tell(new Event.Judged(ref, judgement));
  }

  /// The judge cannot be told anything.
  public World unjudged(ReleaseRef ref) {
    return tell(
        new Event.Unjudged(ref, new Failure.Unreachable("Prometheus", Words.of("api.timeout"))));
  }

  /// A policy of the open release comes to stand in its cluster.
  public World ruled(String policy) {
    var text = "apiVersion: sluice.dev/v1\nkind: Policy\n" + policy;
    var draft = new YamlPolicies().document("shop/sluice: checkout.yaml", text);
    var book = PolicyBook.of(List.of(new PolicyBook.Entry("shop", "checkout", draft)));
    return tell(new Event.Ruled(scope("prod-eu"), book));
  }

  /// The release goes back by itself, and is promoted by this console.
  public World armed(ReleaseRef ref) {
    return tell(new Event.StandBy(ref, true))
        .tell(new Event.Steer(ref, true))
        .tell(new Event.Led(ref, Result.ok(new Helm.Lead("sluice-1", true, now.plus(Helm.TERM)))));
  }

  public World pass(Duration time) {
    now = now.plus(time);
    return tell(new Event.Tick());
  }

  /// News arrive.
  public World heard(String context) {
    return tell(new Event.Linked(scope(context), new Link.Live(now)));
  }

  public World stale(String context) {
    var why = unreachable(context);
    return tell(new Event.Linked(scope(context), new Link.Stale(now.minusSeconds(14), why)));
  }

  private static Failure unreachable(String context) {
    return new Failure.Unreachable(
        context, Optional.of(context + ".example:6443"), Words.of("api.timeout"));
  }

  /// The connection is given up.
  public World down(String context) {
    var why = unreachable(context);
    return tell(new Event.Linked(scope(context), new Link.Down(why)));
  }

  /// Reading only, for the API server's reason.
  public World viewer(Release release) {
    String no = "User \"alice\" cannot patch resource \"rollouts\" in the namespace \"shop\"";
    return tell(
        new Event.Permitted(
            Place.of(release.ref()),
            new Permissions(
                Map.of(
                    Permissions.Kind.MANIFEST, no,
                    Permissions.Kind.STATUS, no,
                    Permissions.Kind.WORKLOAD, no))));
  }

  /// The same release in two more clusters, the second of which has not begun.
  public World fleet() {
    return join(Samples.elsewhere("prod-us", 5, 25, "v1.8.3"))
        .join(Samples.elsewhere("prod-asia", 1, 1, "v1.8.2"))
        .join(Samples.finished(new ReleaseRef("staging", "shop", "checkout"), "v1.9.1"));
  }

  private World join(Release release) {
    String context = release.ref().context();
    return tell(new Event.Linked(scope(context), new Link.Live(now)))
        .tell(new Event.Listed(scope(context), List.of(release)));
  }

  /// Goes back together; the API server of the first cluster refuses.
  public World goesBackTogether(ReleaseRef ref) {
    var fires = view(ref).clusters().together().orElseThrow().fires();
    String no =
        "rollouts.argoproj.io \"checkout\" is forbidden: User \"alice\" cannot patch resource"
            + " \"rollouts/status\" in API group \"argoproj.io\" in the namespace \"shop\"";
    tell(new Event.FireTogether(fires));
    long refused = state.pursuit(fires.getFirst().release()).orElseThrow().errand().id();
    return tell(new Event.Replied(refused, Result.failed(new Failure.Forbidden("prod-asia", no))));
  }

  /// The log of the crashing container is asked for.
  public World asksForTheLog() {
    return tell(new Event.ReadLog(LOG));
  }

  /// That log comes, or does not.
  public World log(ReleaseRef ref, Result<List<String>> lines) {
    return asksForTheLog().tell(new Event.LogRead(ref, LOG, lines));
  }

  /// Arms an action and answers with its plan.
  public World arm(Release release, Action action, Request... requests) {
    return tell(new Event.Arm(action)).drawn(release, action, requests);
  }

  /// The plan of what is armed arrives.
  public World drawn(Release release, Action action, Request... requests) {
    var facts = Facts.of(release);
    var plan =
        new Plan(
            action, facts, List.of(requests), 10, 25, List.of(), List.of(), Duration.ofMinutes(1));
    return tell(new Event.Planned(release.ref(), facts, action, Result.ok(plan)));
  }

  /// How many pursuits, signatures and leads the cluster was written to for, or read again for in
  /// order to be.
  public int sent() {
    return (int)
        (pursued().count()
            + effects.stream().filter(Effect.Sign.class::isInstance).count()
            + effects.stream().filter(Effect.Campaign.class::isInstance).distinct().count());
  }

  /// The API server accepts all that was sent.
  public World accepts() {
    pursued()
        .forEach(id -> tell(new Event.Replied(id, Result.ok(new Receipt("101", now, List.of())))));
    return this;
  }

  /// What was acted on there is read once more, and is still so.
  public World rereads(Release release) {
    long id = state.pursuit(release.ref()).orElseThrow().errand().id();
    return tell(new Event.Reread(id, Result.ok(release)));
  }

  private Stream<Long> pursued() {
    return List.copyOf(effects).stream()
        .filter(Effect.Carry.class::isInstance)
        .map(effect -> ((Effect.Carry) effect).pursuit())
        .distinct();
  }

  public ConsoleState state() {
    return state;
  }

  public ReleaseView view(ReleaseRef ref) {
    return new ReleaseViews(SIGHT).of(state, ref).orElseThrow();
  }
}
