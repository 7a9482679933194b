/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "error.h"
#include "maxima.h"

typedef struct {
	const xmlChar *name; /* as the parser's dictionary has it, so that pointers are compared; NULL free */
	DdXmlSpace space;
	int number;
} Slot;

typedef struct {
	const char *address;
	DdXmlSpace space;
} Address;

static const Address addresses[] = {
	{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", DD_XML_WORD},
	{"http://purl.oclc.org/ooxml/wordprocessingml/main", DD_XML_WORD},
	{"http://schemas.openxmlformats.org/markup-compatibility/2006", DD_XML_COMPATIBILITY},
	{"http://schemas.openxmlformats.org/officeDocument/2006/math", DD_XML_MATH},
	{"http://purl.oclc.org/ooxml/officeDocument/math", DD_XML_MATH},
	{"http://schemas.openxmlformats.org/officeDocument/2006/relationships", DD_XML_RELATIONSHIP},
	{"http://purl.oclc.org/ooxml/officeDocument/relationships", DD_XML_RELATIONSHIP},
	{"http://schemas.openxmlformats.org/package/2006/relationships", DD_XML_RELATIONSHIPS},
	{"http://schemas.openxmlformats.org/package/2006/content-types", DD_XML_CONTENT_TYPES},
	{"http://www.w3.org/XML/1998/namespace", DD_XML_SPECIAL},
	{"http://schemas.openxmlformats.org/spreadsheetml/2006/main", DD_XML_SHEET},
	{"urn:oasis:names:tc:opendocument:xmlns:office:1.0", DD_XML_ODF_OFFICE},
	{"urn:oasis:names:tc:opendocument:xmlns:style:1.0", DD_XML_ODF_STYLE},
	{"urn:oasis:names:tc:opendocument:xmlns:text:1.0", DD_XML_ODF_TEXT},
	{"urn:oasis:names:tc:opendocument:xmlns:table:1.0", DD_XML_ODF_TABLE},
	{"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", DD_XML_ODF_DRAW},
	{"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", DD_XML_ODF_SVG},
	{"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", DD_XML_ODF_FO},
	{"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", DD_XML_ODF_MANIFEST},
	{"http://purl.oclc.org/ooxml/spreadsheetml/main", DD_XML_SHEET},
};

struct _DdXml {
	xmlParserCtxt *parser;
	const DdXmlHandler *handler;
	void *user;
	GError *error; /* of ours; the parser is stopped then */
	char *broken;  /* what the parser said first */
	const xmlChar *spaces[G_N_ELEMENTS(addresses)];
	Slot *slots;
	size_t n_slots; /* a power of two */
	size_t depth, n_spaces;
	uint16_t opened[DD_MAX_XML_DEPTH]; /* name spaces declared by each open element */
	const xmlChar **attributes; /* five pointers each: name, prefix, address, begin and end of the value */
	size_t n_attributes;
};

static DdXmlSpace
find_space(const DdXml *self, const xmlChar *address)
{
	if (address == NULL)
		return DD_XML_NONE;
	for (size_t i = 0; i < G_N_ELEMENTS(addresses); i++) {
		if (self->spaces[i] == address)
			return addresses[i].space;
	}
	return DD_XML_OTHER;
}

static size_t
first_slot(const DdXml *self, const xmlChar *name, DdXmlSpace space)
{
	uint64_t hash = ((uint64_t)(uintptr_t)name >> 1) + (uint64_t)space * 97;
	return (size_t)(hash * 0x9E3779B97F4A7C15u >> 40) & (self->n_slots - 1);
}

/* Returns: the slot of that name, or the free one where it would stand */
static Slot *
find_slot(const DdXml *self, const xmlChar *name, DdXmlSpace space)
{
	size_t at = first_slot(self, name, space);
	while (self->slots[at].name != NULL &&
		(self->slots[at].name != name || self->slots[at].space != space))
		at = (at + 1) & (self->n_slots - 1);
	return &self->slots[at];
}

static int
find_name(const DdXml *self, const xmlChar *name, const xmlChar *address)
{
	const Slot *slot = find_slot(self, name, find_space(self, address));
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
	for (size_t i = 0; i < G_N_ELEMENTS(addresses); i++)
		self->spaces[i] = xmlDictLookup(
			self->parser->dict, (const xmlChar *)addresses[i].address, -1);
	for (size_t i = 0; i < handler->n_names; i++) {
		DdXmlSpace space = handler->names[i].space;
		const xmlChar *name = xmlDictLookup(
			self->parser->dict, (const xmlChar *)handler->names[i].name, -1);
		*find_slot(self, name, space) = (Slot){name, space, (int)i};
	}
}

static void
stop(DdXml *self)
{
	xmlStopParser(self->parser);
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

static void
on_open(void *user, const xmlChar *name, G_GNUC_UNUSED const xmlChar *prefix,
	const xmlChar *address, int n_spaces, G_GNUC_UNUSED const xmlChar **spaces,
	int n_attributes, G_GNUC_UNUSED int n_defaulted, const xmlChar **attributes)
{
	DdXml *self = user;
	if (self->error != NULL)
		return;
	if (self->depth >= DD_MAX_XML_DEPTH) {
		refuse_large(self, "elements inside of elements");
		return;
	}
	/* the parser looks through all that are in scope for each element */
	self->n_spaces += (size_t)n_spaces;
	self->opened[self->depth++] = (uint16_t)n_spaces;
	if (self->n_spaces > DD_MAX_XML_SPACES) {
		refuse_large(self, "name spaces");
		return;
	}
	self->attributes = attributes;
	self->n_attributes = (size_t)n_attributes;
	if (!self->handler->open(self, find_name(self, name, address), self->user, &self->error))
		stop(self);
	self->n_attributes = 0;
}

static void
on_close(void *user, const xmlChar *name, G_GNUC_UNUSED const xmlChar *prefix, const xmlChar *address)
{
	DdXml *self = user;
	if (self->error != NULL || self->depth == 0)
		return;
	if (!self->handler->close(self, find_name(self, name, address), self->user, &self->error))
		stop(self);
	self->n_spaces -= self->opened[--self->depth];
}

static void
on_text(void *user, const xmlChar *text, int len)
{
	DdXml *self = user;
	if (self->error != NULL || len <= 0 || self->handler->text == NULL)
		return;
	if (!self->handler->text(self, (const char *)text, (size_t)len, self->user, &self->error))
		stop(self);
}

/* A DOCTYPE is where entities, external files and their loops come from; office files have none. */
static void
on_doctype(void *user, G_GNUC_UNUSED const xmlChar *name, G_GNUC_UNUSED const xmlChar *external,
	G_GNUC_UNUSED const xmlChar *system)
{
	DdXml *self = user;
	if (self->error == NULL)
		g_set_error_literal(&self->error, DD_ERROR,
			DD_ERROR_INVALID_DATA, "tệp không an toàn: phần XML có DOCTYPE (unsafe file: its XML has a DOCTYPE)");
	stop(self);
}

static void
on_error(void *user, xmlError *error)
{
	DdXml *self = user;
	if (self->broken != NULL || error == NULL || error->level != XML_ERR_FATAL)
		return;
	const char *message = error->message != NULL ? error->message : "unknown";
	g_autofree char *valid = g_utf8_make_valid(message, (gssize)MIN(strlen(message), 200));
	for (char *at = valid; *at != '\0'; at++) {
		if (g_ascii_iscntrl(*at))
			*at = ' ';
	}
	self->broken = g_strdup_printf("line %d: %s", error->line, g_strchomp(valid));
}

/* Marks inside of comments may count too, so that a strange file is refused. */
bool
dd_xml_has_crowded_tag(const char *bytes, size_t len)
{
	const char *end = bytes + len;
	for (const char *at = memchr(bytes, '<', len); at != NULL;
		at = memchr(at, '<', (size_t)(end - at))) {
		char quote = '\0';
		size_t n = 0;
		for (at++; at < end && *at != '<' && (quote != '\0' || *at != '>'); at++) {
			if (quote != '\0')
				quote = *at == quote ? '\0' : quote;
			else if (*at == '"' || *at == '\'')
				quote = *at;
			else if (*at == '=' && ++n > DD_MAX_XML_ATTRIBUTES)
				return true;
		}
	}
	return false;
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
	}
	glong written = 0;
	char *text = len % 2 == 0 ? g_utf16_to_utf8(units, (glong)n, NULL, &written, NULL) : NULL;
	*len_out = (gsize)written;
	return text;
}

static void
parse(DdXml *self, const char *text, size_t len)
{
	xmlSAXHandler sax = {
		.initialized = XML_SAX2_MAGIC,
		.startElementNs = on_open,
		.endElementNs = on_close,
		.characters = on_text,
		.cdataBlock = on_text,
		.ignorableWhitespace = on_text,
		.internalSubset = on_doctype,
		.serror = on_error,
	};
	xmlParserCtxt *parser = self->parser;
	*parser->sax = sax;
	parser->userData = self;
	/*
	 * NOENT turns &amp; in attributes into the letter; there is no other entity that it could reach, since a DOCTYPE ends the
	 * walk before anything is declared and the handler above knows none. Office files are UTF-8, whatever they say: another
	 * encoding would be a converter of iconv, which is a module to open, and so the end of the worker.
	 * HUGE: the parser's own limits end some texts of 10 MB and not others; those of this file hold for all.
	 */
	xmlDoc *none = xmlCtxtReadMemory(parser, text, (int)len, NULL, "UTF-8",
		XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_HUGE | XML_PARSE_IGNORE_ENC);
	if (none != NULL)
		xmlFreeDoc(none);
}

static bool
finish(DdXml *self, GError **error)
{
	if (self->error != NULL) {
		g_propagate_error(error, g_steal_pointer(&self->error));
		return false;
	}
	if (self->parser->wellFormed && self->broken == NULL)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"tệp hỏng; hãy xin lại tệp hoặc mở bằng Word rồi lưu lại (broken XML: %s)",
		self->broken != NULL ? self->broken : "not well formed");
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
	if (dd_xml_has_crowded_tag(text, len))
		return refuse_complex(error);
	DdXml self = {.handler = handler, .user = user};
	self.parser = xmlNewParserCtxt();
	if (self.parser == NULL) {
		g_set_error_literal(
			error, DD_ERROR, DD_ERROR_INTERNAL, "lỗi bên trong (no XML parser)");
		return false;
	}
	fill_names(&self);
	parse(&self, text, len);
	bool ok = finish(&self, error);
	xmlFreeParserCtxt(self.parser);
	g_free(self.slots);
	g_free(self.broken);
	return ok;
}

size_t
dd_xml_get_depth(const DdXml *xml)
{
	return xml->depth;
}

/* Returns: (transfer none) the value, not NUL-terminated, NULL when not there */
static const char *
find_attribute(const DdXml *xml, DdXmlSpace space, const char *name, size_t *len_out)
{
	for (size_t i = 0; i < xml->n_attributes; i++) {
		const xmlChar **attribute = xml->attributes + i * 5;
		if (strcmp((const char *)attribute[0], name) != 0 ||
			find_space(xml, attribute[2]) != space)
			continue;
		*len_out = (size_t)(attribute[4] - attribute[3]);
		return (const char *)attribute[3];
	}
	return NULL;
}

char *
dd_xml_dup_attribute(const DdXml *xml, DdXmlSpace space, const char *name)
{
	size_t len = 0;
	const char *value = find_attribute(xml, space, name, &len);
	return value != NULL ? g_strndup(value, len) : NULL;
}

bool
dd_xml_attribute_is(const DdXml *xml, DdXmlSpace space, const char *name, const char *value)
{
	size_t len = 0;
	const char *found = find_attribute(xml, space, name, &len);
	return found != NULL && len == strlen(value) && memcmp(found, value, len) == 0;
}

int64_t
dd_xml_get_number(const DdXml *xml, DdXmlSpace space, const char *name, int64_t from, int64_t to,
	int64_t fallback)
{
	size_t len = 0;
	const char *value = find_attribute(xml, space, name, &len);
	if (value == NULL || len == 0)
		return fallback;
	bool is_negative = value[0] == '-';
	int64_t number = 0;
	for (size_t i = is_negative ? 1 : 0; i < len; i++) {
		if (!g_ascii_isdigit(value[i]))
			return fallback;
		number = MIN(number * 10 + (value[i] - '0'), INT32_MAX);
	}
	return CLAMP(is_negative ? -number : number, from, to);
}
