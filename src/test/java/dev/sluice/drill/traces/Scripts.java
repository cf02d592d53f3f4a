package dev.sluice.drill.traces;

import static dev.sluice.drill.traces.Deed.abort;
import static dev.sluice.drill.traces.Deed.await;
import static dev.sluice.drill.traces.Deed.deploy;
import static dev.sluice.drill.traces.Deed.deployDeployment;
import static dev.sluice.drill.traces.Deed.deployStuck;
import static dev.sluice.drill.traces.Deed.pause;
import static dev.sluice.drill.traces.Deed.promote;
import static dev.sluice.drill.traces.Deed.promoteFull;
import static dev.sluice.drill.traces.Deed.restart;
import static dev.sluice.drill.traces.Deed.resume;
import static dev.sluice.drill.traces.Deed.retry;
import static dev.sluice.drill.traces.Deed.scale;
import static dev.sluice.drill.traces.Deed.undo;
import static dev.sluice.drill.traces.Strategies.BASIC;
import static dev.sluice.drill.traces.Strategies.STEPS;
import static dev.sluice.drill.traces.Strategies.blueGreen;
import static dev.sluice.drill.traces.Strategies.dynamic;
import static dev.sluice.drill.traces.Strategies.manual;
import static dev.sluice.drill.traces.Strategies.routed;

import java.util.List;
import java.util.stream.Stream;

/// Every verb in every phase of the strategies that the drill plays.
final class Scripts {
  static final String FOUR = "'replicas':4";
  static final String TWO = "'replicas':2";
  static final String LATE = "'replicas':2,'progressDeadlineSeconds':20";
  private static final String SLOW = "'replicas':2,'minReadySeconds':6";
  private static final String WINDOW = "'replicas':2,'rollbackWindow':{'revisions':2}";

  private Scripts() {}

  static List<Script> all() {
    return Stream.of(
            basics(),
            routeds(),
            blueGreens(),
            Trials.analyses(),
            references(),
            lates(),
            olds(),
            Trials.experiments(),
            dynamics())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Script> basics() {
    return List.of(
        Script.of("basic-promote", FOUR, BASIC, deploy("v2"), promote(), promote(), promote()),
        Script.of("basic-abort", FOUR, BASIC, deploy("v2"), abort(), retry(), promote(), abort()),
        Script.of("basic-abort-undo", FOUR, BASIC, deploy("v2"), abort(), undo("v1"), abort()),
        Script.of("basic-full", FOUR, BASIC, deploy("v2"), promoteFull(), abort(), promoteFull()),
        Script.of(
            "basic-pause",
            FOUR,
            BASIC,
            pause(),
            deploy("v2"),
            resume(),
            pause(),
            promote(),
            resume(),
            pause(),
            abort(),
            resume()),
        Script.of("basic-undo", FOUR, BASIC, deploy("v2"), undo("v1"), deploy("v2")),
        Script.of(
            "basic-undo-finished",
            FOUR,
            BASIC,
            deploy("v2"),
            promoteFull(),
            undo("v1"),
            promoteFull()),
        Script.of(
            "basic-new-template",
            FOUR,
            BASIC,
            deploy("v2"),
            promote(),
            deploy("v3"),
            abort(),
            deploy("v4")),
        Script.of("basic-scale", FOUR, BASIC, scale(5), deploy("v2"), scale(8), scale(4)),
        Script.of("basic-restart", FOUR, BASIC, restart(), deploy("v2"), restart()),
        Script.of(
            "basic-one",
            "'replicas':1",
            "{'canary':{'steps':[{'setWeight':50},{'pause':{}}]}}",
            deploy("v2"),
            abort(),
            retry(),
            promote(),
            undo("v1"),
            promoteFull()),
        Script.of("basic-plain", FOUR, "{'canary':{}}", deploy("v2"), undo("v1")),
        Script.of(
            "basic-limits",
            FOUR,
            "{'canary':{'maxSurge':1,'maxUnavailable':0,'steps':" + STEPS + "}}",
            deploy("v2"),
            promote(),
            abort(),
            retry(),
            promoteFull()),
        Script.of(
            "basic-timed",
            FOUR,
            "{'canary':{'steps':[{'setWeight':25},{'pause':{'duration':'20s'}},{'setWeight':75},"
                + "{'pause':{'duration':20}}]}}",
            deploy("v2"),
            await(20),
            await(20)));
  }

  private static List<Script> routeds() {
    var plain = routed(STEPS, "");
    return List.of(
        Script.of("routed-promote", TWO, plain, deploy("v2"), promote(), promote(), await(40)),
        Script.of("routed-abort", TWO, plain, deploy("v2"), promote(), abort(), await(40), retry()),
        Script.of("routed-abort-undo", TWO, plain, deploy("v2"), abort(), undo("v1"), await(40)),
        Script.of("routed-full", TWO, plain, deploy("v2"), promoteFull(), abort(), await(40)),
        Script.of(
            "routed-full-abort",
            SLOW,
            plain,
            deploy("v2"),
            promoteFull().atOnceThen(),
            abort(),
            await(10)),
        Script.of(
            "routed-pause",
            TWO,
            plain,
            pause(),
            deploy("v2"),
            resume(),
            pause(),
            promote(),
            resume(),
            pause(),
            abort()),
        Script.of("routed-undo", TWO, plain, deploy("v2"), promote(), undo("v1"), await(40)),
        Script.of(
            "routed-undo-finished",
            TWO,
            plain,
            deploy("v2"),
            promoteFull(),
            undo("v1"),
            promoteFull(),
            await(40)),
        Script.of("routed-window", WINDOW, plain, deploy("v2"), promoteFull(), undo("v1")),
        Script.of(
            "routed-new-template",
            TWO,
            plain,
            deploy("v2"),
            promote(),
            deploy("v3"),
            promote(),
            abort(),
            deploy("v4")),
        Script.of("routed-twice", TWO, plain, deploy("v2"), promote().atOnceThen(), promote()),
        Script.of(
            "routed-keep",
            TWO,
            routed(STEPS, ",'abortScaleDownDelaySeconds':0"),
            deploy("v2"),
            abort(),
            await(40)),
        Script.of(
            "routed-scale",
            TWO,
            routed(
                "[{'setCanaryScale':{'replicas':2}},{'pause':{}},{'setWeight':30},{'pause':{}},"
                    + "{'setCanaryScale':{'matchTrafficWeight':true}},{'pause':{}}]",
                ""),
            deploy("v2"),
            promote(),
            promote(),
            abort()),
        Script.of("routed-replicas", TWO, plain, deploy("v2"), scale(4), promote(), scale(2)),
        Script.of(
            "routed-restart",
            FOUR,
            routed("[{'setWeight':50},{'pause':{}}]", ""),
            deploy("v2"),
            restart()),
        Script.of(
            "routed-timed",
            TWO,
            routed("[{'setWeight':25},{'pause':{'duration':'20s'}}]", ""),
            deploy("v2"),
            await(20)));
  }

  private static List<Script> blueGreens() {
    return List.of(
        Script.of("green-promote", TWO, manual(""), deploy("v2"), promote(), await(40)),
        Script.of("green-abort", TWO, manual(""), deploy("v2"), abort(), await(40), retry()),
        Script.of("green-abort-undo", TWO, manual(""), deploy("v2"), abort(), undo("v1")),
        Script.of("green-full", TWO, manual(""), deploy("v2"), promoteFull(), abort(), undo("v1")),
        Script.of(
            "green-undo-late",
            TWO,
            manual(",'scaleDownDelaySeconds':20"),
            deploy("v2"),
            promote(),
            await(30),
            undo("v1"),
            promoteFull()),
        Script.of(
            "green-pause",
            TWO,
            manual(""),
            pause(),
            deploy("v2"),
            resume(),
            pause(),
            promote(),
            resume()),
        Script.of(
            "green-new-template",
            TWO,
            manual(""),
            deploy("v2"),
            deploy("v3"),
            promote(),
            deploy("v4"),
            undo("v3")),
        Script.of("green-auto", TWO, blueGreen(""), deploy("v2"), undo("v1"), await(40)),
        Script.of(
            "green-timed", TWO, blueGreen("'autoPromotionSeconds':20"), deploy("v2"), await(20)),
        Script.of(
            "green-preview",
            FOUR,
            manual(",'previewReplicaCount':1"),
            deploy("v2"),
            promote(),
            await(40),
            deploy("v3"),
            abort(),
            retry(),
            promoteFull()),
        Script.of("green-scale", TWO, manual(""), deploy("v2"), scale(3), promote()),
        Script.of("green-restart", TWO, manual(""), restart(), deploy("v2"), restart()));
  }

  /// Pods that do not start, until the deadline and after it.
  private static List<Script> lates() {
    var abort = LATE + ",'progressDeadlineAbort':true";
    return List.of(
        Script.of("late-pause", LATE, BASIC, deploy("v2"), await(40)),
        Script.of("late-basic", LATE, BASIC, stuck(), await(30), promote(), undo("v1")),
        Script.of("late-routed", LATE, routed(STEPS, ""), stuck(), await(30), deploy("v3")),
        Script.of(
            "late-abort",
            abort,
            routed(STEPS, ""),
            stuck(),
            await(60),
            retry(),
            await(6),
            await(60)),
        Script.of(
            "late-full", LATE, BASIC, deploy("v2"), deployStuck("v3"), promoteFull(), await(30)),
        Script.of("late-green", LATE, manual(""), stuck(), await(30), abort(), undo("v1")),
        Script.of("late-green-abort", abort, blueGreen(""), stuck(), await(60)));
  }

  static Deed stuck() {
    return deployStuck("v2");
  }

  /// Versions that were left: for how long their pods stay, and how many of them are kept.
  private static List<Script> olds() {
    return List.of(
        Script.of(
            "old-green-limit",
            TWO,
            blueGreen("'scaleDownDelaySeconds':60,'scaleDownDelayRevisionLimit':1"),
            deploy("v2"),
            deploy("v3"),
            undo("v2")),
        Script.of(
            "old-green-soon",
            TWO,
            blueGreen("'scaleDownDelaySeconds':10"),
            deploy("v2"),
            await(15),
            undo("v1"),
            await(15)),
        Script.of(
            "old-routed-delay",
            TWO,
            routed("[{'setWeight':50},{'pause':{'duration':'2s'}}]", ",'scaleDownDelaySeconds':20"),
            deploy("v2"),
            await(30)),
        Script.of(
            "old-routed-limit",
            TWO,
            routed(
                "[{'setWeight':50},{'pause':{'duration':'2s'}}]",
                ",'scaleDownDelaySeconds':60,'scaleDownDelayRevisionLimit':1"),
            deploy("v2"),
            deploy("v3"),
            undo("v2")),
        Script.of(
            "old-history",
            "'replicas':2,'revisionHistoryLimit':1",
            "{'canary':{}}",
            deploy("v2"),
            deploy("v3"),
            deploy("v4"),
            undo("v3")),
        Script.of(
            "old-green-history",
            "'replicas':2,'revisionHistoryLimit':0",
            blueGreen("'scaleDownDelaySeconds':1"),
            deploy("v2"),
            await(5),
            deploy("v3"),
            await(5)));
  }

  private static List<Script> references() {
    return List.of(
        Script.referring("reference-promote", BASIC, deployDeployment("v2"), promote(), promote()),
        Script.referring(
            "reference-abort", BASIC, deployDeployment("v2"), abort(), deployDeployment("v1")));
  }

  private static List<Script> dynamics() {
    return List.of(
        Script.of(
            "dynamic-promote", FOUR, dynamic(""), deploy("v2"), promote(), promote(), await(40)),
        Script.of("dynamic-abort", FOUR, dynamic(""), deploy("v2"), promote(), abort(), retry()),
        Script.of(
            "dynamic-abort-delay",
            FOUR,
            dynamic(",'abortScaleDownDelaySeconds':20"),
            deploy("v2"),
            promote(),
            abort(),
            await(30)),
        Script.of(
            "dynamic-full",
            FOUR,
            dynamic(""),
            deploy("v2"),
            promoteFull(),
            undo("v1"),
            promoteFull()),
        Script.of("dynamic-undo", FOUR, dynamic(""), deploy("v2"), promote(), undo("v1")),
        Script.of(
            "dynamic-new-template",
            FOUR,
            dynamic(""),
            deploy("v2"),
            promote(),
            deploy("v3"),
            abort()),
        Script.of("dynamic-scale", FOUR, dynamic(""), deploy("v2"), promote(), scale(8), scale(4)));
  }
}
