// Package organization finds the names of organizations in Korean text: by lists, by endings and patterns, and by a sequence
// model, weighed by what stands around them.
package organization

// Span is a half-open range of bytes, [Start, End), of the text.
type Span struct{ Start, End int }

// OrgType is the type of an organization.
type OrgType string

// The types of organizations, as package facts documents them.
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
