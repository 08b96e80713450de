package report

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
)

// The page's script is written as ES modules, which a page from the disk may not load. They are joined into one: each
// module becomes a function that hands back what it exports, after those it imports from.
var (
	importLine = regexp.MustCompile(`(?ms)^import \{([^}]*)\} from '\./([a-z]+)\.js';\n`)
	exported   = regexp.MustCompile(`(?m)^export (?:async )?(?:function|const|class) ([\w$]+)`)
	exportWord = regexp.MustCompile(`(?m)^export `)
)

// joinModules gives the script of the module main in the folder page and of all that it needs.
func joinModules(files fs.FS, main string) (string, error) {
	var out strings.Builder
	out.WriteString("'use strict';\n(() => {\n")
	joined := map[string]bool{} // false while being joined
	gives := map[string]bool{}  // by module and name
	var join func(name string) error
	join = func(name string) error {
		if done, begun := joined[name]; begun {
			if !done {
				return fmt.Errorf("page/%s.js: imports itself through others", name)
			}
			return nil
		}
		joined[name] = false
		source, err := fs.ReadFile(files, "page/"+name+".js")
		if err != nil {
			return err
		}
		for _, m := range importLine.FindAllStringSubmatch(string(source), -1) {
			if err := join(m[2]); err != nil {
				return err
			}
			for wanted := range strings.FieldsFuncSeq(m[1], func(r rune) bool { return strings.ContainsRune(", \n", r) }) {
				if !gives[m[2]+"."+wanted] {
					return fmt.Errorf("page/%s.js: %s.js does not export %s", name, m[2], wanted)
				}
			}
		}
		for _, m := range exported.FindAllStringSubmatch(string(source), -1) {
			gives[name+"."+m[1]] = true
		}
		joined[name] = true
		out.WriteString(asFunction(name, string(source)))
		return nil
	}
	if err := join(main); err != nil {
		return "", err
	}
	out.WriteString("})();\n")
	return out.String(), nil
}

// asFunction writes a module as a function that is called at once.
func asFunction(name, source string) string {
	var names []string
	for _, m := range exported.FindAllStringSubmatch(source, -1) {
		names = append(names, m[1])
	}
	body := importLine.ReplaceAllString(source, "const {${1}} = ${2}_module;\n")
	body = exportWord.ReplaceAllString(body, "")
	return fmt.Sprintf("const %s_module = (() => {\n%sreturn { %s };\n})();\n", name, body, strings.Join(names, ", "))
}
