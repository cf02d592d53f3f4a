package traffic

import (
	"context"
	"fmt"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/watch"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/tools/cache"
)

// Watch keeps the engine's world as the cluster is, until the context ends. It returns once the
// present state is known.
func Watch(ctx context.Context, client dynamic.Interface, engine *Engine) error {
	resources := []struct {
		resource schema.GroupVersionResource
		put      func(World, *unstructured.Unstructured)
		remove   func(World, string)
	}{
		{
			schema.GroupVersionResource{Group: "argoproj.io", Version: "v1alpha1", Resource: "rollouts"},
			func(w World, o *unstructured.Unstructured) { w.Rollouts[key(o)] = parseRollout(o) },
			func(w World, key string) { delete(w.Rollouts, key) },
		},
		{
			schema.GroupVersionResource{Version: "v1", Resource: "services"},
			func(w World, o *unstructured.Unstructured) { w.Services[key(o)] = parseService(o) },
			func(w World, key string) { delete(w.Services, key) },
		},
		{
			schema.GroupVersionResource{Group: "networking.k8s.io", Version: "v1", Resource: "ingresses"},
			func(w World, o *unstructured.Unstructured) { w.Ingresses[key(o)] = parseIngress(o) },
			func(w World, key string) { delete(w.Ingresses, key) },
		},
		{
			schema.GroupVersionResource{Version: "v1", Resource: "pods"},
			func(w World, o *unstructured.Unstructured) { w.Pods[key(o)] = parsePod(o) },
			func(w World, key string) { delete(w.Pods, key) },
		},
	}
	var synced []cache.InformerSynced
	for _, r := range resources {
		informer := cache.NewSharedInformer(source(client.Resource(r.resource)), &unstructured.Unstructured{}, 0)
		registration, err := informer.AddEventHandler(handler(engine, r.put, r.remove))
		if err != nil {
			return err
		}
		synced = append(synced, registration.HasSynced)
		go informer.RunWithContext(ctx)
	}
	if !cache.WaitForCacheSync(ctx.Done(), synced...) {
		return fmt.Errorf("read the cluster: %w", context.Cause(ctx))
	}
	return nil
}

func source(resource dynamic.NamespaceableResourceInterface) cache.ListerWatcher {
	return &cache.ListWatch{
		ListWithContextFunc: func(ctx context.Context, options metav1.ListOptions) (runtime.Object, error) {
			return resource.List(ctx, options)
		},
		WatchFuncWithContext: func(ctx context.Context, options metav1.ListOptions) (watch.Interface, error) {
			return resource.Watch(ctx, options)
		},
	}
}

func handler(
	engine *Engine, put func(World, *unstructured.Unstructured), remove func(World, string),
) cache.ResourceEventHandler {
	set := func(object any) {
		if o, ok := object.(*unstructured.Unstructured); ok {
			engine.Change(func(w World) { put(w, o) })
		}
	}
	return cache.ResourceEventHandlerFuncs{
		AddFunc:    set,
		UpdateFunc: func(_, object any) { set(object) },
		DeleteFunc: func(object any) {
			if key, err := cache.DeletionHandlingMetaNamespaceKeyFunc(object); err == nil {
				engine.Change(func(w World) { remove(w, key) })
			}
		},
	}
}

func key(o *unstructured.Unstructured) string { return Key(o.GetNamespace(), o.GetName()) }
