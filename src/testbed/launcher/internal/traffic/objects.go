// Package traffic works out where requests go by the objects that really stand in the cluster, and
// produces the requests.
package traffic

// Rollout is what decides over the traffic of one release.
type Rollout struct {
	Namespace, Name string
	// Empty where the strategy has no such Service.
	StableService, CanaryService, ActiveService string
	// Whether an Ingress splits the traffic between the stable and the canary Service.
	Routed bool
	// The pod hashes of the version that is asked for and of the one that is to be kept.
	CurrentHash, StableHash string
}

// Service chooses pods by their labels.
type Service struct {
	Namespace, Name string
	Selector        map[string]string
	Port            string
}

// Ingress leads a host's requests to Services.
type Ingress struct {
	Namespace, Name, Host, Path string
	Services                    []string
	// A canary Ingress takes Weight of Total requests from the Ingress with the same host.
	Canary        bool
	Weight, Total int
}

// Pod serves requests while it is ready.
type Pod struct {
	Namespace, Name, Rollout, Hash, IP, Node string
	Labels                                   map[string]string
	Ready                                    bool
	Container                                string
	// Cores that the container may use; 0 where the template sets no limit.
	CPULimit float64
}

// World is a snapshot of all of them, each by namespace and name.
type World struct {
	Rollouts  map[string]Rollout
	Services  map[string]Service
	Ingresses map[string]Ingress
	Pods      map[string]Pod
}

// NewWorld is an empty cluster.
func NewWorld() World {
	return World{
		Rollouts:  map[string]Rollout{},
		Services:  map[string]Service{},
		Ingresses: map[string]Ingress{},
		Pods:      map[string]Pod{},
	}
}

// Key names an object among those of its kind.
func Key(namespace, name string) string { return namespace + "/" + name }
