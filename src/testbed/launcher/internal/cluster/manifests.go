package cluster

import (
	"bytes"
	"embed"
	"io/fs"
	"text/template"
)

//go:embed manifests
var manifests embed.FS

// manifest is an embedded file as it stands.
func manifest(name string) ([]byte, error) {
	return manifests.ReadFile("manifests/" + name)
}

// filled is an embedded file with values put in.
func filled(name string, values any) ([]byte, error) {
	parsed, err := template.ParseFS(manifests, "manifests/"+name)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = parsed.Execute(&out, values)
	return out.Bytes(), err
}

// samples are the Rollouts to practise on, as one stream of documents.
func samples() ([]byte, error) {
	names, err := fs.Glob(manifests, "manifests/samples/*.yaml")
	if err != nil {
		return nil, err
	}
	var documents [][]byte
	for _, name := range names {
		document, err := manifests.ReadFile(name)
		if err != nil {
			return nil, err
		}
		documents = append(documents, document)
	}
	return bytes.Join(documents, []byte("---\n")), nil
}
