package cluster

import (
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/tools/clientcmd"
)

// Client reads the cluster as the launcher's own user.
func (l Layout) Client() (dynamic.Interface, error) {
	config, err := clientcmd.BuildConfigFromFlags("", l.Kubeconfig("testbed"))
	if err != nil {
		return nil, err
	}
	return dynamic.NewForConfig(config)
}
