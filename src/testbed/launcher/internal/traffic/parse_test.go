package traffic

import (
	"reflect"
	"testing"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/util/yaml"
)

func object(t *testing.T, document string) *unstructured.Unstructured {
	t.Helper()
	json, err := yaml.ToJSON([]byte(document))
	if err != nil {
		t.Fatal(err)
	}
	parsed := &unstructured.Unstructured{}
	if err := parsed.UnmarshalJSON(json); err != nil {
		t.Fatal(err)
	}
	return parsed
}

func TestACanaryIngressIsRead(t *testing.T) {
	have := parseIngress(object(t, `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  namespace: shop
  name: checkout-checkout-canary
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-weight: "25"
spec:
  rules:
  - host: checkout.example
    http: {paths: [{path: /, backend: {service: {name: checkout-canary, port: {number: 80}}}}]}
`))
	want := Ingress{
		Namespace: "shop", Name: "checkout-checkout-canary", Host: "checkout.example", Path: "/",
		Services: []string{"checkout-canary"}, Canary: true, Weight: 25, Total: 100,
	}
	if !reflect.DeepEqual(have, want) {
		t.Errorf("%+v, not %+v", have, want)
	}
}

func TestAPodIsReadWithItsRolloutAndLimit(t *testing.T) {
	have := parsePod(object(t, `
apiVersion: v1
kind: Pod
metadata:
  namespace: shop
  name: checkout-fc85f687-58b2c
  labels: {rollouts-pod-template-hash: fc85f687}
  ownerReferences: [{kind: ReplicaSet, name: checkout-fc85f687}]
spec:
  nodeName: node-a
  containers: [{name: checkout, resources: {limits: {cpu: 500m}}}]
status:
  podIP: 10.0.0.9
  conditions: [{type: Ready, status: "True"}]
`))
	want := Pod{
		Namespace: "shop", Name: "checkout-fc85f687-58b2c", Rollout: "checkout", Hash: "fc85f687",
		IP: "10.0.0.9", Node: "node-a", Ready: true, Container: "checkout", CPULimit: 0.5,
		Labels: map[string]string{"rollouts-pod-template-hash": "fc85f687"},
	}
	if !reflect.DeepEqual(have, want) {
		t.Errorf("%+v, not %+v", have, want)
	}
}

func TestAPodThatIsGoingIsNotReady(t *testing.T) {
	pod := parsePod(object(t, `
apiVersion: v1
kind: Pod
metadata: {namespace: shop, name: a, deletionTimestamp: "2026-01-01T00:00:00Z"}
status: {conditions: [{type: Ready, status: "True"}]}
`))
	if pod.Ready {
		t.Error("a pod with a deletion timestamp still gets requests")
	}
}
