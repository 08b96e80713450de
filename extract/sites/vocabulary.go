package sites

// vocabulary numbers the keys that the rules of a set ask for.
type vocabulary struct {
	ids, classes, props, tags map[string]int32
	comments                  []string
	size                      int32
}

func newVocabulary() vocabulary {
	return vocabulary{map[string]int32{}, map[string]int32{}, map[string]int32{}, map[string]int32{}, nil, 0}
}

func (v *vocabulary) table(kind byte) map[string]int32 {
	switch kind {
	case '#':
		return v.ids
	case '.':
		return v.classes
	case '=':
		return v.props
	case '<':
		return v.tags
	}
	return nil
}

func (v *vocabulary) add(s *Selector) {
	if s == nil {
		return
	}
	for _, p := range s.parts {
		if t := v.table(p.key.kind); t != nil {
			if _, ok := t[p.key.name]; !ok {
				v.size++
				t[p.key.name] = v.size
			}
		}
	}
}
