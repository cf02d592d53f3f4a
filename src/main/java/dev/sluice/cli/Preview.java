package dev.sluice.cli;

import dev.sluice.act.Plan;
import dev.sluice.release.Release;
import dev.sluice.text.Texts;
import java.util.ArrayList;
import java.util.List;

/// What an action would send, to be read by a person.
final class Preview {

  private Preview() {}

  static List<String> lines(Release release, Plan plan) {
    var lines = new ArrayList<String>();
    lines.add(
        Texts.of(
            "cli.preview.release",
            release.ref(),
            Marks.revision(release.stable()),
            Marks.newer(release)));
    lines.add(Texts.of("cli.preview.traffic", plan.from(), plan.to()));
    plan.skipped().forEach(step -> lines.add(Texts.of("cli.preview.skipped", step.words())));
    plan.warnings().forEach(warning -> lines.add(Texts.of("cli.preview.warning", warning)));
    plan.requests()
        .forEach(request -> {
          lines.add("");
          lines.add(request.method() + " " + request.path());
          if (!request.body().isEmpty()) {
            lines.add("Content-Type: " + request.contentType());
            lines.add(request.body());
          }
        });
    return List.copyOf(lines);
  }
}
