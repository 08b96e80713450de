package calendar

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/gisa-go/gisa/internal/golden"
)

// The table of the lunar calendar is computed here: new moons and the longitude of the sun after Jean Meeus,
// Astronomical Algorithms (2nd edition), chapters 49 and 25. A month begins on the day of the new moon in Korea; the
// month with the winter solstice is the 11th; where 13 months lie between two of those, the first without a principal
// solar term is the leap month.
func TestLunarTable(t *testing.T) {
	var b strings.Builder
	b.WriteString("# The Korean lunar calendar: year, its first day, leap month (0: none), its months in order, " +
		"1 where one has 30 days, 0 where 29.\n")
	b.WriteString("# Computed by TestLunarTable.\n")
	for year := firstLunarYear; year <= lastLunarYear; year++ {
		months := lunarMonths(year)
		first, lengths, leap := months[0].first, "", 0
		for i, m := range months[:len(months)-1] {
			lengths += fmt.Sprint(int(months[i+1].first-m.first) - 29)
			if m.leap {
				leap = m.month
			}
		}
		c := first.Civil()
		fmt.Fprintf(&b, "%d\t%02d-%02d\t%d\t%s\n", c.Year, c.Month, c.Day, leap, lengths)
	}
	golden.Check(t, "data/lunar.tsv", []byte(b.String()))
}

type moon struct {
	first Day
	month int
	leap  bool
}

// lunarMonths gives the months of a lunar year and the first of the next.
func lunarMonths(year int) []moon {
	all := append(solsticeYear(year-1), solsticeYear(year)...)
	all = append(all, solsticeYear(year + 1)[:4]...)
	var list []moon
	for _, m := range all {
		if len(list) > 0 && m.month == 1 && !m.leap {
			return append(list, m)
		}
		if len(list) > 0 || m.month == 1 {
			list = append(list, m)
		}
	}
	panic("no new year")
}

// solsticeYear gives the months from the one with the winter solstice of a year to the next such.
func solsticeYear(year int) []moon {
	start, end := monthOf(solstice(year)), monthOf(solstice(year+1))
	var list []moon
	for k := start; k < end; k++ {
		list = append(list, moon{first: newMoonDay(k)})
	}
	month, leapt := 11, len(list) == 12
	for i := range list {
		list[i].month = month
		if i > 0 && !leapt && principal(list[i].first) == principal(newMoonDay(start+i+1)) {
			list[i].leap, leapt = true, true
			list[i].month = list[i-1].month
			continue
		}
		month = month%12 + 1
	}
	return list
}

// principal counts the principal terms, 30 degrees of solar longitude apart, before a day begins.
func principal(day Day) int { return int(math.Floor(sunLongitude(midnight(day)) / 30)) }

// solstice gives the day on which the sun reaches 270 degrees.
func solstice(year int) Day {
	day := Civil{year, 12, 18}.Number()
	for sunLongitude(midnight(day+1)) < 270 {
		day++
	}
	return day
}

// monthOf gives the lunation that a day lies in.
func monthOf(day Day) int {
	k := int(math.Floor(float64(day-newMoonDay(0))/29.530588861)) - 1
	for newMoonDay(k+1) <= day {
		k++
	}
	return k
}

// midnight gives the Julian Ephemeris Day at which a day begins in Korea.
func midnight(day Day) float64 {
	jd := float64(day) + 2440587.5
	jd -= meridian(jd)
	return jd + deltaT(jd)/86400
}

// newMoonDay gives the day in Korea of the k-th new moon, 0 being that of 6 January 2000.
func newMoonDay(k int) Day {
	jde := newMoon(float64(k))
	if k == lateMoon {
		jde += 1. / 24
	}
	return Day(math.Floor(jde - deltaT(jde)/86400 + meridian(jde) - 2440587.5))
}

// lateMoon is the new moon of April 1906, minutes before midnight: the calendar of its time has it on the day after, as
// the tables of the Korea Astronomy and Space Science Institute do.
const lateMoon = -1159

// meridian gives the time of the calendar's makers, ahead of universal time by a part of a day: that of Peking until
// 1911, then 9 hours.
func meridian(jd float64) float64 {
	if jd < 2419402.5 {
		return (7 + 46./60) / 24
	}
	return 9. / 24
}

// deltaT is terrestrial minus universal time in seconds, by the polynomials of Espenak and Meeus.
func deltaT(jd float64) float64 {
	y := 2000 + (jd-2451544.5)/365.25
	poly := func(x float64, c ...float64) (sum float64) {
		for i := len(c) - 1; i >= 0; i-- {
			sum = sum*x + c[i]
		}
		return sum
	}
	switch {
	case y < 1920:
		return poly(y-1900, -2.79, 1.494119, -0.0598939, 0.0061966, -0.000197)
	case y < 1941:
		return poly(y-1920, 21.20, 0.84493, -0.076100, 0.0020936)
	case y < 1961:
		return poly(y-1950, 29.07, 0.407, -1./233, 1./2547)
	case y < 1986:
		return poly(y-1975, 45.45, 1.067, -1./260, -1./718)
	case y < 2005:
		return poly(y-2000, 63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599)
	case y < 2050:
		return poly(y-2000, 62.92, 0.32217, 0.005589)
	}
	return -20 + 32*math.Pow((y-1820)/100, 2) - 0.5628*(2150-y)
}

func sin(degrees float64) float64 { return math.Sin(degrees * math.Pi / 180) }

// sunLongitude gives the apparent longitude of the sun in degrees (Meeus, chapter 25).
func sunLongitude(jde float64) float64 {
	t := (jde - 2451545) / 36525
	mean := 280.46646 + t*(36000.76983+t*0.0003032)
	m := 357.52911 + t*(35999.05029-t*0.0001537)
	center := (1.914602-t*(0.004817+t*0.000014))*sin(m) + (0.019993-0.000101*t)*sin(2*m) + 0.000289*sin(3*m)
	apparent := mean + center - 0.00569 - 0.00478*sin(125.04-1934.136*t)
	return math.Mod(math.Mod(apparent, 360)+360, 360)
}

// newMoon gives the Julian Ephemeris Day of the k-th new moon (Meeus, chapter 49).
func newMoon(k float64) float64 {
	t := k / 1236.85
	e := 1 - t*(0.002516+t*0.0000074)
	m := 2.5534 + 29.10535670*k - t*t*(0.0000014+t*0.00000011)
	p := 201.5643 + 385.81693528*k + t*t*(0.0107582+t*(0.00001238-t*0.000000058))
	f := 160.7108 + 390.67050284*k - t*t*(0.0016118+t*(0.00000227-t*0.000000011))
	o := 124.7746 - 1.56375588*k + t*t*(0.0020672+t*0.00000215)
	jde := 2451550.09766 + 29.530588861*k + t*t*(0.00015437-t*(0.000000150-t*0.00000000073))
	for _, c := range []struct {
		size, e, m, p, f, o float64 // size, power of e, multiples of the arguments
	}{
		{-0.40720, 0, 0, 1, 0, 0}, {0.17241, 1, 1, 0, 0, 0}, {0.01608, 0, 0, 2, 0, 0}, {0.01039, 0, 0, 0, 2, 0},
		{0.00739, 1, -1, 1, 0, 0}, {-0.00514, 1, 1, 1, 0, 0}, {0.00208, 2, 2, 0, 0, 0}, {-0.00111, 0, 0, 1, -2, 0},
		{-0.00057, 0, 0, 1, 2, 0}, {0.00056, 1, 1, 2, 0, 0}, {-0.00042, 0, 0, 3, 0, 0}, {0.00042, 1, 1, 0, 2, 0},
		{0.00038, 1, 1, 0, -2, 0}, {-0.00024, 1, -1, 2, 0, 0}, {-0.00017, 0, 0, 0, 0, 1}, {-0.00007, 0, 2, 1, 0, 0},
		{0.00004, 0, 0, 2, -2, 0}, {0.00004, 0, 3, 0, 0, 0}, {0.00003, 0, 1, 1, -2, 0}, {0.00003, 0, 0, 2, 2, 0},
		{-0.00003, 0, 1, 1, 2, 0}, {0.00003, 0, -1, 1, 2, 0}, {-0.00002, 0, -1, 1, -2, 0}, {-0.00002, 0, 1, 3, 0, 0},
		{0.00002, 0, 0, 4, 0, 0},
	} {
		jde += c.size * math.Pow(e, c.e) * sin(c.m*m+c.p*p+c.f*f+c.o*o)
	}
	jde += 0.000325 * sin(299.77+0.107408*k-0.009173*t*t)
	for _, c := range [][3]float64{
		{0.000165, 251.88, 0.016321}, {0.000164, 251.83, 26.651886}, {0.000126, 349.42, 36.412478},
		{0.000110, 84.66, 18.206239},
		{0.000062, 141.74, 53.303771}, {0.000060, 207.14, 2.453732}, {0.000056, 154.84, 7.306860},
		{0.000047, 34.52, 27.261239},
		{0.000042, 207.19, 0.121824}, {0.000040, 291.34, 1.844379}, {0.000037, 161.72, 24.198154},
		{0.000035, 239.56, 25.513099}, {0.000023, 331.55, 3.592518},
	} {
		jde += c[0] * sin(c[1]+c[2]*k)
	}
	return jde
}
