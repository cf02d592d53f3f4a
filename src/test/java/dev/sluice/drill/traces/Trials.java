package dev.sluice.drill.traces;

import static dev.sluice.drill.traces.Deed.abort;
import static dev.sluice.drill.traces.Deed.await;
import static dev.sluice.drill.traces.Deed.deploy;
import static dev.sluice.drill.traces.Deed.promote;
import static dev.sluice.drill.traces.Deed.promoteFull;
import static dev.sluice.drill.traces.Deed.retry;
import static dev.sluice.drill.traces.Deed.undo;
import static dev.sluice.drill.traces.Scripts.FOUR;
import static dev.sluice.drill.traces.Scripts.LATE;
import static dev.sluice.drill.traces.Scripts.TWO;
import static dev.sluice.drill.traces.Scripts.stuck;
import static dev.sluice.drill.traces.Strategies.STEPS;
import static dev.sluice.drill.traces.Strategies.analysis;
import static dev.sluice.drill.traces.Strategies.blueGreen;
import static dev.sluice.drill.traces.Strategies.experiment;
import static dev.sluice.drill.traces.Strategies.judged;
import static dev.sluice.drill.traces.Strategies.routed;
import static dev.sluice.drill.traces.Strategies.step;
import static dev.sluice.drill.traces.Strategies.trial;

import java.util.List;

/// The scripts whose releases are analysed, or tried in an experiment.
final class Trials {
  private Trials() {}

  static List<Script> analyses() {
    return List.of(
        Script.of("analysis-good", TWO, step("good"), deploy("v2"), promote()),
        Script.of("analysis-bad", TWO, step("bad"), deploy("v2"), retry(), undo("v1")),
        Script.of("analysis-error", TWO, step("dead"), deploy("v2"), retry(), undo("v1")),
        Script.of("analysis-void", TWO, step("void"), deploy("v2"), retry(), promoteFull()),
        Script.of("analysis-vague", TWO, step("vague"), deploy("v2"), pastVague(), abort()),
        Script.of(
            "analysis-background",
            TWO,
            routed(STEPS, ",'analysis':" + analysis("bad")),
            deploy("v2"),
            retry()),
        Script.of(
            "analysis-green",
            TWO,
            blueGreen(
                "'prePromotionAnalysis':"
                    + analysis("good")
                    + ",'postPromotionAnalysis':"
                    + analysis("good")),
            deploy("v2"),
            undo("v1")),
        Script.of(
            "analysis-green-before",
            TWO,
            blueGreen("'prePromotionAnalysis':" + analysis("bad")),
            deploy("v2"),
            retry(),
            promoteFull()),
        Script.of(
            "analysis-green-after",
            TWO,
            blueGreen("'postPromotionAnalysis':" + analysis("bad")),
            deploy("v2"),
            undo("v1")));
  }

  /// As Argo's command line promotes a step whose analysis came to no answer.
  private static Deed pastVague() {
    return Deed.status(
        "promote", "{'pauseConditions':null,'controllerPause':false,'currentStepIndex':2}");
  }

  static List<Script> experiments() {
    var timed = experiment(",'duration':'20s'" + judged("good", ""));
    var endless = experiment(",'duration':'10m'");
    return List.of(
        Script.of("experiment-good", TWO, timed, deploy("v2"), await(20), promote(), await(40)),
        Script.of(
            "experiment-required",
            FOUR,
            "{'canary':{'steps':[{'setWeight':25},"
                + trial(judged("good", ",'requiredForCompletion':true"))
                + ",{'pause':{}}]}}",
            deploy("v2"),
            await(40),
            promote()),
        Script.of(
            "experiment-bad",
            TWO,
            experiment(",'duration':'20s'" + judged("bad", "")),
            deploy("v2"),
            retry(),
            undo("v1")),
        Script.of(
            "experiment-vague",
            TWO,
            experiment(",'duration':'20s'" + judged("vague", "")),
            deploy("v2").atOnceThen(),
            await(15).atOnceThen(),
            pastVague(),
            abort()),
        Script.of("experiment-abort", TWO, endless, deploy("v2"), abort(), await(40), retry()),
        Script.of("experiment-full", TWO, endless, deploy("v2"), promoteFull(), await(40)),
        Script.of("experiment-skip", TWO, endless, deploy("v2"), promote(), await(40)),
        Script.of("experiment-undo", TWO, endless, deploy("v2"), undo("v1"), await(40)),
        Script.of("experiment-new-template", TWO, endless, deploy("v2"), deploy("v3"), await(40)),
        Script.of(
            "experiment-late",
            LATE,
            routed("[" + trial(",'duration':'10m'") + ",{'pause':{}}]", ""),
            stuck(),
            await(30),
            undo("v1"),
            await(40)));
  }
}
