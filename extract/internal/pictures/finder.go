package pictures

import (
	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// Found is what stands in the body beside its text.
type Found struct {
	Images []Image
	Links  []Link
}

// Image is a picture of the body.
type Image struct {
	URL, Caption, Credit string
	Element              int32 // of the view's index; -1 for the picture that only the head names
}

// Link is a link of the body.
type Link struct{ Text, URL string }

// finder looks through the tree that holds the body.
type finder struct {
	*view.View
	body  *body.Body
	found Found
}
