package byline

import (
	"strings"
	"testing"
)

func show(list []Person) string {
	var out []string
	for _, a := range list {
		s := a.Name
		if a.Role != "" {
			s += "/" + a.Role
		}
		if a.Email != "" {
			s += " " + a.Email
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

func TestIsByline(t *testing.T) {
	tests := []struct{ line, authors, rest string }{
		{"해람, 이룸 구현서 기자 ninek@daon.example", "구현서/기자 ninek@daon.example", ""},
		{"서울=이정서 기자", "이정서/기자", ""},
		{"해람ㅣ이정서 기자ㅣ", "이정서/기자", ""},
		{"송유나 기자", "송유나/기자", ""},
		{"송유나 다온 통신원", "송유나/통신원", ""},
		{"송유나 디지털뉴스부 기자", "송유나/기자", ""},
		{"글쓴이 송유나", "송유나", ""},
		{"취재 송유나 / 영상 이정서", "송유나", ""},
		{"영상취재 이정서 영상편집 구현서 / 송유나 기자", "송유나/기자", ""},
		{"송유나 기자단 기자", "", "송유나 기자단 기자"},
		{"취재 이유", "", "취재 이유"},
		{"이은서기자 eunseo@daon.example", "이은서/기자 eunseo@daon.example", ""},
		{"유현서 기자(yhs@daon.example)", "유현서/기자 yhs@daon.example", ""},
		{"[신윤서 기자]", "신윤서/기자", ""},
		{"[류영서 기자 ifyou@daon.example]", "류영서/기자 ifyou@daon.example", ""},
		{"기자 정한서", "정한서/기자", ""},
		{"정덕서 칼럼니스트 thek1@daon.example", "정덕서/칼럼니스트 thek1@daon.example", ""},
		{"칼럼니스트 박생서 pill9@daon.example", "박생서/칼럼니스트 pill9@daon.example", ""},
		{"조민서(jjung@daon.example)", "조민서 jjung@daon.example", ""},
		{"한지서 jshan@daon.example", "한지서 jshan@daon.example", ""},
		{"YTN 김이서 (kimyy0820@daon.example)", "김이서 kimyy0820@daon.example", ""},
		{"글·사진 홍길서 기자", "홍길서/기자", ""},
		{"홍길서 기자 / 사진 김철서 기자", "홍길서/기자", ""},
		{"글. 오재서", "오재서", ""},
		{"글·사진 오재서", "오재서", ""},
		{"글 오재서 사진 김철서", "오재서", ""},
		{"글 오재서 그림 김철서", "오재서", ""},
		{"글 오재서 작가의 첫 책", "", "글 오재서 작가의 첫 책"},
		{"홍길서·김철서 기자", "홍길서/기자, 김철서/기자", ""},
		{"홍길서·김철서·박생서 기자", "홍길서/기자, 김철서/기자, 박생서/기자", ""},
		{"홍길서·홍길서 기자", "홍길서/기자", ""},
		{"홍길서 기자, 김철서 기자", "홍길서/기자, 김철서/기자", ""},
		{"홍길서 선임기자 hong@daon.example 김철서 기자 kim@daon.example", "홍길서/선임기자 hong@daon.example, 김철서/기자 kim@daon.example", ""},
		{"/창원=홍길서 기자 hong@daon.example", "홍길서/기자 hong@daon.example", ""},
		{"경제부 홍길서 기자", "홍길서/기자", ""},
		{"남궁서윤 기자", "남궁서윤/기자", ""},
		{"hong@daon.example", "hong@daon.example", ""},
		{"시는 내년 3월 착공한다. 이은서기자 eunseo@daon.example", "이은서/기자 eunseo@daon.example", "시는 내년 3월 착공한다."},
		{"시는 내년 3월 착공한다.부산=선수서 기자 sunsoo@daon.example", "선수서/기자 sunsoo@daon.example", "시는 내년 3월 착공한다."},
		{"“함께 하겠다”고 했다. /홍길서 기자", "홍길서/기자", "“함께 하겠다”고 했다."},

		{"한국기자협회는 13일 사과를 촉구했다", "", "한국기자협회는 13일 사과를 촉구했다"},
		{"김준서 기자의 핫플레이스", "", "김준서 기자의 핫플레이스"},
		{"이날 기자 간담회에서 김철서 시장은 이같이 말했다.", "", "이날 기자 간담회에서 김철서 시장은 이같이 말했다."},
		{"시장은 기자들과 만나 말했다.", "", "시장은 기자들과 만나 말했다."},
		{"문의는 admin@daon.example 로 하면 된다.", "", "문의는 admin@daon.example 로 하면 된다."},
		{"", "", ""},
	}
	for _, tt := range tests {
		authors, rest, ok := Cut(tt.line)
		if got := show(authors); strings.TrimSpace(got) != tt.authors || rest != tt.rest || ok != (tt.authors != "") {
			t.Errorf("%q: got %q, %q, %v, want %q, %q", tt.line, got, rest, ok, tt.authors, tt.rest)
		}
	}
}

// A photographer is no author, and the line is no text.
func TestPhotographer(t *testing.T) {
	for _, line := range []string{"사진=홍길서 기자", "사진 홍길서기자", "영상=김철서 기자"} {
		if authors, rest, ok := Cut(line); len(authors) > 0 || rest != "" || !ok {
			t.Errorf("%q: got %v, %q, %v", line, authors, rest, ok)
		}
	}
}

func TestDateline(t *testing.T) {
	tests := []struct{ line, authors, agency string }{
		{"(포항=연합뉴스) 임상서 기자 = 포항시는 5일", "임상서/기자", "연합뉴스"},
		{"(브뤼셀=연합뉴스) 김병서 특파원 = 유럽은", "김병서/특파원", "연합뉴스"},
		{"【서울=뉴시스】이근서 기자 = 후보는", "이근서/기자", "뉴시스"},
		{"[이데일리 조민서 기자] 국민", "조민서/기자", "이데일리"},
		{"[헤럴드경제=한지서 기자] 경찰이", "한지서/기자", "헤럴드경제"},
		{"[부산=스포츠조선 선수서 기자] 롯데", "선수서/기자", "스포츠조선"},
		{"(다온) 송유나 기자 = 다온시는 5일", "송유나/기자", ""},
		{"[다온일보 해람] 송유나 기자 = 다온시는 5일", "송유나/기자", ""},
		{"[다온일보] 송유나 기자 : 다온시는 5일", "송유나/기자", ""},
		{"다온일보=송유나 기자 | 다온시는 5일", "송유나/기자", ""},
		{"(사진) 송유나 씨가 웃는다 = 다온시", "", ""},
		{"(연천=연합뉴스) 겨울을 맞아", "", "연합뉴스"},
		{"(사진) 겨울을 맞아", "", ""},
		{"다온투데이 홍길서 기자 |  해람시는", "홍길서/기자", ""},
		{"홍길서 기자 = 해람시는", "홍길서/기자", ""},
		{"다온일보 홍길서·김철서 기자 - 해람시는", "홍길서/기자, 김철서/기자", ""},
		{"[다온일보] 홍길서 기자 = 해람시는", "홍길서/기자", ""},
		{"이룸군 홍길서 기자 | 해람시는", "", ""},
		{"홍길서 기자 출신 작가 = 해람시는", "", ""},
		{"겨울을 맞아 홍길서 기자 = 말", "", ""},
	}
	for _, tt := range tests {
		authors, agency := Dateline(tt.line)
		if got := show(authors); got != tt.authors || agency != tt.agency {
			t.Errorf("%q: got %q, %q, want %q, %q", tt.line, got, agency, tt.authors, tt.agency)
		}
	}
}

func FuzzByline(f *testing.F) {
	f.Add("시는 내년 3월 착공한다. 이은서기자 eunseo@daon.example")
	f.Add("【서울=뉴시스】이근서 기자 = 후보는")
	for _, s := range []string{"홍길서·김철서·홍길서·박생서 기자", "글·사진 홍길서 기자 / 사진 김철서 기자 hong@daon.example kim@daon.example",
		"[해람=다온일보 홍길서·김철서 기자] 시는", "(해람·이룸=다온통신) 홍길서 김철서 기자 = 시는", "사진=홍길서 기자 기자 홍길서 홍길서기자 홍길서 기자"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		Read(s, true)
		_, rest, ok := Cut(s)
		if !ok && rest != s {
			t.Errorf("%q became %q", s, rest)
		}
		Dateline(s)
	})
}

// TestGuest reads the lines in which writers from outside the newsroom sign.
func TestGuest(t *testing.T) {
	for line, want := range map[string]string{
		"홍길서 다온대 교수·경제학과": "홍길서/교수", "홍길서(다온대 명예교수)": "홍길서/명예교수", "홍길서 / 더나은다온연구소 소장": "홍길서/소장", "홍길서 시인": "홍길서/시인",
		"홍길서 다온대 행정학과 교수·전 이룸군 자문위원": "홍길서/자문위원", "홍길서 변호사 hong@daon.example": "홍길서/변호사 hong@daon.example",
		"홍길서 다온대 교수는 이렇게 말했다.": "", "홍길서 교수에게 듣는 다온강 이야기": "", "홍길서 시장": "", "다온대 교수 홍길서의 강의": "", "홍길서": "",
		"홍길서 회장 3연임": "",
		"\"홍길서 회장\"": "", "홍길서 회장, 새 다리 놓는다": "",
	} {
		a, ok := Guest(line)
		if got := show([]Person{a}); ok != (want != "") || ok && got != want {
			t.Errorf("%q: got %q, %v", line, got, ok)
		}
	}
}

// TestDatedName reads names that stand alone but for dates and counts.
func TestDatedName(t *testing.T) {
	for line, want := range map[string]string{
		"홍길서 2026.06.08. 댓글 6 조회수 658": "홍길서", "홍길서 아나운서 입력 2024-03-14 18:24": "홍길서/아나운서", "홍길서 PD": "홍길서/PD",
		"홍길서 2024년 3월 14일 (목) 오후 6:24": "홍길서", "홍길서 시장 2024년 3월 14일 취임": "", "홍길서 조회 15": "", "홍길서 교수": "",
		"홍길서": "", "이룸군 2024-03-14": "", "": "",
	} {
		a, ok := Dated(line)
		if got := show([]Person{a}); ok != (want != "") || ok && got != want {
			t.Errorf("%q: got %q, %v", line, got, ok)
		}
	}
}

func TestIsOffice(t *testing.T) {
	for line, want := range map[string]bool{
		"(다온동장 홍길서, 복지팀장 김철서 270-4730, 주무관 박생서 270-4724)": true, "(하천과 홍길서 061-999-1234)": true,
		"(문의 061-999-1234)": false, "(홍길서)": false, "홍길서 270-4730": false, "(홍길서 2024-2025)": false, "": false,
	} {
		if got := IsOffice(line); got != want {
			t.Errorf("%q: got %v", line, got)
		}
	}
}

func TestIsDesk(t *testing.T) {
	for email, want := range map[string]bool{
		"desk@daon.example": true, "daon1234@daon.example": true, "jebo@daon.example": true, "daonjebo@daon.example": true,
		"eunseo@daon.example": false, "daonhong@daon.example": false, "1234@daon.example": false,
	} {
		if got := IsDesk(email); got != want {
			t.Errorf("%q: got %v", email, got)
		}
	}
}
