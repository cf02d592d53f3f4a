package dev.sluice.cluster.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.cluster.argo.ModelCluster.Kind;
import dev.sluice.release.Phase;
import java.util.stream.Stream;

/// Where a release stands when somebody asks for something. `v1` was stable first.
enum Stand {
  /// Nothing is under way.
  HEALTHY {
    @Override
    void reach(Shop shop) {}
  },
  /// An update waits at its first pause, a blue-green before its switch.
  PAUSED {
    @Override
    void reach(Shop shop) {
      shop.deployed("v2");
    }
  },
  /// The same, and a person has paused it, too.
  HELD {
    @Override
    void reach(Shop shop) {
      shop.deployed("v2");
      shop.argo("pause");
      shop.until("held", r -> r.progress().paused() && r.version().observed());
    }
  },
  /// The update was aborted.
  ABORTED {
    @Override
    void reach(Shop shop) {
      shop.deployed("v2");
      shop.argo("abort");
      shop.until("aborted", r -> r.progress().abortedAt().isPresent());
    }
  },
  /// A full promotion is on its way, and the new pods do not come up.
  FULL {
    @Override
    void reach(Shop shop) {
      shop.deployStuck("v2");
      shop.until("on its way", r -> r.updating() && Shop.version(r).equals("v2"));
      shop.argo("promote", "--full");
      shop.until("on its way", r -> r.progress().promoteFull() && r.updating());
    }
  },
  /// The new pods do not come up.
  STUCK {
    @Override
    void reach(Shop shop) {
      shop.deployStuck("v2");
      shop.until(
          "stuck",
          r -> r.updating() && Shop.version(r).equals("v2") && r.current().get().desired() > 0);
    }
  },
  /// They did not come up until the deadline.
  LATE {
    @Override
    Wares wares(Kind kind) {
      return Wares.PLAIN.spec("progressDeadlineSeconds: 8");
    }

    @Override
    void reach(Shop shop) {
      shop.deployStuck("v2");
      shop.until("late", r -> r.progress().phase() == Phase.DEGRADED && r.updating());
    }
  },
  /// The analysis of a step, or before a blue-green's switch, came to no answer.
  VAGUE {
    @Override
    Wares wares(Kind kind) {
      return kind == Kind.BLUE_GREEN
          ? Wares.PLAIN.strategy("prePromotionAnalysis: {templates: [{templateName: NAME-vague}]}")
          : first("{analysis: {templates: [{templateName: NAME-vague}]}}");
    }

    @Override
    void reach(Shop shop) {
      shop.deploy("v2");
      shop.until(
          "no answer", r -> r.progress().pauses().stream().anyMatch(pause -> pause.inconclusive()));
    }
  },
  /// An update goes on by itself in an hour: a pause with a duration, or a blue-green that switches
  /// after some seconds.
  TIMED {
    @Override
    Wares wares(Kind kind) {
      return kind == Kind.BLUE_GREEN
          ? Wares.PLAIN.strategy("autoPromotionEnabled: true", "autoPromotionSeconds: 3600")
          : first("{pause: {duration: 1h}}");
    }

    @Override
    void reach(Shop shop) {
      shop.deployed("v2");
    }
  },
  /// The analysis of a step, or before a blue-green's switch, is running.
  MEASURED {
    @Override
    Wares wares(Kind kind) {
      return kind == Kind.BLUE_GREEN
          ? Wares.PLAIN.strategy("prePromotionAnalysis: {templates: [{templateName: NAME}]}")
          : first("{analysis: {templates: [{templateName: NAME}]}}");
    }

    @Override
    void reach(Shop shop) {
      shop.deploy("v2");
      shop.until("measured", r -> r.updating() && runs(shop, "analysisruns"));
    }
  },
  /// The experiment of a step is running.
  TRIED {
    @Override
    Wares wares(Kind kind) {
      return first("{experiment: {duration: 1h, templates: [{name: base, specRef: stable}]}}");
    }

    @Override
    void reach(Shop shop) {
      shop.deploy("v2");
      shop.until("tried", r -> r.updating() && runs(shop, "experiments"));
    }
  },
  /// At its first pause, and the pod template stands in a Deployment.
  REFERRING {
    @Override
    Wares wares(Kind kind) {
      return Wares.PLAIN.referring();
    }

    @Override
    void reach(Shop shop) {
      shop.deployed("v2");
    }
  },
  /// At its second pause, and `dynamicStableScale` has taken a pod away from the stable version.
  DYNAMIC {
    @Override
    Wares wares(Kind kind) {
      return Wares.PLAIN.strategy("dynamicStableScale: true");
    }

    @Override
    void reach(Shop shop) {
      shop.deployed("v2");
      shop.argo("promote");
      shop.until(
          "v1 has lost a pod", r -> Shop.pauses(r) && r.stable().orElseThrow().available() == 1);
    }
  },
  /// A blue-green has switched, and the analysis after it still runs.
  SWITCHED {
    @Override
    Wares wares(Kind kind) {
      return Wares.PLAIN.strategy("postPromotionAnalysis: {templates: [{templateName: NAME}]}");
    }

    @Override
    void reach(Shop shop) {
      shop.deployed("v2");
      shop.argo("promote");
      shop.until("switched", r -> r.updating() && r.share(r.currentHash().orElseThrow()) == 100);
    }
  },
  /// The update is finished; of a blue-green the former pods are kept, so that going back to them
  /// needs no promotion.
  FINISHED {
    @Override
    Wares wares(Kind kind) {
      return kind == Kind.BLUE_GREEN
          ? Wares.PLAIN.strategy("scaleDownDelaySeconds: 300")
          : Wares.PLAIN;
    }

    @Override
    void reach(Shop shop) {
      shop.finished("v2");
    }
  },
  /// After that the first version was put back, and walks the steps as any other.
  UNDONE {
    @Override
    Wares wares(Kind kind) {
      return kind == Kind.BLUE_GREEN
          ? Wares.PLAIN.strategy("scaleDownDelaySeconds: 1")
          : Wares.PLAIN;
    }

    @Override
    void reach(Shop shop) {
      var first = shop.read().stableHash().orElseThrow();
      shop.finished("v2");
      shop.until("v1 is gone", r -> r.revision(first).orElseThrow().available() == 0);
      shop.argo("undo");
      shop.until("v1 pauses", r -> r.updating() && Shop.version(r).equals("v1") && Shop.pauses(r));
    }
  };

  /// Brings it there.
  abstract void reach(Shop shop);

  private static final ObjectMapper JSON = new ObjectMapper();

  private static Wares first(String step) {
    return Wares.PLAIN.steps("{setWeight: 20}, " + step + ", {setWeight: 50}, {pause: {}}");
  }

  /// One of them is at work for it.
  private static boolean runs(Shop shop, String which) {
    return shop.cluster
        .as("alice")
        .get("/apis/argoproj.io/v1alpha1/namespaces/shop/" + which, JSON::readTree)
        .map(all -> all.path("items").valueStream())
        .orElse(_ -> Stream.empty())
        .filter(one -> owner(one).equals(shop.ref.name()))
        .anyMatch(one -> one.at("/status/phase").asText().equals("Running"));
  }

  private static String owner(JsonNode one) {
    return one.at("/metadata/ownerReferences/0/name").asText();
  }

  Wares wares(Kind kind) {
    return Wares.PLAIN;
  }
}
