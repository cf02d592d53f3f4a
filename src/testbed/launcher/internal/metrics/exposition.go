package metrics

import (
	"net/http"
	"slices"

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

// present are the pods now; what others have counted is dropped on the way.
func (e *Exposition) present() []traffic.Pod {
	pods := e.engine.Pods()
	e.pods.Forget(func(key string) bool {
		return !slices.ContainsFunc(pods, func(p traffic.Pod) bool { return traffic.Key(p.Namespace, p.Name) == key })
	})
	return pods
}

func (e *Exposition) servePod(response http.ResponseWriter, request *http.Request) {
	namespace, name := request.PathValue("namespace"), request.PathValue("pod")
	for _, pod := range e.engine.Pods() {
		if pod.Namespace != namespace || pod.Name != name {
			continue
		}
		if e.engine.Silent(traffic.Key(namespace, pod.Rollout), pod.Hash) {
			break
		}
		handler, err := e.pods.Handler(traffic.Key(namespace, name))
		if err != nil {
			http.Error(response, err.Error(), http.StatusInternalServerError)
			return
		}
		handler.ServeHTTP(response, request)
		return
	}
	http.NotFound(response, request)
}
