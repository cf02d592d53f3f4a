package dev.sluice.ui.control;

import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.Scope;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Environment;
import dev.sluice.text.Texts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// How one watched scope stands, in words.
///
/// @param kind how it stands in a word
/// @param why what went wrong, empty while nothing has
/// @param todo what a person can do about it, empty when there is nothing to do
/// @param alone what is done about it without a person, and when; empty when there is nothing to do
public record LinkView(
    Scope scope,
    Environment environment,
    AgeView age,
    String kind,
    String why,
    String todo,
    String alone) {

  private static final Comparator<Scope> ORDER =
      Comparator.comparing(Scope::context).thenComparing(scope -> scope.namespace().orElse(""));

  /// Every watched scope, by name.
  public static List<LinkView> of(ConsoleState state, Map<String, Environment> marks) {
    return state.links().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(ORDER))
        .map(entry -> of(entry.getKey(), entry.getValue(), state.now(), marks))
        .toList();
  }

  /// The watched parts of the clusters in one phrase: `prod-eu / shop, staging`.
  public static String places(ConsoleState state) {
    return String.join(
        Texts.of("watched.between"),
        state.links().keySet().stream().sorted(ORDER).map(LinkView::place).toList());
  }

  /// Whether nothing of it is shown, or only what was so some time ago.
  public boolean troubled() {
    return age.mark() == Mark.BAD || age.mark() == Mark.WARNING;
  }

  /// Whether it was given up.
  public boolean down() {
    return age.mark() == Mark.BAD;
  }

  /// Which part of which cluster.
  public String place() {
    return place(scope);
  }

  private static String place(Scope scope) {
    return scope
        .namespace()
        .map(namespace -> Texts.of("where", scope.context(), namespace))
        .orElse(scope.context());
  }

  private static LinkView of(Scope scope, Link link, Instant now, Map<String, Environment> marks) {
    var environment = Environment.of(scope.context(), marks);
    var age = AgeView.of(link, now);
    return switch (link) {
      case Link.Connecting _ ->
          new LinkView(scope, environment, age, Texts.of("link.connecting"), "", "", "");
      case Link.Live _ -> new LinkView(scope, environment, age, Texts.of("link.live"), "", "", "");
      case Link.Stale(_, var why) ->
          new LinkView(
              scope,
              environment,
              age,
              Texts.of("link.stale"),
              Texts.of(why.words()),
              Texts.of("link.stale.todo"),
              Texts.of("link.alone.soon"));
      case Link.Down(var why, _) ->
          new LinkView(
              scope, environment, age, kind(why), Texts.of(why.words()), todo(why), alone(why));
    };
  }

  /// Why nothing of it is shown, in a word.
  static String kind(Failure why) {
    return switch (why) {
      case Failure.Forbidden _ -> Texts.of("link.forbidden");
      case Failure.Unauthenticated _ -> Texts.of("link.expired");
      case Failure.BadInput _ -> Texts.of("link.broken");
      case Failure.Absent _ -> Texts.of("link.absent");
      case Failure.Untrusted _ -> Texts.of("link.untrusted");
      case Failure.Unreachable _,
          Failure.Moved _,
          Failure.Refused _,
          Failure.BadAnswer _,
          Failure.Unknown _ ->
          Texts.of("link.down");
    };
  }

  private static String todo(Failure why) {
    return switch (why) {
      case Failure.Forbidden _ -> Texts.of("link.forbidden.todo");
      case Failure.Unauthenticated _ -> Texts.of("link.expired.todo");
      case Failure.BadInput _ -> Texts.of("link.broken.todo");
      case Failure.Absent _ -> Texts.of("link.absent.todo");
      case Failure.Untrusted _ -> Texts.of("link.untrusted.todo");
      case Failure.Unreachable _,
          Failure.Moved _,
          Failure.Refused _,
          Failure.BadAnswer _,
          Failure.Unknown _ ->
          Texts.of("link.down.todo");
    };
  }

  private static String alone(Failure why) {
    return switch (why) {
      case Failure.Forbidden _ -> Texts.of("link.alone.minute");
      case Failure.Unauthenticated _, Failure.BadInput _ -> Texts.of("link.alone.never");
      case Failure.Absent _,
          Failure.Untrusted _,
          Failure.Unreachable _,
          Failure.Moved _,
          Failure.Refused _,
          Failure.BadAnswer _,
          Failure.Unknown _ ->
          Texts.of("link.alone.soon");
    };
  }
}
