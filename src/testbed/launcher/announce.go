package main

import (
	"encoding/json"
	"fmt"
	"io"
	"time"
)

// announcement is the one line on standard output: all that a test needs to know.
type announcement struct {
	Dir string `json:"dir"`
	// Kubeconfig files by user.
	Kubeconfigs map[string]string `json:"kubeconfigs"`
	APIServer   string            `json:"apiServer"`
	Prometheus  string            `json:"prometheus"`
	// The path of Prometheus below the API server; absent with the reason in its place.
	PrometheusProxy        string         `json:"prometheusProxy,omitempty"`
	PrometheusProxyMissing string         `json:"prometheusProxyMissing,omitempty"`
	Control                endpoint       `json:"control"`
	AuditLog               string         `json:"auditLog"`
	Kubectl                string         `json:"kubectl"`
	KubectlArgoRollouts    string         `json:"kubectlArgoRollouts"`
	Pids                   map[string]int `json:"pids"`
	// Log files by component.
	Logs         map[string]string `json:"logs"`
	ReadySeconds float64           `json:"readySeconds"`
}

type endpoint struct {
	URL   string `json:"url"`
	Token string `json:"token"`
}

func (t *testbed) announce(data, words io.Writer, took time.Duration) error {
	a := announcement{
		Dir:                    t.layout.Dir,
		Kubeconfigs:            t.layout.Kubeconfigs(),
		APIServer:              t.layout.APIServer(),
		Prometheus:             t.layout.Prometheus(),
		PrometheusProxyMissing: t.unproxied,
		Control:                endpoint{URL: "http://" + t.address, Token: t.token},
		AuditLog:               t.layout.AuditLog(),
		Kubectl:                t.layout.Program("kubectl"),
		KubectlArgoRollouts:    t.layout.Program("kubectl-argo-rollouts"),
		Pids:                   t.group.Pids(),
		Logs:                   map[string]string{},
		ReadySeconds:           took.Seconds(),
	}
	if t.unproxied == "" {
		a.PrometheusProxy = "/api/v1/namespaces/monitoring/services/http:prometheus:http/proxy"
	}
	for _, name := range t.group.Names() {
		a.Logs[name] = t.group.LogFile(name)
	}
	if err := json.NewEncoder(data).Encode(a); err != nil {
		return err
	}
	_, err := fmt.Fprintf(words, `
A cluster with Argo Rollouts is ready after %.0f s, with traffic and Prometheus (%s).
Open the console on it as a release manager:

  sluice --kubeconfig %s

Look in with    %s --kubeconfig %s get rollouts -A
Other users     admin, bob, carol, viewer, scoped, nobody: the files beside that one
End             Ctrl+C
`, took.Seconds(), a.Prometheus, a.Kubeconfigs["alice"], a.Kubectl, a.Kubeconfigs["alice"])
	return err
}
