package dev.sluice.drill.traces;

/// The strategies of the scripts, with single quotes.
final class Strategies {
  static final String STEPS = "[{'setWeight':20},{'pause':{}},{'setWeight':50},{'pause':{}}]";
  static final String BASIC = "{'canary':{'steps':" + STEPS + "}}";

  private Strategies() {}

  static String routed(String steps, String more) {
    return "{'canary':{'stableService':'NAME-one','canaryService':'NAME-two',"
        + "'trafficRouting':{'nginx':{'stableIngress':'NAME'}},'steps':"
        + steps
        + more
        + "}}";
  }

  static String manual(String more) {
    return blueGreen("'autoPromotionEnabled':false" + more);
  }

  static String blueGreen(String more) {
    return "{'blueGreen':{'activeService':'NAME-one','previewService':'NAME-two'"
        + sep(more)
        + "}}";
  }

  static String sep(String more) {
    return more.isEmpty() ? "" : "," + more;
  }

  static String analysis(String metric) {
    return "{'templates':[{'templateName':'NAME-" + metric + "'}]}";
  }

  static String step(String metric) {
    return routed(
        "[{'setWeight':50},{'analysis':" + analysis(metric) + "},{'setWeight':70},{'pause':{}}]",
        "");
  }

  /// A canary that tries both versions beside the users' pods before it goes on.
  ///
  /// @param more of the experiment beside its templates, each with a comma before it
  static String experiment(String more) {
    return routed("[{'setWeight':25}," + trial(more) + ",{'setWeight':60},{'pause':{}}]", "");
  }

  /// The step that does so.
  static String trial(String more) {
    return "{'experiment':{'templates':[{'name':'baseline','specRef':'stable'},"
        + "{'name':'trial','specRef':'canary','replicas':2}]"
        + more
        + "}}";
  }

  /// An analysis of an experiment.
  static String judged(String metric, String more) {
    return ",'analyses':[{'name':'check','templateName':'NAME-" + metric + "'" + more + "}]";
  }

  /// A canary whose stable version has only as many pods as its weight needs.
  static String dynamic(String more) {
    return routed(STEPS, ",'dynamicStableScale':true" + more);
  }
}
