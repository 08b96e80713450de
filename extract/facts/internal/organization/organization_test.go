package organization

import "testing"

// TestFindFolds checks that spans lead to the text as it was given.
func TestFindFolds(t *testing.T) {
	text := "어제\u00a0\u200b\u1112\u1162\u1105\u1161\u11b7\u1109\u1175의회\u200b는\u00a0㈜가온\u00a0테크와 만났다."
	names := Find(text, Options{Lists: Lists()})
	if len(names) == 0 || names[0].Name != "해람시의회" {
		t.Fatalf("got %+v", names)
	}
	for _, n := range names {
		if text[n.Start:n.End] != n.Raw {
			t.Errorf("span %v of %q", n.Span, n.Raw)
		}
	}
}
