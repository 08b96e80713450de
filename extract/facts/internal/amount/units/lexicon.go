package units

import (
	"embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
)

// section is a section of the lexicon that amounts read. What its entries mean stands at the head of the files in data.
type section uint8

// The sections of units, by what they count.
const (
	noSection section = iota
	moneySection
	coinSection
	percentSection
	pointSection
	ratioSection
	measureSection
	customSection
	counterSection
	carefulSection
	ordinalSection
	ageSection
	nothingSection

	// What is said of units, and the words around amounts.
	beforeSection
	afterSection
	changeSection
	courseSection
	perSection
	cueSection
	unlessSection
	tailSection
	rankSection
	rateSection
	ratedSection
	oneSection
	fusedSection
	fusedOneSection
	numberedSection
	bodilySection
	sumsSection
	prefixSection
	leadingSection
	unlikeSection
	lawsSection
	seriesSection
	borneSection
	machineSection
	againstSection
	multipleSection
	fewSection
	personSection
	personVerbSection
	groundsSection
	weightSection
	warmthSection
	thingsSection
	lastSection
)

// sections says how each is named and what its entries must look like.
var sections = [lastSection]lexicon.Section{
	moneySection:      {Name: "money", Check: checkCurrency},
	coinSection:       {Name: "coin", Check: checkCoin},
	percentSection:    {Name: "percent", Check: lexicon.Headed},
	pointSection:      {Name: "point", Check: lexicon.Headed},
	ratioSection:      {Name: "ratio", Check: lexicon.Headed},
	measureSection:    {Name: "measure", Check: lexicon.Headed},
	customSection:     {Name: "custom", Check: lexicon.Headed},
	counterSection:    {Name: "counter"},
	carefulSection:    {Name: "careful"},
	ordinalSection:    {Name: "ordinal"},
	ageSection:        {Name: "age"},
	nothingSection:    {Name: "nothing"},
	beforeSection:     {Name: "before", Check: lexicon.Headed},
	afterSection:      {Name: "after", Check: lexicon.Headed},
	changeSection:     {Name: "change", Check: lexicon.Headed},
	courseSection:     {Name: "course", Check: lexicon.Headed},
	perSection:        {Name: "per", Check: lexicon.Headed},
	cueSection:        {Name: "cue", Check: lexicon.Headed},
	unlessSection:     {Name: "unless", Check: lexicon.Headed},
	tailSection:       {Name: "tail", Check: lexicon.Headed},
	rankSection:       {Name: "rank"},
	rateSection:       {Name: "rate"},
	ratedSection:      {Name: "rated"},
	oneSection:        {Name: "one"},
	fusedSection:      {Name: "fused"},
	fusedOneSection:   {Name: "fused-one"},
	numberedSection:   {Name: "numbered"},
	bodilySection:     {Name: "bodily"},
	sumsSection:       {Name: "sums"},
	prefixSection:     {Name: "prefix", Check: lexicon.Headed},
	leadingSection:    {Name: "leading", Check: lexicon.Headed},
	unlikeSection:     {Name: "unlike", Check: lexicon.Headed},
	lawsSection:       {Name: "laws"},
	seriesSection:     {Name: "series", Check: lexicon.Headed},
	borneSection:      {Name: "borne", Check: lexicon.Headed},
	fewSection:        {Name: "few", Check: lexicon.Headed},
	personSection:     {Name: "person"},
	personVerbSection: {Name: "person-verb"},
	multipleSection:   {Name: "multiple", Check: checkPower},
	againstSection:    {Name: "against"},
	groundsSection:    {Name: "grounds"},
	machineSection:    {Name: "machine"},
	weightSection:     {Name: "weight"},
	warmthSection:     {Name: "warmth"},
	thingsSection:     {Name: "things"},
}

// Sections are those that amounts read.
func Sections() []lexicon.Section { return sections[noSection+1:] }

// sectionOf finds a section by its name, noSection if it is another's.
func sectionOf(name string) section {
	for s := noSection + 1; s < lastSection; s++ {
		if sections[s].Name == name {
			return s
		}
	}
	return noSection
}

//go:embed data/currencies.txt data/units.txt data/counters.txt data/amountwords.txt
var data embed.FS

// Builtin reads the words of amounts that come with the package.
func Builtin() lexicon.Entries {
	return lexicon.MustRead(data, Sections(), "data/currencies.txt", "data/units.txt", "data/counters.txt",
		"data/amountwords.txt")
}

func checkCurrency(e lexicon.Entry) error {
	if len(e.Head) != 3 || strings.Trim(e.Head, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return fmt.Errorf("section [money] wants an ISO 4217 code and spellings, not %q", e.Head)
	}
	return nil
}

func checkPower(e lexicon.Entry) error {
	if power, err := strconv.Atoi(e.Head); err != nil || power < 1 || power > 18 {
		return fmt.Errorf("section [multiple] wants \"power of ten: words\", not %q", e.Head)
	}
	return nil
}

func checkCoin(e lexicon.Entry) error {
	code, part, ok := strings.Cut(e.Head, " ")
	d, err := number.ParseDecimal(part)
	if !ok || err != nil || d.Sign() <= 0 {
		return fmt.Errorf("section [coin] wants \"CODE 0.01: spellings\", not %q", e.Head)
	}
	return checkCurrency(lexicon.Entry{Head: code})
}
