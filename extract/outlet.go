package extract

import (
	"cmp"
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/sites"
)

// findOutlets decides who put the page up and whom the article is credited to, and reads section, tags, attachments and
// the page's own picture.
func findOutlets(p *page) {
	findPublisher(p)
	findSource(p)
	findSection(p)
	findTags(p)
	findAttachments(p)
	if image := p.meta.content("og:image"); image != "" && len(p.art.Images) == 0 {
		p.art.Images = append(p.art.Images, Image{URL: p.resolve(image)})
	}
}

// findPublisher takes the name that the site's rule gives, else the one that the addresses on the page belong to, else what
// the page calls itself.
func findPublisher(p *page) {
	name, from := p.publisher()
	if name == "" {
		return
	}
	p.art.Publisher = &Outlet{Name: name, URL: p.siteURL()}
	p.note("publisher", from, name)
}

func (p *page) publisher() (name, from string) {
	for src := range p.site.Sources(sites.Publisher) {
		if s := p.readSource(src); s != "" {
			return s, "site:" + p.art.Site
		}
	}
	if p.site.Rule != nil && p.site.Rule.Publisher != "" {
		return p.site.Rule.Publisher, "site:" + p.art.Site
	}
	m := &p.meta
	for _, address := range []string{p.URL, p.art.URL, m.content("og:url")} {
		if s := sites.OutletOf(address); s != "" {
			return s, "address"
		}
	}
	if s := letters.Clean(m.content("og:site_name")); isOutletName(s) && letters.Fold(s) != letters.Fold(p.art.Title) {
		return s, "og:site_name"
	}
	for _, a := range m.articles {
		if s := letters.Clean(p.meta.refer(a.get("publisher")).name()); isOutletName(s) {
			return s, "jsonld"
		}
	}
	for _, key := range []string{"application-name", "copyright", "dc.publisher", "publisher", "apple-mobile-web-app-title"} {
		if s := letters.Clean(m.content(key)); isOutletName(s) {
			return s, "meta " + key
		}
	}
	return p.publisherOfText()
}

// publisherOfText looks where less is said: at the addresses of pictures and reporters, in the copyright line, in <title>,
// in the imprint, in the pictures of the page's head.
func (p *page) publisherOfText() (name, from string) {
	addresses := []string{p.meta.content("og:image"), p.meta.content("og:image1"), p.meta.content("twitter:image")}
	for _, a := range p.art.Authors {
		if _, host, ok := strings.Cut(a.Email, "@"); ok {
			addresses = append(addresses, "http://"+host)
		}
	}
	for _, address := range addresses {
		if s := sites.OutletOf(address); s != "" && !p.isRepost() {
			return s, "address"
		}
	}
	if !p.isRepost() {
		for _, c := range p.cut {
			if c.kind == boilerplate.Copyright {
				if s := copyrightHolder(c.text); s != "" {
					return s, "copyright"
				}
			}
		}
	}
	if s := p.siteOfTitle(); s != "" {
		return s, "title"
	}
	if s := p.imprint(); s != "" {
		return s, "imprint"
	}
	return "", ""
}

// isRepost reports whether the page is a board, where a newspaper's article may be put up by others and every line of a post
// is meant.
func (p *page) isRepost() bool {
	switch p.art.Site {
	case "gnuboard", "rhymix", "kboard":
		return true
	}
	return false
}

// isOutletName reports whether a text may be the name of an outlet rather than an address or a slogan.
func isOutletName(s string) bool {
	return s != "" && utf8.RuneCountInString(s) <= 40 && !strings.Contains(s, "://") && !strings.HasPrefix(s, "@") && letters.Count(s) > 1
}

// siteURL returns the address of the page's site.
func (p *page) siteURL() string {
	u, err := url.Parse(cmp.Or(p.art.URL, p.URL))
	if err != nil || u.Host == "" {
		return ""
	}
	return u.Scheme + "://" + u.Host
}

// copyrightHolder reads the name in <저작권자 ⓒ 해람일보, 무단 전재 및 재배포 금지>.
func copyrightHolder(s string) string {
	i := -1
	for _, mark := range []string{"ⓒ", "©", "(c)", "(C)"} {
		if j := strings.Index(s, mark); j >= 0 {
			i = j + len(mark)
			break
		}
	}
	if i < 0 || i > 60 {
		return ""
	}
	s = strings.TrimLeft(s[i:], " :'\"‘“")
	end := strings.IndexAny(s, ",.(<>&'\"/:|[")
	for _, stop := range []string{" 무단", " 무 단", " All ", " all ", "’", "”", " - ", "재배포"} {
		if j := strings.Index(s, stop); j >= 0 && (end < 0 || j < end) {
			end = j
		}
	}
	if end < 0 {
		return ""
	}
	name := strings.TrimSpace(s[:end])
	for _, tail := range []string{"(주)", "㈜", "통신사"} {
		name = strings.TrimSpace(strings.TrimSuffix(name, tail))
	}
	name = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(name, "(주)"), "㈜"))
	if fields := strings.Fields(name); len(fields) > 1 {
		for _, f := range fields {
			if sites.IsOutlet(f) {
				return f
			}
		}
	}
	if short, ok := strings.CutSuffix(name, "사"); ok && strings.HasSuffix(short, "일보") {
		name = short
	}
	if !isOutletName(name) || utf8.RuneCountInString(name) > 20 || letters.StartsDigit(name) {
		return ""
	}
	return name
}

// siteOfTitle returns the part of <title> that is not the article's title: the last, or the first where the title is last.
func (p *page) siteOfTitle() string {
	if p.ix.Title == nil || p.ix.Title.FirstChild == nil {
		return ""
	}
	text := letters.Clean(p.ix.Title.FirstChild.Data)
	parts := titleParts(text)
	if name := strings.Trim(text, " :|*~-☆★"); len(parts) < 2 || name != text {
		if !p.isKorean() || letters.Fold(name) == letters.Fold(p.art.Title) || len(titleParts(name)) > 1 {
			return ""
		}
		return siteName(name) // ::: site :::
	}
	title := letters.Fold(p.art.Title)
	part := func(i int) string { return strings.TrimSpace(text[parts[i].start:parts[i].end]) }
	last, first := part(len(parts)-1), part(0)
	switch {
	case title != "" && hasPart(text, parts[:len(parts)-1], title) || isCut(title, letters.Fold(first)):
		return siteName(last) // title | site
	case title != "" && hasPart(text, parts[1:], title):
		return siteName(first) // site | title
	case p.meta.isSiteName(last):
		return last
	case !p.isKorean():
		return ""
	case siteName(last) == "" || len(parts) == 2:
		return siteName(first) // site | section
	}
	return last
}

// isCut reports whether a part of <title> is the beginning of the article's title, cut off, rather than a
// name that this begins with: 이룸군, 저수지 7곳 준설 begins with that of its town.
func isCut(title, part string) bool {
	return len(part) > 20 && strings.HasPrefix(title, part)
}

// siteName returns a part of <title> that may name the site, "" for what names a section.
func siteName(s string) string {
	if !isOutletName(s) || strings.Contains(s, ">") || isSectionName(s) {
		return ""
	}
	return s
}

// isSectionName reports whether a text is the name of a board or of a part of a site.
func isSectionName(s string) bool { return sectionWords[strings.ReplaceAll(s, " ", "")] }

// sectionWords end the <title> of boards and name no site.
var sectionWords = map[string]bool{"상세": true, "상세보기": true, "보기": true, "내용": true, "게시판": true, "보도자료": true, "공지사항": true,
	"새소식": true, "소식": true, "알림마당": true, "언론보도": true, "자료실": true, "뉴스": true, "기사본문": true, "View": true, "view": true,
	"알림": true, "알림터": true, "공지": true, "공지·새소식": true, "게시물": true, "게시글": true, "글보기": true, "본문": true, "자유게시판": true, "묻고답하기": true,
	"보도·해명자료": true, "보도/해명자료": true, "보도해명자료": true, "시정뉴스": true, "시정소식": true, "군정뉴스": true, "군정소식": true, "구정뉴스": true,
	"구정소식": true, "도정뉴스": true, "도정소식": true, "행사안내": true, "포토뉴스": true, "갤러리": true, "자료마당": true, "참여마당": true, "정보마당": true, "커뮤니티": true}

// imprintLabels stand before the name of the newspaper or the company at the foot of a page.
var imprintLabels = []string{"제호", "신문명", "매체명", "상호", "법인명", "회사명", "기관명"}

// imprint reads the newspaper's name from the foot of the page.
func (p *page) imprint() string {
	ix := p.ix
	for _, label := range imprintLabels[:4] {
		for b := max(0, len(ix.Blocks)-60); b < len(ix.Blocks); b++ {
			line := string(ix.Line(b))
			if len(line) > 600 {
				continue
			}
			if s := afterLabel(line, []string{label}); s != "" {
				s, _, _ = strings.Cut(s, "|")
				s, _, _ = strings.Cut(s, " 등록")
				s = strings.Trim(strings.TrimSpace(s), "[]ㆍ·")
				if fields := strings.Fields(s); len(fields) > 0 {
					s = strings.Trim(strings.ReplaceAll(strings.ReplaceAll(fields[0], "(주)", ""), "㈜", ""), ",.")
				}
				if isOutletName(s) {
					return s
				}
			}
		}
	}
	if p.isKorean() {
		return p.logo()
	}
	return ""
}

// logo returns the name in the picture or heading that links to the front page: 담양군 for <img alt="담양군">.
func (p *page) logo() string {
	for n, i := range p.ix.Images {
		if n == 6 {
			break
		}
		alt := letters.Clean(document.Attr(p.ix.Elements[i].Node, "alt"))
		if alt = strings.TrimSpace(strings.TrimSuffix(alt, "로고")); !isOutletName(alt) || utf8.RuneCountInString(alt) > 14 {
			continue
		}
		if e := p.ix.Elements[i].Parent; e >= 0 && p.ix.Elements[e].Node.DataAtom == atom.A {
			if full := p.officeName(alt); full != "" {
				return full
			}
			return alt
		}
	}
	return ""
}

// officeName completes the name of a municipality to that of its office where the page has it: 담양군 → 담양군청.
func (p *page) officeName(s string) string {
	for _, end := range []string{"시", "군", "구", "도"} {
		if strings.HasSuffix(s, end) && (strings.Contains(p.meta.content("keywords"), s+"청") || strings.Contains(string(p.ix.Text), s+"청")) {
			return s + "청"
		}
	}
	return ""
}

// findSource finds the outlet that the article is credited to where it is not the page's own: what the rule says, a line
// such as 출처 : 해람일보(http://…), the dateline of an agency, the newspaper of the reporter's address.
func findSource(p *page) {
	set := func(from, raw, name, address string) bool {
		if name == "" || p.art.Publisher != nil && letters.Fold(name) == letters.Fold(p.art.Publisher.Name) {
			return false
		}
		p.art.Source = &Outlet{Name: name, URL: address}
		p.note("source", from, raw)
		return true
	}
	for src := range p.site.Sources(sites.Origin) {
		if s := p.readSource(src); s != "" {
			name, _, _ := strings.Cut(s, " | ")
			set("site:"+p.art.Site, s, name, "")
			return
		}
	}
	for _, c := range p.cut {
		if c.kind == boilerplate.Source {
			for line := range strings.SplitSeq(c.text, "\n") {
				if name, address, ok := sourceLine(line); ok && set("text", line, name, address) {
					return
				}
			}
		}
	}
	for i, span := range p.art.Paragraphs {
		if i < 3 || i >= len(p.art.Paragraphs)-3 {
			line := p.art.Text[span.Start:span.End]
			if name, address, ok := sourceLine(line); ok && set("text", line, name, address) {
				return
			}
		}
		if i < 3 {
			if _, agency := byline.Dateline(p.art.Text[span.Start:span.End]); agency != "" {
				set("dateline", letters.Head(p.art.Text[span.Start:span.End], 60), agency, "")
				return
			}
		}
	}
	for b := p.body.last; b < min(p.body.last+5, int32(len(p.ix.Blocks))); b++ {
		line := string(p.ix.Line(int(b)))
		if name, address, ok := sourceLine(line); ok && set("text", line, name, address) {
			return
		}
	}
	if p.isRepost() {
		p.sourceOfAuthors(set)
	}
}

// sourceOfAuthors finds the newspaper whose reporters signed: by their addresses, or by its name before theirs.
func (p *page) sourceOfAuthors(set func(from, raw, name, address string) bool) {
	for _, a := range p.art.Authors {
		if _, host, ok := strings.Cut(a.Email, "@"); ok && set("e-mail", a.Email, sites.OutletOf("http://"+host), "http://www."+host) {
			return
		}
	}
	for _, c := range p.cut {
		if word, _, ok := strings.Cut(c.text, " "); ok && c.kind == boilerplate.Byline && byline.IsNewspaper(word) && set("byline", c.text, word, "") {
			return
		}
	}
}

// maxIssueLine bounds the lines that issueLine reads, in bytes.
const maxIssueLine = 120

// issueLine reads the line which says in what issue of a newspaper an article stood: 해람신문 2022년 11월 1일 510호 (사회).
func issueLine(line string) (name string, ok bool) {
	name, rest, _ := strings.Cut(line, " ")
	if len(line) > maxIssueLine || !byline.IsNewspaper(name) || strings.HasSuffix(line, ".") {
		return "", false
	}
	st, ok := stamp.Find(rest, stamp.YearFirst)
	if !ok || st.Start > 0 {
		return "", false
	}
	number := strings.TrimLeft(rest[st.End:], " ,.(제")
	return name, letters.CountDigits(number) > 0 && (strings.HasPrefix(number[letters.CountDigits(number):], "호") || strings.HasPrefix(number[letters.CountDigits(number):], "면"))
}

// sourceLine reads a line that credits an outlet: 출처 : 해람일보 - 해람의 아침(http://…), 출처(해람통신) : https://…,
// [이하 해람 신문 기사 스크랩]. The name is that of the outlet at the address where the line has none.
func sourceLine(line string) (name, address string, ok bool) {
	if len(line) > 400 {
		return "", "", false
	}
	line = strings.Trim(strings.TrimSpace(line), "<>[]【】*※·- ")
	if rest, found := strings.CutPrefix(line, "이하 "); found && strings.HasSuffix(rest, "스크랩") {
		rest = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(rest, "스크랩"), " "))
		return strings.TrimSpace(strings.TrimSuffix(rest, "기사")), "", true
	}
	if name, ok := issueLine(line); ok {
		return name, "", true
	}
	found := false
	for _, label := range []string{"출처", "자료출처", "기사출처", "원문출처", "뉴스출처", "기사원문", "원문", "원문보기", "기사보기", "[출처]", "Source"} {
		if rest, ok := strings.CutPrefix(line, label); ok {
			if r, _ := utf8.DecodeRuneInString(rest); r != utf8.RuneError && !letters.IsHangul(r) {
				line, found = rest, true
				break
			}
		}
	}
	if !found {
		return "", "", false
	}
	line = strings.TrimLeft(line, " :]=-–")
	if i := strings.Index(line, "http"); i >= 0 {
		address = line[i:]
		if end := strings.IndexAny(address, " )>]\"'\t"); end >= 0 {
			address = address[:end]
		}
		line = line[:i]
	}
	if inner, rest, cut := strings.Cut(strings.TrimPrefix(line, "("), ")"); cut && strings.HasPrefix(line, "(") {
		line = cmp.Or(inner, rest) // 출처(해람통신) : …
	}
	for _, sep := range []string{" - ", "(", " | ", " : ", ":", "/", ",", " – ", " ["} {
		line, _, _ = strings.Cut(line, sep)
	}
	name = strings.Trim(line, " .:=-–[]<>「」'\"")
	if name == "" {
		name = cmp.Or(sites.OutletOf(address), sites.Host(address))
	}
	if !isOutletName(name) || utf8.RuneCountInString(name) > 24 {
		return "", "", false
	}
	return name, address, true
}
