package dev.sluice.cluster.credentials;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.cluster.kubeconfig.Context;
import dev.sluice.cluster.kubeconfig.ExecSpec;
import dev.sluice.cluster.kubeconfig.Material;
import dev.sluice.release.Result;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What a program is told in `KUBERNETES_EXEC_INFO`.
record ExecInfo(Context context, ExecSpec spec) {
  private static final ObjectMapper JSON = new ObjectMapper();

  String json() {
    var info = JSON.createObjectNode();
    info.put("kind", "ExecCredential").put("apiVersion", spec.version());
    var request = info.putObject("spec").put("interactive", false);
    if (spec.provideClusterInfo()) {
      describe(request.putObject("cluster"));
    }
    return info.toString();
  }

  private void describe(ObjectNode told) {
    var cluster = context.cluster();
    told.put("server", cluster.server().toString());
    cluster.tlsServerName().ifPresent(name -> told.put("tls-server-name", name));
    cluster.proxy().ifPresent(proxy -> told.put("proxy-url", proxy.toString()));
    cluster.authority().ifPresent(authority -> describe(told, authority));
    cluster.execConfig().ifPresent(config -> told.set("config", JSON.valueToTree(config)));
  }

  private static void describe(ObjectNode told, Material authority) {
    if (Materials.text(authority) instanceof Result.Ok<String>(var pem)) {
      var bytes = pem.getBytes(StandardCharsets.US_ASCII);
      told.put("certificate-authority-data", Base64.getEncoder().encodeToString(bytes));
    }
  }
}
