package metrics

import (
	"encoding/json"
	"net/http"
	"regexp"

	"sluice.dev/testbed/launcher/internal/traffic"
)

// target is a group of Prometheus' HTTP service discovery.
type target struct {
	Targets []string          `json:"targets"`
	Labels  map[string]string `json:"labels"`
}

var unfit = regexp.MustCompile(`[^a-zA-Z0-9_]`)

// discovery lists a target for each pod, with the labels that the Kubernetes discovery would give it.
func discovery(address string, pods []traffic.Pod) []target {
	targets := []target{}
	for _, pod := range pods {
		labels := map[string]string{
			"__metrics_path__":                      "/metrics/pods/" + traffic.Key(pod.Namespace, pod.Name),
			"__meta_kubernetes_namespace":           pod.Namespace,
			"__meta_kubernetes_pod_name":            pod.Name,
			"__meta_kubernetes_pod_ip":              pod.IP,
			"__meta_kubernetes_pod_container_name":  pod.Container,
			"__meta_kubernetes_pod_controller_kind": "ReplicaSet",
		}
		for label, value := range pod.Labels {
			labels["__meta_kubernetes_pod_label_"+unfit.ReplaceAllString(label, "_")] = value
		}
		targets = append(targets, target{[]string{address}, labels})
	}
	return targets
}

func serveDiscovery(address string, pods func() []traffic.Pod) http.HandlerFunc {
	return func(response http.ResponseWriter, _ *http.Request) {
		response.Header().Set("Content-Type", "application/json")
		// A reader that went away asks again in a second.
		_ = json.NewEncoder(response).Encode(discovery(address, pods()))
	}
}
