// Package made makes up saved pages of regional newspapers: invented towns, companies and people, for tests, pictures
// and measurements. The same number gives the same page.
package made

import (
	"fmt"
	"html"
	"math/rand/v2"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gisa-go/gisa/internal/korean"
)

var (
	towns     = []string{"해람시", "이룸군", "다온시", "새벌군", "가람시", "노을군", "물빛시", "한울군"}
	papers    = []string{"다온일보", "해람신문", "가람매일", "이룸타임즈", "새벌저널"}
	companies = []string{"가온테크", "누리소재", "한빛정공", "미르에너지", "단비식품", "아라해운", "나래바이오"}
	bodies    = []string{"해람상공회의소", "다온농협", "이룸문화재단", "가람대학교", "새벌의료원", "물빛소방서", "해람교육지원청"}
	people    = []string{"김가람", "이도담", "박누리", "최이든", "정새봄", "강한결", "윤다솜"}
	themes    = []theme{
		{"둘레길 조성", "관광", "둘레길과 쉼터를 잇는 사업"}, {"청년 창업 지원", "경제", "청년 창업가에게 공간과 자금을 대는 사업"},
		{"스마트 농장 단지", "농업", "온실과 유통 시설을 한곳에 모으는 사업"}, {"하천 정비", "환경", "홍수에 약한 둑을 높이는 공사"},
		{"도서관 새 단장", "문화", "낡은 열람실을 고치고 야간에도 여는 사업"}, {"산업단지 증설", "경제", "2차전지 소재 공장이 들어설 터를 닦는 사업"},
		{"통학버스 확대", "교육", "면 지역 학생의 통학 시간을 줄이는 사업"}, {"응급실 확충", "의료", "밤에도 소아 환자를 받는 병상을 늘리는 사업"},
	}
	openings = []string{
		"{town}는 {plan} 사업에 {sum}억원을 투입한다고 {day}일 밝혔다.",
		"{town}가 내년 {month}월까지 {sum}억원을 들여 {plan}에 나선다.",
		"{town}와 {body}은 {day}일 {plan}을 위한 업무협약을 맺었다. 총사업비는 약 {sum}억원이다.",
	}
	middles = []string{
		"{town}에 따르면 지난해 이용자는 {many}명으로 2년 전보다 {some}.{few}% 늘었다.",
		"{body}은 오는 {month}월 {day}일까지 신청을 받아 {few}개 업체를 뽑는다. 선정된 업체는 최대 {some}00만원을 받는다.",
		"{company}은 1단계로 {sum}억 {few}천만원을 투자해 일자리 {many}개를 만들 계획이다.",
		"공사는 지난달 {day}일 시작됐으며 올해 하반기에 마무리된다. 면적은 {many}㎡ 규모다.",
		"앞서 {town}의회는 지난 {month}월 관련 예산 {some}억원을 통과시켰다.",
		"주민들은 \"오래 기다린 일\"이라며 반겼지만, 일부는 공사 기간 소음을 걱정했다.",
		"{body} 관계자는 \"2027년까지 {few}곳을 더 늘리겠다\"고 말했다.",
		"국비와 도비를 더한 재원은 {sum}억원이며 나머지는 {company}이 낸다.",
	}
	closings = []string{
		"{person} 시장은 \"{about}을 차질 없이 마치겠다\"고 강조했다.",
		"자세한 내용은 {town} 누리집에서 볼 수 있다.",
		"{town}는 다음 달 주민 설명회를 연다.",
	}
)

type theme struct{ name, section, about string }

// Article is what a made page says.
type Article struct {
	Title, Subtitle, Section, Town, Paper, Author string
	Published                                     time.Time
	Paragraphs                                    []string
}

// Start is when the first page was published; each later one follows by some hours.
var Start = time.Date(2026, 1, 5, 9, 0, 0, 0, time.FixedZone("", 9*60*60))

// New makes up article number n. Every seventh is the one before it, taken over by another paper with small changes.
func New(n int) Article {
	copied := n%7 == 6
	source := n
	if copied {
		source = n - 1
	}
	r := rand.New(rand.NewPCG(uint64(source), 7))
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	t := themes[r.IntN(len(themes))]
	a := Article{Town: pick(towns), Paper: papers[r.IntN(len(papers))], Section: t.section, Author: pick(people)}
	a.Published = Start.Add(time.Duration(n) * 5 * time.Hour)
	company, body := pick(companies), pick(bodies)
	say := func(form string) string {
		return strings.NewReplacer("{town}는", particle(a.Town, "은", "는"), "{town}가", particle(a.Town, "이", "가"), "{town}와", particle(a.Town, "과", "와"),
			"{body}은", particle(body, "은", "는"), "{company}은", particle(company, "은", "는"), "{company}이", particle(company, "이", "가"),
			"{about}을", particle(t.about, "을", "를"), "{plan}을", particle(t.name, "을", "를"), "{town}", a.Town, "{plan}", t.name, "{about}", t.about, "{body}", body, "{company}", company, "{person}", pick(people),
			"{sum}", fmt.Sprint(12+r.IntN(400)), "{day}", fmt.Sprint(1+r.IntN(28)), "{month}", fmt.Sprint(1+r.IntN(12)),
			"{many}", thousands(800+r.IntN(90_000)), "{some}", fmt.Sprint(3+r.IntN(40)), "{few}", fmt.Sprint(2+r.IntN(7))).Replace(form)
	}
	a.Title = fmt.Sprintf("%s, %s에 %s…%s 손잡는다", a.Town, t.name, pick([]string{"속도", "첫발", "본격 착수", "힘 싣는다"}), body)
	a.Subtitle = fmt.Sprintf("%s, %s 참여", t.about, company)
	a.Paragraphs = append(a.Paragraphs, say(pick(openings)))
	for _, i := range r.Perm(len(middles))[:4+r.IntN(3)] {
		a.Paragraphs = append(a.Paragraphs, say(middles[i]))
	}
	a.Paragraphs = append(a.Paragraphs, say(pick(closings)))
	if copied {
		a.Paper = papers[(n+3)%len(papers)]
		a.Title = strings.Replace(a.Title, "손잡는다", "함께한다", 1)
		a.Paragraphs[1] = strings.NewReplacer("계획이다", "방침이다", "밝혔다", "전했다", "늘었다", "증가했다", "관련 예산", "추가 예산").Replace(a.Paragraphs[1])
		a.Paragraphs = append(a.Paragraphs, "한편 "+particle(a.Town, "은", "는")+" 오는 30일 추진 경과를 공개한다.")
	}
	return a
}

// HTML writes the article as a page of a board, every fifth with the body said twice.
func (a Article) HTML(n int) string {
	var body strings.Builder
	for range 1 + (n%5)/4 {
		for _, p := range a.Paragraphs {
			fmt.Fprintf(&body, "<p>%s</p>\n", html.EscapeString(p))
		}
	}
	return fmt.Sprintf(`<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><title>%[1]s > %[2]s</title>
<meta property="og:title" content="%[1]s"><meta property="og:site_name" content="%[2]s">
<meta property="article:published_time" content="%[3]s"><meta property="og:url" content="https://news%[7]d.example/article/%[7]d"></head>
<body><header><a href="/">%[2]s</a><nav><a href="/all">전체</a><a href="/local">지역</a><a href="/economy">경제</a></nav></header>
<article id="bo_v"><header><h1 id="bo_v_title">%[1]s</h1><h2 class="subheading">%[4]s</h2></header>
<section id="bo_v_info"><span>%[5]s 기자</span> <time datetime="%[3]s">%[6]s</time></section>
<section id="bo_v_atc"><div id="bo_v_con">
%[8]s</div></section></article>
<aside><h3>많이 본 뉴스</h3><ul><li><a href="/1">날씨</a></li><li><a href="/2">운세</a></li></ul></aside>
<footer>%[2]s | 등록번호 가00000 | 무단 전재 및 재배포 금지</footer></body></html>
`, html.EscapeString(a.Title), a.Paper, a.Published.Format(time.RFC3339), html.EscapeString(a.Subtitle), a.Author,
		a.Published.Format("06-01-02 15:04"), n, body.String())
}

// particle gives a word with the form of its particle after a final consonant or after a vowel.
func particle(word, closed, open string) string {
	last, _ := utf8.DecodeLastRuneInString(word)
	if korean.HasFinal(last) {
		return word + closed
	}
	return word + open
}

func thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}
