package cluster

import (
	"fmt"

	"sluice.dev/testbed/launcher/internal/process"
)

func (l Layout) etcd() process.Spec {
	client, peer := "http://"+local(l.Ports.EtcdClient), "http://"+local(l.Ports.EtcdPeer)
	return l.component("etcd", "etcd",
		"--data-dir="+l.path("etcd"),
		"--listen-client-urls="+client,
		"--advertise-client-urls="+client,
		"--listen-peer-urls="+peer,
		"--initial-advertise-peer-urls="+peer,
		"--initial-cluster=default="+peer,
		// The data is thrown away in the end; waiting for the disk would only slow the tests down.
		"--unsafe-no-fsync",
		"--log-level=warn",
	)
}

func (l Layout) apiServer() process.Spec {
	return l.component("kube-apiserver", "kube-apiserver",
		"--etcd-servers=http://"+local(l.Ports.EtcdClient),
		"--bind-address=127.0.0.1",
		"--advertise-address=127.0.0.1",
		fmt.Sprintf("--secure-port=%d", l.Ports.APIServer),
		"--tls-cert-file="+l.path("apiserver.crt"),
		"--tls-private-key-file="+l.path("apiserver.key"),
		"--cert-dir="+l.path("apiserver"),
		"--client-ca-file="+l.path("client-ca.crt"),
		"--token-auth-file="+l.path("tokens.csv"),
		"--service-account-issuer=https://testbed.local",
		"--service-account-key-file="+l.path("accounts.key"),
		"--service-account-signing-key-file="+l.path("accounts.key"),
		"--authorization-mode=RBAC",
		"--service-cluster-ip-range=10.96.0.0/16",
		"--disable-admission-plugins=ServiceAccount",
		"--audit-policy-file="+l.path("audit-policy.yaml"),
		"--audit-log-path="+l.AuditLog(),
		"--kubelet-certificate-authority="+l.path("ca.crt"),
	)
}

func (l Layout) controllers() process.Spec {
	return l.component("kube-controller-manager", "kube-controller-manager",
		"--kubeconfig="+l.Kubeconfig("kube-controller-manager"),
		"--controllers=deployment-controller,replicaset-controller,endpointslice-controller,"+
			"endpoints-controller,namespace-controller,garbage-collector-controller,"+
			"horizontal-pod-autoscaler-controller",
		// There is no metrics API: an autoscaler keeps within its limits, and nothing else.
		"--horizontal-pod-autoscaler-sync-period=1s",
		"--leader-elect=false",
		"--bind-address=127.0.0.1",
		fmt.Sprintf("--secure-port=%d", l.Ports.Controllers),
		"--tls-cert-file="+l.path("apiserver.crt"),
		"--tls-private-key-file="+l.path("apiserver.key"),
		"--kube-api-qps=200",
		"--kube-api-burst=400",
	)
}

// argo listens for health checks and scrapes on every address: its flags choose the ports alone.
func (l Layout) argo() process.Spec {
	return l.component("argo-rollouts", "rollouts-controller",
		"--kubeconfig="+l.Kubeconfig("argo-rollouts"),
		"--leader-elect=false",
		fmt.Sprintf("--metricsPort=%d", l.Ports.ArgoMetrics),
		fmt.Sprintf("--healthzPort=%d", l.Ports.ArgoHealth),
	)
}

func (l Layout) kwok(kubeletPort int) process.Spec {
	spec := l.component("kwok", "kwok",
		"--kubeconfig="+l.Kubeconfig("kwok"),
		"--config="+l.path("stages.yaml"),
		"--manage-all-nodes=true",
		"--server-address="+local(l.Ports.Kwok),
		"--node-ip=127.0.0.1",
		fmt.Sprintf("--node-port=%d", kubeletPort),
	)
	// With it pods took a median of 16 s to become ready.
	spec.Env = []string{"KUBE_FEATURE_WatchListClient=false"}
	return spec
}

func (l Layout) prometheus() process.Spec {
	return l.component("prometheus", "prometheus",
		"--config.file="+l.path("prometheus.yml"),
		"--storage.tsdb.path="+l.path("prometheus"),
		"--storage.tsdb.retention.time=1d",
		"--web.listen-address="+local(l.Ports.Prometheus),
		"--web.enable-remote-write-receiver",
		"--scrape.discovery-reload-interval=1s",
	)
}

func (l Layout) component(name, program string, args ...string) process.Spec {
	return process.Spec{Name: name, Path: l.Program(program), Args: args}
}
