/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml.h"

#include <expat.h>
#include <string.h>

#include "crowded-tag.h"
#include "error.h"
#include "maxima.h"

#define PIECE_BYTES ((size_t)64 << 10) /* expat copies what it is given: that much at a time */

typedef struct {
	const char *name; /* NULL free */
	DdXmlSpace space;
	int number;
} Slot;

typedef struct {
	const char *address;
	size_t len;
	DdXmlSpace space;
} Address;

#define ADDRESS(text, space)                                                                       \
	{                                                                                          \
		text, sizeof(text) - 1, space                                                      \
	}

static const Address addresses[] = {
	ADDRESS("http://schemas.openxmlformats.org/wordprocessingml/2006/main", DD_XML_WORD),
	ADDRESS("http://purl.oclc.org/ooxml/wordprocessingml/main", DD_XML_WORD),
	ADDRESS("http://schemas.openxmlformats.org/markup-compatibility/2006", DD_XML_COMPATIBILITY),
	ADDRESS("http://schemas.openxmlformats.org/officeDocument/2006/math", DD_XML_MATH),
	ADDRESS("http://purl.oclc.org/ooxml/officeDocument/math", DD_XML_MATH),
	ADDRESS("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
		DD_XML_RELATIONSHIP),
	ADDRESS("http://purl.oclc.org/ooxml/officeDocument/relationships", DD_XML_RELATIONSHIP),
	ADDRESS("http://schemas.openxmlformats.org/package/2006/relationships", DD_XML_RELATIONSHIPS),
	ADDRESS("http://schemas.openxmlformats.org/package/2006/content-types", DD_XML_CONTENT_TYPES),
	ADDRESS("http://www.w3.org/XML/1998/namespace", DD_XML_SPECIAL),
	ADDRESS("http://schemas.openxmlformats.org/spreadsheetml/2006/main", DD_XML_SHEET),
	ADDRESS("urn:oasis:names:tc:opendocument:xmlns:office:1.0", DD_XML_ODF_OFFICE),
	ADDRESS("urn:oasis:names:tc:opendocument:xmlns:style:1.0", DD_XML_ODF_STYLE),
	ADDRESS("urn:oasis:names:tc:opendocument:xmlns:text:1.0", DD_XML_ODF_TEXT),
	ADDRESS("urn:oasis:names:tc:opendocument:xmlns:table:1.0", DD_XML_ODF_TABLE),
	ADDRESS("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", DD_XML_ODF_DRAW),
	ADDRESS("urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", DD_XML_ODF_SVG),
	ADDRESS("urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", DD_XML_ODF_FO),
	ADDRESS("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", DD_XML_ODF_MANIFEST),
	ADDRESS("http://purl.oclc.org/ooxml/spreadsheetml/main", DD_XML_SHEET),
	ADDRESS("http://schemas.microsoft.com/office/2006/encryption", DD_XML_ENCRYPTION),
	ADDRESS("http://schemas.microsoft.com/office/2006/keyEncryptor/password",
		DD_XML_ENCRYPTION_PASSWORD),
};

/* What a prefix stands for, or names without one (no prefix), from an element on */
typedef struct {
	char *prefix;
	size_t len;
	DdXmlSpace space;
	DdXmlSpace before; /* of names without a prefix, where this is one of them */
	size_t depth;      /* of the element that says so */
} Binding;

struct _DdXml {
	XML_Parser parser;
	const DdXmlHandler *handler;
	void *user;
	GError *error; /* of ours; the parser is stopped then */
	Slot *slots;
	size_t n_slots; /* a power of two */
	size_t depth;
	DdXmlSpace bare;         /* of elements without a prefix */
	GArray *bindings;        /* Binding, the innermost last */
	const char **attributes; /* name, value and so on, NULL at the end; NULL outside of open() */
};

typedef struct {
	DdXmlSpace space;
	const char *local;
} Name;

static DdXmlSpace
find_space(const char *address, size_t len)
{
	for (size_t i = 0; i < G_N_ELEMENTS(addresses); i++) {
		if (addresses[i].len == len && memcmp(addresses[i].address, address, len) == 0)
			return addresses[i].space;
	}
	return DD_XML_OTHER;
}

/*
 * Name spaces are kept here: expat would put the whole address before each name, and hash all of it for each attribute. A prefix
 * that nothing declares is of no format.
 */
static DdXmlSpace
find_prefix(const DdXml *self, const char *prefix, size_t len)
{
	for (guint i = self->bindings->len; i > 0; i--) {
		const Binding *binding = &g_array_index(self->bindings, Binding, i - 1);
		if (binding->len == len && memcmp(binding->prefix, prefix, len) == 0)
			return binding->space;
	}
	return len == 3 && memcmp(prefix, "xml", 3) == 0 ? DD_XML_SPECIAL : DD_XML_OTHER;
}

/* @told: PREFIX:NAME or NAME, as the file has it. @bare: the space of a NAME */
static Name
part_name(const DdXml *self, const char *told, DdXmlSpace bare)
{
	const char *colon = strchr(told, ':');
	if (colon == NULL)
		return (Name){bare, told};
	return (Name){find_prefix(self, told, (size_t)(colon - told)), colon + 1};
}

/* Returns: the slot of that name, or the free one where it would stand */
static Slot *
find_slot(const DdXml *self, Name name)
{
	uint64_t hash = (uint64_t)name.space;
	for (const char *at = name.local; *at != '\0'; at++)
		hash = (hash ^ (guchar)*at) * 0x100000001B3u;
	size_t at = (size_t)(hash ^ hash >> 32) & (self->n_slots - 1);
	while (self->slots[at].name != NULL &&
		(self->slots[at].space != name.space || strcmp(self->slots[at].name, name.local) != 0))
		at = (at + 1) & (self->n_slots - 1);
	return &self->slots[at];
}

static int
find_number(const DdXml *self, const char *told)
{
	const Slot *slot = find_slot(self, part_name(self, told, self->bare));
	return slot->name != NULL ? slot->number : -1;
}

static void
fill_names(DdXml *self)
{
	const DdXmlHandler *handler = self->handler;
	self->n_slots = 64;
	while (self->n_slots < handler->n_names * 4)
		self->n_slots *= 2;
	self->slots = g_new0(Slot, self->n_slots);
	for (size_t i = 0; i < handler->n_names; i++) {
		const DdXmlName *name = &handler->names[i];
		*find_slot(self, (Name){name->space, name->name}) = (Slot){
			name->name, name->space, (int)i};
	}
}

static void
stop(DdXml *self)
{
	(void)XML_StopParser(self->parser, XML_FALSE); /* fails only when it has ended anyway */
}

static void
refuse_large(DdXml *self, const char *what)
{
	if (self->error == NULL)
		g_set_error(&self->error, DD_ERROR,
			DD_ERROR_TOO_LARGE, "tệp quá phức tạp; hãy mở bằng Word, tách thành nhiều tệp rồi lưu lại (too complex: %s)",
			what);
	stop(self);
}

/* Takes what the attributes of the element that opens say of name spaces. Returns: FALSE when it is too much */
static bool
bind_spaces(DdXml *self, const char **attributes)
{
	for (const char **at = attributes; *at != NULL; at += 2) {
		if (strncmp(at[0], "xmlns", 5) != 0 || (at[0][5] != '\0' && at[0][5] != ':'))
			continue;
		if (self->bindings->len >= DD_MAX_XML_SPACES)
			return false;
		bool is_bare = at[0][5] == '\0';
		const char *prefix = at[0] + (is_bare ? 5 : 6);
		Binding binding = {.prefix = g_strdup(prefix),
			.len = strlen(prefix),
			.space = *at[1] == '\0' ? DD_XML_NONE : find_space(at[1], strlen(at[1])),
			.before = self->bare,
			.depth = self->depth};
		g_array_append_val(self->bindings, binding);
		if (is_bare)
			self->bare = binding.space;
	}
	return true;
}

static void
clear_binding(gpointer binding)
{
	g_free(((Binding *)binding)->prefix);
}

/* Forgets what the element that closes said of name spaces. */
static void
unbind_spaces(DdXml *self)
{
	while (self->bindings->len > 0) {
		Binding *last = &g_array_index(self->bindings, Binding, self->bindings->len - 1);
		if (last->depth < self->depth)
			return;
		if (last->len == 0)
			self->bare = last->before;
		g_array_set_size(self->bindings, self->bindings->len - 1);
	}
}

static void XMLCALL
on_open(void *user, const XML_Char *name, const XML_Char **attributes)
{
	DdXml *self = user;
	if (self->error != NULL)
		return;
	if (self->depth >= DD_MAX_XML_DEPTH) {
		refuse_large(self, "elements inside of elements");
		return;
	}
	self->depth++;
	if (!bind_spaces(self, attributes)) {
		refuse_large(self, "name spaces");
		return;
	}
	self->attributes = attributes;
	if (!self->handler->open(self, find_number(self, name), self->user, &self->error))
		stop(self);
	self->attributes = NULL;
}

static void XMLCALL
on_close(void *user, const XML_Char *name)
{
	DdXml *self = user;
	if (self->error != NULL || self->depth == 0)
		return;
	if (!self->handler->close(self, find_number(self, name), self->user, &self->error))
		stop(self);
	unbind_spaces(self);
	self->depth--;
}

static void XMLCALL
on_text(void *user, const XML_Char *text, int len)
{
	DdXml *self = user;
	if (self->error != NULL || len <= 0 || self->handler->text == NULL)
		return;
	if (!self->handler->text(self, text, (size_t)len, self->user, &self->error))
		stop(self);
}

/* A DOCTYPE is where entities, external files and their loops come from; office files have none. */
static void XMLCALL
on_doctype(void *user, G_GNUC_UNUSED const XML_Char *name, G_GNUC_UNUSED const XML_Char *system,
	G_GNUC_UNUSED const XML_Char *external, G_GNUC_UNUSED int has_subset)
{
	DdXml *self = user;
	if (self->error == NULL)
		g_set_error_literal(&self->error, DD_ERROR,
			DD_ERROR_INVALID_DATA, "tệp không an toàn: phần XML có DOCTYPE (unsafe file: its XML has a DOCTYPE)");
	stop(self);
}

/* Returns: 'l' or 'b' when a mark says that the bytes are UTF-16 of that order, 0 when none does */
static char
utf16_order(const guint8 *bytes, gsize len)
{
	bool little = len >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE;
	bool big = len >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF;
	return little ? 'l' : big ? 'b' : 0;
}

/* Without iconv, whose converters are modules that it opens. Returns: (transfer full) UTF-8, NULL when it is not well formed */
static char *
from_utf16(const guint8 *bytes, gsize len, bool little, gsize *len_out)
{
	gsize n = (len - 2) / 2;
	g_autofree gunichar2 *units = g_new(gunichar2, n + 1); /* never NULL */
	for (gsize i = 0; i < n; i++) {
		const guint8 *at = bytes + 2 + 2 * i;
		units[i] = (gunichar2)(little ? at[1] << 8 | at[0] : at[0] << 8 | at[1]);
		/* GLib would end there and not tell; XML has no such letter */
		if (units[i] == 0)
			return NULL;
	}
	glong written = 0;
	char *text = len % 2 == 0 ? g_utf16_to_utf8(units, (glong)n, NULL, &written, NULL) : NULL;
	*len_out = (gsize)written;
	return text;
}

/* Returns: FALSE when it is not well formed, or a function of the handler wanted an end */
static bool
parse(DdXml *self, const char *text, size_t len)
{
	XML_Parser parser = self->parser;
	XML_SetUserData(parser, self);
	XML_SetElementHandler(parser, on_open, on_close);
	XML_SetCharacterDataHandler(parser, on_text);
	XML_SetStartDoctypeDeclHandler(parser, on_doctype);
	size_t piece = PIECE_BYTES;
	for (size_t at = 0;;) {
		size_t n = MIN(len - at, piece);
		bool is_last = at + n == len;
		if (XML_Parse(parser, text + at, (int)n, is_last) != XML_STATUS_OK)
			return false;
		if (is_last)
			return true;
		at += n;
		/* a tag that has not ended is looked at anew with each piece: in ever larger ones, so that all takes linear time */
		XML_Index done = XML_GetCurrentByteIndex(parser);
		if (done < 0 || at - (size_t)done > piece)
			piece *= 2;
	}
}

static bool
tell_broken(DdXml *self, GError **error)
{
	if (self->error != NULL) {
		g_propagate_error(error, g_steal_pointer(&self->error));
		return false;
	}
	g_set_error(error, DD_ERROR,
		DD_ERROR_INVALID_DATA, "tệp hỏng; hãy xin lại tệp hoặc mở bằng Word rồi lưu lại (broken XML: line %lu: %s)",
		XML_GetCurrentLineNumber(self->parser),
		XML_ErrorString(XML_GetErrorCode(self->parser)));
	return false;
}

static bool
refuse_complex(GError **error)
{
	g_set_error_literal(error, DD_ERROR,
		DD_ERROR_TOO_LARGE, "tệp quá phức tạp; hãy mở bằng Word, tách thành nhiều tệp rồi lưu lại (too complex: attributes or length)");
	return false;
}

bool
dd_xml_walk(GBytes *part, const DdXmlHandler *handler, void *user, GError **error)
{
	g_autofree char *converted = NULL;
	gsize len = 0;
	const guint8 *bytes = part != NULL ? g_bytes_get_data(part, &len) : NULL;
	if (part == NULL)
		return true;
	if (len > DD_MAX_PART_BYTES)
		return refuse_complex(error);
	const char *text = len > 0 ? (const char *)bytes : "";
	char order = utf16_order((const guint8 *)text, len);
	if (order != 0) {
		converted = from_utf16(bytes, len, order == 'l', &len);
		text = converted;
	}
	/* UTF-32 has NUL in each letter, XML in none */
	if (text == NULL || memchr(text, '\0', len) != NULL) {
		g_set_error_literal(error, DD_ERROR,
			DD_ERROR_INVALID_DATA, "tệp hỏng; hãy mở bằng Word rồi lưu lại (broken XML: neither UTF-8 nor UTF-16)");
		return false;
	}
	if (dd_has_crowded_tag(text, len))
		return refuse_complex(error);
	/* office files are UTF-8, whatever they say */
	DdXml self = {.handler = handler, .user = user, .parser = XML_ParserCreate("UTF-8")};
	if (self.parser == NULL) {
		g_set_error_literal(
			error, DD_ERROR, DD_ERROR_INTERNAL, "lỗi bên trong (no XML parser)");
		return false;
	}
	self.bindings = g_array_new(FALSE, FALSE, sizeof(Binding));
	g_array_set_clear_func(self.bindings, clear_binding);
	fill_names(&self);
	bool ok = parse(&self, text, len) || tell_broken(&self, error);
	XML_ParserFree(self.parser);
	g_array_unref(self.bindings);
	g_free(self.slots);
	return ok;
}

size_t
dd_xml_get_depth(const DdXml *xml)
{
	return xml->depth;
}

bool
dd_xml_is_within(const DdXml *xml, size_t *depth)
{
	bool within = *depth > 0;
	if (*depth == xml->depth)
		*depth = 0;
	return within;
}

/* Returns: (transfer none) the value, NULL when not there */
static const char *
find_attribute(const DdXml *xml, DdXmlSpace space, const char *name)
{
	for (const char **at = xml->attributes; at != NULL && *at != NULL; at += 2) {
		Name found = part_name(xml, at[0], DD_XML_NONE);
		if (found.space == space && strcmp(found.local, name) == 0)
			return at[1];
	}
	return NULL;
}

char *
dd_xml_dup_attribute(const DdXml *xml, DdXmlSpace space, const char *name)
{
	return g_strdup(find_attribute(xml, space, name));
}

bool
dd_xml_attribute_is(const DdXml *xml, DdXmlSpace space, const char *name, const char *value)
{
	return g_strcmp0(find_attribute(xml, space, name), value) == 0;
}

int64_t
dd_xml_get_number(const DdXml *xml, DdXmlSpace space, const char *name, int64_t from, int64_t to,
	int64_t fallback)
{
	const char *value = find_attribute(xml, space, name);
	if (value == NULL || *value == '\0')
		return fallback;
	bool is_negative = *value == '-';
	int64_t number = 0;
	for (const char *at = value + is_negative; *at != '\0'; at++) {
		if (!g_ascii_isdigit(*at))
			return fallback;
		number = MIN(number * 10 + (*at - '0'), INT32_MAX);
	}
	return CLAMP(is_negative ? -number : number, from, to);
}
