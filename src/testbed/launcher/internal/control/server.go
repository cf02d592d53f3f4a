// Package control is the HTTP endpoint by which a test makes things go wrong.
package control

import (
	"crypto/subtle"
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"sluice.dev/testbed/launcher/internal/process"
	"sluice.dev/testbed/launcher/internal/traffic"
)

// Server answers requests that carry the token as a bearer token.
type Server struct {
	Token  string
	Engine *traffic.Engine
	Group  *process.Group
}

// Register puts the control paths beside the scrape targets.
func (s Server) Register(mux *http.ServeMux) {
	mux.Handle("POST /fault", s.guarded(s.fault))
	mux.Handle("POST /traffic", s.guarded(s.rate))
	mux.Handle("GET /traffic/{namespace}/{rollout}", s.guarded(s.report))
	mux.Handle("GET /component", s.guarded(s.components))
	mux.Handle("POST /component/{name}/{verb}", s.guarded(s.component))
}

// guarded sends the answer as JSON, or the problem in words with the status 400.
func (s Server) guarded(handle func(*http.Request) (any, error)) http.Handler {
	return http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		given := []byte(request.Header.Get("Authorization"))
		if subtle.ConstantTimeCompare(given, []byte("Bearer "+s.Token)) != 1 {
			http.Error(response, "the control token is missing or wrong", http.StatusUnauthorized)
			return
		}
		answer, err := handle(request)
		if err != nil {
			http.Error(response, err.Error(), http.StatusBadRequest)
			return
		}
		response.Header().Set("Content-Type", "application/json")
		// A caller that went away needs no answer.
		_ = json.NewEncoder(response).Encode(answer)
	})
}

func (s Server) fault(request *http.Request) (any, error) {
	var wish struct {
		Namespace, Rollout, Revision, Kind string
		Value                              float64
	}
	if err := read(request, &wish); err != nil {
		return nil, err
	}
	hash, err := s.Engine.Fault(traffic.Key(wish.Namespace, wish.Rollout), wish.Revision, wish.Kind, wish.Value)
	return map[string]string{"hash": hash}, err
}

func (s Server) rate(request *http.Request) (any, error) {
	var wish struct {
		Namespace, Rollout string
		RPS                float64
	}
	if err := read(request, &wish); err != nil {
		return nil, err
	}
	err := s.Engine.SetRate(traffic.Key(wish.Namespace, wish.Rollout), wish.RPS)
	return map[string]float64{"rps": wish.RPS}, err
}

func (s Server) report(request *http.Request) (any, error) {
	return s.Engine.Report(traffic.Key(request.PathValue("namespace"), request.PathValue("rollout")))
}

func (s Server) components(*http.Request) (any, error) { return s.Group.Pids(), nil }

func (s Server) component(request *http.Request) (any, error) {
	verbs := map[string]func(string) error{
		"start":  s.Group.Restart,
		"stop":   func(name string) error { return s.Group.Stop(name, 5*time.Second) },
		"kill":   s.Group.Kill,
		"pause":  s.Group.Pause,
		"resume": s.Group.Resume,
	}
	verb, known := verbs[request.PathValue("verb")]
	if !known {
		return nil, errors.New("use start, stop, kill, pause or resume")
	}
	if err := verb(request.PathValue("name")); err != nil {
		return nil, err
	}
	return s.Group.Pids(), nil
}

func read(request *http.Request, wish any) error {
	decoder := json.NewDecoder(request.Body)
	decoder.DisallowUnknownFields()
	return decoder.Decode(wish)
}
