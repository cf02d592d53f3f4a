// Package metrics exposes the traffic in the ways that real programs would: each pod through the
// OpenTelemetry SDK, the ingress controller, the kubelet and kube-state-metrics under their own names.
package metrics

import (
	"context"
	"maps"
	"net/http"
	"sync"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"github.com/prometheus/otlptranslator"
	"go.opentelemetry.io/otel/attribute"
	exporter "go.opentelemetry.io/otel/exporters/prometheus"
	"go.opentelemetry.io/otel/metric"
	sdk "go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/semconv/v1.40.0/httpconv"

	"sluice.dev/testbed/launcher/internal/traffic"
)

// boundaries are those that the semantic conventions advise for the duration of HTTP requests.
var boundaries = []float64{0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10}

// Pods holds what each pod's own instrumentation has counted.
type Pods struct {
	mutex sync.Mutex
	pods  map[string]*instrumented
}

type instrumented struct {
	duration httpconv.ServerRequestDuration
	handler  http.Handler
}

// NewPods has counted nothing yet.
func NewPods() *Pods { return &Pods{pods: map[string]*instrumented{}} }

// Record counts a request in the pod that served it.
func (p *Pods) Record(request traffic.Request) {
	if request.Route.Pod == "" {
		return
	}
	pod, err := p.pod(request.Route.Pod)
	if err != nil {
		return
	}
	pod.duration.Record(context.Background(), request.Seconds,
		httpconv.RequestMethodGet, "http",
		attribute.Int("http.response.status_code", request.Status),
		attribute.String("http.route", "/"),
		attribute.String("network.protocol.version", "1.1"),
	)
}

// Handler answers a scrape of one pod. A pod that has served nothing yet has nothing to show.
func (p *Pods) Handler(pod string) (http.Handler, error) {
	found, err := p.pod(pod)
	if err != nil {
		return nil, err
	}
	return found.handler, nil
}

// Keep drops what all other pods have counted: they are gone.
func (p *Pods) Keep(present map[string]bool) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	maps.DeleteFunc(p.pods, func(key string, _ *instrumented) bool { return !present[key] })
}

func (p *Pods) pod(key string) (*instrumented, error) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if found, known := p.pods[key]; known {
		return found, nil
	}
	created, err := instrument()
	if err != nil {
		return nil, err
	}
	p.pods[key] = created
	return created, nil
}

func instrument() (*instrumented, error) {
	registry := prometheus.NewRegistry()
	reader, err := exporter.New(
		exporter.WithRegisterer(registry),
		exporter.WithTranslationStrategy(otlptranslator.UnderscoreEscapingWithSuffixes),
	)
	if err != nil {
		return nil, err
	}
	meter := sdk.NewMeterProvider(sdk.WithReader(reader)).
		Meter("go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp")
	duration, err := httpconv.NewServerRequestDuration(meter, metric.WithExplicitBucketBoundaries(boundaries...))
	if err != nil {
		return nil, err
	}
	return &instrumented{duration, promhttp.HandlerFor(registry, promhttp.HandlerOpts{})}, nil
}
