/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * xml.h: walks over XML of office files from begin to end: no network, no entities but the five of XML, no DTD, and a time
 * that grows with the length whatever the text is
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

/* Name spaces of office files; a format has several addresses for one of them */
typedef enum {
	DD_XML_NONE, /* an attribute without prefix */
	DD_XML_WORD,
	DD_XML_COMPATIBILITY, /* mc: */
	DD_XML_MATH,
	DD_XML_RELATIONSHIP, /* r:id */
	DD_XML_RELATIONSHIPS,
	DD_XML_CONTENT_TYPES,
	DD_XML_SPECIAL, /* xml:space */
	DD_XML_SHEET,   /* of XLSX */
	DD_XML_ODF_OFFICE,
	DD_XML_ODF_STYLE,
	DD_XML_ODF_TEXT,
	DD_XML_ODF_TABLE,
	DD_XML_ODF_DRAW,
	DD_XML_ODF_SVG,
	DD_XML_ODF_FO,
	DD_XML_ODF_MANIFEST,
	DD_XML_ENCRYPTION,          /* of a file with a password */
	DD_XML_ENCRYPTION_PASSWORD, /* what says how its key comes from the password */
	DD_XML_OTHER
} DdXmlSpace;

/* An element that a format knows; the others are walked through as if their tags were not there */
typedef struct {
	DdXmlSpace space;
	const char *name;
} DdXmlName;

typedef struct _DdXml DdXml;

/*
 * Called while the text goes by, with the number of the name in the table, or -1. FALSE with @error set ends the walk.
 * @text of text() is UTF-8 of whole characters without NUL at the end, valid during the call; a stretch may come in pieces
 */
typedef struct {
	const DdXmlName *names;
	size_t n_names;
	bool (*open)(const DdXml *xml, int name, void *user, GError **error);
	bool (*close)(const DdXml *xml, int name, void *user, GError **error);
	bool (*text)(const DdXml *xml, const char *text, size_t len, void *user, GError **error);
} DdXmlHandler;

/*
 * Tells @handler of the elements and texts of @part (nullable: there is nothing to tell then), UTF-8 or marked UTF-16.
 * Returns: FALSE with DD_ERROR_INVALID_DATA (not well formed, a DOCTYPE), DD_ERROR_TOO_LARGE, or what @handler said
 */
bool
dd_xml_walk(GBytes *part, const DdXmlHandler *handler, void *user, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Elements that are open, the one told of included: 1 is the root */
size_t
dd_xml_get_depth(const DdXml *xml);
/*
 * For close(), where what is in some element is passed over: @depth is that of the element, 0 none is; it becomes 0 when it is that which ends.
 * Returns: TRUE while there is one
 */
bool
dd_xml_is_within(const DdXml *xml, size_t *depth);
/* The functions below look at the element that open() tells of. Returns: (transfer full) the value, NULL when not there */
char *
dd_xml_dup_attribute(const DdXml *xml, DdXmlSpace space, const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: TRUE when the attribute is there and is @value */
bool
dd_xml_attribute_is(const DdXml *xml, DdXmlSpace space, const char *name, const char *value);
/* Returns: the number, @fallback when the attribute is not there or no number; out of @from to @to it is the nearest */
int64_t
dd_xml_get_number(const DdXml *xml, DdXmlSpace space, const char *name, int64_t from, int64_t to,
	int64_t fallback);

G_END_DECLS
