package stamp

import "strings"

// clock reads the time that follows a date, and its offset.
func (r *stampReader) clock(st *Stamp, i int) {
	if st.Timed {
		if r.zone(st, i) {
			return
		}
		return
	}
	for range 8 { // weekdays and fillers between date and time
		if r.kind(i) == '0' || r.half(i) >= 0 && r.kind(i+1) == '0' {
			break
		}
		if !r.filler(i) {
			return
		}
		i++
	}
	r.readClock(st, i)
}

// filler reports whether token i may stand between a date and its time.
func (r *stampReader) filler(i int) bool {
	switch r.kind(i) {
	case ',', '.', '-', '|', '(', ')', '/', '?', ':', '[', ']':
		return true
	case 'a':
		w := strings.ToLower(r.word(i))
		return dateWords().fillers[w] || dateWords().weekdays[w]
	}
	return false
}

// half returns 0 for a word of the morning, 12 for one of the afternoon, else -1.
func (r *stampReader) half(i int) int { return halfOf(r.word(i)) }

func halfOf(word string) int {
	word = strings.ToLower(word)
	switch {
	case dateWords().morning[word]:
		return 0
	case dateWords().afternoon[word]:
		return 12
	}
	return -1
}

// readClock reads 17:41, 17:41:09.5, 오후 5:41, 5.41 pm, 17h41, 17시 41분, 5 PM.
func (r *stampReader) readClock(st *Stamp, i int) bool {
	half := r.half(i)
	if half >= 0 {
		i++
	}
	if r.kind(i) != '0' || r.tokens[i].digits > 2 || r.tokens[i].value > 24 {
		return false
	}
	c := *st
	c.Hour = r.tokens[i].value
	end := i + 1
	sep := r.kind(i + 1)
	words := dateWords()
	w := strings.ToLower(r.word(i + 1))
	minutes := r.kind(i+2) == '0' && r.tokens[i+2].digits == 2 && r.tokens[i+2].value < 60
	short := r.kind(i+2) == '0' && words.hour[w] && words.minute[strings.ToLower(r.word(i+3))] // 9시 5분
	switch {
	case (minutes || short) && (sep == ':' || words.hour[w] || sep == '.' && r.dotClock(i)):
		c.Minute = r.tokens[i+2].value
		end = r.seconds(&c, i+3)
		if w := strings.ToLower(r.word(end)); words.minute[w] || words.clock[w] {
			end++
		}
	case words.hour[w] || words.clock[w]:
		end++
	case half >= 0 || w == "am" || w == "pm":
	default:
		return false
	}
	if half < 0 {
		if half, end = r.halfAfter(end); half >= 0 && c.Hour > 12 {
			half = -1
		}
	}
	switch {
	case half == 12 && c.Hour < 12:
		c.Hour += 12
	case half == 0 && c.Hour == 12:
		c.Hour = 0
	}
	if c.Hour == 24 {
		c.Hour = 0
	}
	c.Timed = true
	c.End = max(c.End, r.tokens[end-1].end)
	*st = c
	r.zone(st, end)
	return true
}

// seconds reads the seconds behind a time, where there are any.
func (r *stampReader) seconds(c *Stamp, i int) (next int) {
	if r.kind(i) != ':' || r.kind(i+1) != '0' || r.tokens[i+1].digits != 2 || r.tokens[i+1].value > 60 {
		return i
	}
	c.Sec = min(59, r.tokens[i+1].value)
	i += 2
	if r.kind(i) == '.' && r.kind(i+1) == '0' && r.tokens[i].end == r.tokens[i+1].start {
		i += 2
	}
	return i
}

// halfAfter reads am, p.m., de la tarde and their like behind a time.
func (r *stampReader) halfAfter(i int) (half, next int) {
	j := i
	for range 2 {
		if dateWords().joiners[strings.ToLower(r.word(j))] && r.half(j) < 0 {
			j++
		}
	}
	if h := r.half(j); h >= 0 {
		return h, j + 1
	}
	if r.kind(i+1) != '.' || len(r.word(i)) > 4 || len(r.word(i+2)) > 4 {
		return -1, i
	}
	half = halfOf(r.word(i) + r.word(i+2)) // a.m., π.μ.
	if half < 0 {
		return -1, i
	}
	if next = i + 3; r.kind(next) == '.' {
		next++
	}
	return half, next
}

// dotClock reports whether 20.15 at token i is a time: something around says so.
func (r *stampReader) dotClock(i int) bool {
	w := strings.ToLower(r.word(i + 3))
	if half, _ := r.halfAfter(i + 3); half >= 0 || dateWords().clock[w] {
		return true
	}
	if _, zone := zoneNames()[r.word(i+3)]; zone {
		return true
	}
	if before := strings.ToLower(r.word(i - 1)); len(before) > 1 && dateWords().fillers[before] {
		return true
	}
	last := r.kind(i+3) == 0 && (r.kind(i-1) == ',' || r.kind(i-1) == '0' && r.tokens[i].digits == 2)
	return last || r.kind(i-1) == '.' && strings.ToLower(r.word(i-2)) == "kl" || r.kind(i-1) == '|'
}

// clockBefore reads a time that stands just before the date at token i: 15:42, 3. Mai 2024.
func (r *stampReader) clockBefore(st *Stamp, i int) {
	for j := i - 1; j >= max(0, i-9); j-- {
		if r.isClockMark(j) && !(r.kind(j-2) == ':' && r.kind(j-3) == '0') {
			c := *st
			c.End = 0
			if r.readClock(&c, j-1) && c.Timed && r.between(c.End, st.Start) {
				c.Start, c.End = r.tokens[j-1].start, st.End
				*st = c
			}
			return
		}
	}
}

// isClockMark reports whether token j stands between an hour and its minute.
func (r *stampReader) isClockMark(j int) bool {
	mark := r.kind(j) == ':' || dateWords().hour[strings.ToLower(r.word(j))]
	return mark && r.kind(j-1) == '0' && r.kind(j+1) == '0'
}

// between reports whether little stands between two offsets of the text.
func (r *stampReader) between(a, b int) bool { return b >= a && b-a <= 14 }

// zone reads Z, +0900, +09:00, GMT+7, KST behind a time.
func (r *stampReader) zone(st *Stamp, i int) bool {
	if r.kind(i) == '(' {
		i++
	}
	w := r.word(i)
	if off, ok := zoneOffset(w, *st); ok {
		st.Zoned, st.Offset, st.End = true, off, r.tokens[i].end
		i++
		if off != 0 {
			return true
		}
	}
	sign := 1
	switch r.kind(i) {
	case '+':
	case '-':
		sign = -1
	default:
		return st.Zoned
	}
	if r.kind(i+1) != '0' || r.tokens[i+1].start != r.tokens[i].end {
		return st.Zoned
	}
	t := r.tokens[i+1]
	if glued := r.tokens[i].start == st.End; !st.Zoned && !glued && t.digits != 4 && r.kind(i+2) != ':' {
		return st.Zoned
	}
	h, m := t.value, 0
	switch end := i + 2; {
	case t.digits == 4:
		h, m = t.value/100, t.value%100
	case t.digits <= 2 && r.kind(end) == ':' && r.kind(end+1) == '0' && r.tokens[end+1].digits == 2:
		m = r.tokens[end+1].value
		t = r.tokens[end+1]
	case t.digits > 2:
		return st.Zoned
	}
	if h > 14 || m > 59 {
		return st.Zoned
	}
	st.Zoned, st.Offset, st.End = true, sign*(h*3600+m*60), t.end
	return true
}
