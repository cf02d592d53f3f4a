package dev.sluice.drill;

import static dev.sluice.drill.store.Objects.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.store.Objects;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;

/// A scenario for tests: in the namespace `shop` a canary `cart` half way from `web:1` to `web:2`,
/// as its controller, who is away, has left it.
public final class Stall implements Scenario {
  public static final String STABLE = "5f6c7d8e9";
  public static final String CANARY = "7a8b9c0d1";

  @Override
  public void begin(Drill drill) {
    var world = drill.world();
    world.create(Resource.NAMESPACES, Objects.namespace("shop"));
    world.create(
        Resource.SERVICES,
        object(
            """
            {'metadata':{'namespace':'shop','name':'cart'},
             'spec':{'selector':{'app':'cart'},'ports':[{'name':'http','port':80,'targetPort':8080}]}}
            """));
    var uid = rollout(world).at("/metadata/uid").asText();
    replicaSet(world, uid, STABLE, 1, 4);
    replicaSet(world, uid, CANARY, 2, 1);
  }

  private static ObjectNode rollout(World world) {
    var cart =
        world.create(
            Resource.ROLLOUTS,
            object(
                """
                {'metadata':{'namespace':'shop','name':'cart'},
                 'spec':{'replicas':5,'selector':{'matchLabels':{'app':'cart'}},
                  'strategy':{'canary':{'steps':[{'setWeight':20},{'pause':{}},{'setWeight':50}]}},
                  'template':{'metadata':{'labels':{'app':'cart'}},
                   'spec':{'containers':[{'name':'web','image':'web:2'}]}}}}
                """));
    cart.set(
        "status",
        object(
            """
            {'observedGeneration':'1','phase':'Paused','message':'CanaryPauseStep',
             'controllerPause':true,'currentStepIndex':1,'stableRS':'%s','currentPodHash':'%s',
             'pauseConditions':[{'reason':'CanaryPauseStep','startTime':'2026-01-05T09:00:00Z'}],
             'availableReplicas':5,'readyReplicas':5,'replicas':5,'updatedReplicas':1}
            """
                .formatted(STABLE, CANARY)));
    return world.updateStatus(Resource.ROLLOUTS, cart);
  }

  private static void replicaSet(
      World world, String owner, String hash, int revision, int replicas) {
    var labels = "{'app':'cart','rollouts-pod-template-hash':'" + hash + "'}";
    var set =
        object(
            """
            {'metadata':{'namespace':'shop','name':'cart-%s','labels':%s,
              'annotations':{'rollout.argoproj.io/revision':'%d'}},
             'spec':{'replicas':%d,'selector':{'matchLabels':%s},
              'template':{'metadata':{'labels':%s},
               'spec':{'containers':[{'name':'web','image':'web:%d'}]}}}}
            """
                .formatted(hash, labels, revision, replicas, labels, labels, revision));
    world.create(Resource.REPLICA_SETS, Objects.owned(set, owner));
  }
}
