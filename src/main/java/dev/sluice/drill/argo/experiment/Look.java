package dev.sluice.drill.argo.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.argo.analysis.Phase;
import dev.sluice.drill.argo.model.Recorder;
import dev.sluice.drill.argo.model.ReplicaSet;
import dev.sluice.drill.argo.model.Times;
import dev.sluice.drill.json.Sameness;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One look at one Experiment.
final class Look {
  private final World world;
  private final Experiment before;
  private final Recorder recorder;
  private final Templates templates;
  private final Analyses analyses;

  /// @param sets those it made
  /// @param runs the AnalysisRuns it made
  Look(World world, Experiment before, List<ReplicaSet> sets, List<ObjectNode> runs) {
    this.world = world;
    this.before = before;
    this.recorder = new Recorder(world);
    this.templates = new Templates(world, before, sets);
    this.analyses = new Analyses(world, before, templates::hash, runs);
  }

  /// Takes it a step on.
  ///
  /// @return when to look again though nothing changes
  Optional<Instant> run() {
    var after = before.json().deepCopy();
    var status = after.withObject("/status");
    var tried = status.putArray("templateStatuses");
    before.templates().map(templates::reconcile).forEach(tried::add);
    var measured = before.analyses().map(analyses::reconcile).toList();
    if (!measured.isEmpty()) {
      status.putArray("analysisRuns").addAll(measured);
    }
    assess(new Outcome(new Experiment(after)), status);
    if (!Sameness.of(before.json(), after)) {
      world.update(Resource.EXPERIMENTS, after);
      tell(status.path("phase").asText());
    }
    return Stream.concat(templates.wakes(), end(status).stream()).min(Comparator.naturalOrder());
  }

  private void assess(Outcome outcome, ObjectNode status) {
    if (before.phase().isEmpty()) {
      status.put("phase", Phase.PENDING.toString());
    } else if (!before.over()) {
      if (outcome.runs() && before.available().isEmpty()) {
        status.put("availableAt", Times.text(world.now()));
      }
      var verdict = outcome.verdict();
      status.put("phase", verdict.phase().toString());
      if (verdict.message().isEmpty()) {
        status.remove("message");
      } else {
        status.put("message", verdict.message());
      }
    }
  }

  private Optional<Instant> end(ObjectNode status) {
    boolean over = Phase.of(status.path("phase").asText()).over();
    return over ? Optional.empty() : before.end().filter(world.now()::isBefore);
  }

  private void tell(String phase) {
    if (!phase.equals(before.phase())) {
      var message = "Experiment transitioned from %s -> %s".formatted(before.phase(), phase);
      if (Phase.of(phase).compareTo(Phase.INCONCLUSIVE) >= 0) {
        recorder.warning(before.json(), "Experiment" + phase, message);
      } else {
        recorder.normal(before.json(), "Experiment" + phase, message);
      }
    }
  }
}
