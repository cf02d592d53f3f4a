package metrics

import (
	"net/http"

	"sluice.dev/testbed/launcher/internal/traffic"
)

// Exposition is everything that Prometheus scrapes; as a recorder it counts each request everywhere.
type Exposition struct {
	engine    *traffic.Engine
	pods      *Pods
	ingress   *Ingress
	resources *Resources
}

// NewExposition has counted nothing; Attach tells it of the engine that it records for.
func NewExposition() *Exposition {
	e := &Exposition{pods: NewPods()}
	e.resources = NewResources(func() []traffic.Pod { return e.engine.Pods() })
	e.ingress = NewIngress(func(s Series) bool {
		return e.engine.SilentBackend(s.Namespace, s.Service, s.Canary)
	})
	return e
}

// Attach names the engine whose pods are shown.
func (e *Exposition) Attach(engine *traffic.Engine) { e.engine = engine }

// Record counts a request.
func (e *Exposition) Record(request traffic.Request) {
	e.pods.Record(request)
	e.ingress.Record(request)
	e.resources.Record(request)
}

// Register puts the scrape targets under the address that Prometheus is told.
func (e *Exposition) Register(mux *http.ServeMux, address string) {
	mux.Handle("GET /discovery/pods", serveDiscovery(address, e.present))
	mux.Handle("GET /metrics/ingress-nginx", e.ingress.Handler())
	mux.Handle("GET /metrics/cadvisor", e.resources.Usage())
	mux.Handle("GET /metrics/kube-state-metrics", e.resources.Limits())
	mux.HandleFunc("GET /metrics/pods/{namespace}/{pod}", e.servePod)
}

// present are the pods now; what others have counted is dropped on the way. No lock is held while the
// engine is asked: it holds its own while it records.
func (e *Exposition) present() []traffic.Pod {
	pods := e.engine.Pods()
	present := map[string]bool{}
	for _, pod := range pods {
		present[traffic.Key(pod.Namespace, pod.Name)] = true
	}
	e.pods.Keep(present)
	return pods
}

func (e *Exposition) servePod(response http.ResponseWriter, request *http.Request) {
	key := traffic.Key(request.PathValue("namespace"), request.PathValue("pod"))
	pod, present := e.engine.Pod(key)
	if !present || e.engine.Silent(traffic.Key(pod.Namespace, pod.Rollout), pod.Hash) {
		http.NotFound(response, request)
		return
	}
	handler, err := e.pods.Handler(key)
	if err != nil {
		http.Error(response, err.Error(), http.StatusInternalServerError)
		return
	}
	handler.ServeHTTP(response, request)
}
