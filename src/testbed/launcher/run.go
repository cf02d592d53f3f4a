package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"net"
	"net/http"
	"os"
	"time"

	"sluice.dev/testbed/launcher/internal/build"
	"sluice.dev/testbed/launcher/internal/cluster"
	"sluice.dev/testbed/launcher/internal/control"
	"sluice.dev/testbed/launcher/internal/kubelet"
	"sluice.dev/testbed/launcher/internal/metrics"
	"sluice.dev/testbed/launcher/internal/process"
	"sluice.dev/testbed/launcher/internal/traffic"
	"sluice.dev/testbed/launcher/internal/workspace"
)

// testbed is what runs between start and end.
type testbed struct {
	options options
	layout  cluster.Layout
	group   *process.Group
	engine  *traffic.Engine
	shown   *metrics.Exposition
	token   string
	// Where the scrape targets and the control endpoint are.
	address string
	// Why the service proxy does not reach Prometheus; empty when it does.
	unproxied string
}

// run builds, starts, announces and waits for the end; then everything is stopped and removed.
func run(ctx context.Context, o options) error {
	builder := build.Builder{Source: o.source, Bin: o.bin, Log: os.Stderr}
	if err := builder.All(ctx); err != nil || o.buildOnly {
		return err
	}
	dir, remove, err := workspace.New(os.TempDir())
	if err != nil {
		return err
	}
	defer remove()
	ports, err := cluster.FreePorts()
	if err != nil {
		return err
	}
	t := &testbed{
		options: o,
		layout:  cluster.Layout{Dir: dir, Bin: o.bin, Ports: ports},
		group:   process.NewGroup(dir, dir),
		shown:   metrics.NewExposition(),
		token:   rand.Text(),
	}
	t.engine = traffic.NewEngine(o.rps, o.seed, t.shown, time.Now())
	t.shown.Attach(t.engine)
	defer t.group.StopAll()
	began := time.Now()
	patient, cancel := context.WithTimeout(ctx, o.patience)
	defer cancel()
	if err := t.start(ctx, patient, builder); err != nil {
		return err
	}
	if err := t.announce(os.Stdout, os.Stderr, time.Since(began)); err != nil {
		return err
	}
	<-ctx.Done()
	return nil
}

// start brings everything up within patience; what goes on afterwards lives as long as life.
func (t *testbed) start(life, patience context.Context, builder build.Builder) error {
	argo, err := builder.ModuleDir(patience, "argo-rollouts", "github.com/argoproj/argo-rollouts")
	if err != nil {
		return err
	}
	kwok, err := builder.ModuleDir(patience, "kwok", "sigs.k8s.io/kwok")
	if err != nil {
		return err
	}
	if err := t.serve(); err != nil {
		return err
	}
	certificate, err := t.layout.Prepare(kwok, t.address, t.options.interval)
	if err != nil {
		return err
	}
	logs, err := t.serveLogs(certificate)
	if err != nil {
		return err
	}
	bed := cluster.Bed{Layout: t.layout, Group: t.group, KubeletPort: logs, ArgoModule: argo}
	if err := bed.ControlPlane(patience); err != nil {
		return err
	}
	if err := bed.Controllers(patience); err != nil {
		return err
	}
	client, err := t.layout.Client()
	if err != nil {
		return err
	}
	go t.engine.Run(life)
	if err := traffic.Watch(life, client, t.engine); err != nil {
		return err
	}
	if t.options.samples {
		if err := bed.Samples(patience); err != nil {
			return err
		}
	}
	t.unproxied = t.proxy(patience, bed)
	return nil
}

// serve listens for Prometheus' scrapes and for the control endpoint's callers.
func (t *testbed) serve() error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	t.address = listener.Addr().String()
	mux := http.NewServeMux()
	t.shown.Register(mux, t.address)
	control.Server{Token: t.token, Engine: t.engine, Group: t.group}.Register(mux)
	go http.Serve(listener, mux)
	return nil
}

// serveLogs plays the kubelets for the API server, and returns the port.
func (t *testbed) serveLogs(certificate cluster.Kubelet) (int, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	go http.ServeTLS(listener, kubelet.Logs(t.engine), certificate.CertificateFile, certificate.KeyFile)
	return listener.Addr().(*net.TCPAddr).Port, nil
}

// proxy makes Prometheus reachable through the API server, and says why when that cannot be.
func (t *testbed) proxy(ctx context.Context, bed cluster.Bed) string {
	address := cluster.HostAddress()
	if address == "" {
		return "this machine has no address but the loopback one, and the API server refuses that as an endpoint"
	}
	port, err := cluster.Forward(address, t.layout.Ports.Prometheus)
	if err == nil {
		err = bed.ExposePrometheus(ctx, address, port)
	}
	if err != nil {
		return fmt.Sprintf("expose Prometheus at %s: %v", address, err)
	}
	return ""
}
