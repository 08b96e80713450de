package body

// Origin says where a stretch of an article's text stands on the page: Text.Whole[At:At+Size] is
// Index.Text[From:From+Size] of the body's view.
type Origin struct{ At, Size, From int }

// Origins returns where the text t, which came from the lines of b, stands on the page, in order. What is between two
// stretches was put there by gisa: the blank line between paragraphs, a blank where something was cut.
func (b *Body) Origins(t Text) []Origin {
	list := make([]Origin, 0, len(b.Lines))
	at := 0
	for i, l := range b.Lines {
		if i > 0 {
			at += len(b.between(i))
		}
		size := int(l.Stop - l.Start)
		list = append(list, Origin{at, size, int(l.Start)})
		at += size
	}
	for _, kept := range t.moves {
		list = moveOrigins(list, kept)
	}
	return list
}

// moveOrigins follows the text when only pieces of it are kept.
func moveOrigins(list []Origin, kept []keptPiece) []Origin {
	var moved []Origin
	for _, p := range kept {
		for len(list) > 0 && list[0].At+list[0].Size <= p.from {
			list = list[1:]
		}
		for _, o := range list {
			from, to := max(o.At, p.from), min(o.At+o.Size, p.to)
			if from >= to {
				break
			}
			moved = append(moved, Origin{p.at + from - p.from, to - from, o.From + from - o.At})
		}
	}
	return moved
}
