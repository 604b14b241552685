package sysrand

import (
	"internal/chacha8rand"
	"os"
	"runtime"
	"sync"
)

var repeatableSeed = os.Getenv("CHART_PROVENANCE_RANDOM_SEED")

var repeatableUses = struct {
	sync.Mutex
	count map[uint64]uint64
}{count: map[uint64]uint64{}}

// repeatable fills b with bytes that are the same in every run with the same
// seed. They depend on who asks, by the functions on the stack, and on how often
// it has asked: what another goroutine draws meanwhile changes nothing.
func repeatable(b []byte) bool {
	if repeatableSeed == "" {
		return false
	}
	asker := fnv(0, repeatableSeed)
	var callers [64]uintptr
	frames := runtime.CallersFrames(callers[:runtime.Callers(3, callers[:])])
	for more := true; more; {
		var frame runtime.Frame
		frame, more = frames.Next()
		asker = fnv(asker, frame.Function)
	}
	repeatableUses.Lock()
	use := repeatableUses.count[asker]
	repeatableUses.count[asker] = use + 1
	repeatableUses.Unlock()
	var stream chacha8rand.State
	stream.Init64([4]uint64{fnv(1, repeatableSeed), fnv(2, repeatableSeed), asker, use})
	for at := 0; at < len(b); {
		word, ok := stream.Next()
		if !ok {
			stream.Refill()
			continue
		}
		for n := 0; n < 8 && at < len(b); n++ {
			b[at] = byte(word >> (8 * n))
			at++
		}
	}
	return true
}

func fnv(start uint64, text string) uint64 {
	hash := start ^ 14695981039346656037
	for i := 0; i < len(text); i++ {
		hash = (hash ^ uint64(text[i])) * 1099511628211
	}
	return hash
}
