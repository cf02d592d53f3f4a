package dev.sluice.cluster.argo.read;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.release.Result;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The request for the end of a container's log.
record LogTail(String namespace, String pod, String container, int lines, boolean previous) {
  private static final int BYTES = 1024 * 1024;

  Result<List<String>> read(ApiClient api) {
    return api.text(path(), 2L * BYTES).map(text -> text.lines().toList());
  }

  private String path() {
    return "/api/v1/namespaces/%s/pods/%s/log?container=%s&tailLines=%d&limitBytes=%d&previous=%b"
        .formatted(encoded(namespace), encoded(pod), encoded(container), lines, BYTES, previous);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
