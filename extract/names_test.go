package extract

import (
	"strings"
	"testing"
)

// TestReadNames reads bylines as the press of each language writes them.
func TestReadNames(t *testing.T) {
	tests := []struct{ line, want string }{
		{"By Jane Doe", "Jane Doe"},
		{"By Jane Doe and John Roe", "Jane Doe, John Roe"},
		{"BY JANE DOE, POLITICAL EDITOR", "JANE DOE/POLITICAL EDITOR"},
		{"Posted by Jane Doe", "Jane Doe"},
		{"Written by: Jane Doe", "Jane Doe"},
		{"Jane Doe, Chief Reporter", "Jane Doe/Chief Reporter"},
		{"Jane Doe – health correspondent", "Jane Doe/health correspondent"},
		{"Jane Doe in Haeram", "Jane Doe"},
		{"Jane Doe (dpa)", "Jane Doe"},
		{"Jane Doe @janedoe", "Jane Doe"},
		{"Jane Doe jane@haeram.example", "Jane Doe jane@haeram.example"},
		{"Jane Doe / John Roe", "Jane Doe, John Roe"},
		{"Jane Doe; John Roe", "Jane Doe, John Roe"},
		{"Words: Jane Doe Photos: John Roe", "Jane Doe"},
		{"Von Anna Müller und Jan de Vries", "Anna Müller, Jan de Vries"},
		{"Von Anna Müller, Haeram", "Anna Müller, Haeram"},
		{"Ein Kommentar von Anna Müller", "Anna Müller"},
		{"Text: Anna Müller, Fotos: Jan Roth", "Anna Müller"},
		{"Par Jeanne Dupont et Paul Martin", "Jeanne Dupont, Paul Martin"},
		{"Publié par Jeanne Dupont", "Jeanne Dupont"},
		{"Por Ana García y Luis Pérez", "Ana García, Luis Pérez"},
		{"Escrito por Ana García", "Ana García"},
		{"Por Ana Souza e João Lima", "Ana Souza, João Lima"},
		{"di Anna Rossi", "Anna Rossi"},
		{"Scritto da Anna Rossi", "Anna Rossi"},
		{"a cura di Anna Rossi", "Anna Rossi"},
		{"Anna Puig i Joan Mas", "Anna Puig, Joan Mas"},
		{"Door Anna de Vries en Jan Bakker", "Anna de Vries, Jan Bakker"},
		{"Geschreven door Anna de Vries", "Anna de Vries"},
		{"Av Anna Berg och Jan Lind", "Anna Berg, Jan Lind"},
		{"Skrevet av Anna Berg", "Anna Berg"},
		{"Af Anna Holm og Jan Krog", "Anna Holm, Jan Krog"},
		{"Tekst: Anna Holm Foto: Jan Krog", "Anna Holm"},
		{"Teksti Anna Virtanen ja Jan Korhonen", "Anna Virtanen, Jan Korhonen"},
		{"Autor: Anna Kowalska", "Anna Kowalska"},
		{"Oprac. Anna Kowalska", "Anna Kowalska"},
		{"Autor: Anna Nováková a Jan Dvořák", "Anna Nováková, Jan Dvořák"},
		{"Szerző: Kovács Anna és Nagy János", "Kovács Anna, Nagy János"},
		{"Írta: Kovács Anna", "Kovács Anna"},
		{"De Ana Popescu și Ion Radu", "Ana Popescu, Ion Radu"},
		{"Scris de Ana Popescu", "Ana Popescu"},
		{"Piše: Ana Marić", "Ana Marić"},
		{"Автор: Анна Иванова", "Анна Иванова"},
		{"Анна Иванова и Иван Петров", "Анна Иванова, Иван Петров"},
		{"Текст: Анна Иванова Фото: Иван Петров", "Анна Иванова"},
		{"Автор: Анна Шевченко та Іван Бондар", "Анна Шевченко, Іван Бондар"},
		{"Γράφει η Άννα Παππά", "Άννα Παππά"},
		{"Άννα Παππά και Νίκος Ρήγας", "Άννα Παππά, Νίκος Ρήγας"},
		{"Yazan: Ayşe Demir ve Ali Kaya", "Ayşe Demir, Ali Kaya"},
		{"Oleh: Ani Lestari dan Budi Santoso", "Ani Lestari, Budi Santoso"},
		{"Penulis: Ani Lestari", "Ani Lestari"},
		{"Bởi Lan Anh và Minh Đức", "Lan Anh, Minh Đức"},
		{"Tác giả: Lan Anh", "Lan Anh"},
		{"โดย มานี ใจดี", "มานี ใจดี"},
		{"بقلم: ليلى حداد", "ليلى حداد"},
		{"كتب: سامي نصر", "سامي نصر"},
		{"מאת: דנה לוי", "דנה לוי"},
		{"نویسنده: مریم کریمی", "مریم کریمی"},
		{"लेखक: मीना शर्मा और राजू वर्मा", "मीना शर्मा, राजू वर्मा"},
		{"文/王小明", "王小明"},
		{"文／記者王小明", "王小明"},
		{"記者王小明／海南報導", "王小明"},
		{"记者 王小明 李小红", "王小明, 李小红"},
		{"作者：王小明", "王小明"},
		{"文・山田太郎", "山田太郎"},
		{"記者 山田太郎", "山田太郎"},
		{"山田太郎記者", "山田太郎"},
		{"文=山田太郎、写真=鈴木花子", "山田太郎"},

		{"Per Berg", "Per Berg"},
		{"Theo Müller", "Theo Müller"},
		{"Ina Perez", "Ina Perez"},
		{"Posted in News", "Posted in News"},
		{"Editor in Chief", "Editor in Chief"},
		{"文在明", "文在明"},
		{"Staff Reporter", "Staff Reporter"},
		{"Redaktion haeram.example", "Redaktion haeram.example"},
		{"The Haeram Press", "The Haeram Press"},
	}
	for _, tt := range tests {
		p := &page{ix: &index{}, art: &Article{}}
		if strings.HasPrefix(tt.line, "记") {
			p.art.Language = "zh"
		}
		if got := strings.TrimSpace(show(readNames(p, tt.line))); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.line, got, tt.want)
		}
	}
}
