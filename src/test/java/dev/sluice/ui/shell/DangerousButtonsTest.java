package dev.sluice.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.ObjectVersion;
import dev.sluice.release.PodHealth;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseDraft;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Event;
import dev.sluice.ui.control.HoldButton;
import dev.sluice.ui.control.PlanPanel;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.Gestures;
import dev.sluice.ui.stage.Played;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import dev.sluice.ui.theme.Theme;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every button that can do harm, with every way of not quite pressing it, against the reducer of
/// the program: nothing is sent before the gesture is complete, and then once.
class DangerousButtonsTest {

  /// The verbs, each where it can be used. Pausing and arming the way back cost one click, and have
  /// tests of their own.
  enum Verb {
    PROMOTE,
    PROMOTE_FULLY,
    OVERRIDE,
    SWITCH,
    RESUME,
    RETRY,
    ABORT,
    RESTART,
    ROLL_BACK,
    ROLL_BACK_PREVIEWED,
    SWITCH_BACK,
    ROLL_BACK_TOGETHER,
    SIGN,
    STEER;

    Release release() {
      return switch (this) {
        case SWITCH -> Samples.blueGreen();
        case SWITCH_BACK -> Samples.switched();
        case RESUME -> Samples.pausedByHand();
        case RETRY -> Samples.aborted();
        case PROMOTE,
            PROMOTE_FULLY,
            OVERRIDE,
            ABORT,
            RESTART,
            ROLL_BACK,
            ROLL_BACK_PREVIEWED,
            ROLL_BACK_TOGETHER,
            SIGN,
            STEER ->
            Samples.canary();
      };
    }

    Action action() {
      return switch (this) {
        case PROMOTE, OVERRIDE, SWITCH -> new Action.Promote();
        case PROMOTE_FULLY -> new Action.PromoteFully();
        case RESUME -> new Action.Resume();
        case RETRY -> new Action.Retry();
        case ABORT -> new Action.Abort();
        case RESTART -> new Action.Restart();
        case ROLL_BACK, ROLL_BACK_PREVIEWED, SWITCH_BACK, ROLL_BACK_TOGETHER ->
            new Action.RollBack("a");
        case SIGN, STEER -> throw new IllegalStateException("nothing is sent to the release");
      };
    }

    /// Whether it stands in the card of what comes next, with what it does written below.
    boolean card() {
      return this == SIGN || this == STEER;
    }

    /// To how many releases something is sent.
    int sent() {
      return this == ROLL_BACK_TOGETHER ? 3 : 1;
    }

    /// Whether its plan is shown before it can be held.
    boolean panel() {
      return switch (this) {
        case ROLL_BACK, SWITCH_BACK, ROLL_BACK_TOGETHER, SIGN, STEER -> false;
        case PROMOTE,
            PROMOTE_FULLY,
            OVERRIDE,
            SWITCH,
            RESUME,
            RETRY,
            ABORT,
            RESTART,
            ROLL_BACK_PREVIEWED ->
            true;
      };
    }

    /// Whether it brings users onto something new, so that a changed fact lets go of it.
    boolean bound() {
      return card() || action().advances();
    }

    /// How long it is held at the least.
    Duration held() {
      boolean light = this == SIGN || (!card() && action() instanceof Action.RollBack);
      return Duration.ofMillis(light ? 600 : 1200);
    }
  }

  /// The ways not to complete a gesture.
  enum Slip {
    A_CLICK,
    A_DOUBLE_CLICK,
    THE_MOUSE_LEAVES,
    THE_RIGHT_BUTTON,
    A_KEY_LET_GO,
    A_REPEATED_KEY_LET_GO,
    A_KEY_AND_THE_FOCUS_LOST,
    A_KEY_AND_ANOTHER_WINDOW
  }

  private static final List<String> CONTEXTS = List.of("prod-eu", "prod-us", "prod-asia");

  /// Asks for a signature, and lets the console promote by itself.
  private static final String ASKING =
      "gates: {review: {required: true}}\nautomation: {promotion: true}";

  private World world = new World();
  private Release release = Samples.canary();
  private Shell shell = Fx.on(() -> new Shell(new Gestures(), World.SIGHT, new Gestures()));
  private final Stage stage = Fx.on(Stage::new);

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  static Stream<Arguments> slips() {
    return Arrays.stream(Verb.values())
        .flatMap(verb -> Arrays.stream(Slip.values()).map(slip -> Arguments.of(verb, slip)));
  }

  @ParameterizedTest(name = "{0} after {1}")
  @MethodSource("slips")
  void nothingIsSentBeforeTheGestureIsComplete(Verb verb, Slip slip) {
    var button = open(verb);
    slip(button, slip);
    Fx.pulse();
    assertThat(Fx.on(button::isHeld)).as("whoever holds on would act").isFalse();
    assertThat(world.sent()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void heldToItsEndByARepeatingKeyItIsSentOnceAndNotBeforeItsTime(Verb verb) {
    var button = open(verb);
    long begin = System.nanoTime();
    hold(button, verb.sent());
    for (int i = 0; i < 5; i++) {
      key(button, KeyEvent.KEY_PRESSED);
      Fx.pulse();
    }
    key(button, KeyEvent.KEY_RELEASED);
    assertThat(world.sent()).isEqualTo(verb.sent());
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(verb.held());
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void aSecondGestureWhileTheFirstIsUnderWaySendsNothingMore(Verb verb) {
    var button = open(verb);
    hold(button, verb.sent());
    key(button, KeyEvent.KEY_RELEASED);
    Fx.pulse();
    long end = System.nanoTime() + verb.held().multipliedBy(2).toNanos();
    while (System.nanoTime() < end) {
      key(button, KeyEvent.KEY_PRESSED);
      Fx.pulse();
    }
    assertThat(Fx.on(button::isHeld)).isFalse();
    assertThat(world.sent()).isEqualTo(verb.sent());
  }

  @ParameterizedTest
  @EnumSource(
      value = Verb.class,
      names = {
        "PROMOTE",
        "PROMOTE_FULLY",
        "OVERRIDE",
        "SWITCH",
        "RESUME",
        "RETRY",
        "SIGN",
        "STEER"
      })
  void aChangedFactLetsGoAndSaysWhich(Verb verb) {
    var button = open(verb);
    assertThat(verb.bound()).isTrue();
    key(button, KeyEvent.KEY_PRESSED);
    assertThat(Fx.on(button::isHeld)).isTrue();
    var edited = new ObjectVersion(release.version().uid(), "102", 8, 8);
    show(world.tell(new Event.Seen(as(edited, release))));
    assertThat(Fx.on(button::isHeld)).isFalse();
    assertThat(says("the manifest changed. Nothing was sent.")).isTrue();
    key(button, KeyEvent.KEY_PRESSED);
    Fx.pulse();
    assertThat(Fx.on(button::isHeld)).isFalse();
    assertThat(world.sent()).isZero();
  }

  @Test
  void aStepThatMovedLetsGoOfThePromotion() {
    var button = open(Verb.PROMOTE);
    key(button, KeyEvent.KEY_PRESSED);
    show(world.tell(new Event.Seen(Samples.elsewhere("prod-eu", 5, 25, "v1.8.3"))));
    assertThat(Fx.on(button::isHeld)).isFalse();
    assertThat(says("the step changed. Nothing was sent.")).isTrue();
    assertThat(world.sent()).isZero();
  }

  @Test
  void aRollbackWhoseTargetMovedLetsGoAndNamesTheOneItMeansNow() {
    var button = open(Verb.ROLL_BACK);
    key(button, KeyEvent.KEY_PRESSED);
    show(world.tell(new Event.Seen(Samples.onto("c", "v1.8.4"))));
    assertThat(Fx.on(button::isHeld)).isFalse();
    assertThat(says("Let go: the button now means Roll back to v1.8.4")).isTrue();
    assertThat(world.sent()).isZero();
  }

  @Test
  void aRollbackInSeveralClustersLetsGoWhenItWouldMeanSomethingElse() {
    var button = open(Verb.ROLL_BACK_TOGETHER);
    key(button, KeyEvent.KEY_PRESSED);
    show(world.tell(new Event.Gone(Samples.elsewhere("prod-us", 5, 25, "v1.8.3").ref())));
    assertThat(Fx.on(button::isHeld)).isFalse();
    assertThat(says("what it would do has changed. Nothing was sent.")).isTrue();
    assertThat(world.sent()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void whatIsArmedEndsByItselfAfterTenSecondsAlsoUnderTheFinger(Verb verb) {
    var button = open(verb);
    if (verb.panel()) {
      key(button, KeyEvent.KEY_PRESSED);
      show(world.pass(Duration.ofSeconds(9)).heard("prod-eu"));
      show(world.pass(Duration.ofMillis(1_100)).heard("prod-eu"));
      assertThat(Fx.on(button::isHeld)).isFalse();
      assertThat(Fx.on(button::isLocked)).isTrue();
      assertThat(says("Arming ended after 10 s. Nothing was sent.")).isTrue();
    } else {
      show(world.pass(Duration.ofHours(1)).heard("prod-eu"));
      assertThat(Fx.on(button::isLocked)).as("going back needs no arming").isFalse();
    }
    assertThat(world.sent()).isZero();
  }

  @Test
  void aPauseCostsOneClickAndADoubleClickPausesOnce() {
    open(Verb.ROLL_BACK);
    var pause =
        Fx.on(() ->
            shell.lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getText().equals("Pause"))
                .findFirst()
                .orElseThrow());
    Fx.run(pause::arm);
    assertThat(world.sent()).isZero();
    Fx.run(() -> {
      pause.fire();
      pause.fire();
    });
    assertThat(world.sent()).isEqualTo(1);
  }

  @Test
  void armingTheWayBackCostsOneClickSaysWhatItDoesAndSendsNothing() {
    open(Verb.STEER);
    assertThat(says("Off: by hand")).isTrue();
    var box = Fx.on(() -> (CheckBox) shell.lookup(".switch .check-box"));
    assertThat(Fx.on(box::getAccessibleHelp))
        .contains("traffic goes back to the version before as soon as this one");
    Fx.run(box::fire);
    Fx.pulse();
    assertThat(says("Armed for v1.9.0 while this console runs")).isTrue();
    Fx.run(box::fire);
    assertThat(Fx.on(box::isSelected)).isFalse();
    assertThat(world.state().dossier(release.ref()).standby()).isEmpty();
    assertThat(world.sent()).isZero();
  }

  @Test
  void promotingByItselfSaysItsStepsItsGatesAndItsEndAndStopsAtOneClick() {
    var button = open(Verb.STEER);
    assertThat(texts())
        .anyMatch(text ->
            text.contains("brings v1.9.0 on to 25 %, then 50 %, then 100 %")
                && text.contains("all of these pass: Error rate")
                && text.contains("Charts reviewed")
                && text.contains("Until it is through, goes back, is stopped, a newer version"));
    hold(button, 1);
    assertThat(world.state().dossier(release.ref()).helm()).isPresent();
    var stop =
        Fx.on(() ->
            shell.lookupAll(".steering .button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow());
    assertThat(Fx.on(stop::isVisible)).isTrue();
    Fx.run(stop::fire);
    assertThat(world.state().dossier(release.ref()).helm()).isEmpty();
  }

  @Test
  void aSignatureThatTheClusterRefusesSaysWhyAndCanBeGivenAgain() {
    var button = open(Verb.SIGN);
    hold(button, 1);
    assertThat(Fx.on(button::isLocked)).isTrue();
    String no = "User \"alice\" cannot create resource \"events\"";
    show(world.tell(new Event.Unsigned(release.ref(), new Failure.Forbidden("prod-eu", no))));
    assertThat(says(no)).isTrue();
    assertThat(Fx.on(button::isLocked)).isFalse();
  }

  @Test
  void chartsThatTurnBadLetGoOfTheSignatureAndItSaysSo() {
    var button = open(Verb.SIGN);
    key(button, KeyEvent.KEY_PRESSED);
    show(world.read(release.ref(), Samples.readings(0.0048, 0.06)));
    assertThat(Fx.on(button::isHeld)).isFalse();
    assertThat(says("the charts cannot be signed any more. Nothing was signed.")).isTrue();
    assertThat(world.sent()).isZero();
  }

  @Test
  void theEffectIsObservedAndToldWithItsTime() {
    var button = open(Verb.ROLL_BACK);
    hold(button, 1);
    show(world.accepts());
    assertThat(says("serving 100 % v1.8.3")).as("accepted is not done").isFalse();
    show(world.pass(Duration.ofSeconds(6)).heard("prod-eu").tell(new Event.Seen(back())));
    assertThat(says("the effect is there, watching that it holds")).isTrue();
    assertThat(says("serving 100 % v1.8.3")).as("seen once is not held").isFalse();
    for (int i = 0; i < 6; i++) {
      show(world.pass(Duration.ofSeconds(10)).heard("prod-eu").rereads(back()));
    }
    assertThat(texts()).anyMatch(text -> text.contains("serving 100 % v1.8.3"));
    assertThat(texts()).anyMatch(text -> text.contains("traffic moved after 6 s"));
  }

  static Stream<Arguments> effects() {
    var further = Samples.elsewhere("prod-eu", 5, 25, "v1.8.3");
    var b = Samples.revision(42, "b", "v1.9.0", 10, 10, Duration.ofHours(1), PodHealth.NONE);
    var through = Samples.finished(Samples.CHECKOUT, "b", List.of(b));
    return Stream.of(
        Arguments.of(Verb.PROMOTE, further, "v1.9.0 goes on to 25 %"),
        Arguments.of(Verb.OVERRIDE, further, "v1.9.0 goes on to 25 %"),
        Arguments.of(Verb.PROMOTE_FULLY, through, "fully promoted: v1.9.0 is the stable revision"),
        Arguments.of(Verb.SWITCH, Samples.switched(), "switched to v1.6.0"),
        Arguments.of(Verb.RESUME, Samples.canary(), "no longer paused by hand"),
        Arguments.of(Verb.RETRY, Samples.canary(), "v1.9.0 starts again"),
        Arguments.of(Verb.ABORT, Samples.aborted(), "aborted, all traffic is on v1.8.3"),
        Arguments.of(Verb.RESTART, Samples.canary(), "all pods are new"),
        Arguments.of(Verb.SWITCH_BACK, Samples.switchedBack(), "serving 100 % v1.5.0"),
        Arguments.of(Verb.ROLL_BACK_TOGETHER, Samples.aborted(), "Went back in 3 of 3 clusters."),
        Arguments.of(Verb.ROLL_BACK_PREVIEWED, Samples.aborted(), "serving 100 % v1.8.3"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("effects")
  void ofEachVerbTheEffectIsToldAndNotBeforeItIsSeen(Verb verb, Release effect, String words) {
    var button = open(verb);
    hold(button, verb.sent());
    show(world.accepts());
    assertThat(says(words)).as("accepted is not done").isFalse();
    long generation = verb == Verb.RESTART ? 8 : 7;
    var version = new ObjectVersion(release.version().uid(), "102", generation, generation);
    world.pass(Duration.ofSeconds(6)).heard("prod-eu");
    var all = verb == Verb.ROLL_BACK_TOGETHER ? CONTEXTS : List.of("prod-eu");
    var seen = all.stream().map(context -> in(context, as(version, effect))).toList();
    seen.forEach(each -> show(world.tell(new Event.Seen(each))));
    for (int i = 0; i < 6 && !says(words); i++) {
      world.pass(Duration.ofSeconds(10)).heard("prod-eu");
      seen.forEach(each -> show(world.rereads(each)));
    }
    assertThat(texts()).anyMatch(text -> text.contains(words));
  }

  /// The controller has seen what was written, and everybody is back.
  private static Release back() {
    return as(new ObjectVersion("uid-1", "102", 7, 7), Samples.aborted());
  }

  private static Release as(ObjectVersion version, Release at) {
    return ReleaseDraft.of(at, draft -> draft.version = version);
  }

  private static Release in(String context, Release at) {
    var ref = new ReleaseRef(context, at.ref().namespace(), at.ref().name());
    return ReleaseDraft.of(at, draft -> draft.ref = ref);
  }

  private HoldButton open(Verb verb) {
    release = verb.release();
    var readings = verb == Verb.OVERRIDE ? Samples.readings(0.0048, 0.03) : Samples.readings();
    world = World.of(release).read(release.ref(), readings);
    if (verb == Verb.ROLL_BACK_TOGETHER) {
      world.fleet();
    } else if (verb.card()) {
      world.ruled(ASKING);
    }
    var played = new Played(world, release);
    shell = Fx.on(() -> new Shell(played, World.SIGHT, new Gestures()));
    Fx.run(() -> {
      stage.setScene(new Scene(shell, 980, 700));
      Theme.DARK.dress(stage.getScene());
      stage.show();
      stage.requestFocus();
      played.on(shell::show);
      if (verb.panel()) {
        played.arm(verb.action());
      }
    });
    Fx.pulse();
    if (verb.panel()) {
      explain();
    }
    return button(verb);
  }

  /// What leaves checks out wants a reason.
  private void explain() {
    Fx.run(() ->
        shell.lookupAll(".plan-panel .text-field").stream()
            .map(TextField.class::cast)
            .filter(Node::isVisible)
            .forEach(field -> field.setText("agreed with the cart team")));
  }

  private HoldButton button(Verb verb) {
    return Fx.on(() -> {
      if (verb.panel()) {
        return ((PlanPanel) shell.lookup(".plan-panel")).button().orElseThrow();
      }
      if (verb.card()) {
        String place = verb == Verb.SIGN ? ".signing" : ".steering";
        return (HoldButton) shell.lookup(place + " .hold-button");
      }
      return shell.lookupAll(".hold-button.danger").stream()
          .map(HoldButton.class::cast)
          .filter(Node::isVisible)
          .filter(each ->
              each.getAccessibleText().contains("clusters") == (verb == Verb.ROLL_BACK_TOGETHER))
          .findFirst()
          .orElseThrow();
    });
  }

  private void hold(HoldButton button, int sent) {
    assertThat(Fx.on(button::isLocked)).as(Fx.on(button::getAccessibleText)).isFalse();
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (world.sent() < sent) {
      assertThat(System.nanoTime()).isLessThan(end);
      key(button, KeyEvent.KEY_PRESSED);
      Fx.pulse();
    }
  }

  private void slip(HoldButton button, Slip slip) {
    switch (slip) {
      case A_CLICK -> click(button);
      case A_DOUBLE_CLICK -> {
        click(button);
        click(button);
      }
      case THE_MOUSE_LEAVES -> {
        mouse(button, MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY);
        mouse(button, MouseEvent.MOUSE_EXITED, MouseButton.PRIMARY);
      }
      case THE_RIGHT_BUTTON -> mouse(button, MouseEvent.MOUSE_PRESSED, MouseButton.SECONDARY);
      case A_KEY_LET_GO -> {
        key(button, KeyEvent.KEY_PRESSED);
        key(button, KeyEvent.KEY_RELEASED);
      }
      case A_REPEATED_KEY_LET_GO -> {
        for (int i = 0; i < 3; i++) {
          key(button, KeyEvent.KEY_PRESSED);
        }
        key(button, KeyEvent.KEY_RELEASED);
      }
      case A_KEY_AND_THE_FOCUS_LOST -> {
        Fx.run(button::requestFocus);
        key(button, KeyEvent.KEY_PRESSED);
        Fx.run(() -> shell.lookup(".rail-item").requestFocus());
      }
      case A_KEY_AND_ANOTHER_WINDOW -> {
        Fx.run(button::requestFocus);
        key(button, KeyEvent.KEY_PRESSED);
        background();
      }
    }
  }

  /// The headless platform has no other program that could come to the front.
  private void background() {
    Fx.on(() -> {
      var helper = Class.forName("com.sun.javafx.stage.WindowHelper");
      helper.getMethod("setFocused", Window.class, boolean.class).invoke(null, stage, false);
      return 0;
    });
  }

  private static void click(HoldButton button) {
    mouse(button, MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY);
    mouse(button, MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY);
  }

  private static void mouse(HoldButton button, EventType<MouseEvent> type, MouseButton which) {
    boolean primary = which == MouseButton.PRIMARY;
    Fx.run(() ->
        button.fireEvent(
            new MouseEvent(
                type, 5, 5, 5, 5, which, 1, false, false, false, false, primary, false, !primary,
                false, false, true, null)));
  }

  private static void key(HoldButton button, EventType<KeyEvent> type) {
    Fx.run(() ->
        button.fireEvent(new KeyEvent(type, "", "", KeyCode.ENTER, false, false, false, false)));
  }

  private void show(World next) {
    Fx.run(() -> shell.show(next.state()));
    Fx.pulse();
  }

  private boolean says(String words) {
    return texts().stream().anyMatch(text -> text.contains(words));
  }

  private List<String> texts() {
    return Fx.on(() ->
        shell.lookupAll(".label").stream()
            .map(Labeled.class::cast)
            .map(label -> Optional.ofNullable(label.getText()).orElse("").replace('\u00a0', ' '))
            .toList());
  }
}
