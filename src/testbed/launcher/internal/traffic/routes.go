package traffic

import (
	"maps"
	"slices"
)

// Route is one way that requests to a Rollout take, down to the pod.
type Route struct {
	// The pod's key and hash; both empty when nobody serves, so that the proxy answers 503.
	Pod, Hash string
	// The part of all requests to the Rollout; those of all its routes sum up to 1.
	Share float64
	Front Front
}

// Front is the way through the ingress controller; Ingress is empty where none is in the way.
type Front struct {
	Namespace, Ingress, Host, Path, Service string
	// The ingress controller's name for the canary's backend, when it chose that one.
	Alternative string
}

// view is a world put in order, once for all its Rollouts: the ready pods and the Ingresses of each
// namespace by name.
type view struct {
	services  map[string]Service
	ready     map[string][]Pod
	ingresses map[string][]Ingress
}

func (w World) view() view {
	v := view{services: w.Services, ready: map[string][]Pod{}, ingresses: map[string][]Ingress{}}
	for _, key := range slices.Sorted(maps.Keys(w.Pods)) {
		if pod := w.Pods[key]; pod.Ready {
			v.ready[pod.Namespace] = append(v.ready[pod.Namespace], pod)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(w.Ingresses)) {
		ingress := w.Ingresses[key]
		v.ingresses[ingress.Namespace] = append(v.ingresses[ingress.Namespace], ingress)
	}
	return v
}

// Routes are the ways that requests to each Rollout take right now.
func (w World) Routes() map[string][]Route {
	v := w.view()
	all := map[string][]Route{}
	for key, rollout := range w.Rollouts {
		all[key] = v.routes(rollout)
	}
	return all
}

func (v view) routes(r Rollout) []Route {
	switch {
	case r.Routed:
		return v.split(r)
	case r.ActiveService != "":
		return spread(v.behind(r.Namespace, r.ActiveService), 1, v.front(r.Namespace, r.ActiveService))
	default:
		pods := v.pods(r.Namespace, func(p Pod) bool { return p.Rollout == r.Name })
		return spread(pods, 1, Front{Namespace: r.Namespace})
	}
}

// split follows the canary Ingress: its weight goes to the canary Service, the rest to the stable one.
// Like ingress-nginx, it stays with the stable Service while the canary has no endpoints.
func (v view) split(r Rollout) []Route {
	front := v.front(r.Namespace, r.StableService)
	canary := v.behind(r.Namespace, r.CanaryService)
	share := v.canaryShare(r)
	if share == 0 || len(canary) == 0 {
		return spread(v.behind(r.Namespace, r.StableService), 1, front)
	}
	alternative := front
	alternative.Alternative = r.Namespace + "-" + r.CanaryService + "-" + v.services[Key(r.Namespace, r.CanaryService)].Port
	routes := spread(canary, share, alternative)
	if share < 1 {
		routes = append(routes, spread(v.behind(r.Namespace, r.StableService), 1-share, front)...)
	}
	return routes
}

func (v view) canaryShare(r Rollout) float64 {
	for _, ingress := range v.ingresses[r.Namespace] {
		if ingress.Canary && ingress.Total > 0 && slices.Contains(ingress.Services, r.CanaryService) {
			return min(1, max(0, float64(ingress.Weight)/float64(ingress.Total)))
		}
	}
	return 0
}

// spread divides a share evenly over the pods, as a Service does.
func spread(pods []Pod, share float64, front Front) []Route {
	if len(pods) == 0 {
		return []Route{{Share: share, Front: front}}
	}
	routes := make([]Route, 0, len(pods))
	for _, pod := range pods {
		routes = append(routes, Route{
			Pod:   Key(pod.Namespace, pod.Name),
			Hash:  pod.Hash,
			Share: share / float64(len(pods)),
			Front: front,
		})
	}
	return routes
}

func (v view) front(namespace, service string) Front {
	for _, ingress := range v.ingresses[namespace] {
		if !ingress.Canary && slices.Contains(ingress.Services, service) {
			return Front{
				Namespace: namespace,
				Ingress:   ingress.Name,
				Host:      ingress.Host,
				Path:      ingress.Path,
				Service:   service,
			}
		}
	}
	return Front{Namespace: namespace, Service: service}
}

// behind are the pods that a Service leads to. One without a selector leads nowhere.
func (v view) behind(namespace, name string) []Pod {
	service, known := v.services[Key(namespace, name)]
	if !known || len(service.Selector) == 0 {
		return nil
	}
	return v.pods(namespace, func(p Pod) bool {
		for label, value := range service.Selector {
			if p.Labels[label] != value {
				return false
			}
		}
		return true
	})
}

func (v view) pods(namespace string, fits func(Pod) bool) []Pod {
	var found []Pod
	for _, pod := range v.ready[namespace] {
		if fits(pod) {
			found = append(found, pod)
		}
	}
	return found
}

// served tells whether anybody answers.
func served(routes []Route) bool {
	return slices.ContainsFunc(routes, func(r Route) bool { return r.Pod != "" })
}

// Shares sums the routes up by pod hash; what nobody serves stands under the empty hash.
func Shares(routes []Route) map[string]float64 {
	shares := map[string]float64{}
	for _, route := range routes {
		shares[route.Hash] += route.Share
	}
	return shares
}
