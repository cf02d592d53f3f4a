package metrics

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"sluice.dev/testbed/launcher/internal/traffic"
)

// request is one that came through the ingress controller to a canary's pod.
var request = traffic.Request{
	Rollout: "shop/checkout",
	Status:  500,
	Seconds: 0.2,
	Route: traffic.Route{
		Pod: "shop/checkout-79cfdc47d5-abcde", Hash: "79cfdc47d5",
		Front: traffic.Front{
			Namespace: "shop", Ingress: "checkout", Host: "checkout.example", Path: "/",
			Service: "checkout-stable", Alternative: "shop-checkout-canary-80",
		},
	},
}

func TestAPodShowsWhatTheOpenTelemetryInstrumentationWould(t *testing.T) {
	pods := NewPods()
	pods.Record(request)
	handler, err := pods.Handler(request.Route.Pod)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, handler, "http_server_request_duration_seconds_bucket",
		`http_request_method="GET"`, `http_response_status_code="500"`, `http_route="/"`, `url_scheme="http"`,
		`le="0.25"`)
}

func TestTheIngressControllerCountsForTheStableServiceAndNamesTheCanary(t *testing.T) {
	ingress := NewIngress(func(Series) bool { return false })
	ingress.Record(request)
	labels := []string{
		`canary="shop-checkout-canary-80"`, `ingress="checkout"`, `namespace="shop"`,
		`service="checkout-stable"`, `status="500"`, `host="checkout.example"`, `method="GET"`, `path="/"`,
	}
	expect(t, ingress.Handler(), "nginx_ingress_controller_requests", labels...)
	expect(t, ingress.Handler(), "nginx_ingress_controller_request_duration_seconds_bucket", labels...)
}

func TestASilentRevisionsSeriesAreHidden(t *testing.T) {
	ingress := NewIngress(func(s Series) bool { return s.Canary != "" })
	ingress.Record(request)
	stable := request
	stable.Route.Front.Alternative = ""
	ingress.Record(stable)
	body := scrape(ingress.Handler())
	if strings.Contains(body, "shop-checkout-canary-80") || !strings.Contains(body, `canary=""`) {
		t.Errorf("the canary alone should be gone from:\n%s", body)
	}
}

// expect finds one series with the name and all the labels.
func expect(t *testing.T, handler http.Handler, name string, labels ...string) {
	t.Helper()
	body := scrape(handler)
search:
	for line := range strings.Lines(body) {
		if !strings.HasPrefix(line, name+"{") {
			continue
		}
		for _, label := range labels {
			if !strings.Contains(line, label) {
				continue search
			}
		}
		return
	}
	t.Errorf("no %s with %v in:\n%s", name, labels, body)
}

func scrape(handler http.Handler) string {
	response := httptest.NewRecorder()
	handler.ServeHTTP(response, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	return response.Body.String()
}
