package cluster

import (
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"os"
	"strings"
)

// user is somebody the API server knows. What each may do stands in manifests/rbac.yaml.
type user struct {
	name        string
	group       string
	certificate bool
	// The namespace of the user's context.
	namespace string
	// Components of the cluster have a kubeconfig, but are not announced.
	component bool
}

var users = []user{
	{name: "admin", group: "system:masters"},
	{name: "alice", group: "release-managers", namespace: "shop"},
	{name: "bob", group: "release-managers", namespace: "shop"},
	{name: "carol", group: "release-managers", namespace: "shop", certificate: true},
	{name: "viewer", group: "viewers", namespace: "shop"},
	{name: "scoped", group: "shop-release-managers", namespace: "shop"},
	{name: "nobody", group: "strangers", namespace: "shop"},
	{name: "kube-controller-manager", group: "system:masters", component: true},
	{name: "argo-rollouts", group: "system:masters", component: true},
	{name: "kwok", group: "system:masters", component: true},
	{name: "testbed", group: "system:masters", component: true},
}

// credentials writes the token file of the API server and a kubeconfig for each user, and returns
// the kubeconfigs' paths by user.
func credentials(layout Layout, server, client *authority) error {
	var tokens strings.Builder
	for _, u := range users {
		login := ""
		if u.certificate {
			pair, err := client.client(u.name, []string{u.group})
			if err != nil {
				return err
			}
			login = fmt.Sprintf("client-certificate-data: %s\n    client-key-data: %s",
				base64.StdEncoding.EncodeToString(pair.certificate),
				base64.StdEncoding.EncodeToString(pair.key))
		} else {
			token := rand.Text()
			fmt.Fprintf(&tokens, "%s,%s,%s,%q\n", token, u.name, u.name, u.group)
			login = "token: " + token
		}
		content := kubeconfig(layout.APIServer(), server.PEM, u, login)
		if err := os.WriteFile(layout.Kubeconfig(u.name), []byte(content), 0o600); err != nil {
			return err
		}
	}
	return os.WriteFile(layout.path("tokens.csv"), []byte(tokens.String()), 0o600)
}

func kubeconfig(server string, ca []byte, u user, login string) string {
	namespace := u.namespace
	if namespace == "" {
		namespace = "default"
	}
	return fmt.Sprintf(`apiVersion: v1
kind: Config
clusters:
- name: testbed
  cluster:
    server: %s
    certificate-authority-data: %s
users:
- name: %s
  user:
    %s
contexts:
- name: %s@testbed
  context:
    cluster: testbed
    user: %s
    namespace: %s
current-context: %s@testbed
`, server, base64.StdEncoding.EncodeToString(ca), u.name, login, u.name, u.name, namespace, u.name)
}
