package facts

import "github.com/gisa-go/gisa/internal/korean"

// OrgType is the type of an organization.
type OrgType string

// The types of organizations.
const (
	Government          OrgType = "government"
	PublicInstitution   OrgType = "public-institution"
	Company             OrgType = "company"
	School              OrgType = "school"
	Association         OrgType = "association"
	Media               OrgType = "media"
	Party               OrgType = "party"
	Hospital            OrgType = "hospital"
	MilitaryPoliceCourt OrgType = "military-police-court"
	Team                OrgType = "team"
	Religious           OrgType = "religious"
	Committee           OrgType = "committee"
	Other               OrgType = "other"
)

var orgTypes = [...]OrgType{Government, PublicInstitution, Company, School, Association, Media, Party, Hospital,
	MilitaryPoliceCourt, Team, Religious, Committee, Other}

// Names says how organization names are found.
type Names int

// The ways of finding organization names.
const (
	NamesAll   Names = iota // lists, patterns and the sequence model
	NamesLists              // lists and patterns only: an order of magnitude faster
	NamesNone               // no organizations
)

// Organization is the name of an organization, without its particle.
type Organization struct {
	Span
	Raw  string  `json:"raw"`
	Name string  `json:"name"` // the canonical name where it is known, else Raw
	Type OrgType `json:"type"`
	Rule string  `json:"rule,omitempty"`
}

func findOrganizations(text string, opts *Options) []Organization {
	if opts.Names == NamesNone {
		return nil
	}
	f := finder{text: text, lists: builtinNames()}
	if opts.Lexicon != nil {
		f.lists = opts.Lexicon.names()
	}
	f.find(opts.Names == NamesAll)
	return f.organizations()
}

// find runs the stages: candidates from lists and endings, the model's names, then what stands around them.
func (f *finder) find(model bool) {
	f.words = korean.Words(f.text, make([]korean.Word, 0, len(f.text)/8+1))
	f.classify()
	f.join()
	if model {
		f.tag()
		f.merge()
		f.check()
		f.complete()
		f.municipalities()
		f.itemised()
		f.affiliations()
	}
	f.decide()
	f.marks()
	f.learn()
}
