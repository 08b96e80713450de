package known

import "testing"

// TestVerbs: the form of a verb and its lemma; a noun that looks like one is none.
func TestVerbs(t *testing.T) {
	for text, want := range map[string]struct {
		lemma string
		form  Form
	}{
		"착공했다": {"착공", Final}, "착공하는": {"착공", Adnominal}, "착공하고": {"착공", Connective}, "착공한다고": {"착공", Reported},
		"나무": {}, "예산": {},
	} {
		if got := Read().VerbOf(text); got.Lemma != want.lemma || got.Form != want.form {
			t.Errorf("%s: %q, form %d; want %q, %d", text, got.Lemma, got.Form, want.lemma, want.form)
		}
	}
}
