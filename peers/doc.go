// Package peers measures gisa beside other libraries, in one run and on the same input. It is a module of its own, outside
// the workspace, so that no importer and no build of gisa requires the others:
//
//	cd peers
//	GOWORK=off go test -run TestExtract -v -rounds 7      # CPU time and allocations of page extraction
//	GOWORK=off go test -run TestDedupe -v -rounds 5       # CPU time of signatures
//	GOWORK=off go test -run '^$' -bench Extract
//	GOWORK=off go test -run TestDisguise -v -disguised -timeout 60m    # what each finds on disguised pages
//	GOWORK=off go test -run TestIndex -v -rounds 1 -documents 200000   # durable additions beside bbolt
//
// It needs ../shared/data beside the checkout and skips where that is absent.
package peers
