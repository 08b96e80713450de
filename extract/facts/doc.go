// Package facts finds the amounts, dates, durations and organization names of a Korean news text and resolves them.
//
// [Find] walks the text once. At every anchor (a digit, or a word whose first syllable may begin a number or a date)
// a date is asked for first and an amount second, so that no two facts of the two kinds overlap. Every fact has a
// byte span into the text and a Rule that names what matched.
//
// # Spans of amounts
//
// The span holds the number and its unit: "약 [1300여 개] 고객사", "[60만 원] 상당", "[30%]대". 여 and 몇 are inside, because
// they stand inside the word. Outside are 약, 총, 최대, 이상, 규모, 상당, 짜리, 씩, 대 and particles: what they say is in the
// fields. A sign (-, △, 마이너스, 영하) and the half of a unit that stands in front (섭씨 20도, 시속 100㎞, 규모 5.4, $5) are
// inside. Numbers and units may be parted by a space.
//
// # Values
//
// Values are exact ([Decimal]); a number that does not fit 18 digits is no amount. Money is in the currency's main unit
// (10센트 is 0.1 USD, 1달러 20센트 is 1.2), with the ISO 4217 code as Unit; 달러 and 파운드 without a country are USD and
// GBP. 할·푼·리 are percent. A fraction that does not end (3분의 1) is rounded to three places and said exactly in
// Amount.Fraction. A fraction with a unit joined to it is an amount of that unit: 1과 2분의 1컵, 1/2컵.
// N대 M is a ratio, N÷M, where a rate is spoken of (경쟁률, 비율); elsewhere it is a score and no amount.
//
// A range is one amount, Value..Max: 10∼20%, 5만원부터 9만원까지, 10만원에서 18만원 사이, 10달러와 20달러 사이, 20에서 30%까지. The lower end
// inherits the scale of the upper one (3~5억원, 1천~2천만원) unless it is the greater without it (5000~1만원). "80억원에서
// 154억원으로" is a change, two amounts. A list is as many amounts as it has numbers, the last with the unit: 1·2위.
// Temperatures have their signs: 영하 8~영상 2도 is -8 to 2, 영하 2~5도 is -5 to -2; 도 is ℃ where the sentence speaks of
// warmth, else an angle.
//
// 수백억 and 몇십 are Vague: the value is the bare magnitude (수백억 is 100억), and Approx is set. A native pair (서너 명) is a
// range and Approx.
//
// # Fields of amounts
//
//   - Approx: 약, 여, 가량, 정도, 쯤, 안팎, 내외, 남짓, 가까이, 선, 대 (30%대, 100억원대). 규모, 상당, 총, 평균, 달하는 do not approximate.
//   - Bound: 이상 [AtLeast], 넘는 and 초과 [MoreThan], 이하, 이내 and 최대 [AtMost], 미만 [LessThan], 최소 [AtLeast], 넘지 않는 [AtMost].
//     까지 is none. What stands behind counts before what stands in front (최대 1조원 이상 is AtLeast); 최고 and 최저 bound no
//     temperature and no rate.
//   - Per: the unit that a rate is for, as written: 1인당 is "1인", 3.3㎡당 "3.3㎡", 매달 "월", 연간 "년". The amount in front of 당
//     is not an amount of its own.
//   - Change and Base: "전년 대비 12.5% 증가" has Change [Increase] and Base "전년". A level (14%로 올랐다) is no change.
//   - Inferred: 억 and 조 without a currency (국비 500억 투입) are won where nothing says that people or things are counted.
//   - Converted: the second of two sums, "100만 달러(약 12억원)".
//   - Each: 씩, 각, 각각.
//
// # Kinds of amounts
//
// A [Count] has its counter as written as Unit; 개 and a noun that are written together are one counter (개사, 개국),
// apart they are not (18[개] 시군: 18개). 한 counts only with clear counters (한 명, 한 곳), and 두 or more with any. Places in
// a row are [Ordinal] (제3회, 2위, 1단계, 27층, 4대 강국), years of life [Age], and 30대 is an age of 30 to 39. Durations are
// in Facts.Durations. With Options.Weak, numbers without a unit, (33) and 과반 are returned too.
//
// A number at the end of a broken line has its unit at the beginning of the next one: 1,850↵억원. 1인 3권 is a share: Per
// is 1인.
//
// Not amounts: the units of tables ((단위: 억원), 금액(억원)), words that look like them (회원, 구조대, 세종), articles of laws,
// scores and records, model names, telephone and case numbers, addresses, 4·19.
//
// # Dates
//
// A [Date] is the longest expression: [지난달 25일], [다음 주 수요일], [15일(화) 오후 2시]. 지난, 오는, 이번 and parts of a day are inside;
// 부터, 까지, 이후, 이전 (in Bound), 께, 쯤, 경, 무렵 (in Approx), 자, 들어 and particles are outside. Its value is the half-open
// [From, To) at +09:00.
//
//   - A range is one date from the beginning of its first to the end of its second: [15~17일], [20일부터 내달 3일]까지,
//     [2014년에서 2018년] 사이, 3·4월. The second is the first such date not before the first. A clock time ends it as a
//     point.
//   - 초 초순 초반, 중순 중반, 말 하순: days 1–10, 11–20, 21 on of a month; January–March, May–August, October–December of a
//     year; years 0–2, 3–6, 7–9 of a decade, 0–29, 30–69, 70–99 of a century; Monday–Wednesday, Wednesday–Friday, the
//     weekend of a week. 전반, 후반: halves. 연초 and 연말 as of a year.
//   - Spring begins in March; winter is December to February, that of 2016 begins in December 2016. 이번 겨울 and 올겨울 are
//     the one under way or next. 2022학년도 begins in March, 2019년도 and 회계연도 are calendar years. The 21st century begins
//     in 2001.
//   - The days of 다음 주 월~수요일 are one date, those of 다음 주 화·목요일 one each, with the time behind the last. 10/16 is a
//     day where a range, a weekday, a time, a label or the beginning of a line shows it, else a share or nothing. A
//     time below a line with a day alone is of that day.
//   - A day that no year has (2월 30일) and a year before the first (기원전 57년) are dates without From and To, and so is
//     a leap month (음력 윤6월) that no year around the reference has.
//   - 3·4분기 is the third of four, 8월 3주차 the third week.
//   - A week begins on Monday; the n-th week of a month or year is the n-th that has its Thursday there, as in ISO
//     8601.
//   - The n-th weekend of a month is that of its n-th Saturday. 첫날 and 마지막 날 belong to a year or a month in front.
//   - 설 연휴 and 추석 연휴 are the day and its neighbours. Lunar dates (음력 1월 15일) are those of the Korean calendar,
//     1900–2100.
//   - 오후 2시 is an hour, 오후 2시 30분 a minute, 밤 12시 the end of the day, 자정 as well. A part of a day narrows only a day
//     named from the speaker (내일 오전, 화요일 저녁); behind a day of the calendar (23일 새벽, 이날 오후) it stands in the span
//     alone.
//   - 3년 전 is that year, 두 달 전 that month, 사흘 뒤 that day. 최근 3년 and 지난 5년(간) end at the reference, 앞으로 사흘 begins there.
//   - 지난해 같은 기간 and 전년 동기 are the period named before, moved to that year.
//   - Years: four digits from 1000 to 2200; two with an apostrophe, a month, 생 or 작 behind (’98년, 97년 11월), 50–99
//     being 19xx, a birth (36년생) none to come; two from 60 on and three before words of years (98년에, 88년 올림픽,
//     668년에는); alone in brackets (1636); with an era (단기 4355년, 令和4年).
//
// What is not written in full is placed by, in this order: the year or month that is named or carried from a date
// before in the sentence; 지난 (the last up to the reference), 오는 (the next from it on), 다음, 이번; a weekday that is
// named with it; the tense of the verb behind (했다, 예정); the distance. A bare 15일 that is past this month stays in
// this month, a bare 3월 in this year. 이날 and 전날 count from the last day named in the paragraph, else from the day
// that the text reports (the first 15일 shortly before the reference, else the first 지난 15일), else from the reference;
// a day inside a quotation does not count behind it. 이날 and 전날 behind 전날 count from the day that it counts from, and
// 이날 before a gathering (이날 협약식에는) is the day told of, not that of the report (18일 …했다고 19일 밝혔다). 같은 날 is the last
// day named; 같은 해 is the last year named; 어제(13일) and 다음 날인 9일 are the day that is said, 내일부터 이틀 뒤 counts from that
// day. In a paragraph on days long past (1945년 7월 24일 … 7월 26일에는) the year is carried on. A weekday that is wrong in
// the years around is ignored. 같은 달, 이듬해, 그로부터 and 뒤 before a verb in the past count from the last date. Rule tells
// which of these it was. All these are Relative; without Options.Reference those that need it have neither From nor
// To.
//
// Not dates: names of events (4·19혁명, 6·13 지방선거), 이번 시즌, 2015-16시즌, 조선시대, 50주년, 최근, 현재, telephone numbers and
// versions; bare seasons (여름), parts of a day (오후), 14:30 alone and 20220223 are Weak.
//
// # Durations
//
// Lengths of time (3년간, 36일, 2시간 반, 징역 1년 8월, 10년 만에, 3년째) and sets (매년, 매주 금요일, 월요일마다) are [Duration]s and no dates.
// One to three digits before 년 are a length, months behind 징역 too (징역 8월). N일 is a length with 간, 동안, 만에, 이내, 이상 …
// behind or 약, 최대, 총 … in front. An offset from an event (개막 3일 전) is a length.
//
// # Other languages
//
// Digits with a currency sign, ISO code or word (US$3.2 billion, 300 EUR, 100万円, 1.2亿元), percent, and SI symbols are
// read in any text. So are dates: ISO 8601 with its time zone, Feb. 23, 2022, 23 February 2022, 2022年2月23日.
//
// # Texts as they come
//
// No-break spaces and other blanks, control characters that some fonts of PDF files have for them, decomposed Hangul,
// what cannot be seen, and Chinese characters that Unicode has twice are read as what they stand for. Spans and Raw
// are of the text as it is.
//
// # Lexicon
//
// Units, counters, currencies, the words around amounts, the words of dates and holidays are text files in data.
// [ParseLexicon] reads the same format, and [Lexicon.With] adds it to the [Builtin] one.
//
// # Rooms
//
// This package is the face: the public types, Find, the walk over the text (scan.go), and the words at which it stops
// (trigger.go). What it does stands in packages of its own, each of which imports only those below it:
//
//	internal/organization    names: lists and patterns (internal/gazetteer), model (internal/tagger, learnt by
//	                         internal/train), which is believed, aliases and types
//	internal/date            dates and lengths of time, asked for in order, and ranges of them
//	internal/date/resolve    a date's place in the calendar: by the reference, the tense, the dates before
//	internal/date/expr       dates as they are written
//	internal/date/length     lengths of time as they are written
//	internal/date/look       what stands at a place: whether a word ends, whether a number is a length
//	internal/date/words      the words of dates, in data/date.txt and data/holidays.txt
//	internal/amount          amounts: found, ranges, whether a number and a word are one (fits), what units of
//	                         several senses mean (sense, by the words in cue), the words around
//	internal/amount/units    units and the words around amounts, in data
//	internal/lexicon         the text form of a lexicon
//	internal/fold            texts as the rules read them
//	internal/calendar        days, the lunar calendar, holidays
//	internal/number          numerals and their exact values
//	internal/runes           characters by their bytes; words found by their first or last two
package facts
