package metrics

import (
	"net/http"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"sluice.dev/testbed/launcher/internal/traffic"
)

const (
	// Cores that an idle container uses.
	idle = 0.02
	// Part of a request's duration that is spent computing.
	busy = 0.02
)

var (
	cpuUsage = prometheus.NewDesc("container_cpu_usage_seconds_total",
		"Cumulative cpu time consumed by the container in core-seconds",
		[]string{"namespace", "pod", "container", "cpu"}, nil)
	cpuLimit = prometheus.NewDesc("kube_pod_container_resource_limits",
		"The number of requested limit resource by a container.",
		[]string{"namespace", "pod", "container", "node", "resource", "unit"}, nil)
)

// Resources tells what the pods' containers use and may use, as the kubelet and kube-state-metrics do.
type Resources struct {
	pods  func() []traffic.Pod
	mutex sync.Mutex
	used  map[string]float64
	since map[string]time.Time
}

// NewResources reads the pods anew at each scrape.
func NewResources(pods func() []traffic.Pod) *Resources {
	return &Resources{pods: pods, used: map[string]float64{}, since: map[string]time.Time{}}
}

// Record adds what serving the request cost.
func (r *Resources) Record(request traffic.Request) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.used[request.Route.Pod] += busy * request.Seconds
}

// Usage answers the kubelet's scrape.
func (r *Resources) Usage() http.Handler { return handler(collector{cpuUsage, r.usage}) }

// Limits answers the scrape of kube-state-metrics.
func (r *Resources) Limits() http.Handler { return handler(collector{cpuLimit, r.limits}) }

func (r *Resources) usage(metrics chan<- prometheus.Metric) {
	// Asked for before the lock: the engine holds its own while it records.
	pods := r.pods()
	r.mutex.Lock()
	defer r.mutex.Unlock()
	for _, pod := range pods {
		key := traffic.Key(pod.Namespace, pod.Name)
		if r.since[key].IsZero() {
			r.since[key] = time.Now()
		}
		seconds := idle*time.Since(r.since[key]).Seconds() + r.used[key]
		metrics <- prometheus.MustNewConstMetric(cpuUsage, prometheus.CounterValue, seconds,
			pod.Namespace, pod.Name, pod.Container, "total")
	}
}

func (r *Resources) limits(metrics chan<- prometheus.Metric) {
	for _, pod := range r.pods() {
		if pod.CPULimit > 0 {
			metrics <- prometheus.MustNewConstMetric(cpuLimit, prometheus.GaugeValue, pod.CPULimit,
				pod.Namespace, pod.Name, pod.Container, pod.Node, "cpu", "core")
		}
	}
}

type collector struct {
	description *prometheus.Desc
	collect     func(chan<- prometheus.Metric)
}

func (c collector) Describe(descriptions chan<- *prometheus.Desc) { descriptions <- c.description }

func (c collector) Collect(metrics chan<- prometheus.Metric) { c.collect(metrics) }

func handler(c prometheus.Collector) http.Handler {
	registry := prometheus.NewRegistry()
	registry.MustRegister(c)
	return promhttp.HandlerFor(registry, promhttp.HandlerOpts{})
}
