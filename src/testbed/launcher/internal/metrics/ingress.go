package metrics

import (
	"net/http"
	"strconv"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	dto "github.com/prometheus/client_model/go"

	"sluice.dev/testbed/launcher/internal/traffic"
)

// requestLabels are those of ingress-nginx with its defaults (internal/ingress/metric/collectors).
var requestLabels = []string{"status", "method", "path", "namespace", "ingress", "service", "canary", "host"}

// Ingress counts requests as ingress-nginx does: service and ingress are the stable ones even when
// the canary served, and canary then names the alternative backend, namespace-service-port.
type Ingress struct {
	registry  *prometheus.Registry
	requests  *prometheus.CounterVec
	durations []*prometheus.HistogramVec
	// Hides the series of revisions whose metrics are gone.
	hidden func(Series) bool
}

// Series says whose numbers a series of the ingress controller are.
type Series struct{ Namespace, Service, Canary string }

// NewIngress has counted nothing yet.
func NewIngress(hidden func(Series) bool) *Ingress {
	constant := prometheus.Labels{
		"controller_class":     "k8s.io/ingress-nginx",
		"controller_namespace": "ingress-nginx",
		"controller_pod":       "ingress-nginx-controller-0",
	}
	i := &Ingress{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name:        "nginx_ingress_controller_requests",
			Help:        "The total number of client requests",
			ConstLabels: constant,
		}, requestLabels),
		hidden: hidden,
	}
	i.registry.MustRegister(i.requests)
	for name, help := range map[string]string{
		"request_duration_seconds":  "The request processing time in milliseconds",
		"response_duration_seconds": "The time spent on receiving the response from the upstream server",
	} {
		durations := prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name:        "nginx_ingress_controller_" + name,
			Help:        help,
			Buckets:     prometheus.DefBuckets,
			ConstLabels: constant,
		}, requestLabels)
		i.registry.MustRegister(durations)
		i.durations = append(i.durations, durations)
	}
	return i
}

// Record counts a request that came through an Ingress.
func (i *Ingress) Record(request traffic.Request) {
	front := request.Route.Front
	if front.Ingress == "" {
		return
	}
	labels := prometheus.Labels{
		"status":    strconv.Itoa(request.Status),
		"method":    http.MethodGet,
		"path":      front.Path,
		"namespace": front.Namespace,
		"ingress":   front.Ingress,
		"service":   front.Service,
		"canary":    front.Alternative,
		"host":      front.Host,
	}
	i.requests.With(labels).Inc()
	for _, durations := range i.durations {
		durations.With(labels).Observe(request.Seconds)
	}
}

// Handler answers a scrape.
func (i *Ingress) Handler() http.Handler {
	return promhttp.HandlerFor(prometheus.GathererFunc(i.gather), promhttp.HandlerOpts{})
}

func (i *Ingress) gather() ([]*dto.MetricFamily, error) {
	families, err := i.registry.Gather()
	for _, family := range families {
		var shown []*dto.Metric
		for _, series := range family.GetMetric() {
			if !i.hidden(whose(series)) {
				shown = append(shown, series)
			}
		}
		family.Metric = shown
	}
	return families, err
}

func whose(metric *dto.Metric) Series {
	var s Series
	for _, label := range metric.GetLabel() {
		switch label.GetName() {
		case "namespace":
			s.Namespace = label.GetValue()
		case "service":
			s.Service = label.GetValue()
		case "canary":
			s.Canary = label.GetValue()
		}
	}
	return s
}
