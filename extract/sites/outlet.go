package sites

import (
	_ "embed"
	"strings"
	"sync"
)

// outlets.txt lists the newspapers of Korea: name, tab, host. Built-in rules and users' rules name further ones.
//
//go:embed outlets.txt
var outletLines string

var outlets = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(outletLines) {
		if name, host, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && !strings.HasPrefix(name, "#") {
			m[host] = name
		}
	}
	return m
})

// OutletOf returns the name of the newspaper at an address, or "" where it is not known.
func OutletOf(address string) string {
	for host := Host(address); host != ""; {
		if name := outlets()[host]; name != "" {
			return name
		}
		_, up, ok := strings.Cut(host, ".")
		if !ok {
			break
		}
		host = up
	}
	return ""
}

// SharedHost returns the newspaper to whose host that of an address belongs, where it is a further one of that: a
// sister outlet may stand there. "" is none, or its own host.
func SharedHost(address string) string {
	label, up, ok := strings.Cut(Host(address), ".")
	if !ok || outlets()[label+"."+up] != "" || commonHosts[label] {
		return ""
	}
	return OutletOf("http://" + up)
}

// commonHosts are the first labels of hosts which say nothing of an outlet.
var commonHosts = map[string]bool{"www": true, "m": true, "mobile": true, "news": true, "amp": true, "n": true,
	"v": true, "view": true, "web": true, "article": true, "en": true, "english": true, "imnews": true}

// IsOutlet reports whether a name is that of a newspaper, an agency or a broadcaster in the list.
func IsOutlet(name string) bool { return outletNames()[name] }

var outletNames = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, name := range outlets() {
		m[name] = true
	}
	return m
})
