package traffic

import (
	"context"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"time"
)

// Request is one that was made, with what came back.
type Request struct {
	Rollout string
	Route   Route
	Status  int
	Seconds float64
}

// Recorder counts requests in metrics.
type Recorder interface{ Record(Request) }

// Engine makes requests to every Rollout, spread as the cluster would spread them. Requests come at
// random times (a Poisson process), from one seeded source. It is safe for concurrent use.
type Engine struct {
	mutex    sync.Mutex
	world    World
	flows    map[string]*flow
	rates    map[string]float64
	rate     float64
	faults   faults
	random   *rand.Rand
	recorder Recorder
	until    time.Time
	// Whether the routes are older than the world; a change says so once on the channel.
	stale   bool
	changed chan struct{}
}

// flow is the traffic of one Rollout.
type flow struct {
	routes []Route
	moved  time.Time
	totals map[string]Total
}

// Total is what a revision was asked and how often it failed.
type Total struct {
	Requests int64 `json:"requests"`
	Errors   int64 `json:"errors"`
}

// NewEngine sends rate requests per second to each Rollout from now on.
func NewEngine(rate float64, seed uint64, recorder Recorder, now time.Time) *Engine {
	return &Engine{
		world:    NewWorld(),
		flows:    map[string]*flow{},
		rates:    map[string]float64{},
		rate:     rate,
		faults:   faults{},
		random:   rand.New(rand.NewPCG(seed, 0)),
		recorder: recorder,
		until:    now,
		changed:  make(chan struct{}, 1),
	}
}

// Run makes requests, and takes in changes as they come, until the context ends.
func (e *Engine) Run(ctx context.Context) {
	ticker := time.NewTicker(50 * time.Millisecond)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		case <-e.changed:
		}
		e.Advance(time.Now())
	}
}

// Advance makes the requests between the last advance and now; those after it take the ways that
// stand now.
func (e *Engine) Advance(now time.Time) {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	e.advance(now)
	if e.stale {
		e.reroute(now)
		e.stale = false
	}
}

// Change takes in what changed in the cluster. Changes that come close together are worked out once.
func (e *Engine) Change(change func(World)) {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	change(e.world)
	e.stale = true
	select {
	case e.changed <- struct{}{}:
	default:
	}
}

func (e *Engine) reroute(now time.Time) {
	all := e.world.Routes()
	for key, routes := range all {
		f, known := e.flows[key]
		if !known && !served(routes) {
			// Nobody has asked for it before it was up.
			continue
		}
		if !known {
			f = &flow{totals: map[string]Total{}}
			e.flows[key] = f
		}
		if !known || !maps.Equal(Shares(f.routes), Shares(routes)) {
			f.moved = now
		}
		f.routes = routes
	}
	maps.DeleteFunc(e.flows, func(key string, _ *flow) bool { return all[key] == nil })
}

func (e *Engine) advance(now time.Time) {
	span := now.Sub(e.until).Seconds()
	if span <= 0 {
		return
	}
	e.until = now
	for _, key := range slices.Sorted(maps.Keys(e.flows)) {
		f := e.flows[key]
		for _, route := range f.routes {
			for range e.poisson(span * e.rateOf(key) * route.Share) {
				e.request(key, f, route)
			}
		}
	}
}

func (e *Engine) request(key string, f *flow, route Route) {
	request := Request{Rollout: key, Route: route, Status: 503}
	if route.Pod != "" {
		fault := e.faults.of(key, route.Hash)
		request.Seconds = latency(e.random) * fault.slow
		request.Status = 200
		if e.random.Float64() < fault.errors {
			request.Status = 500
		}
	}
	total := f.totals[route.Hash]
	total.Requests++
	if request.Status >= 500 {
		total.Errors++
	}
	f.totals[route.Hash] = total
	e.recorder.Record(request)
}

func (e *Engine) rateOf(key string) float64 {
	if rate, chosen := e.rates[key]; chosen {
		return rate
	}
	return e.rate
}

// latency is log-normal with a median of 100 ms. Its 99th percentile is 290 ms, which
// histogram_quantile reads as 390 ms from the customary buckets (250 ms, 500 ms).
func latency(random *rand.Rand) float64 {
	return 0.1 * math.Exp(0.457*random.NormFloat64())
}

// poisson draws how many events happen when mean are expected.
func (e *Engine) poisson(mean float64) int {
	if mean > 500 {
		return max(0, int(math.Round(mean+math.Sqrt(mean)*e.random.NormFloat64())))
	}
	count, product := 0, e.random.Float64()
	for limit := math.Exp(-mean); product > limit; count++ {
		product *= e.random.Float64()
	}
	return count
}
