package cluster

import (
	"io"
	"net"
)

// HostAddress is an address of this machine that is not the loopback one, or empty: the API server's
// service proxy refuses loopback endpoints.
func HostAddress() string {
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		return ""
	}
	for _, address := range addresses {
		network, ok := address.(*net.IPNet)
		if ok && network.IP.To4() != nil && network.IP.IsGlobalUnicast() {
			return network.IP.String()
		}
	}
	return ""
}

// Forward hands connections to the address on to a port of the loopback address, and returns the port
// it listens on. Only this machine itself is let in.
func Forward(address string, target int) (int, error) {
	listener, err := net.Listen("tcp", net.JoinHostPort(address, "0"))
	if err != nil {
		return 0, err
	}
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			if from, ok := connection.RemoteAddr().(*net.TCPAddr); !ok || from.IP.String() != address {
				connection.Close()
				continue
			}
			go join(connection, target)
		}
	}()
	return listener.Addr().(*net.TCPAddr).Port, nil
}

func join(client net.Conn, target int) {
	defer client.Close()
	server, err := net.Dial("tcp", local(target))
	if err != nil {
		return
	}
	defer server.Close()
	go func() {
		defer server.Close()
		// Either side may hang up at any time.
		_, _ = io.Copy(server, client)
	}()
	_, _ = io.Copy(client, server)
}
