// Package kind holds the types of organizations.
package kind

// Type is the type of an organization.
type Type string

// The types of organizations, as package facts documents them.
const (
	Government          Type = "government"
	PublicInstitution   Type = "public-institution"
	Company             Type = "company"
	School              Type = "school"
	Association         Type = "association"
	Media               Type = "media"
	Party               Type = "party"
	Hospital            Type = "hospital"
	MilitaryPoliceCourt Type = "military-police-court"
	Team                Type = "team"
	Religious           Type = "religious"
	Committee           Type = "committee"
	Other               Type = "other"
)

var All = [...]Type{Government, PublicInstitution, Company, School, Association, Media, Party, Hospital,
	MilitaryPoliceCourt, Team, Religious, Committee, Other}
