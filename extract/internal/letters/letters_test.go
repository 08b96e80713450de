package letters

import "testing"

func TestFold(t *testing.T) {
	for s, want := range map[string]string{"A Bridge, at last!": "abridgeatlast", "해람시, 가을 축제": "해람시가을축제", "...": "",
		"": ""} {
		if got := Fold(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

func TestClean(t *testing.T) {
	for s, want := range map[string]string{"  a \n b ": "a b", "<b>해람</b>시": "해람시",
		"5 < 6 and 7 > 6": "5 < 6 and 7 > 6", "": ""} {
		if got := Clean(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

// TestSize counts wide characters twice.
func TestSize(t *testing.T) {
	for s, want := range map[string]int{"abc": 3, "해람": 4, "橋": 2, "": 0} {
		if got := Size(s); got != want {
			t.Errorf("%q: got %d, want %d", s, got, want)
		}
	}
}

func TestEndsSentence(t *testing.T) {
	for s, want := range map[string]bool{"축제를 연다.": true, "Is it so?": true, "橋を架ける。": true, "가을 축제": false, "": false} {
		if got := EndsSentence([]byte(s)); got != want {
			t.Errorf("%q: got %v", s, got)
		}
	}
}

// TestHead cuts no character in two.
func TestHead(t *testing.T) {
	for n, want := range map[int]string{0: "", 3: "해", 5: "해", 6: "해람", 100: "해람시"} {
		if got := Head("해람시", n); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}
