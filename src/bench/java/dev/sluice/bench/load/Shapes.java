package dev.sluice.bench.load;

/// Objects as a production API server lists them, with all that the console does not need: managed
/// fields, probes, mounts, tolerations, a sidecar.
final class Shapes {
  private static final String LABELS =
      """
      "app":"<name>","app.kubernetes.io/name":"<name>","app.kubernetes.io/part-of":"shop",
      "app.kubernetes.io/managed-by":"argocd","team":"<namespace>"
      """;

  private static final String PROBE =
      """
      {"failureThreshold":3,"httpGet":{"path":"/healthz","port":"http","scheme":"HTTP"},
      "initialDelaySeconds":5,"periodSeconds":10,"successThreshold":1,"timeoutSeconds":2}
      """;

  private static final String CONTAINERS =
      """
      [{"args":["--config=/etc/app/config.yaml","--listen=:8080"],"env":[
      {"name":"POD_NAME","valueFrom":{"fieldRef":{"apiVersion":"v1","fieldPath":"metadata.name"}}},
      {"name":"POD_NAMESPACE",
      "valueFrom":{"fieldRef":{"apiVersion":"v1","fieldPath":"metadata.namespace"}}},
      {"name":"LOG_LEVEL","value":"info"},{"name":"OTEL_SERVICE_NAME","value":"<name>"},
      {"name":"DATABASE_URL",
      "valueFrom":{"secretKeyRef":{"key":"url","name":"<name>-database"}}}],
      "image":"registry.example/shop/<name>:<version>","imagePullPolicy":"IfNotPresent",
      "livenessProbe":
      """
          + PROBE
          + """
          ,"name":"app","ports":[{"containerPort":8080,"name":"http","protocol":"TCP"},
          {"containerPort":9090,"name":"metrics","protocol":"TCP"}],"readinessProbe":
          """
          + PROBE
          + """
          ,"resources":{"limits":{"memory":"512Mi"},"requests":{"cpu":"100m","memory":"256Mi"}},
          "securityContext":{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},
          "readOnlyRootFilesystem":true,"runAsNonRoot":true},
          "terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File",
          "volumeMounts":[{"mountPath":"/etc/app","name":"config","readOnly":true},
          {"mountPath":"/var/run/secrets/kubernetes.io/serviceaccount",
          "name":"kube-api-access-x7k2p","readOnly":true}]},
          {"image":"registry.example/mesh/proxy:1.24.2","imagePullPolicy":"IfNotPresent",
          "name":"proxy","resources":{"requests":{"cpu":"10m","memory":"64Mi"}},
          "terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}]
          """;

  private static final String SPEC =
      """
      {"containers":
      """
          + CONTAINERS
          + """
          ,"dnsPolicy":"ClusterFirst","enableServiceLinks":true,"nodeName":"<node>",
          "preemptionPolicy":"PreemptLowerPriority","priority":0,"restartPolicy":"Always",
          "schedulerName":"default-scheduler","securityContext":{"fsGroup":2000},
          "serviceAccount":"<name>","serviceAccountName":"<name>",
          "terminationGracePeriodSeconds":30,"tolerations":[
          {"effect":"NoExecute","key":"node.kubernetes.io/not-ready","operator":"Exists",
          "tolerationSeconds":300},{"effect":"NoExecute","key":"node.kubernetes.io/unreachable",
          "operator":"Exists","tolerationSeconds":300}],
          "volumes":[{"configMap":{"defaultMode":420,"name":"<name>"},"name":"config"},
          {"name":"kube-api-access-x7k2p","projected":{"defaultMode":420,"sources":[
          {"serviceAccountToken":{"expirationSeconds":3607,"path":"token"}},
          {"configMap":{"items":[{"key":"ca.crt","path":"ca.crt"}],"name":"kube-root-ca.crt"}},
          {"downwardAPI":{"items":[{"fieldRef":{"apiVersion":"v1",
          "fieldPath":"metadata.namespace"},"path":"namespace"}]}}]}}]}
          """;

  private static final String POD_FIELDS =
      """
      [{"apiVersion":"v1","fieldsType":"FieldsV1","fieldsV1":{"f:metadata":{"f:labels":{".":{},
      "f:app":{},"f:app.kubernetes.io/name":{},"f:rollouts-pod-template-hash":{},"f:team":{}},
      "f:ownerReferences":{".":{},"k:{\\"uid\\":\\"<owner>\\"}":{}}},"f:spec":{"f:containers":{
      "k:{\\"name\\":\\"app\\"}":{".":{},"f:args":{},"f:env":{".":{},
      "k:{\\"name\\":\\"DATABASE_URL\\"}":{".":{},"f:name":{},"f:valueFrom":{".":{},
      "f:secretKeyRef":{}}},"k:{\\"name\\":\\"LOG_LEVEL\\"}":{".":{},"f:name":{},"f:value":{}}},
      "f:image":{},"f:imagePullPolicy":{},"f:livenessProbe":{".":{},"f:failureThreshold":{},
      "f:httpGet":{".":{},"f:path":{},"f:port":{},"f:scheme":{}},"f:initialDelaySeconds":{},
      "f:periodSeconds":{},"f:successThreshold":{},"f:timeoutSeconds":{}},"f:name":{},
      "f:ports":{".":{},"k:{\\"containerPort\\":8080,\\"protocol\\":\\"TCP\\"}":{".":{},
      "f:containerPort":{},"f:name":{},"f:protocol":{}}},"f:resources":{".":{},"f:limits":{".":{},
      "f:memory":{}},"f:requests":{".":{},"f:cpu":{},"f:memory":{}}},
      "f:terminationMessagePath":{},"f:terminationMessagePolicy":{},"f:volumeMounts":{".":{},
      "k:{\\"mountPath\\":\\"/etc/app\\"}":{".":{},"f:mountPath":{},"f:name":{},
      "f:readOnly":{}}}}},"f:dnsPolicy":{},"f:enableServiceLinks":{},"f:restartPolicy":{},
      "f:schedulerName":{},"f:securityContext":{".":{},"f:fsGroup":{}},"f:serviceAccount":{},
      "f:serviceAccountName":{},"f:terminationGracePeriodSeconds":{}}},
      "manager":"kube-controller-manager","operation":"Update","time":"2026-03-02T10:05:00Z"},
      {"apiVersion":"v1","fieldsType":"FieldsV1","fieldsV1":{"f:status":{"f:conditions":{
      "k:{\\"type\\":\\"ContainersReady\\"}":{".":{},"f:lastProbeTime":{},
      "f:lastTransitionTime":{},"f:status":{},"f:type":{}},"k:{\\"type\\":\\"Ready\\"}":{".":{},
      "f:lastProbeTime":{},"f:lastTransitionTime":{},"f:status":{},"f:type":{}}},
      "f:containerStatuses":{},"f:hostIP":{},"f:phase":{},"f:podIP":{},"f:podIPs":{".":{},
      "k:{\\"ip\\":\\"10.1.0.3\\"}":{".":{},"f:ip":{}}},"f:startTime":{}}},"manager":"kubelet",
      "operation":"Update","subresource":"status","time":"2026-03-02T10:05:09Z"}]
      """;

  static final Template POD =
      new Template(
          """
          {"metadata":{"annotations":{"prometheus.io/port":"9090","prometheus.io/scrape":"true"},
          "creationTimestamp":"2026-03-02T10:05:00Z","generateName":"<name>-<hash>-","generation":1,
          "labels":{
          """
              + LABELS
              + """
              ,"rollouts-pod-template-hash":"<hash>"},"managedFields":
              """
              + POD_FIELDS
              + """
              ,"name":"<name>-<hash>-<pod>","namespace":"<namespace>","ownerReferences":[
              {"apiVersion":"apps/v1","blockOwnerDeletion":true,"controller":true,
              "kind":"ReplicaSet","name":"<name>-<hash>","uid":"<owner>"}],
              "resourceVersion":"<rv>","uid":"<uid>"},"spec":
              """
              + SPEC
              + """
              ,"status":{"conditions":[
              {"lastProbeTime":null,"lastTransitionTime":"2026-03-02T10:05:03Z","status":"True",
              "type":"PodReadyToStartContainers"},
              {"lastProbeTime":null,"lastTransitionTime":"2026-03-02T10:05:00Z","status":"True",
              "type":"Initialized"},
              {"lastProbeTime":null,"lastTransitionTime":"2026-03-02T10:05:09Z","status":"True",
              "type":"Ready"},
              {"lastProbeTime":null,"lastTransitionTime":"2026-03-02T10:05:09Z","status":"True",
              "type":"ContainersReady"},
              {"lastProbeTime":null,"lastTransitionTime":"2026-03-02T10:05:00Z","status":"True",
              "type":"PodScheduled"}],"containerStatuses":[
              {"containerID":"containerd://4c0f1f1ab1d4f7a35d1fd1dd9b2c6c6e0a4c2f8b95a2c9f1e7d3b5a8",
              "image":"registry.example/shop/<name>:<version>",
              "imageID":"registry.example/shop/<name>@sha256:9d2fb0e1c7a64b55c1f0b1c9ff0a77e3d4",
              "lastState":{},"name":"app","ready":true,"restartCount":0,"started":true,
              "state":{"running":{"startedAt":"2026-03-02T10:05:04Z"}}},
              {"containerID":"containerd://7bd1e7d0f1a94b6c85b7a0e52e1f6f3d9c4b1a2f0e5d6c7b8a9f0e1d",
              "image":"registry.example/mesh/proxy:1.24.2",
              "imageID":"registry.example/mesh/proxy@sha256:51bfa7a5c2f1de3d4b6a8c9e0f1a2b3c4d",
              "lastState":{},"name":"proxy","ready":true,"restartCount":0,"started":true,
              "state":{"running":{"startedAt":"2026-03-02T10:05:05Z"}}}],
              "hostIP":"10.0.12.7","hostIPs":[{"ip":"10.0.12.7"}],"phase":"Running",
              "podIP":"10.1.0.3","podIPs":[{"ip":"10.1.0.3"}],"qosClass":"Burstable",
              "startTime":"2026-03-02T10:05:00Z"}}
              """);

  static final Template REPLICA_SET =
      new Template(
          """
          {"metadata":{"annotations":{"rollout.argoproj.io/desired-replicas":"<replicas>",
          "rollout.argoproj.io/revision":"<revision>"},"creationTimestamp":"2026-03-02T10:00:00Z",
          "generation":1,"labels":{
          """
              + LABELS
              + """
              ,"rollouts-pod-template-hash":"<hash>"},"managedFields":
              """
              + POD_FIELDS
              + """
              ,"name":"<name>-<hash>","namespace":"<namespace>","ownerReferences":[
              {"apiVersion":"argoproj.io/v1alpha1","blockOwnerDeletion":true,"controller":true,
              "kind":"Rollout","name":"<name>","uid":"<owner>"}],"resourceVersion":"<rv>",
              "uid":"<uid>"},"spec":{"replicas":<replicas>,"selector":{"matchLabels":{
              "app":"<name>","rollouts-pod-template-hash":"<hash>"}},"template":{"metadata":{
              "creationTimestamp":null,"labels":{"app":"<name>",
              "rollouts-pod-template-hash":"<hash>"}},"spec":
              """
              + SPEC
              + """
              }},"status":{"availableReplicas":<replicas>,"fullyLabeledReplicas":<replicas>,
              "observedGeneration":1,"readyReplicas":<replicas>,"replicas":<replicas>}}
              """);

  static final Template ROLLOUT =
      new Template(
          """
          {"metadata":{"annotations":{"rollout.argoproj.io/revision":"<revision>",
          "argocd.argoproj.io/tracking-id":"shop:argoproj.io/Rollout:<namespace>/<name>"},
          "creationTimestamp":"2026-03-02T10:00:00Z","generation":7,"labels":{
          """
              + LABELS
              + """
              },"managedFields":
              """
              + POD_FIELDS
              + """
              ,"name":"<name>","namespace":"<namespace>","resourceVersion":"<rv>","uid":"<uid>"},
              "spec":{"replicas":5,"revisionHistoryLimit":3,"selector":{"matchLabels":{
              "app":"<name>"}},"strategy":{"canary":{"steps":[{"setWeight":5},{"pause":{}},
              {"setWeight":25},{"pause":{"duration":"30m"}},{"setWeight":50},{"pause":{}}],
              "maxSurge":"25%","maxUnavailable":0,"canaryService":"<name>-canary",
              "stableService":"<name>-stable","trafficRouting":{"nginx":{
              "stableIngress":"<name>"}}}},"template":{"metadata":{"creationTimestamp":null,
              "labels":{"app":"<name>"}},"spec":
              """
              + SPEC
              + """
              }},"status":{"HPAReplicas":5,"availableReplicas":5,"blueGreen":{},"canary":{
              "weights":{"canary":{"podTemplateHash":"<current>","serviceName":"<name>-canary",
              "weight":<weight>},"stable":{"podTemplateHash":"<stable>",
              "serviceName":"<name>-stable","weight":<rest>}}},"conditions":[
              {"lastTransitionTime":"2026-03-02T10:01:00Z","lastUpdateTime":"2026-03-02T10:01:00Z",
              "message":"Rollout has minimum availability","reason":"AvailableReason",
              "status":"True","type":"Available"}],"currentPodHash":"<current>",
              "currentStepHash":"6d5f8b7c9","observedGeneration":"7","readyReplicas":5,
              "replicas":5,"selector":"app=<name>","stableRS":"<stable>","updatedReplicas":1,
              "phase":"<phase>",<pausing>"currentStepIndex":<step>}}
              """);

  static final String PAUSING =
      """
      "message":"CanaryPauseStep","controllerPause":true,"pauseConditions":[\
      {"reason":"CanaryPauseStep","startTime":"2026-03-02T10:30:00Z"}],\
      """;

  static final Template SERVICE =
      new Template(
          """
          {"metadata":{"creationTimestamp":"2026-03-02T10:00:00Z","labels":{
          """
              + LABELS
              + """
              },"name":"<name>-<side>","namespace":"<namespace>","resourceVersion":"<rv>",
              "uid":"<uid>"},"spec":{"clusterIP":"10.2.0.1","clusterIPs":["10.2.0.1"],
              "internalTrafficPolicy":"Cluster","ipFamilies":["IPv4"],
              "ipFamilyPolicy":"SingleStack","ports":[{"name":"http","port":80,"protocol":"TCP",
              "targetPort":"http"}],"selector":{"app":"<name>",
              "rollouts-pod-template-hash":"<hash>"},"sessionAffinity":"None",
              "type":"ClusterIP"},"status":{"loadBalancer":{}}}
              """);

  private Shapes() {}
}
