package traffic

import (
	"strconv"
	"strings"

	"k8s.io/apimachinery/pkg/api/resource"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
)

const (
	hashLabel   = "rollouts-pod-template-hash"
	annotations = "nginx.ingress.kubernetes.io/"
)

func parseRollout(o *unstructured.Unstructured) Rollout {
	return Rollout{
		Namespace:     o.GetNamespace(),
		Name:          o.GetName(),
		StableService: text(o.Object, "spec", "strategy", "canary", "stableService"),
		CanaryService: text(o.Object, "spec", "strategy", "canary", "canaryService"),
		ActiveService: text(o.Object, "spec", "strategy", "blueGreen", "activeService"),
		Routed:        len(nested(o.Object, "spec", "strategy", "canary", "trafficRouting", "nginx")) > 0,
		CurrentHash:   text(o.Object, "status", "currentPodHash"),
		StableHash:    text(o.Object, "status", "stableRS"),
	}
}

func parseService(o *unstructured.Unstructured) Service {
	selector, _, _ := unstructured.NestedStringMap(o.Object, "spec", "selector")
	service := Service{Namespace: o.GetNamespace(), Name: o.GetName(), Selector: selector}
	for _, port := range list(o.Object, "spec", "ports") {
		if number, ok := port["port"].(int64); ok && service.Port == "" {
			service.Port = strconv.FormatInt(number, 10)
		}
	}
	return service
}

func parseIngress(o *unstructured.Unstructured) Ingress {
	notes := o.GetAnnotations()
	ingress := Ingress{
		Namespace: o.GetNamespace(),
		Name:      o.GetName(),
		Canary:    notes[annotations+"canary"] == "true",
		Weight:    number(notes[annotations+"canary-weight"], 0),
		Total:     number(notes[annotations+"canary-weight-total"], 100),
	}
	for _, rule := range list(o.Object, "spec", "rules") {
		for _, path := range list(rule, "http", "paths") {
			if ingress.Path == "" {
				ingress.Host, ingress.Path = text(rule, "host"), text(path, "path")
			}
			ingress.Services = append(ingress.Services, text(path, "backend", "service", "name"))
		}
	}
	return ingress
}

func parsePod(o *unstructured.Unstructured) Pod {
	pod := Pod{
		Namespace: o.GetNamespace(),
		Name:      o.GetName(),
		Hash:      o.GetLabels()[hashLabel],
		Labels:    o.GetLabels(),
		IP:        text(o.Object, "status", "podIP"),
		Node:      text(o.Object, "spec", "nodeName"),
	}
	for _, owner := range o.GetOwnerReferences() {
		// The controller names a ReplicaSet by its Rollout and the pod hash.
		if name, ok := strings.CutSuffix(owner.Name, "-"+pod.Hash); ok && owner.Kind == "ReplicaSet" {
			pod.Rollout = name
		}
	}
	for _, condition := range list(o.Object, "status", "conditions") {
		if condition["type"] == "Ready" {
			pod.Ready = condition["status"] == "True" && o.GetDeletionTimestamp() == nil
		}
	}
	for _, container := range list(o.Object, "spec", "containers") {
		if pod.Container != "" {
			break
		}
		pod.Container = text(container, "name")
		if limit, err := resource.ParseQuantity(text(container, "resources", "limits", "cpu")); err == nil {
			pod.CPULimit = limit.AsApproximateFloat64()
		}
	}
	return pod
}

// The API server has validated what is read here; a field of another type counts as absent.

func text(object map[string]any, path ...string) string {
	value, _, _ := unstructured.NestedString(object, path...)
	return value
}

func nested(object map[string]any, path ...string) map[string]any {
	value, _, _ := unstructured.NestedMap(object, path...)
	return value
}

func list(object map[string]any, path ...string) []map[string]any {
	values, _, _ := unstructured.NestedSlice(object, path...)
	var objects []map[string]any
	for _, value := range values {
		if object, ok := value.(map[string]any); ok {
			objects = append(objects, object)
		}
	}
	return objects
}

func number(value string, otherwise int) int {
	if parsed, err := strconv.Atoi(value); err == nil {
		return parsed
	}
	return otherwise
}
