package cluster

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"os"
	"path/filepath"
	"time"
)

// Kubelet is where the launcher plays the kubelets' log endpoint, with the certificate it shows.
type Kubelet struct{ CertificateFile, KeyFile string }

// Prepare writes the files that the components read: keys, credentials, policies, stages.
// The module of kwok brings the stages that pods and nodes go through.
func (l Layout) Prepare(kwokModule, metrics string, interval time.Duration) (Kubelet, error) {
	kubelet := Kubelet{l.path("kubelet.crt"), l.path("kubelet.key")}
	server, err := newAuthority("testbed-server-ca")
	if err != nil {
		return kubelet, err
	}
	client, err := newAuthority("testbed-client-ca")
	if err != nil {
		return kubelet, err
	}
	serving, err := server.server("kube-apiserver")
	if err != nil {
		return kubelet, err
	}
	if err := serving.write(l.path("apiserver.crt"), l.path("apiserver.key")); err != nil {
		return kubelet, err
	}
	logs, err := server.server("kubelet")
	if err != nil {
		return kubelet, err
	}
	if err := logs.write(kubelet.CertificateFile, kubelet.KeyFile); err != nil {
		return kubelet, err
	}
	if err := credentials(l, server, client); err != nil {
		return kubelet, err
	}
	return kubelet, l.settings(server, client, kwokModule, metrics, interval)
}

func (l Layout) settings(server, client *authority, kwokModule, metrics string, interval time.Duration) error {
	accounts, err := accountKey()
	if err != nil {
		return err
	}
	policy, err := manifest("audit-policy.yaml")
	if err != nil {
		return err
	}
	stages, err := stages(kwokModule)
	if err != nil {
		return err
	}
	scrapes, err := filled("prometheus.yml", map[string]string{
		"Interval": interval.String(),
		"Metrics":  metrics,
	})
	if err != nil {
		return err
	}
	for name, content := range map[string][]byte{
		"ca.crt":            server.PEM,
		"client-ca.crt":     client.PEM,
		"accounts.key":      accounts,
		"audit-policy.yaml": policy,
		"stages.yaml":       stages,
		"prometheus.yml":    scrapes,
	} {
		if err := os.WriteFile(l.path(name), content, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// accountKey signs the tokens of service accounts, of which the test bed has none.
func accountKey() ([]byte, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	der, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		return nil, err
	}
	return encode("EC PRIVATE KEY", der), nil
}

func stages(kwokModule string) ([]byte, error) {
	var all []byte
	for _, name := range []string{
		"node/fast/node-initialize.yaml",
		"node/heartbeat/node-heartbeat.yaml",
		"pod/fast/pod-ready.yaml",
		"pod/fast/pod-complete.yaml",
		"pod/fast/pod-delete.yaml",
	} {
		stage, err := os.ReadFile(filepath.Join(kwokModule, "kustomize", "stage", name))
		if err != nil {
			return nil, err
		}
		all = append(append(all, stage...), "\n---\n"...)
	}
	return all, nil
}
