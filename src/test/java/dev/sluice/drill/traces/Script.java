package dev.sluice.drill.traces;

import java.util.List;

/// A situation: a Rollout, and what is done to it.
///
/// @param holder where the pod template is: `template` or `workloadRef`, with single quotes
/// @param more other objects, each with a comma behind it
/// @param spec of the Rollout beside strategy and template, with single quotes
/// @param strategy with single quotes
record Script(
    String name, String more, String holder, String spec, String strategy, List<Deed> deeds) {
  /// Stands for the address of Prometheus, which a drill does not need.
  static final String PROMETHEUS = "PROMETHEUS";

  private static final String NOBODY = "http://127.0.0.1:9";

  private static final String TEMPLATE =
      """
      'template':{'metadata':{'labels':{'app':'NAME'}},
       'spec':{'nodeName':'node-a','terminationGracePeriodSeconds':0,
        'containers':[{'name':'main','image':'shop:v1'}]}}
      """;

  static Script of(String name, String spec, String strategy, Deed... deeds) {
    return new Script(
        name,
        metric("good", "1") + metric("bad", "-1") + metric("vague", "0") + unmeasured(strategy),
        TEMPLATE,
        spec,
        strategy,
        List.of(deeds));
  }

  /// One whose template stands in a Deployment.
  static Script referring(String name, String strategy, Deed... deeds) {
    var deployment =
        """
        {'apiVersion':'apps/v1','kind':'Deployment',
         'metadata':{'name':'NAME','namespace':'shop','labels':{'app':'NAME'}},
         'spec':{'replicas':0,'selector':{'matchLabels':{'app':'NAME'}},TEMPLATE}},
        """;
    return new Script(
        name,
        deployment.replace("TEMPLATE", TEMPLATE),
        "'workloadRef':{'apiVersion':'apps/v1','kind':'Deployment','name':'NAME'}",
        "'replicas':4",
        strategy,
        List.of(deeds));
  }

  private static String metric(String name, String value) {
    return metric(name, "", PROMETHEUS, "vector(" + value + ")");
  }

  /// Metrics that are never measured, where the strategy names them: nobody answers for `dead`, and
  /// nothing is known of `void`.
  private static String unmeasured(String strategy) {
    var once = "'consecutiveErrorLimit':0,";
    return (strategy.contains("-dead'") ? metric("dead", once, NOBODY, "vector(1)") : "")
        + (strategy.contains("-void'") ? metric("void", once, PROMETHEUS, "never_measured") : "");
  }

  private static String metric(String name, String more, String address, String query) {
    return """
    {'apiVersion':'argoproj.io/v1alpha1','kind':'AnalysisTemplate',
     'metadata':{'name':'NAME-%s','namespace':'shop','labels':{'app':'NAME'}},
     'spec':{'metrics':[{'name':'%s','successCondition':'result[0] > 0',
      'failureCondition':'result[0] < 0',%s
      'provider':{'prometheus':{'address':'%s','query':'%s'}}}]}},
    """
        .formatted(name, name, more, address, query);
  }

  /// What is created before anything is done.
  String manifest() {
    return """
    [SERVICE-one},SERVICE-two},
     {'apiVersion':'networking.k8s.io/v1','kind':'Ingress',
      'metadata':{'name':'NAME','namespace':'shop','labels':{'app':'NAME'}},
      'spec':{'ingressClassName':'nginx','rules':[{'host':'NAME.example','http':{'paths':[
       {'path':'/','pathType':'Prefix','backend':{'service':{'name':'NAME-one',
        'port':{'number':80}}}}]}}]}},
     MORE
     {'apiVersion':'argoproj.io/v1alpha1','kind':'Rollout',
      'metadata':{'name':'NAME','namespace':'shop','labels':{'app':'NAME'}},
      'spec':{SPEC,'selector':{'matchLabels':{'app':'NAME'}},'strategy':STRATEGY,HOLDER}}]
    """
        .replace("SERVICE-one}", service("one"))
        .replace("SERVICE-two}", service("two"))
        .replace("MORE", more)
        .replace("HOLDER", holder)
        .replace("SPEC", spec)
        .replace("STRATEGY", strategy)
        .replace("NAME", name)
        .replace('\'', '"');
  }

  private static String service(String which) {
    return """
    {'apiVersion':'v1','kind':'Service','metadata':{'name':'NAME-%s','namespace':'shop',
     'labels':{'app':'NAME'}},
     'spec':{'selector':{'app':'NAME'},'ports':[{'port':80,'targetPort':8080}]}}
    """
        .formatted(which);
  }
}
