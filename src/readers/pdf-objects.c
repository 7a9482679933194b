/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pdf-objects.c: the file is looked through for "N G obj", which needs no table of objects, be it right or wrong; objects inside of
 * streams of objects come in where their stream stands.
 */
#include "pdf-objects.h"

#define ZLIB_CONST

#include <string.h>
#include <zlib.h>

#include "maxima.h"

#define KEY(word) word, sizeof(word) - 1
#define TREE_DEPTH_MAX 32
#define LINKS_MAX 8                   /* references to references */
#define HEAD_BYTES 512                /* in which a stream of objects says that it is one */
#define SPARE_BYTES ((gsize)16 << 20) /* that may be looked at, in a small file */
#define CHUNK_BYTES 16384u            /* inflated at a time */

struct _DdPdfObjects {
	const guint8 *bytes;
	gsize len;
	gsize budget;       /* bytes that may still be looked at */
	gsize unpacked;     /* bytes of all streams so far, packed and unpacked */
	GArray *objects;    /* DdPdfSlice by number */
	GPtrArray *unpacks; /* GByteArray: what objects of streams lie in */
	GArray *pages;      /* DdPdfPage */
};

static bool
is_empty(DdPdfSlice slice)
{
	return slice.at >= slice.end;
}

/* Returns: as much of @slice as may still be looked at */
static DdPdfSlice
afford(const DdPdfObjects *self, DdPdfSlice slice)
{
	if ((gsize)(slice.end - slice.at) > self->budget)
		slice.end = slice.at + self->budget;
	return slice;
}

/*
 * Pays for what was looked at from @from to @to, which were blanks and comments too. Returns: FALSE when nothing is left, as only files
 * made to harm come to; what was found may be cut off then
 */
static bool
pay(DdPdfObjects *self, const guint8 *from, const guint8 *to)
{
	self->budget -= MIN(self->budget, (gsize)(to - from));
	return self->budget > 0;
}

/* As dd_pdf_next. Returns: of DD_PDF_END also when all is spent */
static DdPdfToken
take_token(DdPdfObjects *self, DdPdfSlice *rest)
{
	DdPdfSlice seen = afford(self, *rest);
	DdPdfToken token = dd_pdf_next(&seen);
	bool ok = pay(self, rest->at, seen.at);
	rest->at = seen.at;
	return ok ? token : (DdPdfToken){.kind = DD_PDF_END};
}

DdPdfSlice
dd_pdf_objects_take(DdPdfObjects *self, DdPdfSlice *rest)
{
	DdPdfSlice seen = afford(self, *rest);
	DdPdfSlice value = dd_pdf_take_value(&seen);
	bool ok = pay(self, rest->at, seen.at);
	rest->at = seen.at;
	return ok ? value : (DdPdfSlice){0};
}

bool
dd_pdf_objects_are_spent(const DdPdfObjects *self)
{
	return self->budget == 0;
}

bool
dd_pdf_objects_open_array(DdPdfObjects *self, DdPdfSlice *rest)
{
	return take_token(self, rest).kind == DD_PDF_OPEN_ARRAY;
}

static void
set_object(DdPdfObjects *self, guint number, DdPdfSlice object)
{
	if (number >= DD_MAX_PDF_OBJECTS)
		return;
	if (number >= self->objects->len)
		g_array_set_size(self->objects, number + 1);
	g_array_index(self->objects, DdPdfSlice, number) = object;
}

DdPdfSlice
dd_pdf_objects_resolve(DdPdfObjects *self, DdPdfSlice value)
{
	guint number = 0;
	for (int i = 0; i < LINKS_MAX && dd_pdf_get_reference(value, &number); i++) {
		if (number >= self->objects->len ||
			!pay(self, value.at, dd_pdf_cut(value, DD_PDF_LOOK_BYTES).end))
			return (DdPdfSlice){0};
		value = g_array_index(self->objects, DdPdfSlice, number);
	}
	return value;
}

/* Pays for what stands before the value and for the value; a stream behind the dictionary costs nothing. */
static DdPdfSlice
find_direct(DdPdfObjects *self, DdPdfSlice dict, const char *key, gsize len)
{
	if (take_token(self, &dict).kind != DD_PDF_OPEN_DICT)
		return (DdPdfSlice){0};
	for (;;) {
		DdPdfToken name = take_token(self, &dict);
		if (name.kind != DD_PDF_NAME)
			return (DdPdfSlice){0};
		DdPdfSlice value = dd_pdf_objects_take(self, &dict);
		if (len > 0 && name.len == len && memcmp(name.text, key, len) == 0)
			return value;
	}
}

DdPdfSlice
dd_pdf_objects_find(DdPdfObjects *self, DdPdfSlice dict, const char *key, gsize len)
{
	return dd_pdf_objects_resolve(self, find_direct(self, dict, key, len));
}

/* Returns: FALSE when the bytes are none, or too many. Packed ones count too: parts that unpack to nothing are not free */
static bool
inflate_into(DdPdfObjects *self, DdPdfSlice packed, GByteArray *out)
{
	guint8 chunk[CHUNK_BYTES];
	z_stream stream = {
		.next_in = packed.at, .avail_in = (uInt)MIN(packed.end - packed.at, G_MAXINT)};
	if (inflateInit(&stream) != Z_OK)
		return false;
	const guint8 *at = packed.at;
	int status = Z_OK;
	while (status == Z_OK && self->unpacked <= DD_MAX_PDF_UNPACKED_BYTES) {
		stream.next_out = chunk;
		stream.avail_out = sizeof(chunk);
		status = inflate(&stream, Z_NO_FLUSH);
		guint n = (guint)(sizeof(chunk) - stream.avail_out);
		g_byte_array_append(out, chunk, n);
		self->unpacked += n + (gsize)(stream.next_in - at);
		at = stream.next_in;
	}
	inflateEnd(&stream);
	return status == Z_STREAM_END;
}

/* Returns: FALSE unless the stream is plain or deflated, in nothing else */
static bool
get_filter(DdPdfObjects *self, DdPdfSlice object, bool *deflated_out)
{
	DdPdfSlice filter = dd_pdf_objects_find(self, object, KEY("Filter"));
	*deflated_out = !is_empty(filter);
	if (is_empty(filter))
		return true;
	/* a predictor is for images and tables of objects */
	if (!is_empty(dd_pdf_objects_find(self, object, KEY("DecodeParms"))))
		return false;
	filter = dd_pdf_cut(filter, DD_PDF_LOOK_BYTES);
	DdPdfToken token = dd_pdf_next(&filter);
	bool is_array = token.kind == DD_PDF_OPEN_ARRAY;
	if (is_array)
		token = dd_pdf_next(&filter);
	return dd_pdf_token_is(&token, DD_PDF_NAME, "FlateDecode") &&
	       (!is_array || dd_pdf_next(&filter).kind == DD_PDF_CLOSE_ARRAY);
}

bool
dd_pdf_objects_unpack(DdPdfObjects *self, DdPdfSlice object, GByteArray *out)
{
	bool is_deflated = false;
	DdPdfSlice rest = object;
	if (!get_filter(self, object, &is_deflated) || is_empty(dd_pdf_objects_take(self, &rest)))
		return false;
	DdPdfToken word = take_token(self, &rest);
	if (!dd_pdf_token_is(&word, DD_PDF_WORD, "stream"))
		return false;
	if (!is_empty(rest) && *rest.at == '\r')
		rest.at++;
	if (!is_empty(rest) && *rest.at == '\n')
		rest.at++;
	if (is_deflated)
		return inflate_into(self, rest, out);
	double length = -1;
	(void)dd_pdf_get_numbers(dd_pdf_objects_find(self, object, KEY("Length")), &length, 1);
	if (!(length >= 0 && length <= (double)(rest.end - rest.at)) ||
		(self->unpacked += (gsize)length) > DD_MAX_PDF_UNPACKED_BYTES)
		return false;
	g_byte_array_append(out, rest.at, (guint)length);
	return true;
}

/* Takes the objects that a stream of objects holds: 7.5.7. */
static void
take_stream(DdPdfObjects *self, DdPdfSlice object)
{
	DdPdfSlice head = {object.at, MIN(object.end, object.at + HEAD_BYTES)};
	double count = 0, first = 0;
	if (dd_pdf_find_word(head, KEY("/ObjStm")) == NULL ||
		!dd_pdf_is_name(dd_pdf_objects_find(self, head, KEY("Type")), "ObjStm") ||
		dd_pdf_get_numbers(dd_pdf_objects_find(self, head, KEY("N")), &count, 1) == 0 ||
		dd_pdf_get_numbers(dd_pdf_objects_find(self, head, KEY("First")), &first, 1) == 0)
		return;
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	if (!dd_pdf_objects_unpack(self, object, bytes) || !(first >= 0 && first <= bytes->len))
		return;
	const guint8 *begin = bytes->data + (gsize)first;
	DdPdfSlice table = {bytes->data, begin};
	for (gsize i = 0; (double)i < count; i++) {
		DdPdfToken number = dd_pdf_next(&table), place = dd_pdf_next(&table);
		if (number.kind != DD_PDF_NUMBER || place.kind != DD_PDF_NUMBER)
			break;
		if (!(number.number >= 0 && number.number < DD_MAX_PDF_OBJECTS &&
			    place.number >= 0 && place.number < (double)(bytes->len - (gsize)first)))
			continue;
		DdPdfSlice rest = {begin + (gsize)place.number, bytes->data + bytes->len};
		DdPdfSlice value = dd_pdf_objects_take(self, &rest);
		if (value.at == NULL)
			break;
		set_object(self, (guint)number.number, value);
	}
	g_ptr_array_add(self->unpacks, g_steal_pointer(&bytes));
}

/* Returns: FALSE when no "N G " stands before @at. @begin_out: of N */
static bool
read_back(const DdPdfObjects *self, gsize at, guint *number_out, gsize *begin_out)
{
	gsize ends[2] = {0}, begins[2] = {0};
	for (int i = 0; i < 2; i++) {
		gsize blank = at;
		while (at > 0 && g_ascii_isspace(self->bytes[at - 1]))
			at--;
		ends[i] = at;
		while (at > 0 && ends[i] - at < 10 && g_ascii_isdigit(self->bytes[at - 1]))
			at--;
		begins[i] = at;
		if (ends[i] == blank || begins[i] == ends[i])
			return false;
	}
	guint64 number = 0;
	for (gsize i = begins[1]; i < ends[1]; i++)
		number = number * 10 + (guint64)(self->bytes[i] - '0');
	*number_out = (guint)MIN(number, G_MAXUINT);
	*begin_out = begins[1];
	return true;
}

static void
end_object(DdPdfObjects *self, guint number, gsize from, gsize to)
{
	DdPdfSlice object = {self->bytes + from, self->bytes + to};
	set_object(self, number, object);
	take_stream(self, object);
}

/* Takes each object as what lies between its head and the next one's. */
static void
index_file(DdPdfObjects *self)
{
	guint number = 0, next = 0;
	gsize from = 0, begin = 0;
	for (gsize at = 0; at < self->len;) {
		const guint8 *found = dd_pdf_find_word(
			(DdPdfSlice){self->bytes + at, self->bytes + self->len}, KEY("obj"));
		if (found == NULL)
			break;
		at = (gsize)(found - self->bytes);
		if (read_back(self, at, &next, &begin)) {
			if (from > 0)
				end_object(self, number, from, MAX(begin, from));
			number = next;
			from = at + 3;
		}
		at += 3;
	}
	if (from > 0)
		end_object(self, number, from, self->len);
}

/* Returns: the object that the last /Root names: files that were added to have one for each time */
static DdPdfSlice
find_root(DdPdfObjects *self)
{
	DdPdfSlice root = {0};
	guint number = 0;
	for (gsize at = 0; at < self->len;) {
		const guint8 *found = dd_pdf_find_word(
			(DdPdfSlice){self->bytes + at, self->bytes + self->len}, KEY("/Root"));
		if (found == NULL)
			break;
		DdPdfSlice value = {found + 5, self->bytes + self->len};
		value.end = MIN(value.end, value.at + 40);
		if (dd_pdf_get_reference(value, &number))
			root = value;
		at = (gsize)(found - self->bytes) + 5;
	}
	return dd_pdf_objects_resolve(self, root);
}

/* A node of the tree of pages whose children are gone through */
typedef struct {
	DdPdfSlice kids;
	DdPdfPage above; /* what its pages have from it */
} Node;

static void
inherit(DdPdfObjects *self, DdPdfSlice node, DdPdfPage *page)
{
	const struct {
		const char *key;
		DdPdfSlice *place;
	} fields[] = {{"Resources", &page->resources}, {"MediaBox", &page->media_box},
		{"CropBox", &page->crop_box}, {"Rotate", &page->rotate}};
	for (gsize i = 0; i < G_N_ELEMENTS(fields); i++) {
		DdPdfSlice value = dd_pdf_objects_find(
			self, node, fields[i].key, strlen(fields[i].key));
		if (!is_empty(value))
			*fields[i].place = value;
	}
	page->page = node;
}

/* Goes through the tree of pages from left to right: 7.7.3. Returns: FALSE when it is none */
static bool
take_pages(DdPdfObjects *self)
{
	Node nodes[TREE_DEPTH_MAX] = {0};
	DdPdfSlice top = dd_pdf_objects_find(self, find_root(self), KEY("Pages"));
	inherit(self, top, &nodes[0].above);
	nodes[0].kids = dd_pdf_objects_find(self, top, KEY("Kids"));
	if (!dd_pdf_objects_open_array(self, &nodes[0].kids))
		return false;
	for (gsize depth = 1; depth > 0;) {
		Node *node = &nodes[depth - 1];
		DdPdfSlice next = dd_pdf_objects_take(self, &node->kids);
		guint number = 0;
		if (!dd_pdf_get_reference(next, &number)) {
			depth--;
			continue;
		}
		DdPdfSlice kid = dd_pdf_objects_resolve(self, next);
		DdPdfPage page = node->above;
		inherit(self, kid, &page);
		DdPdfSlice kids = dd_pdf_objects_find(self, kid, KEY("Kids"));
		if (is_empty(kids)) {
			if (self->pages->len >= DD_MAX_PAGES)
				return false;
			g_array_append_val(self->pages, page);
		} else if (depth < TREE_DEPTH_MAX && dd_pdf_objects_open_array(self, &kids)) {
			nodes[depth++] = (Node){kids, page};
		} else {
			return false;
		}
	}
	return !dd_pdf_objects_are_spent(self);
}

static void
free_bytes(gpointer bytes)
{
	g_byte_array_unref(bytes);
}

DdPdfObjects *
dd_pdf_objects_new(const guint8 *bytes, gsize len)
{
	if (len == 0 || dd_pdf_find_word((DdPdfSlice){bytes, bytes + len}, KEY("/Encrypt")) != NULL)
		return NULL;
	g_autoptr(DdPdfObjects) self = g_new0(DdPdfObjects, 1);
	self->bytes = bytes;
	self->len = len;
	self->budget = 8 * len + SPARE_BYTES;
	self->objects = g_array_new(FALSE, TRUE, sizeof(DdPdfSlice));
	self->unpacks = g_ptr_array_new_with_free_func(free_bytes);
	self->pages = g_array_new(FALSE, FALSE, sizeof(DdPdfPage));
	index_file(self);
	return take_pages(self) ? g_steal_pointer(&self) : NULL;
}

void
dd_pdf_objects_free(DdPdfObjects *self)
{
	if (self == NULL)
		return;
	g_array_unref(self->objects);
	g_ptr_array_unref(self->unpacks);
	g_array_unref(self->pages);
	g_free(self);
}

guint
dd_pdf_objects_get_n_pages(const DdPdfObjects *self)
{
	return self->pages->len;
}

const DdPdfPage *
dd_pdf_objects_get_page(const DdPdfObjects *self, guint i)
{
	return &g_array_index(self->pages, DdPdfPage, i);
}
