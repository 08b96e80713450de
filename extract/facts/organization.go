package facts

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
	// Confidence is how likely the span is right, from 0 to 1 in hundredths: of the names that say .9 or more, at least
	// 95 in 100 are right in texts like those it was fitted on (regional news, press releases). 1 is a name of the
	// caller's lexicon.
	Confidence float64 `json:"confidence"`
}
