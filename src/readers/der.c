/* SPDX-License-Identifier: GPL-3.0-or-later */
/* der.c: tags of one byte, lengths of up to four: no signature has others */
#include "der.h"

#define DEPTH_MAX 16u

typedef struct {
	guint8 tag;
	bool indefinite;
	gsize head, len; /* bytes before the content, and of it */
} Element;

/* Returns: FALSE when the element does not lie in @bytes */
static bool
read_element(const guint8 *bytes, gsize len, Element *out)
{
	if (len < 2 || (bytes[0] & 0x1f) == 0x1f)
		return false;
	Element element = {.tag = bytes[0], .head = 2, .len = bytes[1]};
	if (bytes[1] == 0x80) {
		element.indefinite = true;
		element.len = 0;
	} else if (bytes[1] > 0x80) {
		unsigned n = bytes[1] & 0x7fu;
		if (n > 4 || len < 2 + n)
			return false;
		element.len = 0;
		for (unsigned i = 0; i < n; i++)
			element.len = element.len << 8 | bytes[2 + i];
		element.head += n;
	}
	if (element.len > len - element.head)
		return false;
	*out = element;
	return true;
}

bool
dd_der_take(DdDer *self, guint8 tag, DdDer *content_out)
{
	Element element;
	if (!read_element(self->at, self->len, &element) || element.tag != tag || element.indefinite)
		return false;
	*content_out = (DdDer){self->at + element.head, element.len};
	self->at += element.head + element.len;
	self->len -= element.head + element.len;
	return true;
}

gsize
dd_der_measure(const guint8 *bytes, gsize len)
{
	unsigned open = 0;
	gsize at = 0;
	do {
		Element element;
		if (!read_element(bytes + at, len - at, &element))
			return 0;
		at += element.head + element.len;
		if (element.indefinite && ++open > DEPTH_MAX)
			return 0;
		/* two zeros end what has no length of its own */
		if (open > 0 && element.tag == 0 && element.len == 0)
			open--;
	} while (open > 0);
	return at;
}
