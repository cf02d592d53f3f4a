package cluster

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	"sluice.dev/testbed/launcher/internal/process"
)

// await asks a component's health endpoint until it answers 200, the component ends or time is up.
func (l Layout) await(ctx context.Context, group *process.Group, name, url string) error {
	client, err := l.client()
	if err != nil {
		return err
	}
	ended := group.Ended(name)
	last := errors.New("not asked yet")
	for {
		if last = healthy(ctx, client, url); last == nil {
			return nil
		}
		select {
		case <-ended:
			return fmt.Errorf("%s ended by itself; its last words are in %s", name, group.LogFile(name))
		case <-ctx.Done():
			return fmt.Errorf("%s is not ready (%w); see %s", name, last, group.LogFile(name))
		case <-time.After(100 * time.Millisecond):
		}
	}
}

func healthy(ctx context.Context, client *http.Client, url string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("GET %s: %s", url, response.Status)
	}
	return nil
}

// client trusts the certificates of the test bed.
func (l Layout) client() (*http.Client, error) {
	ca, err := os.ReadFile(l.path("ca.crt"))
	if err != nil {
		return nil, err
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(ca)
	return &http.Client{
		Timeout: 2 * time.Second,
		Transport: &http.Transport{
			TLSClientConfig:   &tls.Config{RootCAs: roots},
			DisableKeepAlives: true,
		},
	}, nil
}
