package dev.sluice.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.Result;
import dev.sluice.state.Drilling;
import dev.sluice.state.Event;
import dev.sluice.state.Survey;
import dev.sluice.state.Whereabouts;
import dev.sluice.ui.control.HoldButton;
import dev.sluice.ui.stage.Drills;
import dev.sluice.ui.stage.Fleet;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.Gestures;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import dev.sluice.ui.theme.Theme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds on every page and in every state of it: for those who hear it, for those who have no
/// mouse, and for the one button that must never be covered.
class EveryPageTest {
  private static final int MANY_STOPS = 400;

  private final Gestures gestures = new Gestures();
  private final Shell shell = Fx.on(() -> new Shell(gestures, World.SIGHT, gestures));
  private final Stage stage = Fx.on(Stage::new);

  /// @param page its name, or empty for where the state itself leads
  /// @param key opens something above it
  /// @param drilling the exercise that is under way
  record Sight(
      String name,
      String page,
      World world,
      Survey survey,
      Optional<KeyCode> key,
      Optional<Drilling> drilling) {

    Sight(String name, String page, World world, Survey survey, Optional<KeyCode> key) {
      this(name, page, world, survey, key, Optional.empty());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sight> sights() {
    return Stream.concat(
        Stream.of(
            sight("waiting", "WAITING", Fleet.busy()),
            sight("waiting, nothing", "WAITING", World.empty("prod-eu")),
            sight("board", "BOARD", Fleet.busy()),
            sight("board, forbidden", "BOARD", Fleet.partlyForbidden()),
            sight("clusters", "CLUSTERS", Fleet.stale()),
            new Sight("first run", "", new World(), Fleet.nothing(), Optional.empty()),
            sight("settings", "SETTINGS", Fleet.busy()),
            sight("wall", "WALL", Fleet.busy()),
            new Sight("palette", "BOARD", Fleet.busy(), Fleet.survey(), Optional.of(KeyCode.K)),
            practising("practise", Optional.empty()),
            practising("practise, briefing", Optional.of(Drills.running())),
            practising("practise, done well", Optional.of(Drills.well())),
            practising("practise, done badly", Optional.of(Drills.badly()))),
        releases());
  }

  private static Sight practising(String name, Optional<Drilling> drilling) {
    return new Sight(
        name, "DRILL", World.empty("drill"), Fleet.survey(), Optional.empty(), drilling);
  }

  /// A release's page in all its states.
  static Stream<Sight> releases() {
    Release canary = Samples.canary();
    return Stream.of(
        sight("release", "", open()),
        sight("release, stale", "", open().stale("prod-eu")),
        sight("release, viewer", "", open().viewer(canary)),
        sight("release, loading", "", World.of(canary)),
        sight("release, no data", "", World.of(canary).unread(canary.ref())),
        sight("release, armed", "", open().arm(canary, new Action.Promote())),
        sight("release, log", "", open().log(canary.ref(), Result.ok(Samples.log()))),
        sight("release, fleet", "", open().fleet()),
        sight("release, aborted", "", World.of(Samples.aborted())),
        sight("release, blue-green", "", World.of(Samples.switched())),
        sight("release, analysed", "", World.of(Samples.analysed())),
        new Sight("release, palette", "", open(), Fleet.survey(), Optional.of(KeyCode.K)),
        new Sight("release, evidence", "", open(), Fleet.survey(), Optional.of(KeyCode.E)),
        new Sight("release, keys", "", open(), Fleet.survey(), Optional.of(KeyCode.SLASH)),
        sight("release, everything", "", everything()));
  }

  /// All that can be said on one page at once.
  private static World everything() {
    return open()
        .fleet()
        .goesBackTogether(Samples.CHECKOUT)
        .tell(new Event.Troubled(World.UNREACHABLE))
        .tell(new Event.Troubled(Fleet.EXPIRED))
        .log(Samples.CHECKOUT, Result.ok(Samples.log()))
        .stale("prod-eu");
  }

  private static World open() {
    Release canary = Samples.canary();
    return World.of(canary).read(canary.ref(), Samples.readings());
  }

  private static Sight sight(String name, String page, World world) {
    return new Sight(name, page, world, Fleet.survey(), Optional.empty());
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  @ParameterizedTest
  @MethodSource("sights")
  void everythingThatCanBeReachedHasANameThatIsSpoken(Sight sight) {
    show(sight, 1440, 900);
    var nameless =
        Fx.on(() ->
            shown().stream()
                .filter(Node::isFocusTraversable)
                .filter(node -> spoken(node).isBlank())
                .toList());
    assertThat(nameless).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sights")
  void whatAPersonReadsBesideTheDrillIsByTheDrillsOwnClock(Sight sight) {
    show(sight, 1440, 900);
    var clock = Fx.on(() -> words().filter(text -> text.matches("\\d\\d:\\d\\d.*")).toList());
    assertThat(clock).allMatch(text -> text.endsWith("drill time") == sight.drilling.isPresent());
  }

  private Stream<String> words() {
    return shown().stream()
        .filter(Labeled.class::isInstance)
        .map(node -> ((Labeled) node).getText())
        .filter(text -> text != null && text.matches(".*(UTC|drill time)"));
  }

  @ParameterizedTest
  @MethodSource("sights")
  void everythingThatCanBePressedIsReachedByTheTabKey(Sight sight) {
    show(sight, 1440, 900);
    var controls = Fx.on(() -> shown().stream().filter(EveryPageTest::pressed).toList());
    Set<Node> reached = Fx.on(this::tabbed);
    assertThat(controls).isSubsetOf(reached);
  }

  static Stream<Arguments> releasesOfEverySize() {
    return releases()
        .flatMap(sight ->
            Stream.of(
                Arguments.of(sight, 960, 600),
                Arguments.of(sight, 1024, 700),
                Arguments.of(sight, 1280, 720),
                Arguments.of(sight, 1920, 1080),
                Arguments.of(sight, 2560, 1080)));
  }

  @ParameterizedTest(name = "{0} at {1} x {2}")
  @MethodSource("releasesOfEverySize")
  void nothingEverCoversTheRollbackButton(Sight sight, int width, int height) {
    show(sight, width, height);
    Fx.run(() -> shell.trouble(List.of(Fleet.BROKEN, Fleet.EXPIRED, World.UNREACHABLE)));
    Fx.pulse();
    Fx.pulse();
    var button = Fx.on(this::rollback);
    Bounds at = bounds(button);
    assertThat(new BoundingBox(0, 0, width, height).contains(at))
        .as("%s is inside of the window", at)
        .isTrue();
    assertThat(at.getWidth()).as("its words are not cut").isGreaterThan(120);
    var over =
        Fx.on(() ->
            shown().stream()
                .filter(node -> !related(node, button))
                .filter(node -> bounds(node).intersects(inner(at)))
                .toList());
    assertThat(over)
        .as("over %s: %s", at, over.stream().map(EveryPageTest::bounds).toList())
        .isEmpty();
  }

  private void show(Sight sight, int width, int height) {
    Fx.run(() -> {
      shell.setManaged(false);
      shell.resizeRelocate(0, 0, width, height);
      stage.setScene(new Scene(new Pane(shell), 900, 600));
      Theme.DARK.dress(stage.getScene());
      stage.show();
      shell.drill(sight.drilling);
      shell.show(sight.survey);
      shell.show(sight.world.state());
      shell.resume(new Whereabouts(Optional.empty(), sight.page, Optional.empty(), "", ""));
      sight.key.ifPresent(this::press);
    });
    Fx.pulse();
    Fx.pulse();
  }

  private void press(KeyCode code) {
    String text = code == KeyCode.SLASH ? "?" : "";
    shell.fireEvent(
        new KeyEvent(
            KeyEvent.KEY_PRESSED, text, text, code, false, code == KeyCode.K, false, false));
  }

  /// Everything that has the focus in turn, from the first on until it is the first's turn again.
  private Set<Node> tabbed() {
    var reached = new LinkedHashSet<Node>();
    if (stage.getScene().getFocusOwner() == null) {
      shell.requestFocusTraversal(TraversalDirection.NEXT);
    }
    for (int i = 0; i < MANY_STOPS; i++) {
      Node owner = stage.getScene().getFocusOwner();
      if (owner == null || !reached.add(owner)) {
        return reached;
      }
      owner.requestFocusTraversal(TraversalDirection.NEXT);
    }
    return reached;
  }

  /// What a mouse could press. Cells and the rest of a group of choices are moved to by arrows, and
  /// what is disabled says so.
  private static boolean pressed(Node node) {
    boolean control =
        node instanceof ButtonBase
            || node instanceof HoldButton
            || node instanceof TextInputControl
            || node instanceof ListView<?>
            || node instanceof TableView<?>;
    boolean byArrows = node instanceof RadioButton radio && !radio.isSelected();
    return control && !byArrows && !node.isDisabled() && !within(node, "palette");
  }

  /// The palette has its own way about: its arrows move through its list.
  private static boolean within(Node node, String... classes) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.getStyleClass().stream().anyMatch(Set.of(classes)::contains)) {
        return true;
      }
    }
    return false;
  }

  private HoldButton rollback() {
    return shown().stream()
        .filter(HoldButton.class::isInstance)
        .map(HoldButton.class::cast)
        .filter(button -> within(button, "actions"))
        .findFirst()
        .orElseThrow();
  }

  private static boolean related(Node node, Node button) {
    for (Node at = button; at != null; at = at.getParent()) {
      if (at.equals(node)) {
        return true;
      }
    }
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(button)) {
        return true;
      }
    }
    return false;
  }

  /// Without its edge, where neighbours may touch.
  private static Bounds inner(Bounds at) {
    return new BoundingBox(
        at.getMinX() + 2, at.getMinY() + 2, at.getWidth() - 4, at.getHeight() - 4);
  }

  private static Bounds bounds(Node node) {
    return Fx.on(() -> clipped(node));
  }

  /// What is scrolled away stands nowhere.
  private static Bounds clipped(Node node) {
    Bounds all = node.localToScene(node.getBoundsInLocal());
    double left = all.getMinX();
    double top = all.getMinY();
    double right = all.getMaxX();
    double bottom = all.getMaxY();
    for (Parent at = node.getParent(); at != null; at = at.getParent()) {
      if (at.getClip() != null) {
        Bounds clip = at.localToScene(at.getClip().getBoundsInParent());
        left = Math.max(left, clip.getMinX());
        top = Math.max(top, clip.getMinY());
        right = Math.min(right, clip.getMaxX());
        bottom = Math.min(bottom, clip.getMaxY());
      }
    }
    return new BoundingBox(left, top, right - left, bottom - top);
  }

  private List<Node> shown() {
    List<Node> found = new ArrayList<>();
    collect(shell, found);
    return found;
  }

  private static void collect(Parent parent, List<Node> found) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (child.isVisible()) {
        found.add(child);
        if (child instanceof Parent inner) {
          collect(inner, found);
        }
      }
    }
  }

  private static String spoken(Node node) {
    var named = node.getAccessibleText();
    var said = named == null ? node.queryAccessibleAttribute(AccessibleAttribute.TEXT) : named;
    return said instanceof String words ? words : "";
  }
}
