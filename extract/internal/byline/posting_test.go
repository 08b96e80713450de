package byline

import "testing"

// TestIsPosting tells the lines that blogs put around a post from sentences that begin alike.
func TestIsPosting(t *testing.T) {
	for line, want := range map[string]bool{
		"Posted by Runa at 2:33 PM | Permalink":                                       true,
		"Posted at 02:33 PM in Mills | Permalink":                                     true,
		"Submitted by runa on Wed, 03/04/2009 - 14:33.":                               true,
		"Von Runa am 04.03.2009, 11:51 | 0 Meinungen | Mühlen und Leute am Fluss":     true,
		"Geplaatst door Runa op 4 maart 2009 om 14:33 | Reacties (3)":                 true,
		"Escrito por Runa el 4 de marzo de 2009 a las 14:33 | Comentarios (3)":        true,
		"Scritto da Runa il 04/03/2009 alle 14:33 | Commenti (3)":                     true,
		"Publié par Runa à 14:33, le mercredi 4 mars 2009, dans Moulins · 3 réponses": true,
		"投稿者 runa : 2009年03月04日 14:33 | コメント (3)":                                     true,
		"By Monday at 5 pm the river had risen":                                       false,
		"By 4 March 2009 | Mills":                                                     false,
		"Report of 4 March 2009 | Mills":                                              false,
		"Written by hand in 1845, the letters of the miller fill 12 books.":           false,
		"By Runa Falk": false,
		"Posted guards stood at the 3 gates of Haeram when the wheel was turned at last by the people of Daon": false,
	} {
		if got := IsPosting(line); got != want {
			t.Errorf("%q: got %v", line, got)
		}
	}
}
