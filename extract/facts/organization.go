package facts

import "github.com/gisa-go/gisa/extract/facts/internal/organization"

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

func findOrganizations(text string, opts *Options) []Organization {
	if opts.Names == NamesNone {
		return nil
	}
	lists := organization.Lists()
	if opts.Lexicon != nil {
		lists = opts.Lexicon.tables().names()
	}
	var found chunks[Organization]
	organization.Each(text, organization.Options{
		Lists: lists, Model: opts.Names == NamesAll, When: opts.Reference,
	}, func(names []organization.Name) { add(&found, names, organizationOf) })
	return found.join()
}

// organizationOf gives a name as it is returned.
func organizationOf(n *organization.Name) Organization {
	return Organization{Span: Span{Start: n.Start, End: n.End}, Raw: n.Raw, Name: n.Name, Type: OrgType(n.Type),
		Rule: n.Rule, Confidence: n.Confidence}
}
