package peak

// Kind is a text that costs much memory a byte where a program does not take care: it is repeated to any size.
type Kind struct{ Name, Text string }

// Texts are the kinds that are read as pages and as texts.
func Texts() []Kind {
	return []Kind{
		{"colons", "1:"}, {"mail addresses", "a@b."}, {"brackets", "("}, {"closers", ")"},
		{"CP949 garbage", "\xb0\xa1\xff\xfe\x80<\xb3\xaa"}, {"invalid UTF-8", "\xe0\x80a"}, {"sums", "3만원 "},
		{"percents", "1% "}, {"counts", "3명 "}, {"parts", "총 3억원 중 1억원 "}, {"ranges", "1~2%~"},
		{"full width", "１２３，４５６원 "}, {"no-break spaces", "3만\u00a0원 "}, {"dates", "2026.03.02 "}, {"days", "3일 "},
		{"months", "3월 "}, {"years", "내년 "}, {"hours", "오후 2시 30분 "}, {"times", "10:00 "}, {"durations", "3년간 "},
		{"events", "3월 착공해 5월 준공 "}, {"organizations", "해람시청 "}, {"firms", "(주)가나다 "},
		{"abbreviations", "한국가나다협회(KGA) "}, {"places", "서울 "}, {"initials", "ABC "}, {"words", "abc "},
		{"English", "the city of a said "}, {"mixed", "abc 가 1 "}, {"Hangul", "가"}, {"syllables", "가. "}, {"lines", "가\n"},
		{"sentences", "해람시는 올해 3월 7억원을 들여 다리를 놓는다고 밝혔다. "}, {"one sentence", "해람시는 다리를 놓는다고 밝혔다 "},
		{"reporters", "이은서 기자 "}, {"sources", "출처 : "}, {"copyright", "ⓒ"}, {"marks", "▲"}, {"quotes", "“"}, {"dashes", "—"},
		{"dots", "."}, {"digits", "1"}, {"commas", "1,"}, {"tabs", "1\t"}, {"at signs", "@"}, {"ampersands", "&"},
		{"entities", "&amp;"}, {"addresses", "http://a.b/"}, {"blanks", " "}, {"breaks", "\n"}, {"nulls", "a\x00"},
		{"joiners", "가\u200d"}, {"decomposed", "\u1100\u1161\u1102\u1161"}, {"combining", "ㅏ\u0301"}, {"magnitudes", "억"},
		{"Chinese numerals", "三億"}, {"ideographs", "韓國"}, {"capitals", "A"},
	}
}

// Pages are the kinds that only pages have.
func Pages() []Kind {
	return []Kind{
		{"one attribute", "<p title='"}, {"comment", "<!--"}, {"script", "<script>'"}, {"text area", "<textarea>가"},
		{"paragraphs", "<p>가"}, {"rows", "<tr><td>1"}, {"items", "<li>가"}, {"line breaks", "가<br>"}, {"links", "<a href=/a>가</a> "},
		{"pictures", "<img src=a.jpg>"}, {"attributes", "<b a=1 b=2>"}, {"frames", "<iframe srcdoc='<p>가'>"},
		{"unknown elements", "<x-a>"}, {"deep", "<div>"},
	}
}
