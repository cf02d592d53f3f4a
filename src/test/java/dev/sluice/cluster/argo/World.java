package dev.sluice.cluster.argo;

/// What others do to a Rollout while somebody rolls it back.
enum World {
  NEW_TEMPLATE {
    @Override
    void happen(ModelCluster cluster) {
      cluster.apply("c");
    }
  },
  SELF_HEAL {
    @Override
    void happen(ModelCluster cluster) {
      cluster.apply("b");
    }
  },
  PROMOTE {
    @Override
    void happen(ModelCluster cluster) {
      cluster.pauseCondition = false;
      cluster.resourceVersion++;
    }
  },
  PROMOTE_FULLY {
    @Override
    void happen(ModelCluster cluster) {
      cluster.promoteFull |= !cluster.current.equals(cluster.stable);
      cluster.resourceVersion++;
    }
  },
  ABORT {
    @Override
    void happen(ModelCluster cluster) {
      cluster.abort = true;
      cluster.resourceVersion++;
    }
  },
  RETRY {
    @Override
    void happen(ModelCluster cluster) {
      cluster.abort = false;
      cluster.resourceVersion++;
    }
  },
  PAUSE {
    @Override
    void happen(ModelCluster cluster) {
      cluster.paused = true;
      cluster.edit();
    }
  },
  RESUME {
    @Override
    void happen(ModelCluster cluster) {
      cluster.paused = false;
      cluster.edit();
    }
  },
  SCALE {
    @Override
    void happen(ModelCluster cluster) {
      cluster.edit();
    }
  };

  abstract void happen(ModelCluster cluster);
}
