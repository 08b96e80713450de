package dating

import (
	"testing"
	"time"

	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// TestDateLines reads lines such as stand at the head of Korean and other articles.
func TestDateLines(t *testing.T) {
	tests := []struct{ lang, prev, line, published, modified string }{
		{"ko", "", "등록 : 2021-03-04 10:20", "2021-03-04 10:20", ""},
		{"ko", "", "입력시간 2015.01.02 (금) 14:30", "2015-01-02 14:30", ""},
		{"ko", "", "승인 2023.1.2 09:03", "2023-01-02 09:03", ""},
		{"ko", "", "업데이트 2025.12.06 17:18 입력 2025.12.06 16:43", "2025-12-06 16:43", "2025-12-06 17:18"},
		{"ko", "", "입력 : 2020.07.07 10:42:42   수정 : 2020.07.07 12:20:27", "2020-07-07 10:42", "2020-07-07 12:20"},
		{"ko", "", "기사입력 :[ 2018-08-25 15:24 ]", "2018-08-25 15:24", ""},
		{"ko", "", "변새벽 기자 | 기사승인 : 2020-01-02 03:04:05 | 댓글 0", "2020-01-02 03:04", ""},
		{"ko", "", "작성자 관리자 댓글 0건 조회 1,106회 작성일 22-02-23 17:41", "2022-02-23 17:41", ""},
		{"ko", "등록일", "2025.12.10", "2025-12-10 00:00", ""},
		{"ko", "수정일", "2025.12.10", "", "2025-12-10 00:00"},
		{"ko", "", "2024-03-01 10:00 입력", "2024-03-01 10:00", ""},
		{"ko", "", "2023.09.07. 오후 12:22", "2023-09-07 12:22", ""},
		{"ko", "", "최종수정 2020.07.13. 오후 5:18", "", "2020-07-13 17:18"},
		{"ko", "", "등록번호 : 2020-01-02", "", ""},
		{"ko", "", "접수기간 : 2024.03.01 ~ 2024.03.31", "2024-03-01 00:00", ""},
		{"ko", "", "변새벽 기자 | 2019-08-15 09:30 송고 | 2019-08-15 10:12 최종수정", "2019-08-15 09:30", "2019-08-15 10:12"},
		{"ko", "", "2019-08-15 10:12 수정 / 2019-08-15 09:30 입력", "2019-08-15 09:30", "2019-08-15 10:12"},
		{"ko", "", "2019-08-15 09:30 | 수정 2019-08-15 10:12", "2019-08-15 09:30", "2019-08-15 10:12"},
		{"ko", "", "2019-08-15 09:30 수정 2019-08-15 10:12", "2019-08-15 09:30", "2019-08-15 10:12"},
		{"en", "", "Published: 22:16, 23 April 2024 | Updated: 15:56, 27 April 2024", "2024-04-23 22:16", "2024-04-27 " +
			"15:56"},
		{"de", "", "Stand: 28.04.2023, 19:20 Uhr", "", "2023-04-28 19:20"},
		{"fr", "", "Publié le 18 juillet 2024 à 17h05, mis à jour le 19 juillet 2024 à 9h10", "2024-07-18 17:05",
			"2024-07-19 09:10"},
		{"es", "", "Actualizado: 13 de enero de 2025 10:20", "", "2025-01-13 10:20"},
		{"es", "", "Publicado el 13 de enero de 2025 a las 10:20 | Última actualización: 14 de enero de 2025",
			"2025-01-13 10:20", "2025-01-14 00:00"},
		{"it", "", "Pubblicato il 13/01/2025 alle 10:20 - Ultima modifica: 14/01/2025 11:30", "2025-01-13 10:20",
			"2025-01-14 11:30"},
		{"pt", "", "Publicado em 13/01/2025 às 10h20 Atualizado em 14/01/2025 às 11h30", "2025-01-13 10:20",
			"2025-01-14 11:30"},
		{"ca", "", "Actualitzat el 13 de gener de 2025", "", "2025-01-13 00:00"},
		{"nl", "", "Laatst bijgewerkt op 13 januari 2025 om 10:20", "", "2025-01-13 10:20"},
		{"pl", "", "Data publikacji: 13.01.2025, 10:20 Ostatnia aktualizacja: 14.01.2025, 11:30", "2025-01-13 10:20",
			"2025-01-14 11:30"},
		{"cs", "", "Zveřejněno 13. 1. 2025 10:20, poslední aktualizace 14. 1. 2025", "2025-01-13 10:20", "2025-01-14 " +
			"00:00"},
		{"hu", "", "Frissítve: 2025. január 13. 10:20", "", "2025-01-13 10:20"},
		{"ro", "", "Publicat: luni, 13 ianuarie 2025, 10:20 / Actualizat: 14 ianuarie 2025", "2025-01-13 10:20",
			"2025-01-14 00:00"},
		{"bg", "", "Публикувана на 13 януари 2025", "2025-01-13 00:00", ""},
		{"ru", "", "Обновлено понедельник, 13 января 2025, 10:20", "", "2025-01-13 10:20"},
		{"uk", "", "Опубліковано: 13.01.2025 10:20", "2025-01-13 10:20", ""},
		{"sr", "", "Objavljeno: 13. 1. 2025. Ažurirano: 14. 1. 2025. 11:30", "2025-01-13 00:00", "2025-01-14 11:30"},
		{"nb", "", "Publisert 13.01.2025, kl. 10.20 Sist oppdatert 14.01.2025, kl. 11.30", "2025-01-13 10:20",
			"2025-01-14 11:30"},
		{"sv", "", "Publicerad 13 januari 2025 kl 10.20 Senast uppdaterad 14 januari 2025 kl 11.30",
			"2025-01-13 10:20", "2025-01-14 11:30"},
		{"el", "", "Δημοσίευση: 13 Ιανουαρίου 2025 | Ενημερώθηκε: 14 Ιανουαρίου 2025", "2025-01-13 00:00",
			"2025-01-14 00:00"},
		{"tr", "", "Yayınlanma: 13 Ocak 2025 10:20 Güncellenme: 14 Ocak 2025 11:30", "2025-01-13 10:20", "2025-01-14 " +
			"11:30"},
		{"id", "", "Diterbitkan Senin, 13 Januari 2025 10:20 Diperbarui 14 Januari 2025", "2025-01-13 10:20",
			"2025-01-14 00:00"},
		{"ms", "", "Dikemas kini 13 Januari 2025", "", "2025-01-13 00:00"},
		{"vi", "", "Đăng lúc 10:20 13/01/2025", "2025-01-13 10:20", ""},
		{"vi", "", "Cập nhật: 13/01/2025 10:20", "", "2025-01-13 10:20"},
		{"th", "", "เผยแพร่: 13 ม.ค. 2568 10:20 น. ปรับปรุง: 14 ม.ค. 2568 11:30 น.", "2025-01-13 10:20", "2025-01-14 " +
			"11:30"},
		{"ar", "", "تاريخ النشر: 13 يناير 2025 آخر تحديث: 14 يناير 2025", "2025-01-13 00:00", "2025-01-14 00:00"},
		{"he", "", "פורסם: 13.01.2025 עודכן: 14.01.2025", "2025-01-13 00:00", "2025-01-14 00:00"},
		{"fa", "", "تاریخ انتشار: ۲۴ دی ۱۴۰۳", "2025-01-13 00:00", ""},
		{"hi", "", "प्रकाशित: 13 जनवरी 2025 अपडेटेड: 14 जनवरी 2025", "2025-01-13 00:00", "2025-01-14 00:00"},
		{"zh", "", "發布時間：2025/01/13 10:20 更新時間：2025/01/14 11:30", "2025-01-13 10:20", "2025-01-14 11:30"},
		{"en", "", "Updated 2 hours ago", "", ""},
		{"ja", "", "公開 2025年1月14日 20:00 更新 2025年1月15日 5:00", "2025-01-14 20:00", "2025-01-15 05:00"},
	}
	for _, tt := range tests {
		d := newDatings(viewtest.New(t, "<html lang="+tt.lang+">"))
		d.fromLine(tt.line, tt.prev, trustHead)
		got := [2]string{}
		for i, modified := range []bool{false, true} {
			if best := d.best(modified); best != nil {
				got[i] = best.Stamp.Time(d.Zone).Format("2006-01-02 15:04")
			}
		}
		if got != [2]string{tt.published, tt.modified} {
			t.Errorf("%q: got %q, want %q %q", tt.line, got, tt.published, tt.modified)
		}
	}
}

// TestAgreement decides between sources that give the same time in different ways.
func TestAgreement(t *testing.T) {
	type source struct {
		raw      string
		trust    int
		modified bool
	}
	tests := []struct {
		name string
		list []source
		want string
	}{
		{"the offset of another source",
			[]source{{"2022-02-23 17:41:00.0", trustLD, false}, {"2022-02-23T17:41:09+01:00", trustMetaOther, false}},
			"2022-02-23T17:41:09+01:00"},
		{"no offset of another time", []source{{"2022-02-23 17:41", trustLD, false},
			{"2022-02-23T18:00:00+01:00", trustMetaOther, false}},
			"2022-02-23T17:41:00Z"},
		{"what the page " +
			"shows", []source{{"2022-02-23T02:39:00Z", trustRule, false}, {"2022-02-23T11:30:00Z", trustLD, false},
			{"23 February 2022 11:30", trustHead, false}}, "2022-02-23T11:30:00Z"},
		{"shown on another day", []source{{"2022-02-23T02:39:00Z", trustRule, false},
			{"2022-02-24T11:30:00Z", trustLD, false},
			{"24 February 2022 11:30", trustHead, false}}, "2022-02-23T02:39:00Z"},
		{"shown as changed", []source{{"2022-02-23T02:39:00Z", trustRule, false}, {"2022-02-23T11:30:00Z", trustLD, true},
			{"23 February 2022 11:30", trustHead, false}}, "2022-02-23T02:39:00Z"},
	}
	for _, tt := range tests {
		d := newDatings(viewtest.New(t, "<html lang=de>"))
		for _, s := range tt.list {
			from := "source"
			if s.trust == trustHead {
				from = "text"
			}
			d.add(from, s.raw, s.trust, s.modified)
		}
		var got Moment
		d.set("published", false, &got)
		if got.Format(time.RFC3339) != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got.Format(time.RFC3339), tt.want)
		}
	}
}
