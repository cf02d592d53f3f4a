package dev.sluice.ui.clusters;

import dev.sluice.release.Failure;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Environment;
import dev.sluice.state.Measured;
import dev.sluice.state.Program;
import dev.sluice.state.Settings;
import dev.sluice.state.Survey;
import dev.sluice.text.Invocation;
import dev.sluice.text.Texts;
import dev.sluice.ui.clusters.ClustersView.Approval;
import dev.sluice.ui.clusters.ClustersView.ContextView;
import dev.sluice.ui.clusters.ClustersView.Line;
import dev.sluice.ui.control.LinkView;
import dev.sluice.ui.control.Mark;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Derives the page of the clusters. Pure.
public final class ClustersViews {

  private ClustersViews() {}

  /// What is watched, what could be, and what is missing for it.
  public static ClustersView of(ConsoleState state, Survey survey, Settings settings) {
    var links = LinkView.of(state, settings.environments());
    return new ClustersView(
        title(links),
        lead(links, survey),
        links,
        survey.contexts().stream().map(each -> context(each, survey, settings, links)).toList(),
        survey.files().stream().map(ClustersViews::file).toList(),
        problems(state, survey),
        logins(survey.invocation()));
  }

  /// Whether there is nothing to show on any other page.
  public static boolean stranded(List<LinkView> links) {
    return links.stream().allMatch(LinkView::down);
  }

  private static String title(List<LinkView> links) {
    if (!stranded(links)) {
      return Texts.of("clusters");
    }
    return links.isEmpty() ? Texts.of("clusters.title.none") : Texts.of("clusters.title.down");
  }

  private static String lead(List<LinkView> links, Survey survey) {
    if (!stranded(links)) {
      return Texts.of("clusters.lead");
    }
    boolean files = survey.files().stream().anyMatch(Survey.Source::there);
    if (!files) {
      return Texts.of("clusters.lead.nofile");
    }
    if (survey.contexts().isEmpty()) {
      return Texts.of("clusters.lead.nocontext");
    }
    return links.isEmpty() ? Texts.of("clusters.lead.choose") : Texts.of("clusters.lead.down");
  }

  private static Line file(Survey.Source source) {
    return source.there()
        ? new Line(Mark.GOOD, source.path())
        : new Line(Mark.QUIET, Texts.of("clusters.file.missing", source.path()));
  }

  private static ContextView context(
      Survey.Candidate found, Survey survey, Settings settings, List<LinkView> links) {
    boolean watched = links.stream().anyMatch(link -> link.scope().context().equals(found.name()));
    return new ContextView(
        found.name(),
        Environment.of(found.name(), settings.environments()),
        watched,
        note(found, survey.current().filter(found.name()::equals).isPresent()),
        found.unapproved().map(ClustersViews::approval));
  }

  private static Line note(Survey.Candidate found, boolean current) {
    if (found.problem().isPresent()) {
      return new Line(Mark.BAD, Texts.of(found.problem().get().words()));
    }
    if (found.unapproved().isPresent()) {
      return new Line(Mark.WARNING, Texts.of("clusters.unapproved"));
    }
    return new Line(Mark.QUIET, current ? Texts.of("clusters.current") : "");
  }

  private static Approval approval(Program program) {
    return new Approval(
        String.join(
            " ", Stream.concat(Stream.of(program.path()), program.arguments().stream()).toList()),
        program.sha256(),
        program.approval());
  }

  private static List<String> logins(Invocation invocation) {
    return List.of(
        Texts.of("clusters.logins.google"),
        Texts.of("clusters.logins.amazon"),
        Texts.of("clusters.logins.azure"),
        invocation.with("--kubeconfig", "FILE"));
  }

  private static boolean saidAtItsContext(Failure failure, Survey survey) {
    return survey.contexts().stream()
        .anyMatch(context -> context.problem().filter(failure::equals).isPresent());
  }

  private static List<Line> problems(ConsoleState state, Survey survey) {
    var unmeasured =
        state.measured().values().stream()
            .map(Measured::failure)
            .flatMap(Optional::stream)
            .map(why -> new Line(Mark.WARNING, Texts.of(why.words())))
            .distinct();
    var broken =
        survey.problems().stream()
            .filter(failure -> !saidAtItsContext(failure, survey))
            .map(Failure::words)
            .map(words -> new Line(Mark.BAD, Texts.of(words)));
    return Stream.concat(broken, unmeasured).toList();
  }
}
