package cluster

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"sluice.dev/testbed/launcher/internal/process"
)

// Bed is a control plane that is being started.
type Bed struct {
	Layout      Layout
	Group       *process.Group
	KubeletPort int
	ArgoModule  string
}

// ControlPlane starts etcd and the API server, and returns when requests are answered.
// Prometheus starts beside them: it needs neither.
func (b Bed) ControlPlane(ctx context.Context) error {
	for _, spec := range []process.Spec{b.Layout.etcd(), b.Layout.apiServer(), b.Layout.prometheus()} {
		if err := b.Group.Start(spec); err != nil {
			return err
		}
	}
	return b.Layout.await(ctx, b.Group, "kube-apiserver", b.Layout.APIServer()+"/readyz")
}

// Controllers creates what they work on, starts them and returns when all are healthy.
func (b Bed) Controllers(ctx context.Context) error {
	l := b.Layout
	// First the definitions: the garbage collector looks for new kinds only twice a minute.
	if err := b.definitions(ctx); err != nil {
		return err
	}
	for _, spec := range []process.Spec{l.controllers(), l.argo(), l.kwok(b.KubeletPort)} {
		if err := b.Group.Start(spec); err != nil {
			return err
		}
	}
	for _, probe := range [][2]string{
		{"kube-controller-manager", "https://" + local(l.Ports.Controllers) + "/healthz"},
		{"argo-rollouts", "http://" + local(l.Ports.ArgoHealth) + "/healthz"},
		{"kwok", "http://" + local(l.Ports.Kwok) + "/healthz"},
		{"prometheus", l.Prometheus() + "/-/ready"},
	} {
		if err := l.await(ctx, b.Group, probe[0], probe[1]); err != nil {
			return err
		}
	}
	_, err := l.kubectl(ctx, nil, "wait", "--for=condition=Ready", "node", "--all", "--timeout=60s")
	return err
}

func (b Bed) definitions(ctx context.Context) error {
	files, err := filepath.Glob(filepath.Join(b.ArgoModule, "manifests", "crds", "*-crd.yaml"))
	if err != nil {
		return err
	}
	var all []byte
	for _, file := range files {
		definition, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		all = append(append(all, definition...), "\n---\n"...)
	}
	for _, name := range []string{"base.yaml", "rbac.yaml"} {
		document, err := manifest(name)
		if err != nil {
			return err
		}
		all = append(append(all, document...), "\n---\n"...)
	}
	if err := b.Layout.apply(ctx, all); err != nil {
		return err
	}
	_, err = b.Layout.kubectl(ctx, nil, "wait", "--for=condition=Established", "crd", "--all", "--timeout=60s")
	return err
}

// Samples creates the Rollouts to practise on, and returns when each serves its first version.
func (b Bed) Samples(ctx context.Context) error {
	documents, err := samples()
	if err != nil {
		return err
	}
	if err := b.Layout.apply(ctx, documents); err != nil {
		return err
	}
	_, err = b.Layout.kubectl(ctx, nil, "wait", "--for=jsonpath={.status.phase}=Healthy",
		"rollouts.argoproj.io", "--all", "--all-namespaces", "--timeout=120s")
	return err
}

// ExposePrometheus lets the API server's service proxy reach Prometheus at an address of this host.
func (b Bed) ExposePrometheus(ctx context.Context, address string, port int) error {
	documents, err := filled("prometheus-service.yaml", map[string]any{"Address": address, "Port": port})
	if err != nil {
		return err
	}
	if err := b.Layout.apply(ctx, documents); err != nil {
		return err
	}
	status := fmt.Sprintf(`{"status":{"phase":"Running","podIP":%q,"podIPs":[{"ip":%q}]}}`, address, address)
	_, err = b.Layout.kubectl(ctx, nil, "patch", "pod", "prometheus-0", "--namespace=monitoring",
		"--subresource=status", "--type=merge", "--patch="+status)
	return err
}
