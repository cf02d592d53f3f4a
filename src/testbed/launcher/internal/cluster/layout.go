// Package cluster lays out, starts and fills the control plane of a test bed.
package cluster

import (
	"fmt"
	"net"
	"path/filepath"
)

// Layout is where everything of one test bed is: files in one folder, ports on the loopback address.
type Layout struct {
	Dir   string
	Bin   string
	Ports Ports
}

// Ports are chosen once, so that a component that is restarted is found again where it was.
type Ports struct {
	EtcdClient, EtcdPeer, APIServer, Controllers, ArgoMetrics, ArgoHealth, Kwok, Prometheus int
}

// FreePorts asks the system for ports that nobody listens on.
func FreePorts() (Ports, error) {
	var ports Ports
	wanted := []*int{
		&ports.EtcdClient, &ports.EtcdPeer, &ports.APIServer, &ports.Controllers,
		&ports.ArgoMetrics, &ports.ArgoHealth, &ports.Kwok, &ports.Prometheus,
	}
	for _, port := range wanted {
		// All stay open until the last is found, so that none is given twice.
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return ports, err
		}
		defer listener.Close()
		*port = listener.Addr().(*net.TCPAddr).Port
	}
	return ports, nil
}

// APIServer is the address that every kubeconfig names.
func (l Layout) APIServer() string { return "https://" + local(l.Ports.APIServer) }

// Prometheus is the address of its HTTP API.
func (l Layout) Prometheus() string { return "http://" + local(l.Ports.Prometheus) }

// Kubeconfig is the file by which a user logs in.
func (l Layout) Kubeconfig(user string) string { return l.path(user + ".kubeconfig") }

// AuditLog holds one line of JSON per write to a Rollout or a Deployment.
func (l Layout) AuditLog() string { return l.path("audit.log") }

// Kubeconfigs are the files for people, by user.
func (l Layout) Kubeconfigs() map[string]string {
	files := map[string]string{}
	for _, u := range users {
		if !u.component {
			files[u.name] = l.Kubeconfig(u.name)
		}
	}
	return files
}

// Program is a tool that was built.
func (l Layout) Program(name string) string { return filepath.Join(l.Bin, name) }

func (l Layout) path(name string) string { return filepath.Join(l.Dir, name) }

func local(port int) string { return fmt.Sprintf("127.0.0.1:%d", port) }
