package dev.sluice.state;

import static dev.sluice.release.Releases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.act.Standing;
import dev.sluice.cluster.policy.YamlPolicies;
import dev.sluice.conduct.Helm;
import dev.sluice.conduct.Standby;
import dev.sluice.guard.Guard;
import dev.sluice.judge.Assessment;
import dev.sluice.judge.Evidence;
import dev.sluice.judge.Hearing;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Measure;
import dev.sluice.judge.Prospect;
import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.judge.Soak;
import dev.sluice.judge.Verdict;
import dev.sluice.judge.count.Tally;
import dev.sluice.judge.evidence.Dispersion;
import dev.sluice.judge.evidence.Noise;
import dev.sluice.policy.PolicyBook;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Happening;
import dev.sluice.release.Image;
import dev.sluice.release.Link;
import dev.sluice.release.Permissions;
import dev.sluice.release.PodHealth;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import dev.sluice.release.Scope;
import dev.sluice.release.Signs;
import dev.sluice.release.Traffic;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the console does without a person.
class AutopilotTest {

  private static final Release CANARY = Releases.canary().pausedSince(NOON).build();
  private static final ReleaseRef REF = CANARY.ref();
  private static final Release NEWER =
      Releases.canary()
          .resourceVersion("120")
          .hashes("a", "c")
          .revision("c", 1, 1)
          .pausedSince(NOON)
          .build();
  private static final String AUTOMATIC =
      "automation: {promotion: true}\ngates: {soak: {required: false}}";

  private final Console console = Console.showing(Rule.TACTICS, CANARY);

  @Test
  void anArmedRollbackGoesOffOnceAndKeepsItsEvidence() {
    arm();
    measure(0.4);
    assertThat(console.orders()).containsExactly("1 BACK");

    measure(0.5);
    console.after(Duration.ofSeconds(1));

    assertThat(console.state.pursuits()).hasSize(1);
    var errand = console.pursuit(1).errand();
    assertThat(errand.action()).isEqualTo(new Action.RollBack("a"));
    assertThat(errand.reason().map(AutopilotTest::plain))
        .contains("automatic: 40 % of its requests fail, at most 1 % may");
    assertThat(standby().phase()).isInstanceOf(Standby.Phase.Fired.class);
  }

  @Test
  void aBlueGreenThatProvesBadAfterItsSwitchIsSwitchedBack() {
    var switched =
        Releases.blueGreen()
            .hashes("b", "b")
            .traffic(new Traffic.Switched(Optional.of("b"), Optional.of("b")))
            .build();
    var after = Console.showing(Rule.TACTICS, switched);
    after.on(new Event.StandBy(REF, true));
    after.on(new Event.Judged(REF, regressed("b")));
    assertThat(after.orders()).containsExactly("1 BACK");
    assertThat(after.pursuit(1).errand().action()).isEqualTo(new Action.RollBack("a"));
  }

  /// Until it is told done, a sync or anybody else may not undo it; after that, whoever starts the
  /// same or another revision means it.
  @Test
  void whatIsStartedAgainIsTakenBackUntilTheRollbackIsDoneAndLeftAloneAfterThat() {
    arm();
    measure(0.4);
    console.reply(1, "101");
    console.on(new Event.Seen(served("102", 0)));
    console.after(Duration.ofSeconds(2));
    assertThat(console.words(1)).isEqualTo("act.holding");
    console.orders();

    console.on(new Event.Seen(served("103", 10)));
    assertThat(console.orders()).containsExactly("1 BACK");

    console.reply(1, "104");
    console.on(new Event.Seen(served("105", 0)));
    console.after(Duration.ofSeconds(4));
    console.on(new Event.Reread(1, Result.ok(served("105", 0))));
    console.after(Duration.ofSeconds(4));
    console.on(new Event.Reread(1, Result.ok(served("105", 0))));
    assertThat(console.pursuit(1).standing()).isInstanceOf(Standing.Succeeded.class);
    console.orders();

    console.on(new Event.Seen(served("106", 10)));
    console.hear();
    measure(0.4);
    console.after(Duration.ofSeconds(1));
    assertThat(console.orders()).isEmpty();
    assertThat(console.state.pursuits()).hasSize(1);
    assertThat(standby().phase()).isInstanceOf(Standby.Phase.Fired.class);
  }

  private static Release served(String resourceVersion, int percent) {
    return Releases.canary().resourceVersion(resourceVersion).weighted(10, percent).build();
  }

  @Test
  void nothingGoesOffThatIsNotArmedOrNotBad() {
    measure(0.4);
    assertThat(console.orders()).isEmpty();
    measure(0);
    arm();
    console.after(Duration.ofSeconds(1));
    assertThat(console.orders()).isEmpty();
    assertThat(standby().watching()).isTrue();
  }

  @Test
  void whatIsAlreadyBadGoesBackAsSoonAsItIsArmed() {
    measure(0.4);
    arm();
    assertThat(console.orders()).containsExactly("1 BACK");
  }

  @Test
  void whatIsOverItsLimitForTheFirstTimeIsShownAndDoesNotGoBackByItself() {
    arm();
    console.on(new Event.Judged(REF, uncounted("b")));
    var good = readings(0, Readings.Sides.UNTOLD);
    var pairs = new HashMap<>(good.pairs());
    var now = new Series(new long[] {console.now.toEpochMilli()}, new double[] {0.4});
    pairs.put(Signal.ERROR_RATE, new Readings.Pair(now, series(0)));
    console.on(new Event.Read(REF, new Readings(good.from(), good.to(), pairs, List.of())));
    assertThat(new Sight(new Guard(Rule.TACTICS)).opinion(console.state, CANARY))
        .contains(Opinion.WORSE);
    assertThat(console.orders()).isEmpty();
    assertThat(standby().watching()).isTrue();
  }

  @Test
  void whatTheJudgeCallsRegressedGoesBackOnceThoughItKeepsItsLimits() {
    arm();
    measure(0.001);
    console.on(new Event.Judged(REF, regressed("b")));
    console.on(new Event.Judged(REF, regressed("b")));
    assertThat(console.orders()).containsExactly("1 BACK");
  }

  @Test
  void whatTheJudgeCallsRegressedOfAnotherRevisionGoesOffForNobody() {
    arm();
    console.on(new Event.Judged(REF, regressed("c")));
    assertThat(console.orders()).isEmpty();
  }

  private Judgement regressed(String podHash) {
    var noise = new Noise(Dispersion.NONE, Dispersion.NONE, true);
    var evidence =
        new Evidence(
            new Tally(1000, 9),
            new Tally(9000, 9),
            9,
            4,
            20,
            7,
            7,
            6,
            noise,
            Optional.empty(),
            Optional.of(console.now));
    var hearing =
        new Hearing(
            new Soak(10, console.now, 1.5, 1),
            new Verdict.Regressed(evidence, false, Words.of("judge.never")),
            List.of());
    var assessment =
        new Assessment(
            Measure.of(Signal.ERROR_RATE, OptionalDouble.empty(), 2),
            new Prospect.Service(100, 0.001, 4, noise),
            List.of(),
            Optional.of(hearing));
    return new Judgement(Optional.of(podHash), List.of(assessment), Optional.empty(), console.now);
  }

  @Test
  void measurementsOfAnotherRevisionGoOffForNobody() {
    arm();
    console.on(
        new Event.Read(REF, readings(0.4, new Readings.Sides(Optional.of("c"), Optional.of("a")))));
    assertThat(console.orders()).isEmpty();
  }

  static Stream<Release> withoutAWayBack() {
    return Stream.of(
        Releases.canary().revision("a", 4, 0).build(),
        Releases.canary().without("a").build(),
        oneWay(),
        Releases.canary().aborted().build(),
        Releases.canary().hashes("b", "b").build());
  }

  @ParameterizedTest
  @MethodSource("withoutAWayBack")
  void aMissingWayBackDisarmsItVisibly(Release release) {
    arm();
    console.on(new Event.Seen(release));
    measure(0.4);

    assertThat(console.orders()).isEmpty();
    assertThat(standby().phase()).isInstanceOf(Standby.Phase.Disarmed.class);
  }

  @Test
  void aPolicyMayForbidIt() {
    rule("automation: {rollback: false}");
    arm();
    assertThat(standby().phase()).isEqualTo(new Standby.Phase.Disarmed(Words.of("standby.policy")));
  }

  @Test
  void aUserWhoMayNotGoBackIsToldSoInsteadOfFailingAgainAndAgain() {
    console.on(
        new Event.Permitted(
            Place.of(REF),
            new Permissions(
                Map.of(Permissions.Kind.STATUS, "RBAC", Permissions.Kind.MANIFEST, "RBAC"))));
    arm();
    measure(0.4);
    console.after(Duration.ofSeconds(1));

    assertThat(console.orders()).isEmpty();
    assertThat(standby().phase()).isInstanceOf(Standby.Phase.Disarmed.class);
  }

  @Test
  void disarmedByAPersonItWatchesNoMore() {
    arm();
    console.on(new Event.StandBy(REF, false));
    measure(0.4);
    assertThat(console.orders()).isEmpty();
    assertThat(console.state.dossier(REF).standby()).isEmpty();
  }

  @Test
  void whatIsArmedIsFollowedWhateverElseIsOpened() {
    arm();
    console.effects.clear();
    console.on(new Event.Closed());
    assertThat(console.effects).isEmpty();

    measure(0.4);

    assertThat(console.effects).contains(new Effect.Unfollow(REF));
  }

  @Test
  void theOneWhoLeadsPromotesWhenEveryGateIsOpen() {
    rule(AUTOMATIC);
    steer();
    assertThat(console.orders()).isEmpty();
    measure(0);
    assertThat(console.orders()).isEmpty();

    lead(true);

    assertThat(console.orders()).containsExactly("1 FIRST");
    assertThat(console.pursuit(1).errand().action()).isEqualTo(new Action.Promote());
  }

  @Test
  void whoeverDoesNotLeadOrLedTooLongAgoPromotesNothing() {
    rule(AUTOMATIC);
    steer();
    lead(false);
    measure(0);
    assertThat(console.orders()).isEmpty();
    lead(true, console.now.plusSeconds(2));
    assertThat(console.orders()).isEmpty();
  }

  @Test
  void withoutThePolicysWordNothingIsPromoted() {
    steer();
    lead(true);
    measure(0);
    assertThat(console.orders()).isEmpty();
  }

  @Test
  void aShutGateHoldsAutomationAsItHoldsAPerson() {
    rule(
        "automation: {promotion: true}\ngates: {soak: {required: false}, image: {required: true}}");
    steer();
    lead(true);
    measure(0);
    assertThat(console.orders()).isEmpty();
  }

  /// Somebody looked at one revision and wanted that one promoted.
  @Test
  void aNewerRevisionIsNotPromotedButStillBroughtBack() {
    rule(AUTOMATIC);
    arm();
    steer();
    lead(true);
    console.effects.clear();
    console.on(new Event.Seen(NEWER));
    lead(true);
    measure(0, "c");

    assertThat(console.effects).contains(new Effect.StepDown(REF));
    assertThat(console.orders()).isEmpty();
    var dossier = console.state.dossier(REF);
    assertThat(dossier.helm()).isEmpty();
    assertThat(dossier.lapse()).map(Lapse::cause).contains(new Lapse.Cause.Another());

    measure(0.4, "b");
    assertThat(console.orders()).isEmpty();
    measure(0.4, "c");
    assertThat(console.orders()).containsExactly("1 BACK");
  }

  @Test
  void aRevisionThatComesBeforeTheHoldIsTakenInIsNotPromotedInItsPlace() {
    rule(AUTOMATIC);
    console.on(new Event.Seen(NEWER));
    console.effects.clear();
    console.on(new Event.Steer(REF, true, Optional.of("b")));
    var dossier = console.state.dossier(REF);
    assertThat(dossier.helm()).isEmpty();
    assertThat(dossier.lapse()).map(Lapse::cause).contains(new Lapse.Cause.Another());
    assertThat(console.effects).isEmpty();
  }

  @Test
  void whatLapsedForAReleaseThatIsGoneIsNotToldForEver() {
    var lapse = new Lapse(REF, true, false, new Lapse.Cause.Ended(), false);
    var cart = new Lapse(Console.ref("cart"), true, false, new Lapse.Cause.Ended(), false);
    console.on(new Event.Closed());
    console.on(new Event.Lapsed(List.of(lapse, cart)));
    assertThat(untold()).as("cart was not listed").containsExactly(lapse);
    console.on(new Event.Gone(REF));
    assertThat(untold()).isEmpty();
  }

  @Test
  void whatLapsedIsToldUntilItsClusterShowsThatItIsGone() {
    var console = new Console(Rule.TACTICS);
    var lapse = new Lapse(REF, true, false, new Lapse.Cause.Ended(), false);
    console.on(new Event.Lapsed(List.of(lapse)));
    console.on(new Event.Listed(new Scope("staging", Optional.empty()), List.of()));
    assertThat(Lapse.of(console.state, Optional.empty())).containsExactly(lapse);
    console.on(new Event.Listed(Console.PROD, List.of()));
    assertThat(Lapse.of(console.state, Optional.empty())).isEmpty();
  }

  private List<Lapse> untold() {
    return Lapse.of(console.state, Optional.empty());
  }

  @Test
  void whatIsDoneNoMoreIsUntoldUntilTheReleaseIsOpened() {
    var lapse = new Lapse(REF, true, false, new Lapse.Cause.Ended(), false);
    console.on(new Event.Closed());
    console.on(new Event.Lapsed(List.of(lapse)));
    assertThat(Lapse.of(console.state, Optional.of(NOON))).containsExactly(lapse);
    console.on(new Event.Opened(REF));
    assertThat(Lapse.of(console.state, Optional.of(NOON))).isEmpty();
    console.on(new Event.Lapsed(List.of(lapse)));
    assertThat(Lapse.of(console.state, Optional.of(NOON))).as("it is open").isEmpty();
  }

  @Test
  void onePromotionIsFollowedByTheNextOnlyWhenItsEffectIsThere() {
    rule(AUTOMATIC);
    steer();
    measure(0);
    lead(true);
    assertThat(console.orders()).containsExactly("1 FIRST");
    console.after(Duration.ofSeconds(1));
    assertThat(console.orders()).doesNotContain("2 FIRST");

    console.reply(1, "101");
    console.on(
        new Event.Seen(Releases.canary().resourceVersion("102").step(2).weighted(50, 50).build()));

    assertThat(console.pursuit(1).standing()).isInstanceOf(Standing.Succeeded.class);
    assertThat(console.state.pursuits()).hasSize(1);
  }

  @Test
  void afterAFailureItRestsBeforeItTriesAgain() {
    rule(AUTOMATIC);
    steer();
    measure(0);
    lead(true);
    console.on(new Event.Replied(1, Result.failed(new Failure.Refused("prod", 403, "webhook"))));
    console.on(new Event.Seen(Releases.canary().resourceVersion("101").pausedSince(NOON).build()));
    console.after(Duration.ofSeconds(1));
    assertThat(console.state.pursuits()).hasSize(1);

    console.now = console.now.plusSeconds(20);
    console.hear();
    measure(0);
    lead(true);

    assertThat(console.state.pursuits()).hasSize(2);
  }

  @Test
  void theLeadIsAskedForAgainAndAgainAndGivenBack() {
    steer();
    assertThat(console.effects).contains(new Effect.Campaign(REF));
    console.effects.clear();
    console.after(Duration.ofSeconds(1));
    assertThat(console.effects).doesNotContain(new Effect.Campaign(REF));
    console.after(Duration.ofSeconds(4));
    assertThat(console.effects).contains(new Effect.Campaign(REF));

    console.on(new Event.Steer(REF, false));

    assertThat(console.effects).contains(new Effect.StepDown(REF));
    assertThat(console.state.dossier(REF).helm()).isEmpty();
  }

  @Test
  void reportsAreLookedForWhereThePolicySays() {
    rule("reports: {from: [shop]}");
    console.effects.clear();
    console.after(Duration.ofSeconds(1));

    var image = new Image("main", "registry.example/shop:b");
    assertThat(console.effects).contains(new Effect.SeekReports(REF, List.of("shop"), image));
    console.effects.clear();
    console.after(Duration.ofSeconds(1));
    assertThat(console.effects).isEmpty();
  }

  @Test
  void aChangeOfThePolicyIsOnTheTimeline() {
    rule("gates: {errorRate: {atMost: 1%}}");
    assertThat(console.state.dossier(REF).amendments()).isEmpty();

    rule("gates: {errorRate: {atMost: 5%}}");

    assertThat(console.state.dossier(REF).amendments())
        .singleElement()
        .satisfies(
            change -> assertThat(change.message()).isEqualTo("gates.errorRate.atMost: 1% → 5%"));
    assertThat(console.state.limits(REF).errorRate()).isEqualTo(0.05);
  }

  @Test
  void whoChangedThePolicyIsOnTheTimelineAsFarAsTheApiServerSays() {
    var edited = new PolicyBook.Author("kubectl-edit", NOON.minusSeconds(5));
    rule("gates: {errorRate: {atMost: 1%}}", Optional.of(new PolicyBook.Author("argocd", NOON)));
    rule("gates: {errorRate: {atMost: 5%}}", Optional.of(edited));
    rule("gates: {errorRate: {atMost: 6%}}", Optional.of(edited));

    var changes = console.state.dossier(REF).amendments();
    assertThat(changes).extracting(Happening::who).containsExactly("kubectl-edit", "policy");
    assertThat(changes.getFirst().at()).isEqualTo(edited.at());
  }

  @Test
  void whatIsSignedIsWhatWasLookedAt() {
    console.effects.clear();
    console.on(new Event.Sign(REF, Facts.of(Releases.canary().step(3).build())));
    assertThat(console.effects).isEmpty();
    console.on(new Event.Sign(REF, Facts.of(CANARY)));
    console.on(new Event.Sign(REF, Facts.of(CANARY)));
    assertThat(console.effects).as("once").containsExactly(new Effect.Sign(CANARY));
  }

  @Test
  void aRefusedSignatureSaysWhatChanged() {
    console.on(new Event.Opened(REF));
    console.on(new Event.Sign(REF, Facts.of(Releases.canary().step(3).build())));
    assertThat(console.state.focus().orElseThrow().signing().orElseThrow().refusal())
        .map(Texts::of)
        .hasValue("Not signed: the step changed. Look again, then sign.");
  }

  @Test
  void whatIsThroughIsSteeredNoMore() {
    steer();
    console.effects.clear();
    console.on(new Event.Seen(Releases.canary().hashes("b", "b").build()));
    assertThat(console.state.dossier(REF).helm()).isEmpty();
    assertThat(console.effects).contains(new Effect.StepDown(REF));
  }

  /// Whoever starts it again has to say anew that nobody need look.
  @Test
  void whatGoesBackIsPromotedByItselfNoMoreNorWhenItIsStartedAgain() {
    rule(AUTOMATIC);
    arm();
    steer();
    lead(true);
    measure(0.4);
    assertThat(console.orders()).contains("1 BACK");
    assertThat(console.state.dossier(REF).helm()).isEmpty();
  }

  @Test
  void whatSomebodyElseAbortedIsPromotedByItselfNoMore() {
    rule(AUTOMATIC);
    steer();
    lead(true);
    console.on(new Event.Seen(Releases.canary().resourceVersion("101").aborted().build()));
    console.on(new Event.Seen(Releases.canary().resourceVersion("102").pausedSince(NOON).build()));
    assertThat(console.state.dossier(REF).helm()).isEmpty();
  }

  @Test
  void whatTheConsoleDoesByItselfEndsWhenItCloses() {
    rule(AUTOMATIC);
    arm();
    steer();
    lead(true);
    console.effects.clear();
    console.on(new Event.Leaving());
    assertThat(console.effects).contains(new Effect.StepDown(REF));
    assertThat(console.state.dossier(REF).active()).isFalse();

    console.effects.clear();
    measure(0.4);
    assertThat(console.orders()).isEmpty();
  }

  /// What the pods have come to since is not known: it may be well again.
  @Test
  void whatWasNotReadyWhenTheClusterWasLastHeardIsNoOutageByTheClockAlone() {
    console.on(new Event.Seen(unready("101", console.now)));
    arm();
    console.on(
        new Event.Linked(
            Console.PROD,
            new Link.Stale(console.now, new Failure.Unreachable("prod", Words.of("api.timeout")))));
    console.after(Duration.ofSeconds(90));
    assertThat(console.orders()).isEmpty();

    console.hear();
    console.after(Duration.ofSeconds(1));
    assertThat(console.orders()).containsExactly("1 BACK");
  }

  /// The machine slept: its watch still counts as live when it wakes up.
  @Test
  void whatWasNotReadyBeforeTheMachineSleptIsNoOutageWhenItWakesUp() {
    console.on(new Event.Seen(unready("101", console.now)));
    arm();
    console.after(Duration.ofMinutes(30));
    assertThat(console.orders()).isEmpty();
  }

  private static Release unready(String resourceVersion, Instant since) {
    var pods =
        new PodHealth(
            1, 0, 1, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(since));
    return Releases.canary()
        .resourceVersion(resourceVersion)
        .pausedSince(NOON)
        .revision("b", 1, 0)
        .pods("b", pods)
        .build();
  }

  private void arm() {
    console.on(new Event.StandBy(REF, true));
  }

  private void steer() {
    console.on(new Event.Steer(REF, true));
  }

  private void lead(boolean mine) {
    lead(mine, console.now.plus(Helm.TERM));
  }

  private void lead(boolean mine, Instant until) {
    console.on(new Event.Led(REF, Result.ok(new Helm.Lead("x", mine, until))));
  }

  private void rule(String text) {
    rule(text, Optional.empty());
  }

  private void rule(String text, Optional<PolicyBook.Author> author) {
    var draft =
        new YamlPolicies().document("test", "apiVersion: sluice.dev/v1\nkind: Policy\n" + text);
    assertThat(draft.mistakes()).isEmpty();
    var book = PolicyBook.of(List.of(new PolicyBook.Entry("shop", "checkout", draft, author)));
    console.on(new Event.Ruled(new Scope("prod", Optional.empty()), book));
  }

  private void measure(double errors) {
    console.on(new Event.Judged(REF, uncounted("b")));
    console.on(new Event.Read(REF, readings(errors, Readings.Sides.UNTOLD)));
  }

  private void measure(double errors, String podHash) {
    var sides = new Readings.Sides(Optional.of(podHash), Optional.of("a"));
    console.on(new Event.Judged(REF, uncounted(podHash)));
    console.on(new Event.Read(REF, readings(errors, sides)));
  }

  /// There are no counters; the limits alone decide.
  private Judgement uncounted(String podHash) {
    return new Judgement(Optional.of(podHash), List.of(), Optional.empty(), console.now);
  }

  private Readings readings(double errors, Readings.Sides sides) {
    return new Readings(
        console.now.minusSeconds(600),
        console.now,
        Map.of(
            Signal.ERROR_RATE, new Readings.Pair(series(errors), series(0)),
            Signal.LATENCY_P99, new Readings.Pair(series(0.2), series(0.2)),
            Signal.REQUESTS, new Readings.Pair(series(10), series(90))),
        List.of(),
        sides);
  }

  private Series series(double value) {
    var times = new long[5];
    var values = new double[5];
    for (int i = 0; i < times.length; i++) {
      times[i] = console.now.minusSeconds(15L * (times.length - 1 - i)).toEpochMilli();
      values[i] = value;
    }
    return new Series(times, values);
  }

  private Standby standby() {
    return console.state.dossier(REF).standby().orElseThrow();
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }

  private static Release oneWay() {
    return Releases.canary().signs(new Signs(Optional.empty(), List.of(), true)).build();
  }
}
